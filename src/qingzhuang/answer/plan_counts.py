"""Planning statistics: rows that stand for villages or for groups of people, columns that count them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qingzhuang.answer.plan_cell import Asked, Cell, Origin, Reading, State
from qingzhuang.answer.plan_figures import count, names_population, read_measure
from qingzhuang.answer.plan_lists import Planned
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.plan_write import cell, plannable
from qingzhuang.answer.select import Scope, is_village
from qingzhuang.answer.select_catalogue import default_catalogue
from qingzhuang.answer.stub_labels import labels_of
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Item, Period, Stub, Table
from qingzhuang.model.sheet import Scalar

_COUNTED = "rows.count"
_NAMES = frozenset(("place.village", "place.name", "place.region", "form.unit"))
_AMONG = frozenset(("其中", "其中：", "其中:"))
_PLAIN = frozenset(
    ("数值", "数量", "数据", "指标值", "本年", "本期", "本年数", "本期数", "实际", "实有数", "合计", "总数")
)
_WHOLE = frozenset(("合计", "总计", "小计", "全镇", "全村", "全县"))


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a statistic: the villages it is about (none: all in scope), words for a group, and, for a single
    village, the subject whose own figures come first; `asked` is what the words ask of that village, `unit` theirs."""

    villages: tuple[str, ...]
    words: tuple[str, ...] = ()
    place: Subject | None = None
    asked: Asked | None = None
    unit: str | None = None


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
    period: Period | None = None

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
        line = _line(stub, scope, statistic)
        if scope.villages and not set(line.villages) & set(scope.villages):
            continue  # another village's row is for that village to fill
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
    own = asked if not line.words else line.asked if _is_plain(item) else None
    if line.place is not None and own is not None and not _limited(statistic):
        known = cell(item, own, line.place, statistic.resolver, row)
        if known.origin.state is not State.UNKNOWN:
            return replace(_within(known, statistic.period), label=_label(item, line))
    words = (*line.words, *(() if line.words and _is_plain(item) else item.path))
    measure = read_measure(statistic.title, words, item.unit or line.unit, default_catalogue())
    number = None if measure is None else count(measure, line.villages, statistic.resolver)
    about = line.place or Subject(SubjectKind.PLACE, "、".join(line.villages), "、".join(line.villages))
    key = "~".join((asked.key or "", *line.words))
    if number is None:
        return Cell(item, Origin(State.UNKNOWN, owner=about), None, about, key, row, _label(item, line))
    return Cell(item, Origin(State.COUNTED, (), _COUNTED, about), number, about, key, row)


def _label(item: Item, line: Line) -> str:
    """Name a figure as the form prints it: 户籍人口（女）, 耕地面积（公顷）."""
    name = "·".join(line.words)
    more = [] if not line.words or _is_plain(item) else [level for level in item.path if level not in _AMONG]
    more += [line.unit] if line.unit and line.unit not in ("人", "户") else []
    return f"{name}（{'，'.join(more)}）" if name and more else name


def _is_plain(item: Item) -> bool:
    """Tell whether a column only says where the figure goes."""
    return item.label in _PLAIN


def _limited(statistic: Statistic) -> bool:
    return names_population(statistic.title, default_catalogue())


def _within(known: Cell, period: Period | None) -> Cell:
    """A figure of another year is no figure of the period that the form asks: to be asked again."""
    if period is None or period.start is None or period.end is None:
        return known
    if all(period.start <= fact.as_of <= period.end for fact in known.origin.facts):
        return known
    return replace(known, origin=replace(known.origin, state=State.STALE), value=None)


def village_line(place: Subject) -> Line:
    """Return the line of one village."""
    return Line((place.name or place.key,), (), place)


def _village_cell(statistic: Statistic, item: Item, asked: Asked, line: Line, row: int) -> Cell:
    if asked.key in _NAMES:
        return Cell(item, Origin(State.GIVEN, owner=line.place), line.villages[0], line.place, asked.key, row)
    return figure(statistic, item, asked, line, row)


def _values(statistic: Statistic, planned: Sequence[Cell]) -> dict[str, Scalar]:
    return {statistic.prefix + each.item.key: each.value for each in planned if each.value is not None}


def _line(stub: Stub, scope: Scope, statistic: Statistic) -> Line:
    found = filter(is_village, statistic.resolver.view.of_kind(SubjectKind.PLACE))
    places = {place.name or place.key: place for place in found}
    labels = labels_of(stub, statistic.table)
    named = tuple(label for label in labels.words if label in places)
    idle = {*places, *_WHOLE}
    words = tuple(label for label in labels.words if label not in idle and not label.isdigit())
    if named and not words:
        return village_line(places[named[-1]])
    here = named or scope.villages or tuple(name for name in places if name in statistic.title)
    place = places.get(here[0]) if len(here) == 1 else None
    asked = statistic.reading.rows.get((statistic.table.sheet, stub.row))
    return Line(here, words, place, asked, labels.unit)


def _named(stub: Stub, statistic: Statistic) -> dict[str, Scalar]:
    """Name the row by its stub, under the headers of the stub columns where they have any."""
    keys = [statistic.prefix + head.key for head in statistic.heads]
    keys += [f"#{number}" for number in range(len(stub.labels) - len(keys))]
    return dict(zip(keys, stub.labels, strict=False))
