"""Demands as they are sent and admitted, and what each post does with them."""

from django.db import models

from qingzhuang.model.work import Answer, Stage
from qingzhuang.store.models.unit import UnitRow
from qingzhuang.store.sealing.fields import SealedField


class DemandRow(models.Model):
    """One form that an office sends. `blob` names its bytes (sha256). `number` is given when it is admitted, `expires_on`
    is the last day on which it binds anybody. `before` and `after` are minutes a year at one post, `columns` how many
    items it asks, `known` how many of them the ledger answers. `decided_at` is when it was admitted, returned or reached posts;
    `erased_on` when what came in for it was deleted."""

    title = SealedField()
    file = SealedField()
    blob = models.CharField(max_length=64)
    issuer = models.ForeignKey(UnitRow, on_delete=models.PROTECT, related_name="demands")
    stage = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Stage])
    number = models.CharField(max_length=60, blank=True, db_index=True)
    purpose = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    personal_purpose = models.TextField(blank=True)
    used_for = models.TextField(blank=True)
    times_per_year = models.FloatField(default=1.0)
    deadline = models.DateTimeField(null=True)
    expires_on = models.DateField(null=True)
    made_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    erased_on = models.DateField(null=True)
    decision = models.TextField(blank=True)
    columns = models.IntegerField(default=0)
    known = models.IntegerField(default=0)
    findings = models.IntegerField(default=0)
    before = models.FloatField(default=0.0)
    after = models.FloatField(default=0.0)

    class Meta:  # noqa: D106 - Django's own
        db_table = "work_demand"
        indexes = [models.Index(fields=["issuer", "stage"], name="work_demand_issuer")]

    def __str__(self) -> str:
        return self.title


class TaskRow(models.Model):
    """One demand at one post. `cells`, `filled` and `questions` are as planned when the ledger had `fact` facts; `said` is
    what the post answered, with its words in `reason`; `receipt` is printed on what was handed over. `how` is the formula
    of the minutes before and after, a line each; `about` whom a card is filled for (numbers of
    subjects); `unknown` names the questions to which the post said "不知道"."""

    demand = models.ForeignKey(DemandRow, on_delete=models.PROTECT, related_name="tasks")
    unit = models.ForeignKey(UnitRow, on_delete=models.PROTECT, related_name="tasks")
    said = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Answer])
    reason = SealedField(blank=True)
    cells = models.IntegerField(default=0)
    filled = models.IntegerField(default=0)
    questions = models.IntegerField(default=0)
    before = models.FloatField(default=0.0)
    after = models.FloatField(default=0.0)
    planned_at = models.DateTimeField(null=True)
    ledger = models.BigIntegerField(default=-1)
    how = models.TextField(blank=True, default="")
    about = models.TextField(blank=True, default="")
    unknown = SealedField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    receipt = models.CharField(max_length=40, blank=True)
    blob = models.CharField(max_length=64, blank=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "work_task"
        constraints = [models.UniqueConstraint(fields=["demand", "unit"], name="work_task_once")]
        indexes = [
            models.Index(fields=["unit", "said"], name="work_task_unit"),
            models.Index(fields=["planned_at"], name="work_task_planned"),
        ]

    def __str__(self) -> str:
        return f"{self.demand_id} {self.unit_id}"
