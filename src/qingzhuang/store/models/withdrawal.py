"""Facts that no longer speak: a row beside the fact, which itself stays as it was."""

from django.db import models

from qingzhuang.store.models.decision import DecisionRow
from qingzhuang.store.models.fact import FactRow
from qingzhuang.store.sealing.fields import MarkedField, SealedField


class WithdrawalKind(models.TextChoices):
    """Why a fact no longer speaks."""

    CORRECTED = "corrected"  # a later edition of the same file says otherwise for the same day
    WITHDRAWN = "withdrawn"  # a person found it wrong
    SETTLED = "settled"  # a person chose another source's value
    RETRACTED = "retracted"  # the post took back that it put the sheet in


class WithdrawalRow(models.Model):
    """`by` is the fact that speaks in its place, if any; `decision` the person's, if it was one: undone, it ends nothing. Nor does
    an ending that a `ReopenedRow` names."""

    fact = models.ForeignKey(FactRow, on_delete=models.PROTECT, related_name="withdrawals")
    kind = models.CharField(max_length=10, choices=WithdrawalKind.choices)
    by = models.ForeignKey(FactRow, on_delete=models.PROTECT, null=True, related_name="replaces")
    decision = models.ForeignKey(DecisionRow, on_delete=models.PROTECT, null=True, related_name="ended")
    reason = SealedField(blank=True)
    recorder = MarkedField()
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_withdrawal"

    def __str__(self) -> str:
        return f"{self.kind} {self.fact_id}"
