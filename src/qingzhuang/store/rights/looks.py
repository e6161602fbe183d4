"""What the person concerned may know: to whom data went, who looked at it or took it away, whom a correction must reach."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from qingzhuang.model.fact import Subject
from qingzhuang.model.work import Task
from qingzhuang.pipeline.tasks import TaskPlan
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.ledger.queries import chunks, owners_of
from qingzhuang.store.models import (
    Account,
    NoticeRow,
    ReportedRow,
    SeatRow,
    SeenRow,
    SubjectRow,
    TrailRow,
)
from qingzhuang.store.rights.told import told_of
from qingzhuang.store.tasks.demands import task_of
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.store.writing import BATCH, one_writer

_LOOKS = (Act.UNMASKED.value, Act.FETCHED.value)


@dataclass(frozen=True, slots=True)
class Reported:
    """One form that somebody stands in: which task, and the slot keys that it told."""

    task: Task
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """One act of seeing numbers whole or of taking data away: when, who, from which unit, what for."""

    at: datetime
    who: str
    unit: str
    act: Act
    purpose: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What an office is told of a form that it holds; `name` is empty when nobody knows the person any more."""

    task: int
    unit: str
    name: str
    element: str
    at: datetime


def note_reported(task: int, plan: TaskPlan) -> None:
    """Keep whom a form that is handed over names, and what it tells of each."""
    told = told_of(plan)
    known = numbers(told)
    ReportedRow.objects.filter(task=task).delete()
    ReportedRow.objects.bulk_create(
        [
            ReportedRow(task_id=task, subject_id=known[who], elements="\n".join(sorted(keys)))
            for who, keys in told.items()
            if who in known
        ],
        batch_size=BATCH,
    )


def reported(subject: Subject) -> tuple[Reported, ...]:
    """Return the forms that somebody, under any key, stands in, the latest first."""
    rows = ReportedRow.objects.filter(subject__in=owners_of(subject))
    rows = rows.select_related("task__demand__issuer", "task__unit").order_by("-task__answered_at")
    return tuple(Reported(task_of(row.task), tuple(row.elements.splitlines())) for row in rows)


def looks(subject: Subject) -> tuple[Look, ...]:
    """Return who saw the whole numbers of somebody or took them away, the latest first."""
    owners = owners_of(subject)
    listed = set(SeenRow.objects.filter(subject__in=owners).values_list("step", flat=True))
    things = {f"subject {number}" for number in owners}
    every = TrailRow.objects.filter(Q(act__in=_LOOKS) | Q(pk__in=listed)).order_by("-pk")
    rows = [row for row in every.iterator() if row.pk in listed or _is_look(row, things)]
    names = dict(Account.objects.filter(pk__in={row.actor for row in rows}).values_list("pk", "name"))
    seats = SeatRow.objects.filter(pk__in={row.seat for row in rows}).values_list("pk", "unit__name")
    units = dict(seats)
    return tuple(
        Look(row.at, names.get(row.actor, ""), units.get(row.seat, ""), Act(row.act), row.purpose)
        for row in rows
    )


def _is_look(row: TrailRow, things: set[str]) -> bool:
    """The database cannot read what a step was about."""
    return row.act in _LOOKS and row.thing in things


def leave_of_all(step: Step, subjects: Iterable[Subject], at: datetime) -> None:
    """Leave a step on the trail that is about many, and note about whom."""
    with one_writer():
        number = leave(step, at)
        rows = [SeenRow(step_id=number, subject_id=each) for each in numbers(subjects).values()]
        SeenRow.objects.bulk_create(rows, batch_size=BATCH)


def tell_offices(subject: Subject, element: str, at: datetime, since: datetime | None = None) -> int:
    """Tell the offices that hold a form with the old value that it was corrected (no element: deleted), those that were
    handed it after a moment; returns how many forms it concerns."""
    told = [
        (each.task.number, number)
        for number in owners_of(subject)
        for each in reported(subject)
        if (not element or element in each.elements)
        and each.task.demand.erased_on is None
        and (since is None or (each.task.answered_at or at) > since)
    ]
    tasks = dict(told)
    NoticeRow.objects.bulk_create(
        [NoticeRow(task_id=task, subject=number, element=element, at=at) for task, number in tasks.items()]
    )
    return len(tasks)


def notices(tasks: Collection[int]) -> tuple[Notice, ...]:
    """Return what is told of tasks, the latest first."""
    found: list[NoticeRow] = []
    for part in chunks(tasks):
        found += NoticeRow.objects.filter(task__in=part).select_related("task__unit")
    names = dict(SubjectRow.objects.filter(pk__in={row.subject for row in found}).values_list("pk", "name"))
    return tuple(
        Notice(row.task_id, row.task.unit.name, names.get(row.subject, ""), row.element, row.at)
        for row in sorted(found, key=lambda row: row.at, reverse=True)
    )
