"""What a post will be asked in the coming months: reckoned beside the pages, once a day, by number only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings

from qingzhuang.account.rates import rates_on
from qingzhuang.answer.year.due import rounds_left
from qingzhuang.answer.year.needs import Dated
from qingzhuang.model.organisation import Unit
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Answer
from qingzhuang.pipeline.year import Asking, asking
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import About, Job, State, Step, ask, handles, latest
from qingzhuang.store.blobs import ChangedError
from qingzhuang.store.organisation.units import unit
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.store.tasks.planning import own_part, plan_of

KIND = "year"


@dataclass(frozen=True, slots=True)
class Ahead:
    """Questions by month, this one first; `before` is what the forms ask in the same months as they are, `least` what the twelve
    months ask at least."""

    day: date
    months: tuple[str, ...]
    asks: tuple[int, ...]
    before: tuple[int, ...]
    least: int


def ahead_for(post: Unit, at: datetime) -> Ahead | None:
    """Return what a post will be asked, as reckoned last; it is reckoned anew once a day, where somebody works beside the pages."""
    if not settings.WORKER:
        return None
    about = {"unit": post.number}
    found = _read(latest(KIND, about, State.DONE))
    if found is None or found.day != at.date():
        ask(KIND, about, at)
    return found


@handles(KIND)
def _reckon(about: About, step: Step) -> dict[str, Any] | None:
    del step
    post = unit(about["unit"])
    if post is None:
        return None
    day = clock.now().date()
    found = year_of(post, day)
    return {
        "day": day.isoformat(),
        "months": list(found.months),
        "asks": [found.of(month) for month in found.months],
        "before": [sum(each.cells for each in found.rounds if each.month == month) for month in found.months],
        "least": found.year.least,
    }


def year_of(post: Unit, day: date) -> Asking:
    """Reckon the calendar of a post from all its demands that are in force."""
    return asking(_dated(post, day), own_part(post, day).desk, rates_on(day), day)


def _dated(post: Unit, day: date) -> Iterator[Dated]:
    for task in tasks(post, live_on=day):
        sent = task.demand
        deadline = sent.deadline.astimezone(clock.CHINA).date() if sent.deadline else None
        days = rounds_left(
            sent.times_per_year, deadline, day, open_now=task.said is Answer.OPEN, last=sent.expires_on
        )
        try:
            plans = plan_of(task, day).plans if days else ()
        except (ProblemError, OSError, ChangedError):  # its own page says why
            continue
        yield from (Dated(plan, days) for plan in plans)


def _read(job: Job | None) -> Ahead | None:
    kept = job.result if job is not None else None
    if not kept:
        return None
    return Ahead(
        date.fromisoformat(kept["day"]),
        tuple(kept["months"]),
        tuple(kept["asks"]),
        tuple(kept["before"]),
        int(kept["least"]),
    )
