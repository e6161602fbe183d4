"""Planning tasks against the ledger as it stands, and keeping the counts that lists show."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from qingzhuang.account.rates import rates_on
from qingzhuang.intake.read import read_form
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.form import Form
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Answer, Stage, Task
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.asking import wants
from qingzhuang.pipeline.giving_back import GivenBack, give_back
from qingzhuang.pipeline.placing import Placing, part_of
from qingzhuang.pipeline.tasks import TaskPlan, plan_task
from qingzhuang.store.blobs import ChangedError, fetch
from qingzhuang.store.current import current, mark
from qingzhuang.store.models import TaskRow
from qingzhuang.store.numbered import subjects_numbered
from qingzhuang.store.placing import kept_by, placing_of
from qingzhuang.store.touched import Pair, touched

_FORMS = 512  # as many forms stay read
_PLANS = 64  # as many plans stay made


@dataclass(slots=True)
class _Kept:
    """What holds while the ledger does not grow."""

    view: object = None
    desk: Desk | None = None
    plans: dict[tuple[str, str], TaskPlan] = field(default_factory=dict)
    back: dict[str, GivenBack] = field(default_factory=dict)
    placing: Placing | None = None
    parts: dict[str, Desk] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Outline:
    """What a form asked and waited for when it was last planned."""

    asked: frozenset[Pair]
    waiting: frozenset[Pair]


_kept = _Kept()
_outlines: dict[tuple[str, str], _Outline] = {}


def form_of(file: str, blob: str) -> Form:
    """Return the form of kept bytes. Raises ProblemError as reading does, OSError when the bytes are not here."""
    return _form(file, blob)


@lru_cache(maxsize=_FORMS)
def _form(file: str, blob: str) -> Form:
    return read_form(file, fetch(blob))


def desk_on(day: date) -> Desk:
    """Return the answering desk over the ledger as it stands on a day; kept while the ledger does not grow."""
    return desk_seen(day)[1]


def desk_seen(day: date) -> tuple[int, Desk]:
    """Return the desk with the number of the last fact that it knows."""
    seen, view = current(day)
    if _kept.desk is None or _kept.view is not view:
        _kept.view, _kept.desk = view, Desk(view)
        _kept.plans, _kept.back, _kept.placing, _kept.parts = {}, {}, None, {}
    return seen.facts, _kept.desk


def placing_on(day: date) -> Placing:
    """Return of which village each subject is on a day."""
    return _placing(desk_on(day))


def _placing(desk: Desk) -> Placing:
    if _kept.placing is None or _kept.placing.desk is not desk:
        _kept.placing = placing_of(desk)
    return _kept.placing


def desk_for(unit: Unit, day: date) -> tuple[int, Desk]:
    """Return the desk over what a post may see, with the number of the last fact that it knows: the whole ledger where names
    tell whose is whose, else the post's own part of it."""
    seen, desk = desk_seen(day)
    placing = _placing(desk)
    if unit.path not in _kept.parts:
        _kept.parts[unit.path] = _part(placing, unit)
    return seen, _kept.parts[unit.path]


def part_then(desk: Desk, unit: Unit) -> Desk:
    """Return a post's own part of another desk than today's."""
    return _part(placing_of(desk), unit)


def _part(placing: Placing, unit: Unit) -> Desk:
    mine, whole = kept_by(unit)
    if mine == placing.villages.all and whole:
        return placing.desk
    if not whole and not mine <= placing.villages.all:  # it went into another one: only what was written then
        return placing.desk
    if not whole and all(placing.is_plain(each) for each in mine):
        return placing.desk
    return Desk(part_of(placing, mine, whole=whole))


def village_of(unit: Unit) -> str:
    """Return the village whose people a post answers for; empty for an office that answers for all."""
    return unit.name if unit.kind is UnitKind.VILLAGE else ""


def plan_of(task: Task, day: date, desk: Desk | None = None) -> TaskPlan:
    """Plan one task as the ledger stands on a day (on a desk that is at hand). Raises ProblemError and OSError as
    `form_of` does."""
    desk = desk or desk_for(task.unit, day)[1]
    key = (task.demand.blob, f"{task.unit.path} {task.about}")
    plans = _kept.plans
    found = plans.get(key) or plan_with(task, desk, day)
    if len(plans) < _PLANS:
        plans[key] = found
    return found


def plan_with(task: Task, desk: Desk, day: date) -> TaskPlan:
    """Plan one task on a desk."""
    form = form_of(task.demand.file, task.demand.blob)
    demand = Demand(form, Issuer(task.demand.issuer.name), Post(task.unit.name), task.demand.times_per_year)
    keys = tuple(each.key for each in subjects_numbered(task.about))
    made = plan_task(form, village_of(task.unit), demand, desk, rates_on(day), keys)
    if len(_outlines) > _FORMS:
        _outlines.clear()
    _outlines[task.demand.blob, task.unit.path] = _Outline(made.asks, wants(made))
    return made


def refresh(tasks: Iterable[Task], at: datetime) -> None:
    """Plan again the open tasks whose counts may have changed since they were planned, and keep their counts; what was
    answered keeps those of that day."""
    grown = mark().count
    old = [
        each
        for each in tasks
        if each.said is Answer.OPEN and not (each.planned == grown and each.how and _of_today(each, at))
    ]
    since = [each.planned_at for each in old if each.planned_at]
    changed = touched(min(since)) if since else None
    same = [each.number for each in old if _of_today(each, at) and not _concerns(each, changed)]
    if same:
        TaskRow.objects.filter(pk__in=same).update(ledger=grown)
    for each in old:
        if each.number not in same:
            _plan_again(each, at, grown)


def _of_today(task: Task, at: datetime) -> bool:
    """Facts run out and people grow older overnight."""
    return task.planned_at is not None and task.planned_at.astimezone(at.tzinfo).date() == at.date()


def _concerns(task: Task, changed: Iterable[tuple[Pair, datetime]] | None) -> bool:
    outline = _outlines.get((task.demand.blob, task.unit.path))
    if changed is None or outline is None or not task.how or task.planned_at is None:
        return True
    return any(
        pair in outline.asked or pair in outline.waiting for pair, at in changed if at > task.planned_at
    )


def _plan_again(task: Task, at: datetime, grown: int) -> None:
    try:
        planned = plan_of(task, at.date())
    except (ProblemError, OSError, ChangedError):  # its own page says why; the others stay on the desk
        TaskRow.objects.filter(pk=task.number).update(ledger=grown)
        return
    keep_counts(task, planned, at, grown)


def keep_counts(task: Task, planned: TaskPlan, at: datetime, grown: int) -> None:
    """Keep what a plan counts."""
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


def given_back(unit: Unit, day: date) -> GivenBack:
    """Return what the ledger has for a post of its own accord."""
    _seen, desk = desk_for(unit, day)
    back = _kept.back
    found = back.get(unit.path) or give_back(desk, village_of(unit))
    back[unit.path] = found
    return found


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


def wanted_by(others: Iterable[Task], day: date) -> dict[Pair, tuple[str, ...]]:
    """Return which other open forms wait for the same answer, by title. A form planned on an older ledger is taken as it
    was then: answers only take from what it waits for."""
    found: dict[Pair, tuple[str, ...]] = {}
    for each in others:
        key = (each.demand.blob, each.unit.path)
        if key not in _outlines:
            plan_of(each, day)
        for pair in _outlines[key].waiting if key in _outlines else ():
            found[pair] = (*found.get(pair, ()), each.demand.title)
    return found
