"""The board's data: one sentence, four figures with their tables, the formula behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import UnitKind
from qingzhuang.pipeline.overview import Overview
from qingzhuang.privacy.small import Group, Safe
from qingzhuang.web import words
from qingzhuang.web.board.course import Course, course_of
from qingzhuang.web.drawing import Drawing, Waffle, bar, waffle
from qingzhuang.web.sums import whole

MOST_JOINED = 3
KINDS = {
    UnitKind.VILLAGE.value: later("村、社区"),
    UnitKind.TOWNSHIP.value: later("乡镇、街道"),
    UnitKind.OFFICE.value: later("部门、站所"),
    UnitKind.COUNTY.value: later("县"),
}
WAYS = {"True": later("经过准入的表"), "False": later("没有准入就发到的表")}


@dataclass(frozen=True, slots=True)
class Bar:
    """One group in a figure and in the table under it."""

    name: str
    before: str
    after: str
    freed: str
    drawing: Drawing
    minutes: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """A division: bars in directory order, what was put together last, the sum; `hidden` when too few stand behind it."""

    title: str
    counts: str
    bars: tuple[Bar, ...]
    total: Bar | None
    note: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class BoardPage:
    """All that the template needs."""

    day: str
    posts: str
    demands: str
    freed: tuple[str, str]
    left: tuple[str, str]
    before: str
    each: tuple[str, str]
    waffle: Waffle | None
    figures: tuple[Figure, ...]
    course: Course
    charts: str
    rates: tuple[str, ...]
    assumed: bool
    waiting: str
    least: int
    hidden: bool
    empty: bool


def board_page(seen: Overview, *, charts: str) -> BoardPage:
    """Lay out an overview; `charts` is the file of the library that draws them, empty where it is not."""
    posts = max(seen.posts, 1)
    return BoardPage(
        day=words.day(seen.day),
        posts=words.number(seen.posts),
        demands=words.number(seen.demands),
        freed=_freed(seen.before, seen.after),
        left=_figure(seen.after),
        before=words.duration(seen.before),
        each=(words.average(seen.before / posts), words.average(seen.after / posts)),
        waffle=waffle(seen.before, seen.after, "") if seen.before else None,
        figures=_figures(seen),
        course=course_of(seen.course),
        charts=charts,
        rates=tuple(rate.text for rate in seen.rates.all),
        assumed=seen.rates.assumed,
        waiting=words.number(seen.waiting) if seen.waiting else "",
        least=seen.least,
        hidden=seen.hidden,
        empty=not seen.before,
    )


def _figures(seen: Overview) -> tuple[Figure, ...]:
    least = _("不到 {least} 个岗位的不单列，和别的并在一起。").format(least=seen.least)
    return (
        _divided(
            _("哪类岗位"),
            _("数的是：该类全部岗位一个月用掉的时间。") + least,
            _named(seen.kinds, KINDS),
            seen,
        ),
        _divided(
            _("怎么来的"),
            _("数的是：这样发来的表一个月用掉的时间。工作群和应用占的时间没有量过，不在这里。"),
            _named(seen.ways, WAYS),
            seen,
        ),
        _divided(
            _("谁发的"),
            _("数的是：该单位的表一个月用掉的时间。按机构目录排，不按多少排。") + least,
            seen.offices,
            seen,
        ),
    )


def _named(division: Safe, names: dict[str, str]) -> Safe:
    groups = tuple(Group(names[each.name], each.size, each.figures) for each in division.groups)
    return Safe(groups, division.rest, tuple(str(names[each]) for each in division.joined), division.hidden)


def _divided(title: str, counts: str, division: Safe, seen: Overview) -> Figure:
    groups = division.groups + ((_joined(division.rest, division.joined),) if division.rest else ())
    longest = max((each.figures[0] for each in groups), default=0.0)
    shown = zip(
        whole([each.figures[0] for each in groups], round(seen.before)),
        whole([each.figures[1] for each in groups], round(seen.after)),
        strict=True,
    )
    return Figure(
        title,
        counts,
        tuple(_bar(each, longest, minutes) for each, minutes in zip(groups, shown, strict=True)),
        _total(seen) if groups else None,
        _("并在一起的：{names}。").format(names=_("、").join(division.joined)) if division.rest else "",
        division.hidden or seen.hidden,
    )


def _joined(rest: Group, joined: Sequence[str]) -> Group:
    few = len(joined) <= MOST_JOINED
    name = _("、").join(joined) if few else _("其余 {n} 家").format(n=len(joined))
    return Group(name, rest.size, rest.figures)


def _total(seen: Overview) -> Bar:
    minutes = (round(seen.before), round(seen.after))
    return _bar(Group(_("合计"), 0, (seen.before, seen.after)), seen.before, minutes)


def _bar(group: Group, longest: float, shown: tuple[int, int]) -> Bar:
    """`shown` are the whole minutes, before and after, that add up to the sum's."""
    before, after = group.figures
    return Bar(
        group.name,
        words.duration(shown[0]),
        words.duration(shown[1]),
        words.duration(shown[0] - shown[1]),
        bar(before, after, longest),
        (round(before, 1), round(after, 1)),
    )


def _freed(before: float, after: float) -> tuple[str, str]:
    """What was taken off, so that it and what is left add up to the whole as it is shown."""
    step = 1 if before < 120 else 6 if before < 6000 else 60
    return _figure(step * (round(before / step) - round(after / step)))


def _figure(minutes: float) -> tuple[str, str]:
    """A large figure and its unit: minutes below two hours, hours above, to a tenth where a tenth can be read."""
    if minutes < 120:
        return words.number(minutes), _("分钟")
    hours = minutes / 60
    return (f"{hours:.1f}" if hours < 100 else words.number(hours)), _("小时")
