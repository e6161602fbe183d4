"""What the person concerned may ask about: to whom data went, who looked, what is to be deleted."""

from django.db import models

from qingzhuang.store.models.account import Account
from qingzhuang.store.models.demand import TaskRow
from qingzhuang.store.models.subject import SubjectRow
from qingzhuang.store.models.trail import TrailRow
from qingzhuang.store.models.unit import UnitRow


class ReportedRow(models.Model):
    """One subject in a form that was handed over; `elements` are the slot keys that it answered, a line each."""

    task = models.ForeignKey(TaskRow, on_delete=models.CASCADE, related_name="reported")
    subject = models.ForeignKey(SubjectRow, on_delete=models.PROTECT, related_name="reported")
    elements = models.TextField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "rights_reported"
        constraints = [models.UniqueConstraint(fields=["task", "subject"], name="rights_reported_once")]

    def __str__(self) -> str:
        return f"{self.task_id} {self.subject_id}"


class SeenRow(models.Model):
    """One subject of a list that was taken away; the trail's row says by whom and what for."""

    step = models.ForeignKey(TrailRow, on_delete=models.PROTECT, related_name="seen")
    subject = models.ForeignKey(SubjectRow, on_delete=models.PROTECT, related_name="seen")

    class Meta:  # noqa: D106 - Django's own
        db_table = "rights_seen"

    def __str__(self) -> str:
        return f"{self.step_id} {self.subject_id}"


class NoticeRow(models.Model):
    """What an office is told of a form that it holds: a value of somebody was corrected, or all of it deleted (no
    element). No value stands here."""

    task = models.ForeignKey(TaskRow, on_delete=models.CASCADE, related_name="notices")
    subject = models.BigIntegerField()
    element = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "rights_notice"

    def __str__(self) -> str:
        return f"{self.task_id} {self.element}"


class ErasureRow(models.Model):
    """One person proposes to delete, another one agrees. `thing` is "demand 5" or "subject 12", `unit` whose it is, `counts`
    what was deleted (JSON, figures only). Without `asked_by` it was proposed at the server."""

    thing = models.CharField(max_length=60, db_index=True)
    unit = models.ForeignKey(UnitRow, on_delete=models.PROTECT, null=True, related_name="erasures")
    ground = models.CharField(max_length=20)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="erasures_asked")
    asked_at = models.DateTimeField()
    settled_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="erasures_settled"
    )
    settled_at = models.DateTimeField(null=True)
    agreed = models.BooleanField(default=False)
    counts = models.TextField(default="{}")

    class Meta:  # noqa: D106 - Django's own
        db_table = "rights_erasure"

    def __str__(self) -> str:
        return self.thing


class LicenceRow(models.Model):
    """One row of a guarded table that an agreed erasure may remove. The database lets nothing else go."""

    erasure = models.ForeignKey(ErasureRow, on_delete=models.PROTECT, related_name="licences")
    table = models.CharField(max_length=40)
    row = models.BigIntegerField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "rights_licence"
        indexes = [models.Index(fields=["table", "row"], name="rights_licence_row")]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"
