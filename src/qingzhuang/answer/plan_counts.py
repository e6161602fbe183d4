"""Planning statistics: rows that stand for villages or for groups of people, columns that count them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.answer.plan_cell import Asked, Cell, Origin, Reading, State
from qingzhuang.answer.plan_figures import count, read_measure
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
    words: tuple[str, ...]
    place: Subject | None = None


def plan_counts(
    table: Table, reading: Reading, scope: Scope, resolver: Resolver, prefix: str = "", first: int = 0
) -> Planned:
    """Plan a matrix: each of its rows by its stub."""
    rows: list[Mapping[str, Scalar]] = []
    cells: list[Cell] = []
    heads = [item for item in table.columns if item.place.column in table.stub_columns]
    stubs = [stub for stub in table.stubs if stub.row not in table.total_rows]
    for stub in stubs:
        line = _line(stub, scope, resolver)
        planned = [
            figure(item, reading.of(item), line, resolver, first + len(rows))
            for item in table.columns
            if item not in heads and plannable(item, reading.of(item))
        ]
        values = {prefix + each.item.key: each.value for each in planned if each.value is not None}
        if values:
            rows.append({**_named(stub, heads, prefix), **values})
            cells += planned
    return Planned(tuple(rows), tuple(cells))


def figure(item: Item, asked: Asked, line: Line, resolver: Resolver, row: int) -> Cell:
    """Plan one figure: what is known of the village itself, else counted from its people."""
    about = line.place or Subject(SubjectKind.PLACE, "、".join(line.villages), "、".join(line.villages))
    if line.place is not None and not line.words:
        known = cell(item, asked, line.place, resolver, row)
        if known.origin.state is not State.UNKNOWN:
            return known
    measure = read_measure((*line.words, *item.path), item.unit, default_catalogue())
    number = None if measure is None else count(measure, line.villages, resolver)
    if number is None:
        return Cell(item, Origin(State.UNKNOWN, owner=about), None, about, asked.key, row)
    return Cell(item, Origin(State.COUNTED, (), _COUNTED, about), number, about, asked.key, row)


def plan_villages(
    table: Table,
    reading: Reading,
    villages: Sequence[Subject],
    resolver: Resolver,
    prefix: str = "",
    first: int = 0,
) -> Planned:
    """Plan a list of villages: one row each, its figures known or counted."""
    rows, cells = [], []
    for number, place in enumerate(villages):
        line = village_line(place)
        planned = [
            _village_cell(item, reading.of(item), line, resolver, first + number)
            for item in table.columns
            if plannable(item, reading.of(item))
        ]
        rows.append({prefix + each.item.key: each.value for each in planned if each.value is not None})
        cells += planned
    return Planned(tuple(rows), tuple(cells))


def _village_cell(item: Item, asked: Asked, line: Line, resolver: Resolver, row: int) -> Cell:
    if asked.key in _NAMES:
        return Cell(item, Origin(State.GIVEN, owner=line.place), line.villages[0], line.place, asked.key, row)
    return figure(item, asked, line, resolver, row)


def village_line(place: Subject) -> Line:
    """Return the line of one village."""
    return Line((place.name or place.key,), (), place)


def _line(stub: Stub, scope: Scope, resolver: Resolver) -> Line:
    places = {
        place.name or place.key: place
        for place in resolver.view.of_kind(SubjectKind.PLACE)
        if is_village(place)
    }
    named = tuple(label for label in stub.labels if label in places)
    words = tuple(label for label in stub.labels if label not in places and label not in _WHOLE)
    if named and not words:
        return village_line(places[named[-1]])
    return Line(named or scope.villages, words)


def _named(stub: Stub, heads: Sequence[Item], prefix: str) -> dict[str, Scalar]:
    """Name the row by its stub, under the headers of the stub columns where they have any."""
    keys = [prefix + head.key for head in heads]
    keys += [f"#{number}" for number in range(len(stub.labels) - len(keys))]
    return dict(zip(keys, stub.labels, strict=False))
