"""Planning statistics: rows that stand for villages or for groups of people, columns that count them."""

from collections.abc import Mapping, Sequence

from qingzhuang.answer.plan_among import ways_of_row
from qingzhuang.answer.plan_cell import Asked, Cell, Origin, State
from qingzhuang.answer.plan_figures import Line, Statistic, figure
from qingzhuang.answer.plan_lists import Planned
from qingzhuang.answer.plan_sums import with_sums
from qingzhuang.answer.select import Scope, villages
from qingzhuang.answer.stub_labels import labels_of
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Item, Stub
from qingzhuang.model.sheet import Scalar

NAMES = frozenset(("place.village", "place.name", "place.region", "form.unit"))
_VILLAGES = ("村", "社区", "居委会", "村委会")
_WHOLE = frozenset(("合计", "总计", "小计", "全镇", "全村", "全县"))


def plan_counts(statistic: Statistic, scope: Scope) -> Planned:
    """Plan a matrix: each of its rows by its stub."""
    rows: list[Mapping[str, Scalar]] = []
    cells: list[Cell] = []
    for stub in statistic.table.stubs:
        if stub.row in statistic.table.total_rows:
            continue
        line = _line(stub, scope, statistic)
        if scope.villages and not set(line.villages) & set(scope.villages):
            continue  # another village's row is for that village to fill
        row = statistic.first + len(rows)
        figures = [figure(statistic, item, asked, line, row) for item, asked in statistic.figures]
        planned = with_sums(statistic.table, figures, line.place, row)
        values = _values(statistic, planned)
        if values:
            rows.append({**_named(stub, statistic), **values})
        cells += planned
    return Planned(tuple(rows), tuple(cells))


def plan_villages(statistic: Statistic, places: Sequence[Subject]) -> Planned:
    """Plan a list of villages: one row each, its figures known or counted."""
    rows: list[Mapping[str, Scalar]] = []
    cells: list[Cell] = []
    for place in places:
        line = village_line(place)
        row = statistic.first + len(rows)
        figures = [_village_cell(statistic, item, asked, line, row) for item, asked in statistic.figures]
        planned = with_sums(statistic.table, figures, place, row)
        rows.append(_values(statistic, planned))
        cells += planned
    return Planned(tuple(rows), tuple(cells))


def village_line(place: Subject) -> Line:
    """Return the line of one village."""
    return Line((place.name or place.key,), (), place)


def _village_cell(statistic: Statistic, item: Item, asked: Asked, line: Line, row: int) -> Cell:
    if asked.key in NAMES:
        return Cell(item, Origin(State.GIVEN, owner=line.place), line.villages[0], line.place, asked.key, row)
    return figure(statistic, item, asked, line, row)


def _values(statistic: Statistic, planned: Sequence[Cell]) -> dict[str, Scalar]:
    return {statistic.prefix + each.item.key: each.value for each in planned if each.value is not None}


def _line(stub: Stub, scope: Scope, statistic: Statistic) -> Line:
    places = {place.name or place.key: place for place in villages(statistic.resolver)}
    labels = labels_of(stub, statistic.table)
    named = tuple(label for label in labels.words if label in places)
    idle = {*places, *_WHOLE}
    words = tuple(label for label in labels.words if label not in idle and not label.isdigit())
    if named and not words:
        return village_line(places[named[-1]])
    if not named and len(words) == 1 and _names_villages(statistic, words[0]):
        return village_line(Subject(SubjectKind.PLACE, words[0], words[0]))
    here = named or scope.villages or tuple(name for name in places if name in statistic.title)
    place = places.get(here[0]) if len(here) == 1 else None
    asked = statistic.reading.rows.get(statistic.table.row_key(stub.row))
    return Line(here, words, place, asked, labels.unit, ways_of_row(stub, words, statistic.table))


def _names_villages(statistic: Statistic, word: str) -> bool:
    """Tell whether a row is a village that the ledger knows nothing of yet: its column names villages, and it is called as they are."""
    heads = {statistic.reading.of(head).key for head in statistic.heads}
    return bool(heads & NAMES) and word.endswith(_VILLAGES)


def _named(stub: Stub, statistic: Statistic) -> dict[str, Scalar]:
    """Name the row by its stub, under the headers of the stub columns where they have any."""
    keys = [statistic.prefix + head.key for head in statistic.heads]
    keys += [f"#{number}" for number in range(len(stub.labels) - len(keys))]
    return dict(zip(keys, stub.labels, strict=False))
