"""Planning tasks against the ledger as it stands, and keeping the counts that lists show."""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import TypeVar, cast

from django.conf import settings

from qingzhuang.account.rates import rates_on
from qingzhuang.answer.rolls_beyond import beyond_of
from qingzhuang.intake.read import read_form
from qingzhuang.language import in_source, speaks_source, tongue
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.form import Form
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Answer, Stage, Task
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.giving_back import GivenBack, give_back
from qingzhuang.pipeline.placing import Placing
from qingzhuang.pipeline.tasks import TaskPlan, plan_task
from qingzhuang.store.asked import Answered, Asked, answered, asked_by, note_asked
from qingzhuang.store.belonging import belonging_then
from qingzhuang.store.blobs import ChangedError, fetch
from qingzhuang.store.clock import CHINA
from qingzhuang.store.converting import convert
from qingzhuang.store.files.kept import OutOfReachError
from qingzhuang.store.mark import mark
from qingzhuang.store.models import TaskRow
from qingzhuang.store.numbered import subjects_numbered
from qingzhuang.store.parts import Part, at_hand, belonging_on, keep_ready, part_of, rows_on
from qingzhuang.store.placing import kept_by
from qingzhuang.store.touched import Pair, touched

T = TypeVar("T")
Touched = tuple[tuple[Pair, datetime], ...]
Changed = tuple[tuple[Answered, datetime], ...]
_FORMS = 512  # as many forms stay read
_PLANS = 64  # as many plans stay made


def form_of(file: str, blob: str) -> Form:
    """Return the form of kept bytes. Raises ProblemError as reading does, OSError when the bytes are not here."""
    return _form(file, blob)


@lru_cache(maxsize=_FORMS)
def _form(file: str, blob: str) -> Form:
    return read_form(file, fetch(blob), converter=convert())


def desk_on(day: date) -> Desk:
    """Return the answering desk over the whole ledger as it stands on a day: for what is about no village in particular."""
    return part_of(None, day).desk


def desk_of(unit: Unit, day: date) -> tuple[int, Desk]:
    """Return the desk over what a post answers for, with the number of the last fact that it knows."""
    part = part_of(kept_by(unit), day)
    return part.mark.facts, part.desk


def _part(unit: Unit, day: date) -> Part:
    return part_of(kept_by(unit), day)


def placing_on(day: date) -> Placing:
    """Return of which village each subject is on a day."""
    return belonging_on(day).placing


def part_then(desk: Desk, unit: Unit) -> Desk:
    """Return a post's own part of another desk over the whole ledger than today's."""
    belonging = belonging_then(desk)
    share = kept_by(unit)
    held = belonging.held(share)
    if held is None or (held.plain and not share[1]):
        return desk
    view = replace(desk.view, beyond=beyond_of(desk.view))
    if not held.plain:
        return belonging.desk(view, share, desk.said)
    own = {who: view.facts[who] for who in held.subjects if who in view.facts}
    return Desk(replace(view, facts=own), desk.kin, desk.said)


def village_of(unit: Unit) -> str:
    """Return the village whose people a post answers for; empty for an office that answers for all."""
    return unit.name if unit.kind is UnitKind.VILLAGE else ""


def plan_of(task: Task, day: date) -> TaskPlan:
    """Plan one task as the ledger stands on a day. Raises ProblemError and OSError as `form_of` does."""
    part = _part(task.unit, day)
    key = ("plan", tongue(), task.demand.blob, task.unit.path, task.about)
    found = part.extra.get(key)
    if not isinstance(found, TaskPlan):
        found = plan_with(task, part.desk, day)
        if len(part.extra) < _PLANS:
            part.extra[key] = found
    return found


def once(task: Task, day: date, what: str, produce: Callable[[], T]) -> T:
    """Return what was produced for a task before, as long as the ledger of its village stands still."""
    part = _part(task.unit, day)
    key = (what, tongue(), task.demand.file, task.demand.blob, task.unit.path, task.about)
    if key not in part.extra:
        found = produce()
        if len(part.extra) < _PLANS:
            part.extra[key] = found
        return found
    return cast("T", part.extra[key])


def plan_with(task: Task, desk: Desk, day: date) -> TaskPlan:
    """Plan one task on a desk."""
    form = form_of(task.demand.file, task.demand.blob)
    demand = Demand(form, Issuer(task.demand.issuer.name), Post(task.unit.name), task.demand.times_per_year)
    keys = tuple(each.key for each in subjects_numbered(task.about))
    return plan_task(form, village_of(task.unit), demand, desk, rates_on(day), keys)


