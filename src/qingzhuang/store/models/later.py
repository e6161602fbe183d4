"""What a post leaves for the next meeting."""

from django.db import models

from qingzhuang.store.models.subject import SubjectRow
from qingzhuang.store.sealing.fields import MarkedField


class LaterRow(models.Model):
    """A disagreement to be asked about face to face; it goes when it is settled."""

    subject = models.ForeignKey(SubjectRow, on_delete=models.PROTECT, related_name="later")
    element = models.CharField(max_length=300)
    recorder = MarkedField()
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_later"
        constraints = [models.UniqueConstraint(fields=["subject", "element"], name="ledger_later_once")]

    def __str__(self) -> str:
        return f"{self.subject_id} {self.element}"
