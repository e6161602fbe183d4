"""What reading a document gave, so that the same content need not be read again."""

from django.db import models

from qingzhuang.store.models.document import DocumentRow
from qingzhuang.store.sealing.fields import SealedField


class ReadingRow(models.Model):
    """`program` tells which program read it: a changed one reads again. `stated` is the day that the file itself names,
    `rows` how many records it holds, `said` how many facts it states, `problems` what was found (JSON)."""

    document = models.ForeignKey(DocumentRow, on_delete=models.CASCADE, related_name="readings")
    program = models.CharField(max_length=64)
    stated = models.DateField(null=True)
    rows = models.IntegerField()
    said = models.IntegerField()
    problems = SealedField()
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_reading"

    def __str__(self) -> str:
        return f"{self.document_id} {self.program}"
