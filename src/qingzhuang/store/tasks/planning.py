"""Planning tasks against the ledger as it stands."""

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TypeVar, cast

from qingzhuang.account.rates import rates_on
from qingzhuang.answer.rolls_beyond import beyond_of
from qingzhuang.intake.read import read_form
from qingzhuang.intake.taught import Taught
from qingzhuang.language import tongue
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.form import Form
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.work import Answer, Stage, Task
from qingzhuang.pipeline.answering import Desk, Understood, understand
from qingzhuang.pipeline.giving_back import GivenBack, give_back
from qingzhuang.pipeline.placing import Placing
from qingzhuang.pipeline.tasks import TaskPlan, plan_task
from qingzhuang.store.beside.converting import convert
from qingzhuang.store.blobs import fetch
from qingzhuang.store.gate.teaching import lessons_about
from qingzhuang.store.ledger.numbered import subjects_numbered
from qingzhuang.store.memory.belonging import belonging_then
from qingzhuang.store.memory.parts import Part, belonging_on, keep_ready, part_of, quick
from qingzhuang.store.memory.placing import kept_by

T = TypeVar("T")
_FORMS = 1_024  # as many forms stay read and understood
_PLANS = 64  # as many plans stay made


def form_of(file: str, blob: str) -> Form:
    """Return the form of kept bytes. Raises ProblemError as reading does, OSError when the bytes are not here."""
    return _form(file, blob, lessons_about(blob))


@lru_cache(maxsize=_FORMS)
def _form(file: str, blob: str, lessons: tuple[Taught, ...]) -> Form:
    return read_form(file, fetch(blob), converter=convert(), lessons=lessons)


def understood_of(file: str, blob: str) -> Understood:
    """Return what a form of kept bytes asks, whoever fills it. Raises as `form_of` does."""
    return _understood(file, blob, lessons_about(blob))


@lru_cache(maxsize=_FORMS)
def _understood(file: str, blob: str, lessons: tuple[Taught, ...]) -> Understood:
    """What a form asks is the same in every village."""
    return understand(_form(file, blob, lessons))


def desk_on(day: date) -> Desk:
    """Return the answering desk over the whole ledger as it stands on a day: for what is about no village in particular."""
    return part_of(None, day).desk


def desk_of(unit: Unit, day: date) -> tuple[int, Desk]:
    """Return the desk over what a post answers for, with the number of the last fact that it knows."""
    part = part_of(kept_by(unit), day)
    return part.mark.facts, part.desk


def own_part(unit: Unit, day: date) -> Part:
    """Return what a post answers for as the ledger stands."""
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
    part = own_part(task.unit, day)
    key = ("plan", tongue(), task.demand.blob, task.unit.path, task.about)
    found = part.extra.get(key)
    if not isinstance(found, TaskPlan):
        found = plan_with(task, part.desk, day)
        if len(part.extra) < _PLANS:
            part.extra[key] = found
    return found


def once(task: Task, day: date, what: str, produce: Callable[[], T]) -> T:
    """Return what was produced for a task before, as long as the ledger of its village stands still."""
    part = own_part(task.unit, day)
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
    known = understood_of(task.demand.file, task.demand.blob)
    return plan_task(form, village_of(task.unit), demand, desk, rates_on(day), keys, known)


def given_back(unit: Unit, day: date) -> GivenBack:
    """Return what the ledger has for a post of its own accord."""
    part = own_part(unit, day)
    found = part.extra.get("back")
    if not isinstance(found, GivenBack):
        found = give_back(part.desk, village_of(unit))
        part.extra["back"] = found
    return found


def ready(unit: Unit, day: date) -> bool:
    """Tell whether what a post answers for is in memory or soon read, so that its forms can be planned at once."""
    return quick(kept_by(unit), day)


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
