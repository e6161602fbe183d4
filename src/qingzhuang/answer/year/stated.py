"""As of which days a form that comes again and again wants its figures: the day that it prints moves along with the days on which it is
due, a month's last day stays one."""

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

_A_MONTH = 28


def stated_days(stated: date | None, days: Sequence[date]) -> Iterator[date | None]:
    """Yield for each day on which the form is due as of which day it wants figures: the first time as printed, also where that
    day is still to come."""
    before: date | None = None
    for day in days:
        if stated is not None and before is not None:
            stated = moved(stated, before, day)
        before = day
        yield stated


def moved(stated: date, before: date, now: date) -> date:
    """Return the day that is as far on as one day is from another: whole months, or days within four weeks."""
    if (now - before).days < _A_MONTH:
        return stated + (now - before)
    year, month = divmod(
        (stated.year * 12 + stated.month - 1)
        + (now.year * 12 + now.month)
        - (before.year * 12 + before.month),
        12,
    )
    last = calendar.monthrange(year, month + 1)[1]
    ends = (stated + timedelta(days=1)).day == 1
    return date(year, month + 1, last if ends else min(stated.day, last))
