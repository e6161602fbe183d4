"""Files that were taken away with the numbers in full: a step on the trail, and a look for everybody whom the file names."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from qingzhuang.model.work import Task
from qingzhuang.store.clock import CHINA
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.ledger.queries import chunks
from qingzhuang.store.models import ReportedRow, SeenRow, TrailRow
from qingzhuang.store.rights.told import told_of
from qingzhuang.store.tasks.handing import Made
from qingzhuang.store.trail import Step, leave
from qingzhuang.store.writing import BATCH, one_writer

_NAMING = ("person.name", "person.phone", "bank.account")


def leave_taken(step: Step, at: datetime, tasks: Iterable[Task], made: Made | None = None) -> None:
    """Leave a step about the forms of tasks as they were handed over, or about one as the ledger fills it now (`made`); whom
    they name is noted once per account, file and day."""
    asked = list(tasks)
    blobs = [each.blob for each in asked if each.blob] or ([made.digest] if made else [])
    file = blobs[0] if len(blobs) == 1 else hashlib.sha256("\n".join(blobs).encode()).hexdigest()
    with one_writer():
        known = _noted(step, file, at)
        number = leave(replace(step, detail=f"{step.detail} {file}".strip()), at)
        if known:
            return
        fresh = made is not None and made.digest == file
        who = set(numbers(told_of(made.plan, figures=False)).values()) if made and fresh else _handed(asked)
        SeenRow.objects.bulk_create(
            [SeenRow(step_id=number, subject_id=each) for each in sorted(who)], batch_size=BATCH
        )


def _noted(step: Step, file: str, at: datetime) -> bool:
    """Tell whether the account's taking this file was noted on this day."""
    day = at.astimezone(CHINA).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = TrailRow.objects.filter(actor=step.actor, act=step.act.value, at__gte=day, at__lte=at)
    return any(row.detail.endswith(file) and row.thing == step.thing for row in rows)


def _handed(tasks: Iterable[Task]) -> set[int]:
    """Whom forms named when they were handed over; somebody who was only counted was told neither by name nor by number."""
    found: set[int] = set()
    for some in chunks([each.number for each in tasks]):
        for who, keys in ReportedRow.objects.filter(task__in=some).values_list("subject", "elements"):
            if any(key.rpartition("@")[2] in _NAMING for key in keys.splitlines()):
                found.add(who)
    return found
