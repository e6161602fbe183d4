"""What a form asked when it was last planned."""

from django.db import models

from qingzhuang.store.models.demand import TaskRow
from qingzhuang.store.sealing.fields import SealedField


class AskedRow(models.Model):
    """Whom a task's form asked what, and what it waited for, when it was planned at `planned_at`: subjects by number, elements,
    no values (JSON). It follows from the ledger, and is written over."""

    task = models.OneToOneField(TaskRow, on_delete=models.CASCADE, related_name="+")
    planned_at = models.DateTimeField()
    said = SealedField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "work_asked"

    def __str__(self) -> str:
        return f"{self.task_id} {self.planned_at}"
