"""Keeping the counts that lists show: of each open task what its plan counts, until the ledger says something that may change it."""

import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from qingzhuang.language import in_source, speaks_source
from qingzhuang.model.organisation import Unit
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Answer, Task
from qingzhuang.pipeline.tasks import TaskPlan
from qingzhuang.store.blobs import ChangedError
from qingzhuang.store.clock import CHINA
from qingzhuang.store.files.kept import OutOfReachError
from qingzhuang.store.ledger.mark import mark
from qingzhuang.store.ledger.touched import Pair, touched
from qingzhuang.store.memory.parts import rows_on
from qingzhuang.store.models import TaskRow
from qingzhuang.store.organisation.units import unit
from qingzhuang.store.tasks.asked import Answered, Asked, answered, asked_by, note_asked
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.store.tasks.planning import own_part, plan_of, plan_with, ready, village_of

Touched = tuple[tuple[Pair, datetime], ...]
Changed = tuple[tuple[Answered, datetime], ...]
Planned = tuple[Task, TaskPlan]


def refresh(
    tasks: Iterable[Task], at: datetime, most: int | None = None, seconds: float | None = None
) -> int:
    """Plan again the open tasks whose counts may have changed since they were planned, and keep their counts; what was
    answered keeps those of that day. Where there are more than `most`, none is begun; after so many seconds no other is
    (None: do all). Return how many are left."""
    until = None if seconds is None else time.monotonic() + seconds
    grown = mark().count
    todo = _sorted_out(tasks, at, grown)
    if most is not None and len(todo) > most:
        return len(todo)
    made: list[Planned] = []
    unread: list[int] = []
    for done, each in enumerate(todo):
        if until is not None and time.monotonic() >= until:
            return _keep(made, unread, at, grown, left=len(todo) - done)
        try:
            made.append((each, plan_of(each, at.date())))
        except OutOfReachError:  # counted when the files can be had again; the desk stays open
            return _keep(made, unread, at, grown, left=len(todo) - done)
        except (ProblemError, OSError, ChangedError):  # its own page says why; the others stay on the desk
            unread.append(each.number)
    return _keep(made, unread, at, grown, left=0)


def plan_one(village: int, day: date) -> None:
    """Plan one open form of a village before anybody asks: what is found for it serves all its others. Nothing is kept of the
    plan itself."""
    post = unit(village)
    mine = tasks(post, live_on=day) if post is not None else ()
    first = next((each for each in mine if each.said is Answer.OPEN), None)
    if first is not None:
        with suppress(ProblemError, OSError, ChangedError, OutOfReachError):
            plan_with(first, own_part(first.unit, day).desk, day)


def _sorted_out(tasks: Iterable[Task], at: datetime, grown: int) -> list[Task]:
    """Return the tasks that must be planned again; those that nothing was said about since are marked as up to date."""
    old = [
        each
        for each in tasks
        if each.said is Answer.OPEN and not (each.planned == grown and each.how and _of_today(each, at))
    ]
    since = [each.planned_at for each in old if each.planned_at and _of_today(each, at)]
    changed = touched(min(since)) if since else None
    asked = asked_by(old) if changed else {}
    units = {each.unit.number: each.unit for each in old} if since else {}
    theirs = {number: _theirs(each, changed, at.date()) for number, each in units.items()}
    same = {
        each.number
        for each in old
        if _of_today(each, at) and not _concerns(each, theirs[each.unit.number], asked.get(each.number))
    }
    if same:
        TaskRow.objects.filter(pk__in=same).update(ledger=grown)
    return [each for each in old if each.number not in same]


def _keep(made: Sequence[Planned], unread: Sequence[int], at: datetime, grown: int, *, left: int) -> int:
    """Write what was planned down at once, where nobody else did meanwhile; return what is left."""
    if unread:
        TaskRow.objects.filter(pk__in=unread).update(ledger=grown)
    if made:
        rows = rows_on(at.astimezone(CHINA).date())
        inked = [
            (task, _in_chinese(task, plan, at))
            for task, plan in sorted(made, key=lambda each: each[0].number)
        ]
        with transaction.atomic():
            kept = [(task, plan) for task, plan in inked if _written(task, plan, at, grown)]
            note_asked(kept, at, rows)
    return left


def _written(task: Task, plan: TaskPlan, at: datetime, grown: int) -> bool:
    as_it_was = TaskRow.objects.filter(pk=task.number, said=task.said.value, planned_at=task.planned_at)
    return as_it_was.update(**_counts(plan), planned_at=at, ledger=grown) > 0


def keep_counts(task: Task, planned: TaskPlan, at: datetime, grown: int) -> None:
    """Keep what a plan counts, whatever stands there."""
    planned = _in_chinese(task, planned, at)
    rows = rows_on(at.astimezone(CHINA).date())
    with transaction.atomic():
        TaskRow.objects.filter(pk=task.number).update(**_counts(planned), planned_at=at, ledger=grown)
        note_asked([(task, planned)], at, rows)


def _in_chinese(task: Task, planned: TaskPlan, at: datetime) -> TaskPlan:
    """Formulas are kept in Chinese whoever looked first."""
    if speaks_source():
        return planned
    with in_source():
        return plan_of(task, at.date())


def _counts(planned: TaskPlan) -> dict[str, object]:
    return {
        "cells": planned.cells,
        "filled": planned.filled,
        "questions": len(planned.questions),
        "before": planned.before.minutes.likely,
        "after": planned.after.minutes.likely,
        "how": f"{planned.before.formula}\n{planned.after.formula}",
    }


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
        view = own_part(unit, day).desk.view
        changed = tuple(each for each in changed if view.canonical(each[0][0]) in view.facts)
    rows = rows_on(day) if changed else {}
    return tuple((answered(pair, rows), at) for pair, at in changed)


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
