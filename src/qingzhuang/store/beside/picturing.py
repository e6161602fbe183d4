"""Pictures of a form as it will look, drawn beside the page and kept for a while by the file's content."""

from collections.abc import Collection
from typing import Any

from django.conf import settings

from qingzhuang.intake.sniff import sniff
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.work import Task
from qingzhuang.office.picture import can_draw, pictures
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import About, Job, State, Step, ask, done, handles, latest
from qingzhuang.store.beside.waiting import held_back, hold, let_go
from qingzhuang.store.tasks.demands import task as task_numbered
from qingzhuang.store.tasks.handing import Made, make

KIND = "picture"


def able() -> bool:
    """Tell whether pictures can be drawn here, and somebody works beside the pages to draw them."""
    return settings.WORKER and can_draw()


def picture_of(task: Task, made: Made) -> Job:
    """Return the job of drawing a form as it stands: asked for where it was not, or where its pictures are gone."""
    about = {"task": task.number, "of": made.digest}
    last = latest(KIND, about)
    if last is None or (last.state is State.DONE and _page(last, 0) is None):
        return ask(KIND, about, clock.now())
    return last


def page_of(task: Task, digest: str, number: int) -> bytes | None:
    """Return one page of what was drawn of a task's form; None when it is not there."""
    last = latest(KIND, {"task": task.number, "of": digest}, State.DONE)
    return _page(last, number) if last is not None else None


def forget_pictures(tasks: Collection[int] | None = None) -> None:
    """Throw away what was drawn of the forms of some tasks, of all where none are named: somebody on them is to be forgotten."""
    for job in done(KIND):
        if tasks is None or job.about["task"] in tasks:
            for name in job.result or []:
                let_go(name)


def _page(job: Job, number: int) -> bytes | None:
    names: list[str] = job.result or []
    return held_back(names[number]) if 0 <= number < len(names) else None


@handles(KIND)
def _draw(about: About, step: Step) -> list[Any] | None:
    found = task_numbered(about["task"])
    if found is None:
        return None
    step(0, 1)
    made = make(found, clock.today())
    name, first = made.parts[0]
    drawn = pictures(first.content, sniff(name, first.content)) if made.digest == about["of"] else []
    if not drawn:
        raise ProblemError(_not_drawn(found))
    now = clock.now()
    return [hold(each, now) for each in drawn]


def _not_drawn(task: Task) -> Problem:
    return Problem(
        "QZ-W134",
        task.demand.file,
        _("这张表没有画成，可能是刚改过，或者画得太久停下了。"),
        _("下面照格子画的是对的；也可以再画一次。"),
    )
