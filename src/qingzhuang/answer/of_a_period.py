"""What is paid, drawn or worked in one month or year: it answers a form of that time, and no other."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from qingzhuang.answer.plan_cell import Asked, State
from qingzhuang.answer.plan_found import Found
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.model.thing import thing

_NOW, _MONTHS = re.compile(r"\{([MQH])\+0\}"), {"M": 1, "Q": 3, "H": 6}


def in_time(found: Found, asked: Asked, resolver: Resolver) -> Found:
    """Return what was found, as something to ask about where it was said of another time than the form's; 本月 on a form without a month is
    the month of the form's day. Of a time to come (next year's contributions) only what somebody said by word may be meant."""
    key = thing(asked.key or "").key  # without what tells which form it is of
    within = asked.within or _around(resolver.day, key)
    if within is None or not found.origin.state.writes:
        return found
    first, last = within
    said = [each for each in found.origin.facts if each.element == key]
    if first > resolver.view.as_of:
        fits = all(not each.source.file for each in said)
    else:
        fits = all(first <= each.as_of <= last for each in said)
    return found if fits else Found(None, replace(found.origin, state=State.STALE))


def _around(day: date, key: str) -> tuple[date, date] | None:
    """The first and last day of the month, quarter or half-year of a day that a key means by 本月, 本季度, 本半年."""
    grain = _NOW.search(key)
    if grain is None:
        return None
    length = _MONTHS[grain[1]]
    last = -(-day.month // length) * length
    return date(day.year, last - length + 1, 1), date(day.year, last, monthrange(day.year, last)[1])
