"""Planning one figure of a statistic: what is known of the village itself, else counted, else added up."""

from dataclasses import dataclass, field, replace
from datetime import date

from qingzhuang.answer.measure import Heading, names_population, read_measure
from qingzhuang.answer.measure_values import Values
from qingzhuang.answer.plan_among import Ways, ways_of_column
from qingzhuang.answer.plan_cell import Asked, Cell, Origin, Reading, State
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.plan_words import words_of
from qingzhuang.answer.plan_write import cell, plannable
from qingzhuang.answer.select_catalogue import default_catalogue
from qingzhuang.answer.tally import Counter, Tally, lies_in
from qingzhuang.answer.tally_days import not_of_the_day
from qingzhuang.language import gettext as _
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Item, Period, Table
from qingzhuang.model.thing import Thing, thing

_COUNTED, _ADDED = "rows.count", "rows.sum"
_AMONG = frozenset(("其中", "其中：", "其中:"))
_PLAIN = frozenset(
    ("数值", "数量", "数据", "指标值", "本年", "本期", "本年数", "本期数", "实际", "实有数", "合计", "总数")
)
_PLANNED = ("计划", "预计", "意向", "目标", "任务", "拟", "申报")
# What adds up over households. Money does not: incomes per head stand beside incomes.
_AREAS = frozenset(("亩", "公顷"))
_ADDS_UP = _AREAS | {"头", "只", "羽", "匹"}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a statistic: the villages it is about (none: all in scope), words for a group, and, for a single
    village, the subject whose own figures come first; `asked` is what the words ask of that village, `unit` theirs,
    `ways` the words with whatever 其中 may refer to."""

    villages: tuple[str, ...]
    words: tuple[str, ...] = ()
    place: Subject | None = None
    asked: Asked | None = None
    unit: str | None = None
    ways: Ways = ()


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
    tools: "Tools" = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tools", Tools(Counter(self.resolver), Values(self.resolver)))

    @property
    def heads(self) -> tuple[Item, ...]:
        """The columns that hold the stubs."""
        return tuple(item for item in self.table.columns if item.place.column in self.table.stub_columns)

    @property
    def figures(self) -> tuple[tuple[Item, Asked], ...]:
        """The columns that hold figures, with what they ask."""
        pairs = ((item, self.reading.of(item)) for item in self.table.columns if item not in self.heads)
        return tuple((item, asked) for item, asked in pairs if plannable(item, asked) or self._is_total(item))

    @property
    def heading(self) -> Heading:
        """The title, and all words of rows and columns."""
        words = {level for item in self.table.columns for level in item.path}
        return Heading(
            self.title, frozenset(words | {each for stub in self.table.stubs for each in stub.labels})
        )

    def _is_total(self, item: Item) -> bool:
        """Beside rows that name groups of people a column 合计 is a figure like any other."""
        return bool(self.table.stubs) and is_plain(item) and not item.formula


@dataclass(frozen=True, slots=True)
class Tools:
    """What counts."""

    counter: Counter
    values: Values


def figure(statistic: Statistic, item: Item, asked: Asked, line: Line, row: int) -> Cell:
    """Plan one figure: what is known of the village itself, else counted from its people."""
    own = asked if not line.words else line.asked if is_plain(item) else None
    if line.place is not None and own is not None and not _limited(statistic) and own.key:
        known = cell(item, own, line.place, statistic.resolver, row)
        if known.origin.state is not State.UNKNOWN:
            return replace(_within(known, statistic.period), label=_label(item, line))
    about = line.place or Subject(SubjectKind.PLACE, "、".join(line.villages), "、".join(line.villages))
    own_day = thing(asked.key or "").day
    key = Thing("~".join((thing(asked.key or "").key, *line.words)), day=own_day).spelt
    found, formula = _tally(statistic, item, own, line)
    found = _of_the_day(found, statistic.resolver, own_day)
    if found.number is None:
        return Cell(
            item, Origin(State.UNKNOWN, owner=about), None, about, key, row, _label(item, line), found.why
        )
    return Cell(item, Origin(State.COUNTED, (), formula, about), found.number, about, key, row, why=found.why)


def _of_the_day(found: Tally, resolver: Resolver, own: date | None) -> Tally:
    """A figure counted from lists of another day than the form states, or the column itself, is none."""
    stated = own or resolver.stated
    if stated is None or found.number is None:
        return found
    why = not_of_the_day(found.days, stated, found.number)  # no days: nobody looked
    return Tally(None, why) if why else found


def _tally(statistic: Statistic, item: Item, own: Asked | None, line: Line) -> tuple[Tally, str]:
    if own is not None and _adds_up(own):
        return _added(statistic, item, own, line), _ADDED
    columns = ((),) if line.words and is_plain(item) else ways_of_column(item, statistic.table)
    rows = line.ways or (line.words,)
    table = statistic.table
    section = (table.section,) if table.section and not table.own_title else ()
    ways = [(*section, *row, *column) for row in rows for column in columns]
    tallies = [_counted(statistic, way, item.unit or line.unit, line.villages) for way in ways]
    if any(each.number != tallies[0].number for each in tallies):
        return Tally(None, _("“其中”指谁看不出来")), ""
    return tallies[0], _COUNTED


def _counted(
    statistic: Statistic, words: tuple[str, ...], unit: str | None, villages: tuple[str, ...]
) -> Tally:
    measure = read_measure(statistic.heading, words, unit, default_catalogue(), statistic.tools.values)
    if isinstance(measure, str):
        return Tally(None, _("没有读懂“{words}”").format(words=measure))
    return statistic.tools.counter.count(measure, villages)


def _adds_up(own: Asked) -> bool:
    return own.element is not None and own.element.unit in _ADDS_UP


def _added(statistic: Statistic, item: Item, own: Asked, line: Line) -> Tally:
    if any(word in statistic.title for word in _PLANNED) or _limited(statistic):
        return Tally(None, _("标题说的是计划或一部分人，不能按各户加总"))
    if own.element is not None and own.element.unit in _AREAS and item.unit is None and line.unit is None:
        return Tally(None, _("表上没有写面积的单位"))
    found = statistic.tools.counter.total(own.key or "", line.villages, statistic.period)
    return (
        found
        if found.number is None
        else replace(found, number=words_of(found.number, item, own.unit_formula))
    )


def _label(item: Item, line: Line) -> str:
    """Name a figure as the form prints it: 户籍人口（女）, 耕地面积（公顷）."""
    name = "·".join(line.words)
    more = [] if not line.words or is_plain(item) else [level for level in item.path if level not in _AMONG]
    more += [line.unit] if line.unit and line.unit not in ("人", "户") else []
    return f"{name}（{'，'.join(more)}）" if name and more else name


def is_plain(item: Item) -> bool:
    """Tell whether a column only says where the figure goes."""
    return item.label in _PLAIN


def _limited(statistic: Statistic) -> bool:
    return names_population(statistic.title, default_catalogue())


def _within(known: Cell, period: Period | None) -> Cell:
    """A figure of another year is no figure of the period that the form asks: to be asked again."""
    if all(lies_in(fact.as_of, period) for fact in known.origin.facts):
        return known
    return replace(known, origin=replace(known.origin, state=State.STALE), value=None)
