"""Of which unit a subject is, where its village's name alone does not tell."""

from django.db import models

from qingzhuang.store.models.subject import SubjectRow
from qingzhuang.store.models.unit import UnitRow
from qingzhuang.store.sealing.fields import MarkedField


class PlacedRow(models.Model):
    """The latest row about a subject counts."""

    subject = models.ForeignKey(SubjectRow, on_delete=models.PROTECT, related_name="placed")
    unit = models.ForeignKey(UnitRow, on_delete=models.PROTECT, related_name="placed")
    recorder = MarkedField()
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_placed"

    def __str__(self) -> str:
        return f"{self.subject_id} {self.unit_id}"


class FormerNameRow(models.Model):
    """How a unit, or one that went into it, was called before: what was written then still finds it."""

    unit = models.ForeignKey(UnitRow, on_delete=models.PROTECT, related_name="former_names")
    name = models.CharField(max_length=200)
    until = models.DateField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "org_former_name"

    def __str__(self) -> str:
        return self.name
