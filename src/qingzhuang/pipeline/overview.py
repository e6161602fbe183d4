"""Minutes a month over all posts of a place, divided in a few ways, never by person and never by village."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qingzhuang.account.monthly import all_months
from qingzhuang.account.rates import Rates, rates_on
from qingzhuang.model.month import Month
from qingzhuang.model.organisation import UnitKind
from qingzhuang.model.share import Share
from qingzhuang.privacy.small import Group, Safe, safe, smallest

MONTHS_SHOWN = 8
Minutes = tuple[float, float]  # a month's, before and after


@dataclass(frozen=True, slots=True)
class Counted:
    """How many posts any demand ever reached: by kind, and by the number of the office that asked."""

    by_kind: Mapping[UnitKind, int]
    by_office: Mapping[int, int]

    @property
    def posts(self) -> int:
        """All posts."""
        return sum(self.by_kind.values())


@dataclass(frozen=True, slots=True)
class Moment:
    """Minutes a month as things stood on a day; `noted` when they were written down then, else they are reckoned from
    what is known now."""

    day: date
    before: float
    after: float
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """Minutes a month on `day`. `kinds` are named by UnitKind, `ways` by whether demands were admitted (`True`, `False`);
    where fewer than `least` posts stand behind the whole, nothing is shown (`hidden`)."""

    day: date
    least: int
    posts: int
    demands: int
    before: float
    after: float
    kinds: Safe
    offices: Safe
    ways: Safe
    course: tuple[Moment, ...]
    waiting: int
    rates: Rates
    hidden: bool


def overview(shares: Sequence[Share], counted: Counted, day: date, months: Sequence[Month] = ()) -> Overview:
    """Lay out what binds posts on a day; `waiting` counts what was not weighed yet and so is in no figure. `months` are
    those that were noted."""
    rates, least = rates_on(day), smallest(day)
    live = [each for each in shares if each.in_force(day)]
    weighed = tuple(zip(live, all_months(live, rates), strict=True))
    before, after = _sum(each for _share, each in weighed)
    return Overview(
        day=day,
        least=least,
        posts=counted.posts,
        demands=len({each.demand for each in live}),
        before=before,
        after=after,
        kinds=_divided(weighed, least, lambda each: (each.kind.value, counted.by_kind[each.kind])),
        offices=_divided(
            weighed, least, lambda each: (each.issuer.name, counted.by_office[each.issuer.number])
        ),
        ways=_divided(weighed, least, lambda each: (str(each.admitted), counted.posts)),
        course=_course(shares, day, rates, months),
        waiting=sum(each.posts - each.planned for each in live),
        rates=rates,
        hidden=counted.posts < least,
    )


def _divided(
    weighed: Iterable[tuple[Share, Minutes]], least: int, of: Callable[[Share], tuple[str, int]]
) -> Safe:
    """Groups in the order in which they come: that of the directory."""
    parts: dict[tuple[str, int], list[Minutes]] = {}
    for share, minutes in weighed:
        parts.setdefault(of(share), []).append(minutes)
    return safe([Group(name, size, _sum(held)) for (name, size), held in parts.items()], least)


def _sum(minutes: Iterable[Minutes]) -> Minutes:
    befores, afters = tuple(zip(*minutes, strict=True)) or ((), ())
    return sum(befores), sum(afters)


def _course(shares: Sequence[Share], day: date, rates: Rates, months: Sequence[Month]) -> tuple[Moment, ...]:
    """The months before as they were noted where they were, then the day itself."""
    noted = {(each.day.year, each.day.month): each for each in months}
    *ends, last = _month_ends(day)
    return (
        *(_past(shares, at, rates, noted.get((at.year, at.month))) for at in ends),
        _moment(shares, last, rates),
    )


def _past(shares: Iterable[Share], at: date, rates: Rates, noted: Month | None) -> Moment:
    if noted is None:
        return _moment(shares, at, rates)
    return Moment(noted.day, noted.before, noted.after, noted=True)


def _moment(shares: Iterable[Share], at: date, rates: Rates) -> Moment:
    return Moment(at, *_sum(all_months((each for each in shares if each.in_force(at)), rates)))


def _month_ends(day: date) -> tuple[date, ...]:
    """The last days of the months before, then the day itself."""
    ends = [day]
    while len(ends) < MONTHS_SHOWN:
        ends.append(ends[-1].replace(day=1) - timedelta(days=1))
    return tuple(reversed(ends))
