"""Counting a post's forms anew beside its pages: after the ledger has grown, and every morning."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings

from qingzhuang.model.organisation import Unit
from qingzhuang.model.work import Answer, Task
from qingzhuang.pipeline.giving_back import Birthday, GivenBack
from qingzhuang.store import clock
from qingzhuang.store.demands import tasks
from qingzhuang.store.jobs import About, State, Step, ask, handles, latest
from qingzhuang.store.numbered import numbers, subjects_numbered
from qingzhuang.store.organisation import unit
from qingzhuang.store.planning import given_back, make_ready, ready, refresh

KIND = "recount"
AT_ONCE_SECONDS = 0.15  # as long a page may take for it


def counted(post: Unit, mine: Sequence[Task], at: datetime) -> int:
    """Bring the counts of a post's tasks up to date and return how many are still being counted beside the page: all where
    the village is not in memory yet, else those for which there was no time."""
    if not settings.WORKER:
        return refresh(mine, at)
    known = ready(post, at.date())
    left = refresh(mine, at, AT_ONCE_SECONDS if known else 0.0)
    if not known:  # whoever looks at the desk opens a form next
        make_ready(post, at.date())
    if left or latest(KIND, {"unit": post.number}) is None:
        ask(KIND, {"unit": post.number}, at)
    return left


def back_for(post: Unit, day: date) -> GivenBack:
    """Return what the ledger gives back to a post: now, where its village is in memory or nobody works beside the pages;
    else as it was when its forms were counted last."""
    if not settings.WORKER or ready(post, day):
        return given_back(post, day)
    last = latest(KIND, {"unit": post.number}, State.DONE)
    return _back(last.result) if last is not None and last.result else GivenBack()


@handles(KIND)
def _recount(about: About, step: Step) -> dict[str, Any] | None:
    post = unit(about["unit"])
    if post is None:
        return None
    now = clock.now()
    open_ones = [each for each in tasks(post, live_on=now.date()) if each.said is Answer.OPEN]
    for done, each in enumerate(open_ones):
        step(done, len(open_ones))
        refresh((each,), now)
    return _kept(given_back(post, now.date()))


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
