"""Files that were imported."""

from django.db import models

from qingzhuang.store.sealing.fields import MarkedField


class DocumentRow(models.Model):
    """One content as true on one day. `lineage` is shared by all editions of a file."""

    file = MarkedField()
    sha256 = models.CharField(max_length=64)
    lineage = MarkedField()
    as_of = models.DateField()
    recorder = MarkedField()
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_document"
        constraints = [models.UniqueConstraint(fields=["sha256", "as_of"], name="ledger_document_once")]
        indexes = [models.Index(fields=["lineage", "as_of"], name="ledger_document_lineage")]

    def __str__(self) -> str:
        return self.file
