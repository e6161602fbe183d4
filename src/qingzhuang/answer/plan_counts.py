"""Planning statistics: rows that stand for villages or for groups of people, columns that count them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.answer.plan_cell import Asked, Cell, Origin, Reading, State
from qingzhuang.answer.plan_figures import count, names_population, read_measure
from qingzhuang.answer.plan_lists import Planned
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.plan_write import cell, plannable
from qingzhuang.answer.select import Scope, is_village
from qingzhuang.answer.select_catalogue import default_catalogue
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Item, Stub, Table
from qingzhuang.model.sheet import Scalar

_COUNTED = "rows.count"
_NAMES = frozenset(("place.village", "place.name", "place.region", "form.unit"))
_WHOLE = frozenset(("合计", "总计", "小计", "全镇", "全村", "全县"))


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a statistic: the villages it is about (none: all in scope), words for a group, and, for a single
    village, the subject whose own figures come first."""

    villages: tuple[str, ...]
    words: tuple[str, ...] = ()
    place: Subject | None = None


@dataclass(frozen=True, slots=True)
class Statistic:
    """What all figures of a table share: its title, whose population every figure is limited to, how its items were
    read, the key prefix, the number of its first row."""

    table: Table
    title: str
    reading: Reading
    resolver: Resolver
    prefix: str = ""
    first: int = 0

    @property
    def heads(self) -> tuple[Item, ...]:
        """The columns that hold the stubs."""
        return tuple(item for item in self.table.columns if item.place.column in self.table.stub_columns)

    @property
    def figures(self) -> tuple[tuple[Item, Asked], ...]:
        """The columns that hold figures, with what they ask."""
        pairs = ((item, self.reading.of(item)) for item in self.table.columns if item not in self.heads)
        return tuple((item, asked) for item, asked in pairs if plannable(item, asked))


def plan_counts(statistic: Statistic, scope: Scope) -> Planned:
    """Plan a matrix: each of its rows by its stub."""
    rows: list[Mapping[str, Scalar]] = []
    cells: list[Cell] = []
    for stub in statistic.table.stubs:
        if stub.row in statistic.table.total_rows:
            continue
        line = _line(stub, scope, statistic.resolver)
        row = statistic.first + len(rows)
        planned = [figure(statistic, item, asked, line, row) for item, asked in statistic.figures]
        values = _values(statistic, planned)
        if values:
            rows.append({**_named(stub, statistic), **values})
        cells += planned
    return Planned(tuple(rows), tuple(cells))


def plan_villages(statistic: Statistic, villages: Sequence[Subject]) -> Planned:
    """Plan a list of villages: one row each, its figures known or counted."""
    rows: list[Mapping[str, Scalar]] = []
    cells: list[Cell] = []
    for place in villages:
        line = village_line(place)
        row = statistic.first + len(rows)
        planned = [_village_cell(statistic, item, asked, line, row) for item, asked in statistic.figures]
        rows.append(_values(statistic, planned))
        cells += planned
    return Planned(tuple(rows), tuple(cells))


def figure(statistic: Statistic, item: Item, asked: Asked, line: Line, row: int) -> Cell:
    """Plan one figure: what is known of the village itself, else counted from its people."""
    if (
        line.place is not None
        and not line.words
        and not names_population(statistic.title, default_catalogue())
    ):
        known = cell(item, asked, line.place, statistic.resolver, row)
        if known.origin.state is not State.UNKNOWN:
            return known
    measure = read_measure(statistic.title, (*line.words, *item.path), item.unit, default_catalogue())
    number = None if measure is None else count(measure, line.villages, statistic.resolver)
    about = line.place or Subject(SubjectKind.PLACE, "、".join(line.villages), "、".join(line.villages))
    key = "~".join((asked.key or "", *line.words))
    if number is None:
        return Cell(item, Origin(State.UNKNOWN, owner=about), None, about, key, row)
    return Cell(item, Origin(State.COUNTED, (), _COUNTED, about), number, about, key, row)


def village_line(place: Subject) -> Line:
    """Return the line of one village."""
    return Line((place.name or place.key,), (), place)


def _village_cell(statistic: Statistic, item: Item, asked: Asked, line: Line, row: int) -> Cell:
    if asked.key in _NAMES:
        return Cell(item, Origin(State.GIVEN, owner=line.place), line.villages[0], line.place, asked.key, row)
    return figure(statistic, item, asked, line, row)


def _values(statistic: Statistic, planned: Sequence[Cell]) -> dict[str, Scalar]:
    return {statistic.prefix + each.item.key: each.value for each in planned if each.value is not None}


def _line(stub: Stub, scope: Scope, resolver: Resolver) -> Line:
    found = filter(is_village, resolver.view.of_kind(SubjectKind.PLACE))
    places = {place.name or place.key: place for place in found}
    named = tuple(label for label in stub.labels if label in places)
    idle = {*places, *_WHOLE}
    words = tuple(label for label in stub.labels if label not in idle and not label.isdigit())
    if named and not words:
        return village_line(places[named[-1]])
    return Line(named or scope.villages, words)


def _named(stub: Stub, statistic: Statistic) -> dict[str, Scalar]:
    """Name the row by its stub, under the headers of the stub columns where they have any."""
    keys = [statistic.prefix + head.key for head in statistic.heads]
    keys += [f"#{number}" for number in range(len(stub.labels) - len(keys))]
    return dict(zip(keys, stub.labels, strict=False))
