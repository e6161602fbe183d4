"""Files that were imported."""

from django.db import models


class DocumentRow(models.Model):
    """One content as true on one day. `lineage` is shared by all editions of a file."""

    file = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    lineage = models.CharField(max_length=600)
    as_of = models.DateField()
    recorder = models.CharField(max_length=100)
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_document"
        constraints = [models.UniqueConstraint(fields=["sha256", "as_of"], name="ledger_document_once")]
        indexes = [models.Index(fields=["lineage", "as_of"], name="ledger_document_lineage")]

    def __str__(self) -> str:
        return self.file
