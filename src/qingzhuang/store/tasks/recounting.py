"""Counting a post's forms anew beside its pages: after the ledger has grown, and every morning."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings

from qingzhuang.model.organisation import Unit
from qingzhuang.model.work import Answer, Task
from qingzhuang.pipeline.giving_back import Birthday, GivenBack
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import About, State, Step, ask, handles, latest
from qingzhuang.store.ledger.numbered import numbers, subjects_numbered
from qingzhuang.store.organisation.units import unit
from qingzhuang.store.tasks.counting import refresh
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.store.tasks.planning import given_back, make_ready, ready

KIND = "recount"
AT_ONCE, AT_ONCE_SECONDS = (
    12,
    0.1,
)  # so many forms may be counted by a page, and as long as it may take for them
TOGETHER = 20  # forms of a post are counted so many at a time, and written down at once


def counted(post: Unit, mine: Sequence[Task], at: datetime) -> int:
    """Bring the counts of a post's tasks up to date and return how many are still being counted beside the page: all where
    the village is not in memory yet, else those for which there was no time."""
    if not settings.WORKER:
        return refresh(mine, at)
    known = ready(post, at.date())
    left = refresh(mine, at, AT_ONCE if known else 0, AT_ONCE_SECONDS)
    if not known:  # whoever looks at the desk opens a form next
        make_ready(post, at.date())
    if left or (not known and latest(KIND, {"unit": post.number}) is None):
        ask(KIND, {"unit": post.number}, at)
    return left


def back_for(post: Unit, day: date) -> GivenBack:
    """Return what the ledger gives back to a post: now, where its village is in memory or nobody works beside the pages;
    else as it was when its forms were counted last."""
    if not settings.WORKER or ready(post, day):
        return given_back(post, day)
    last = latest(KIND, {"unit": post.number}, State.DONE)
    return _back(last.result) if last is not None and last.result else GivenBack()


@handles(KIND, first=True)
def _recount(about: About, step: Step) -> dict[str, Any] | None:
    post = unit(about["unit"])
    if post is None:
        return None
    now = clock.now()
    count_all(post, now, step)
    return _kept(given_back(post, now.date()))


def count_all(post: Unit, now: datetime, step: Step | None = None) -> None:
    """Bring the counts of all open tasks of a post up to date, so many at a time."""
    open_ones = [each for each in tasks(post, live_on=now.date()) if each.said is Answer.OPEN]
    for done in range(0, len(open_ones), TOGETHER):
        if step and done:
            step(done, len(open_ones))
        refresh(open_ones[done : done + TOGETHER], now)


def _kept(back: GivenBack) -> dict[str, Any]:
    """By number and not by name: what is kept beside the ledger holds nobody's data."""
    known = numbers({each.subject for each in back.birthdays})
    days = [[known[each.subject], each.on.isoformat()] for each in back.birthdays if each.subject in known]
    return {"birthdays": days, "expiring": back.expiring, "expired": back.expired}


def _back(kept: dict[str, Any]) -> GivenBack:
    days = {number: date.fromisoformat(day) for number, day in kept["birthdays"]}
    found = zip(days.values(), subjects_numbered(tuple(days)), strict=False)
    birthdays = tuple(Birthday(subject, day) for day, subject in found)
    return GivenBack(birthdays, kept["expiring"], kept["expired"])
