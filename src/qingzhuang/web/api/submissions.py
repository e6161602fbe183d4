"""A post's acts: what is asked of it, the questions that are left, one answer at a time, handing over, saying no."""

from typing import Annotated, Any

from django.http.response import HttpResponseBase
from ninja import Query
from pydantic import Field

from qingzhuang.language import later
from qingzhuang.model.organisation import Role
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.blobs import fetch
from qingzhuang.store.rights.taken import leave_taken
from qingzhuang.store.tasks.demands import answer
from qingzhuang.store.tasks.handing import hand_over, make
from qingzhuang.store.tasks.looking import Seen, decided, require_word, seen
from qingzhuang.store.tasks.parcel import paper_of
from qingzhuang.store.tasks.planning import plan_of
from qingzhuang.store.tasks.recounting import counted
from qingzhuang.store.trail import Act
from qingzhuang.store.writing import one_writer
from qingzhuang.web.api import routers
from qingzhuang.web.api.door import Bearer, Called, note, step_of
from qingzhuang.web.api.files import FILE, handed_out
from qingzhuang.web.api.mine import handed_to_me, my_task, my_tasks, tasks_to_do
from qingzhuang.web.api.parts import Listed, Number, Paging, Sent, Version, Words, answers, part_of, require
from qingzhuang.web.api.shapes import SubmissionOut, submission_out, submission_version


class _Asked(Paging):
    """Which submissions."""

    said: Answer | None = None


class Said(Sent):
    """What a post says to a demand: handed over, a "no" with its reason, or open again."""

    said: Answer
    reason: Annotated[Words, Field(description=later("“不”的缘由，可以空着"))] = ""


@routers.submissions.get("", response=answers(Listed[SubmissionOut]), summary=later("本岗位的事"))
def list_submissions(request: Called, part: Annotated[_Asked, Query()]) -> dict[str, Any]:
    """What was asked of this post, by deadline, with how much the ledger answers already; what is open is what still binds.
    Where many changed they are counted beside: the figures are those of `counted_at`."""
    now, seat = clock.now(), request.auth.seat
    counted(seat.unit, tasks_to_do(seat, now.date()), now)
    if part.said is Answer.OPEN:
        found = tasks_to_do(seat, now.date())
    else:
        found = [each for each in my_tasks(seat) if part.said in (None, each.said)]
    return part_of(request, part, found, submission_out)


@routers.submissions.get("/{int:number}", response=answers(SubmissionOut), summary=later("本岗位的一件事"))
def one_submission(request: Called, number: Number) -> SubmissionOut:
    """One demand at this post."""
    return submission_out(my_task(request.auth.seat, number))


@routers.submissions.put("/{int:number}", response=answers(SubmissionOut), summary=later("交出，或者说“不”"))
def say(request: Called, number: Number, said: Said, if_match: Version = None) -> SubmissionOut:
    """Hand the form over as the ledger fills it, say no with a reason, or put it back on the desk."""
    now = clock.now()
    files: tuple[Seen, ...] = ()
    if said.said is Answer.HANDED:  # planned before anybody is kept waiting
        mine = my_task(request.auth.seat, number)
        files = seen(mine, now.date()) if plan_of(mine, now.date()).filled else ()
        require_word(mine, files, said.reason)
    with one_writer():
        task = my_task(request.auth.seat, number)
        current = submission_out(task).model_dump(mode="json")
        yours = said.model_dump(mode="json")
        require(if_match, submission_version(task), f"submissions/{number}", yours=yours, current=current)
        handed = said.said is Answer.HANDED
        notes = decided(files, said.reason)
        done = hand_over(task, now, notes) if handed else answer(number, said.said, now, reason=said.reason)
    _note(request, task, done)
    return submission_out(my_task(request.auth.seat, number))


@routers.submissions.get(
    "/{int:number}/file",
    response=answers(None),
    auth=Bearer(Role.POST, Role.ISSUER),
    openapi_extra=FILE,
    summary=later("填好的表"),
)
def take_file(request: Called, number: Number) -> HttpResponseBase:
    """The issuer's own file, filled: for the post as it was handed over or as the ledger stands, for the issuer only what
    was handed over."""
    seat = request.auth.seat
    if seat.role is Role.ISSUER:
        task, made = handed_to_me(seat, number), None
        name, content = paper_of(task)
    else:
        task = my_task(seat, number)
        made = make(task, clock.today())
        name, content = made.name, fetch(task.blob) if task.blob else made.content
    step = step_of(request, Act.FETCHED, f"task {number}", purpose=task.demand.purpose)
    leave_taken(step, clock.now(), [task], made)
    return handed_out(content, name)


def _note(request: Called, before: Task, done: Task) -> None:
    thing = f"task {done.number}"
    if done.said is Answer.HANDED:
        if done.receipt != before.receipt:
            note(request, Act.HANDED, thing, detail=f"{done.receipt} {done.blob}")
    elif done.said is Answer.OPEN:
        note(request, Act.ANSWERED, thing, detail=Answer.OPEN.value)
    else:
        note(request, Act.SAID_NO, thing, detail=f"{done.said.value} {done.reason}")
