"""What the gate found in a draft, kept with its demand."""

from django.db import models

from qingzhuang.store.models.demand import DemandRow
from qingzhuang.store.sealing.fields import SealedField


class CheckRow(models.Model):
    """`content` is the whole screening (JSON): findings with their citations, columns with where each stands; `asks`
    what its columns ask of whom, a line each, for drafts that come later. `reasons` are the issuer's words on what was
    found, by the rule's code (JSON)."""

    demand = models.OneToOneField(DemandRow, on_delete=models.PROTECT, related_name="check_row")
    content = SealedField()
    asks = models.TextField(blank=True)
    reasons = SealedField(default="{}")
    checked_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "work_check"

    def __str__(self) -> str:
        return str(self.demand_id)
