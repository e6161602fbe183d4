"""Facts: what was true when, and when it was learnt."""

from django.db import models

from qingzhuang.store.models.document import DocumentRow
from qingzhuang.store.models.subject import SubjectRow
from qingzhuang.store.sealing.fields import MarkedField, ToldField


class FactRow(models.Model):
    """What was `told` is a value as JSON, `kind` the type it stands for (see store/value.py), the cell it stands in and the text
    as found where reading it lost something. `lineage` is the document's, or the recorder's for an answer given by a person."""

    subject = models.ForeignKey(SubjectRow, on_delete=models.PROTECT, related_name="facts", db_index=False)
    element = models.CharField(max_length=300)
    kind = models.CharField(max_length=8)
    told = ToldField()
    as_of = models.DateField()
    valid_until = models.DateField(null=True)
    lineage = MarkedField()
    document = models.ForeignKey(DocumentRow, on_delete=models.PROTECT, null=True, related_name="facts")
    recorder = MarkedField()
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_fact"
        indexes = [
            models.Index(fields=["subject", "element", "as_of"], name="ledger_fact_subject"),
            models.Index(fields=["lineage", "as_of"], name="ledger_fact_lineage"),
        ]

    @property
    def value(self) -> str:
        """The value as JSON."""
        return self.told.value

    def __str__(self) -> str:
        return f"{self.subject_id} {self.element}"
