"""Handing a form over: the issuer's own file from the ledger, kept by its content, with a receipt that can be checked."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from gettext import gettext as _

from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.work import Answer, Task
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.handing import Returned, returned
from qingzhuang.pipeline.tasks import TaskPlan
from qingzhuang.store.blobs import fetch, keep
from qingzhuang.store.clock import CHINA
from qingzhuang.store.current import mark
from qingzhuang.store.demands import answer
from qingzhuang.store.planning import keep_counts, plan_of, plan_with
from qingzhuang.store.queries import ledger_view


@dataclass(frozen=True, slots=True)
class Made:
    """A form made from the ledger, and the plan behind it."""

    name: str
    returned: Returned
    plan: TaskPlan

    @property
    def digest(self) -> str:
        """The sha256 of the file."""
        return hashlib.sha256(self.returned.content).hexdigest()


def make(task: Task, day: date) -> Made:
    """Fill a task's form as the ledger stands. Raises ProblemError when it cannot be read or written, OSError when its
    bytes are not here."""
    return _made(task, plan_of(task, day))


def hand_over(task: Task, at: datetime) -> Task:
    """Fill the form, keep the file, note the receipt; the same file handed over again keeps its receipt, another one
    gets a new one. Raises as `make` does, and ProblemError QZ-W104."""
    grown = mark().count
    made = make(task, at.date())
    if not made.returned.written or not made.plan.filled:
        raise ProblemError(_nothing_to_hand(task))
    if task.said is Answer.HANDED and made.digest == task.blob:
        return task
    blob = keep(made.returned.content)
    code, open_ = receipt_code(task, blob, at), open_words(made.returned)
    handed = answer(task.number, Answer.HANDED, at, receipt=code, blob=blob, reason=open_)
    keep_counts(handed, made.plan, at, grown)
    return handed


def open_words(done: Returned) -> str:
    """What is left blank, a line each, as the receipt says it."""
    return "\n".join(_("{name}：{count} 格").format(name=name, count=count) for name, count in done.waiting)


def receipt_code(task: Task, blob: str, at: datetime) -> str:
    """A code that names the day, the task and the file."""
    return f"{at.astimezone(CHINA):%Y%m%d}-{task.number}-{blob[:8].upper()}"


def made_again(task: Task, content_of: Callable[[str], bytes] = fetch) -> str:
    """Fill a form that was handed over once more, from what the ledger knew then, and return its sha256. Raises as
    `make` does."""
    at = task.answered_at
    if at is None:
        return ""
    day = at.astimezone(CHINA).date()
    then = Desk(ledger_view(as_of=day, known_at=at))
    return _made(task, plan_with(task, then, day), content_of).digest


def _made(task: Task, plan: TaskPlan, content_of: Callable[[str], bytes] = fetch) -> Made:
    first = plan.plans[0]
    done = returned(task.demand.file, content_of(task.demand.blob), first)
    stem, dot, tail = task.demand.file.rpartition(".")
    return Made(f"{stem or tail}（{task.unit.name}）{dot}{tail if stem else ''}", done, plan)


def _nothing_to_hand(task: Task) -> Problem:
    return Problem(
        "QZ-W121",
        task.demand.title,
        _("这张表一格也没有填上，没有交。"),
        _("请先答几问；确实没有的，请答“没有这样的事”。"),
    )