def refresh(tasks: Iterable[Task], at: datetime, seconds: float | None = None) -> int:
    """Plan again the open tasks whose counts may have changed since they were planned, and keep their counts; what was
    answered keeps those of that day. Return how many are left when the seconds are over (None: do all)."""
    until = None if seconds is None else time.monotonic() + seconds
    grown = mark().count
    old = [
        each
        for each in tasks
        if each.said is Answer.OPEN and not (each.planned == grown and each.how and _of_today(each, at))
    ]
    since = [each.planned_at for each in old if each.planned_at]
    changed = touched(min(since)) if since else None
    asked = asked_by(old) if changed else {}
    units = {each.unit.number: each.unit for each in old}
    theirs = {number: _theirs(each, changed, at.date()) for number, each in units.items()}
    same = [
        each.number
        for each in old
        if _of_today(each, at) and not _concerns(each, theirs[each.unit.number], asked.get(each.number))
    ]
    if same:
        TaskRow.objects.filter(pk__in=same).update(ledger=grown)
    todo = [each for each in old if each.number not in same]
    for done, each in enumerate(todo):
        if until is not None and time.monotonic() >= until:
            return len(todo) - done
        try:
            _plan_again(each, at, grown)
        except OutOfReachError:  # counted when the files can be had again; the desk stays open
            return len(todo) - done
    return 0


def _of_today(task: Task, at: datetime) -> bool:
    """Facts run out and people grow older overnight."""
    return task.planned_at is not None and task.planned_at.astimezone(at.tzinfo).date() == at.date()


def _concerns(task: Task, changed: Changed | None, asked: Asked | None) -> bool:
    if changed is None or not task.how or task.planned_at is None:
        return True
    since = [each for each, at in changed if at > task.planned_at]
    if not since or asked is None:
        return bool(since)
    return any(map(asked.concerns, since))


def _theirs(unit: Unit, changed: Touched | None, day: date) -> Changed | None:
    """Return what of all that was said may be about a post's own; where its village is not in memory, anything may."""
    if changed is None:
        return None
    if changed and village_of(unit) and ready(unit, day):
        view = _part(unit, day).desk.view
        changed = tuple(each for each in changed if view.canonical(each[0][0]) in view.facts)
    rows = rows_on(day) if changed else {}
    return tuple((answered(pair, rows), at) for pair, at in changed)


def _plan_again(task: Task, at: datetime, grown: int) -> None:
    try:
        planned = plan_of(task, at.date())
    except (ProblemError, OSError, ChangedError):  # its own page says why; the others stay on the desk
        TaskRow.objects.filter(pk=task.number).update(ledger=grown)
        return
    keep_counts(task, planned, at, grown)


def keep_counts(task: Task, planned: TaskPlan, at: datetime, grown: int) -> None:
    """Keep what a plan counts, its formulas in Chinese whoever looked first."""
    if not speaks_source():
        with in_source():
            planned = plan_of(task, at.date())
    TaskRow.objects.filter(pk=task.number).update(
        cells=planned.cells,
        filled=planned.filled,
        questions=len(planned.questions),
        before=planned.before.minutes.likely,
        after=planned.after.minutes.likely,
        how=f"{planned.before.formula}\n{planned.after.formula}",
        planned_at=at,
        ledger=grown,
    )
    note_asked(task, planned, at, rows_on(at.astimezone(CHINA).date()))


def given_back(unit: Unit, day: date) -> GivenBack:
    """Return what the ledger has for a post of its own accord."""
    part = _part(unit, day)
    found = part.extra.get("back")
    if not isinstance(found, GivenBack):
        found = give_back(part.desk, village_of(unit))
        part.extra["back"] = found
    return found


def ready(unit: Unit, day: date) -> bool:
    """Tell whether what a post answers for is in memory, so that its forms can be planned at once."""
    return at_hand(kept_by(unit), day)


def make_ready(unit: Unit, day: date) -> None:
    """Begin to read what a post answers for, beside the page."""
    threading.Thread(target=keep_ready, args=(day, kept_by(unit)), daemon=True).start()


def told_before(tasks: Iterable[Task], day: date) -> dict[int, Task]:
    """Return for the open demands that nobody admitted which form, handed over before, holds all that they ask."""
    all_of_them = tuple(tasks)
    odd = [each for each in all_of_them if (each.said, each.demand.stage) == (Answer.OPEN, Stage.UNADMITTED)]
    handed = [each for each in all_of_them if each.said is Answer.HANDED]
    found: dict[int, Task] = {}
    for each in odd if handed else ():
        asks = plan_of(each, day).asks
        for other in handed:
            if asks and asks <= plan_of(other, day).tells:
                found[each.number] = other
    return found


def wanted_by(others: Sequence[Task], pairs: Iterable[Pair], at: datetime) -> dict[Pair, tuple[str, ...]]:
    """Return which other open forms wait for the same answers, by title. A form planned on an older ledger is taken as it
    was then: answers only take from what it waits for. One that is still to be counted beside the page is left out."""
    new = [each for each in others if each.planned_at is None]
    if new and not settings.WORKER:
        refresh(new, at)
        others = [
            *(each for each in others if each.planned_at),
            *(replace(each, planned_at=at) for each in new),
        ]
    known, rows = asked_by(others), rows_on(at.date())
    waiting = [(each.demand.title, known[each.number]) for each in others if each.number in known]
    found = {pair: _waiting_for(answered(pair, rows), waiting) for pair in pairs}
    return {pair: titles for pair, titles in found.items() if titles}


def _waiting_for(answer: Answered, forms: Iterable[tuple[str, Asked]]) -> tuple[str, ...]:
    return tuple(title for title, its in forms if its.waits_for(answer))
