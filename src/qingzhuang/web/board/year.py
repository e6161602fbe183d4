"""The year's questions on the board: by month, by kind of post, by form; how old they are; why no fewer are enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.pipeline.year_overview import FIGURES, by_month
from qingzhuang.privacy.small import Group, Safe
from qingzhuang.store.board.year import AtHand, Form, Put, Reckoned
from qingzhuang.web import words
from qingzhuang.web.board.page import KINDS
from qingzhuang.web.drawing import Drawing, bar

MOST_FORMS = 40
_OFTEN = (
    (12, later("每月不止一次，改成每月一次")),
    (4, later("每月改成每季")),
    (2, later("每季改成每半年")),
    (1, later("每半年改成每年")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of a month, or of a kind of post: cells as demanded, once a month, not in the ledger, ours; `least` of a year."""

    name: str
    cells: str
    facts: str
    open: str
    asks: str
    least: str
    drawing: Drawing
    bare: tuple[int, int]


@dataclass(frozen=True, slots=True)
class KindTable:
    """The months of one kind of post."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FormRow:
    """What one form asks in a year, and what would be saved if it were cut, or came one step less often."""

    title: str
    issuer: str
    posts: str
    cells: str
    cut: str
    step: str
    slower_cells: str
    slower: str


@dataclass(frozen=True, slots=True)
class YearPage:
    """All that the template needs."""

    cells: str
    asks: str
    least: str
    proven: bool
    posts: str
    as_of: str
    some: str
    months: tuple[Row, ...]
    kinds: tuple[Row, ...]
    tables: tuple[KindTable, ...]
    note: str
    total: Row
    forms: tuple[FormRow, ...]
    more_forms: int
    rest: FormRow | None
    left_out: str
    smallest: int
    charts: str
    kinds_hidden: bool
    forms_hidden: bool


def year_page(put: Put, forms: Mapping[int, Form], *, charts: str) -> YearPage:
    """Lay out what was put together; only what may be shown is in it."""
    groups = [*put.kinds.groups, *([put.kinds.rest] if put.kinds.rest else [])]
    whole = put.whole
    names = _kinds(put.kinds)
    years: list[tuple[str, tuple[float, ...]]] = [
        (name, each.figures) for name, each in zip(names, groups, strict=True)
    ]
    longest = max((_year(figures)[0] for _name, figures in years), default=0)
    total = _row(_("合计"), _year(whole), _year(whole)[0], int(whole[-1]))
    return YearPage(
        cells=total.cells,
        asks=total.asks,
        least=total.least,
        proven=total.asks == total.least,
        posts=words.number(put.posts),
        as_of=_as_of(put),
        some=_some(put),
        months=_months(whole, put.months),
        kinds=tuple(_row(name, _year(each), longest, int(each[-1])) for name, each in years),
        tables=tuple(KindTable(name, _months(each, put.months)) for name, each in years)
        if len(years) > 1
        else (),
        note=_note(put.kinds),
        total=total,
        forms=tuple(_form(each, forms) for each in put.forms.groups[:MOST_FORMS]),
        more_forms=max(0, len(put.forms.groups) - MOST_FORMS),
        rest=_rest(put.forms),
        left_out=words.number(put.left_out) if put.left_out else "",
        smallest=put.least,
        charts=charts,
        kinds_hidden=put.kinds.hidden,
        forms_hidden=put.forms.hidden,
    )


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What stands there while the first is reckoned."""

    posts: str
    forms: str
    sheets: str


def first_look(at_hand: AtHand | None) -> FirstLook | None:
    """Put in words what can be told at once."""
    if at_hand is None:
        return None
    return FirstLook(
        words.number(at_hand.posts), words.number(at_hand.forms), words.number(round(at_hand.sheets))
    )


def said(reckoned: Reckoned) -> str:
    """How far the reckoning is."""
    if reckoned.waiting:
        return _("正在一个岗位一个岗位地排，还有 {n} 个，页面不用等着。").format(
            n=words.number(reckoned.waiting)
        )
    return _("正在旁边算，页面不用等着。")


def _kinds(kinds: Safe) -> list[str]:
    return [str(KINDS[each.name]) for each in kinds.groups] + (
        [_("、").join(str(KINDS[name]) for name in kinds.joined)] if kinds.rest else []
    )


def _note(kinds: Safe) -> str:
    return _("人太少的并在一起，不单列。") if kinds.rest else ""


def _year(figures: Sequence[float]) -> tuple[int, ...]:
    """The four figures of a year: the months' together."""
    months = figures[:-1]
    return tuple(int(sum(months[at::FIGURES])) for at in range(FIGURES))


def _months(figures: Sequence[float], months: Sequence[str]) -> tuple[Row, ...]:
    found = by_month(figures, months)
    longest = max((each[0] for each in found.values() if each), default=0)
    return tuple(_row(words.month(month), each, longest, None) for month, each in found.items() if each)


def _row(name: str, figures: Sequence[int], longest: int, least: int | None) -> Row:
    cells, facts, lacking, asks = figures or (0, 0, 0, 0)
    return Row(
        name,
        words.number(cells),
        words.number(facts),
        words.number(lacking),
        words.number(asks),
        "" if least is None else words.number(least),
        bar(cells, asks, longest),
        (cells, asks),
    )


def _form(group: Group, forms: Mapping[int, Form]) -> FormRow:
    form = forms.get(int(group.name), Form(_("已经撤下的表"), "", 0))
    step = next((str(word) for often, word in _OFTEN if form.times_per_year > often), "")
    return _form_row(_("《{title}》").format(title=form.title), form.issuer, group, step)


def _rest(forms: Safe) -> FormRow | None:
    if forms.rest is None:
        return None
    return _form_row(_("其余 {n} 张").format(n=len(forms.joined)), "", forms.rest, _("都慢一档"), posts="")


def _form_row(title: str, issuer: str, group: Group, step: str, posts: str | None = None) -> FormRow:
    cells, cut, slower_cells, slower = (words.number(each) for each in group.figures)
    return FormRow(
        title,
        issuer,
        words.number(group.size) if posts is None else posts,
        cells,
        cut,
        step if group.figures[2] else "",
        slower_cells,
        slower,
    )


def _as_of(put: Put) -> str:
    first, last = put.days
    if first == last:
        return _("按 {day}的台账和有效的表算的。").format(day=words.day(last))
    return _("按 {first}到 {last}的台账和有效的表算的。").format(first=words.day(first), last=words.day(last))


def _some(put: Put) -> str:
    """Which posts are not in it."""
    left = put.of - put.posts - put.failed
    parts = [_("还有 {n} 个岗位没有算进来。").format(n=words.number(left))] if left > 0 else []
    if put.failed:
        parts.append(_("有 {n} 个岗位没有算成，不在里面。").format(n=words.number(put.failed)))
    return "".join(parts)
