"""Months side by side: reckoned again from what was known then, divided over time, and what moved between two of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from qingzhuang.account.monthly import all_months
from qingzhuang.account.rates import rates_on
from qingzhuang.model.month import Month
from qingzhuang.model.share import Share
from qingzhuang.privacy.small import Group, Safe, safe, smallest

SAME = 0.5  # minutes; what moves less did not move


def reckoned(month: Month) -> Month:
    """Reckon a month again from what was known then, at the rates of its day."""
    pairs = _minutes(month)
    before, after = sum(before for before, _after in pairs), sum(after for _before, after in pairs)
    return replace(month, before=before, after=after)


def holds(month: Month) -> bool:
    """Tell whether reckoning again gives what was noted."""
    again = reckoned(month)
    return abs(again.before - month.before) < SAME and abs(again.after - month.after) < SAME


def large(months: Iterable[Month], day: date) -> tuple[Month, ...]:
    """Leave out the months behind which too few posts stand."""
    least = smallest(day)
    return tuple(each for each in months if each.posts >= least)


@dataclass(frozen=True, slots=True)
class Courses:
    """Minutes that are left a month, by month: by kind of post, by way (`True`: admitted), by office. Figures stand in the
    order of the months. What is too small in any of them is put together in all."""

    kinds: Safe
    ways: Safe
    offices: Safe


def courses(months: Sequence[Month]) -> Courses:
    """Divide months in the three ways."""
    weighed = [(month, _minutes(month)) for month in months]
    return Courses(
        _divided(weighed, lambda month, each: (each.kind.value, month.by_kind.get(each.kind, 0))),
        _divided(weighed, lambda month, each: (str(each.admitted), month.posts)),
        _divided(weighed, lambda month, each: (each.issuer.name, month.by_office.get(each.issuer.number, 0))),
    )


def _divided(
    weighed: Sequence[tuple[Month, list[tuple[float, float]]]], of: Callable[[Month, Share], tuple[str, int]]
) -> Safe:
    sizes: dict[str, int] = {}
    figures: dict[str, list[float]] = {}
    for at, (month, minutes) in reversed(list(enumerate(weighed))):  # today's order first: the directory's
        for each, (_before, after) in zip(month.shares, minutes, strict=True):
            name, size = of(month, each)
            if size < sizes.get(name, size + 1):
                sizes[name] = size
            if name not in figures:
                figures[name] = [0.0] * len(weighed)
            figures[name][at] += after
    least = smallest(weighed[-1][0].day) if weighed else 0
    return safe([Group(name, sizes[name], tuple(held)) for name, held in figures.items()], least)


class Turn(StrEnum):
    """What became of a demand between two months."""

    CAME = "came"
    WENT = "went"
    LIGHTER = "lighter"
    HEAVIER = "heavier"


@dataclass(frozen=True, slots=True)
class Shift:
    """One demand that moved: minutes a month that were left at the first month, and at the second."""

    turn: Turn
    title: str
    issuer: str
    admitted: bool
    was: float
    now: float


@dataclass(frozen=True, slots=True)
class Moved:
    """From one month to another: the whole, each demand that moved, and `rest`: those that too few posts have, together
    with another one (their number, was, now), None when there is none."""

    first: Month
    last: Month
    shifts: tuple[Shift, ...]
    rest: tuple[int, float, float] | None
    hidden: bool


def moved_since(months: Sequence[Month], now: Month) -> Moved | None:
    """Hold today against the last month that was noted before this one, else against an earlier day of this one."""
    before = [each for each in months if (each.day.year, each.day.month) != (now.day.year, now.day.month)]
    found = before or [each for each in months if each.day < now.day]
    return moved(found[-1], now) if found else None


def moved(first: Month, last: Month) -> Moved:
    """Hold two months against each other, demand by demand; those that stayed as they were are left out."""
    was, now = _by_demand(first), _by_demand(last)
    least = smallest(last.day)
    changed = [each for each in {**was, **now} if _differs(was.get(each), now.get(each))]
    groups = [_group(each, was.get(each), now.get(each)) for each in changed]
    shown = safe(groups, least)
    told = {**was, **now}
    return Moved(
        first,
        last,
        tuple(_shift(told[int(each.name)], each, _turn(int(each.name), was, now)) for each in shown.groups),
        (len(shown.joined), shown.rest.figures[0], shown.rest.figures[1]) if shown.rest else None,
        shown.hidden or min(first.posts, last.posts) < least,
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """One demand in one month, over all kinds of posts."""

    title: str
    issuer: str
    admitted: bool
    posts: int
    after: float


def _by_demand(month: Month) -> dict[int, _Held]:
    held: dict[int, _Held] = {}
    for each, (_before, after) in zip(month.shares, _minutes(month), strict=True):
        known = held.get(each.demand)
        posts, sofar = (known.posts, known.after) if known else (0, 0.0)
        held[each.demand] = _Held(
            each.title, each.issuer.name, each.admitted, posts + each.posts, sofar + after
        )
    return held


def _differs(was: _Held | None, now: _Held | None) -> bool:
    return was is None or now is None or abs(was.after - now.after) >= SAME


def _group(number: int, was: _Held | None, now: _Held | None) -> Group:
    posts = min(each.posts for each in (was, now) if each is not None)
    return Group(str(number), posts, (was.after if was else 0.0, now.after if now else 0.0))


def _turn(number: int, was: Mapping[int, _Held], now: Mapping[int, _Held]) -> Turn:
    if number not in was:
        return Turn.CAME
    if number not in now:
        return Turn.WENT
    return Turn.LIGHTER if now[number].after < was[number].after else Turn.HEAVIER


def _shift(held: _Held, group: Group, turn: Turn) -> Shift:
    was, now = group.figures
    return Shift(turn, held.title, held.issuer, held.admitted, was, now)


def _minutes(month: Month) -> list[tuple[float, float]]:
    return all_months(month.shares, rates_on(month.day))
