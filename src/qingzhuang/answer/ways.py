"""Which questions answer a blank: one element as of two days is two things, and both are spelt out (`model/thing.py`) wherever questions
are counted: of today, of a year, in a certificate."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from qingzhuang.answer.plan_cell import Missing
from qingzhuang.model.fact import Subject
from qingzhuang.model.thing import thing


def on_day(spelt: str, day: date | None) -> str:
    """Return what is asked of a key, as of a day where one is given."""
    return thing(spelt)._replace(day=day).spelt if day is not None else spelt


def ways_of(missing: Missing) -> tuple[str, tuple[str, ...]]:
    """Return what a blank asks and all that would answer it; of a day that is still to come it is asked as of that day, and once it came."""
    day = missing.day
    routes = tuple(on_day(each, day if each in missing.dated else None) for each in missing.routes)
    own = on_day(missing.key, day if missing.key in missing.dated else None)
    return own, routes


def with_days(
    wants: Iterable[tuple[Subject, str, date, int]], dated: Iterable[tuple[Subject, str]]
) -> Mapping[tuple[Subject, str, date], tuple[str, ...]]:
    """Return for what is wanted of somebody on a day, whatever the day it was true, which questions as of a stated day (`dated`, asked
    anyway) answer it too: as long as such an answer may be used. The number is for how many days that is."""
    days: defaultdict[tuple[Subject, str], set[date]] = defaultdict(set)
    for who, spelt in dated:
        asked = thing(spelt)
        if asked.day is not None:
            days[who, asked._replace(day=None).spelt].add(asked.day)
    if not days:
        return {}
    found = {}
    for who, spelt, on, lasts in wants:
        fit = sorted(day for day in days.get((who, spelt), ()) if day <= on <= day + timedelta(days=lasts))
        if fit:
            found[who, spelt, on] = tuple(on_day(spelt, day) for day in reversed(fit))
    return found
