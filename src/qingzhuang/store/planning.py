"""Planning tasks against the ledger as it stands, and keeping the counts that lists show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from qingzhuang.account.rates import rates_on
from qingzhuang.intake.read import read_form
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.form import Form
from qingzhuang.model.organisation import UnitKind
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Task
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.tasks import TaskPlan, plan_task
from qingzhuang.store.blobs import fetch
from qingzhuang.store.current import current, mark
from qingzhuang.store.models import TaskRow

_FORMS = 256  # as many forms stay read


@dataclass(slots=True)
class _Kept:
    view: object = None
    desk: Desk | None = None


_kept = _Kept()


def form_of(file: str, blob: str) -> Form:
    """Return the form of kept bytes. Raises ProblemError as reading does, OSError when the bytes are not here."""
    return _form(file, blob)


@lru_cache(maxsize=_FORMS)
def _form(file: str, blob: str) -> Form:
    return read_form(file, fetch(blob))


def desk_on(day: date) -> Desk:
    """Return the answering desk over the ledger as it stands on a day; kept while the ledger does not grow."""
    _mark, view = current(day)
    if _kept.desk is None or _kept.view is not view:
        _kept.view, _kept.desk = view, Desk(view)
    return _kept.desk


def plan_of(task: Task, day: date) -> TaskPlan:
    """Plan one task as the ledger stands on a day."""
    form = form_of(task.demand.file, task.demand.blob)
    demand = Demand(form, Issuer(task.demand.issuer.name), Post(task.unit.name), task.demand.times_per_year)
    village = task.unit.name if task.unit.kind is UnitKind.VILLAGE else ""
    return plan_task(form, village, demand, desk_on(day), rates_on(day))


def refresh(tasks: Iterable[Task], at: datetime) -> None:
    """Plan again the tasks that were planned on an older ledger, and keep their counts."""
    grown = mark().count
    for each in tasks:
        if each.planned == grown:
            continue
        TaskRow.objects.filter(pk=each.number).update(**_counts(each, at.date()), planned_at=at, ledger=grown)


def _counts(task: Task, day: date) -> dict[str, float]:
    """The counts of a task; a notice, or a file that nobody can read, has no cells to fill."""
    try:
        planned = plan_of(task, day)
    except (ProblemError, OSError, ValueError):
        return dict.fromkeys(("cells", "filled", "questions", "before", "after"), 0)
    return {
        "cells": planned.cells,
        "filled": planned.filled,
        "questions": len(planned.questions),
        "before": planned.before.minutes.likely,
        "after": planned.after.minutes.likely,
    }
