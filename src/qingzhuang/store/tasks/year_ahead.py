"""What a post will be asked in the coming months: reckoned beside the pages, once a day, by number only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings

from qingzhuang.account.rates import rates_on
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.year.due import rounds_left
from qingzhuang.answer.year.needs import Dated
from qingzhuang.model.organisation import Unit
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Answer, Task
from qingzhuang.pipeline.post_year import PostYear, post_year, post_year_from
from qingzhuang.pipeline.year_by_form import Form, asking_by_form
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import About, Job, State, Step, ask, handles, latest
from qingzhuang.store.beside.packed import packed, unpacked
from qingzhuang.store.blobs import ChangedError
from qingzhuang.store.ledger.mark import mark
from qingzhuang.store.organisation.units import unit
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.store.tasks.planning import own_part, plan_of

KIND = "year"
_A_WHILE = timedelta(minutes=5)
GOOD_FOR = timedelta(days=5)  # less than jobs are kept for


@dataclass(frozen=True, slots=True)
class Ahead:
    """What was reckoned last (None before the first); `job` is the reckoning that is under way or failed, None when what is
    here is of today."""

    year: PostYear | None
    job: Job | None


def ahead_for(post: Unit, at: datetime, *, closely: bool = False) -> Ahead | None:
    """Return what a post will be asked; it is reckoned anew once a day, for who looks `closely` also when the ledger has grown
    since, a while after. None where nobody works beside the pages."""
    if not settings.WORKER:
        return None
    about = {"unit": post.number}
    last = latest(KIND, about, State.DONE)
    found = kept_year(last)
    if last is not None and found is not None and found.day == at.date():
        grown = closely and last.ended_at is not None and at - last.ended_at > _A_WHILE
        if not grown or last.result.get("ledger") == mark().count:
            return Ahead(found, None)
    tried = latest(KIND, about)
    failed = tried is not None and tried.state is State.FAILED and _of(tried) == at.date()
    return Ahead(found, tried if failed else ask(KIND, about, at))


def good_year(post: int, day: date) -> PostYear | None:
    """Return what a post's year was last reckoned to be, None where that is of another month or too old."""
    found = kept_year(latest(KIND, {"unit": post}, State.DONE))
    if found is None or (found.day.year, found.day.month) != (day.year, day.month):
        return None
    return found if day - found.day < GOOD_FOR else None


def ask_year(post: int, at: datetime) -> bool:
    """Have a post's year reckoned; False where that failed today already."""
    tried = latest(KIND, {"unit": post})
    if tried is not None and tried.state is State.FAILED and _of(tried) == at.date():
        return False
    ask(KIND, {"unit": post}, at)
    return True


def _of(job: Job) -> date | None:
    return job.ended_at.astimezone(clock.CHINA).date() if job.ended_at else None


def kept_year(job: Job | None) -> PostYear | None:
    """Read what came of a job; what an older program kept is none."""
    try:
        return post_year_from(unpacked(job.result["year"])) if job is not None and job.result else None
    except (KeyError, TypeError, ValueError):
        return None


@handles(KIND)
def _reckon(about: About, step: Step) -> dict[str, Any] | None:
    del step
    post, ledger = unit(about["unit"]), mark().count
    if post is None:
        return None
    return {"year": packed(year_of(post, clock.now().date()).as_tree()), "ledger": ledger}


def year_of(post: Unit, day: date) -> PostYear:
    """Reckon the calendar of a post from all its demands that are in force."""
    mine = tasks(post, live_on=day)
    forms = [Form(tuple(_dated(each, day)), each.demand.times_per_year) for each in mine]
    found = asking_by_form(forms, own_part(post, day).desk, rates_on(day), day)
    return post_year(found, [each.demand.number for each in mine], day)


def _dated(task: Task, day: date) -> Iterator[Dated]:
    sent = task.demand
    deadline = sent.deadline.astimezone(clock.CHINA).date() if sent.deadline else None
    days = rounds_left(
        sent.times_per_year, deadline, day, open_now=task.said is Answer.OPEN, last=sent.expires_on
    )
    yield from (Dated(plan, days) for plan in _plans(task, day, days))


def _plans(task: Task, day: date, days: Sequence[date]) -> Sequence[Plan]:
    try:
        return plan_of(task, day).plans if days else ()
    except (ProblemError, OSError, ChangedError):  # its own page says why
        return ()
