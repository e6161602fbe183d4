"""The page of months: what each was when it was noted, divided; what came, went, grew lighter since the last one."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.month import Month
from qingzhuang.pipeline.months import Moved, Shift, Turn, courses, holds
from qingzhuang.pipeline.overview import Overview
from qingzhuang.privacy.small import Safe
from qingzhuang.web import words
from qingzhuang.web.board.course import Course, course_of
from qingzhuang.web.board.page import KINDS, WAYS
from qingzhuang.web.sums import whole

MOST_COLUMNS = 6
MOST_TURNED = 40
TURNS = {Turn.WENT: later("停了"), Turn.LIGHTER: later("轻了"), Turn.HEAVIER: later("重了")}


@dataclass(frozen=True, slots=True)
class Split:
    """One division over the months: a row a group, a column a month; each cell with its month."""

    title: str
    counts: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    note: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """One demand that came, went or changed: minutes a month before and after, and by how much it is lighter (−) or heavier."""

    word: str
    title: str
    issuer: str
    was: str
    now: str
    by: str


@dataclass(frozen=True, slots=True)
class Change:
    """From the last month that was noted until today."""

    since: str
    was: str
    now: str
    by: str
    rows: tuple[Turned, ...]
    more: int
    rest: Turned | None
    hidden: bool


@dataclass(frozen=True, slots=True)
class NotedRow:
    """One month in the list of what was noted; `same`: reckoned again today it gives the same."""

    day: str
    demands: int
    before: str
    after: str
    same: bool


@dataclass(frozen=True, slots=True)
class MonthsPage:
    """All that the template needs."""

    course: Course
    splits: tuple[Split, ...]
    change: Change | None
    noted: tuple[NotedRow, ...]
    today: bool
    least: int
    hidden: bool
    empty: bool
    charts: str


def months_page(
    seen: Overview, months: Sequence[Month], now: Month, change: Moved | None, *, charts: str
) -> MonthsPage:
    """Lay out the months that were noted (the earliest first) and the present one."""
    past = [each for each in months if (each.day.year, each.day.month) != (now.day.year, now.day.month)]
    shown = (*past, now)[-MOST_COLUMNS:]
    return MonthsPage(
        course_of(seen.course),
        _splits(shown, seen.least),
        change_of(change) if change else None,
        tuple(_noted(each) for each in reversed(months)),
        any(each.day == now.day for each in months),
        seen.least,
        seen.hidden,
        not seen.before and not months,
        charts,
    )


def change_of(moved: Moved, most: int = MOST_TURNED) -> Change:
    """Lay out what moved most, what grew lighter most first; offices are only named beside their demand."""
    was, now, rest = round(moved.first.after), round(moved.last.after), moved.rest
    pairs = [(each.was, each.now) for each in moved.shifts] + ([rest[1:]] if rest else [])
    minutes = _adding_up(pairs, now - was)
    largest = sorted(
        zip(moved.shifts, minutes, strict=False), key=lambda each: -abs(each[0].now - each[0].was)
    )[:most]
    shifts = sorted(largest, key=lambda each: each[0].now - each[0].was)
    return Change(
        words.day(moved.first.day),
        words.duration(was),
        words.duration(now),
        by(now - was),
        tuple(_turned(each, shown) for each, shown in shifts),
        len(moved.shifts) - len(shifts),
        _row(_("并在一起"), _("其余 {n} 张").format(n=rest[0]), "", minutes[-1]) if rest else None,
        moved.hidden,
    )


def _adding_up(pairs: Sequence[tuple[float, float]], whole_difference: int) -> list[tuple[int, int]]:
    """Whole minutes before and after, whose differences add up to the whole difference as it is shown."""
    turned = whole([now - was for was, now in pairs], whole_difference)
    return [_pair(was, now, by) for (was, now), by in zip(pairs, turned, strict=True)]


def _pair(was: float, now: float, turned: int) -> tuple[int, int]:
    if not was:
        return 0, turned
    return (-turned, 0) if not now else (max(round(now) - turned, 0), max(round(now), turned))


def by(minutes: float) -> str:
    """A difference in words: 轻 42 分, 重 1 小时 06 分, 没变."""
    if abs(minutes) < 1:
        return _("没变")
    return (_("轻 {n}") if minutes < 0 else _("重 {n}")).format(n=words.duration(abs(minutes)))


def _turned(shift: Shift, minutes: tuple[int, int]) -> Turned:
    word = TURNS.get(shift.turn) or (_("准入了") if shift.admitted else _("未准入"))
    return _row(word, f"《{shift.title}》", shift.issuer, minutes)


def _row(word: str, title: str, issuer: str, minutes: tuple[float, float]) -> Turned:
    was, now = minutes
    return Turned(word, title, issuer, words.duration(was), words.duration(now), by(now - was))


def _splits(shown: Sequence[Month], least: int) -> tuple[Split, ...]:
    if len(shown) < 2:
        return ()
    held = courses(shown)
    heads = tuple(_("{month} 月 {day} 日").format(month=each.day.month, day=each.day.day) for each in shown)
    small = _("不到 {least} 个岗位的并在一起。").format(least=least)
    counts = _("数的是：当天有效的表一个月还剩的时间，按当天知道的算。")
    return (
        _split(_("哪类岗位"), counts + small, heads, held.kinds, KINDS),
        _split(_("怎么来的"), counts, heads, held.ways, WAYS),
        _split(_("谁发的"), counts + small + _("按机构目录排。"), heads, held.offices, {}),
    )


def _split(title: str, counts: str, heads: tuple[str, ...], held: Safe, names: dict[str, str]) -> Split:
    named = [(names.get(each.name, each.name), each.figures) for each in held.groups]
    if held.rest:
        named.append((_("并在一起的"), held.rest.figures))
    columns = [whole(column) for column in zip(*(figures for _name, figures in named), strict=True)]
    rows = [
        (name, _cells(heads, tuple(column[at] for column in columns))) for at, (name, _f) in enumerate(named)
    ]
    joined = _("、").join(str(names.get(each, each)) for each in held.joined)
    note = _("并在一起的：{names}。").format(names=joined) if joined else ""
    return Split(title, counts, heads, tuple(rows), note, held.hidden)


def _cells(heads: Sequence[str], figures: Sequence[float]) -> tuple[tuple[str, str], ...]:
    return tuple((head, words.duration(each)) for head, each in zip(heads, figures, strict=True))


def _noted(month: Month) -> NotedRow:
    return NotedRow(
        words.day(month.day),
        len({each.demand for each in month.shares}),
        words.duration(month.before),
        words.duration(month.after),
        holds(month),
    )
