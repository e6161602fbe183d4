"""What people decided about the ledger: which value is right, what was entered by mistake, who is who."""

from django.db import models

from qingzhuang.store.models.fact import FactRow
from qingzhuang.store.models.subject import SubjectRow
from qingzhuang.store.sealing.fields import MarkedField, SealedField


class DecisionKind(models.TextChoices):
    """What a decision does."""

    SETTLED = "settled"  # this value is right; others no longer speak
    WITHDRAWN = "withdrawn"  # entered by mistake, or no longer here
    SAME = "same"  # `other` is whom `subject` names
    APART = "apart"  # `other` is somebody else
    UNDONE = "undone"  # an earlier decision (`undoes`) no longer holds


class DecisionRow(models.Model):
    """`element` is empty where the whole subject is meant; `fact` is the value that a settlement states. What a decision that is undone had ended speaks again."""

    kind = models.CharField(max_length=10, choices=DecisionKind.choices)
    subject = models.ForeignKey(SubjectRow, on_delete=models.PROTECT, related_name="decisions")
    other = models.ForeignKey(SubjectRow, on_delete=models.PROTECT, null=True, related_name="decided_of")
    element = models.CharField(max_length=300, blank=True)
    fact = models.ForeignKey(FactRow, on_delete=models.PROTECT, null=True, related_name="decided_by")
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="undone_by")
    reason = SealedField()
    recorder = MarkedField()
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_decision"

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id} {self.element}"
