"""Which sheets a post put into the ledger, when, and whether it was taken back."""

from django.db import models

from qingzhuang.store.models.document import DocumentRow
from qingzhuang.store.models.withdrawal import WithdrawalRow
from qingzhuang.store.sealing.fields import MarkedField


class ImportRow(models.Model):
    """One time that a sheet was put in. What it wrote carries the same document, recorder and moment. The figures are of
    facts, as its report told them."""

    document = models.ForeignKey(DocumentRow, on_delete=models.PROTECT, related_name="imports")
    recorder = MarkedField()
    recorded_at = models.DateTimeField()
    facts = models.IntegerField()
    changed = models.IntegerField()
    undone_at = models.DateTimeField(null=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_import"

    def __str__(self) -> str:
        return f"{self.document_id} {self.recorded_at}"


class ReopenedRow(models.Model):
    """An ending that holds no more, because the import that made it was taken back: the fact speaks again."""

    withdrawal = models.OneToOneField(WithdrawalRow, on_delete=models.PROTECT, related_name="reopened")
    undone = models.ForeignKey(ImportRow, on_delete=models.PROTECT, related_name="reopened")
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_reopened"

    def __str__(self) -> str:
        return f"{self.withdrawal_id}"
