"""One person under two keys: linked by a person, never merged by the machine."""

from django.db import models

from qingzhuang.store.models.subject import SubjectRow
from qingzhuang.store.sealing.fields import MarkedField


class SameRow(models.Model):
    """`alias` is (or with `same` false: is not) whom `subject` names. The latest row about a pair counts."""

    alias = models.ForeignKey(SubjectRow, on_delete=models.PROTECT, related_name="same_as")
    subject = models.ForeignKey(SubjectRow, on_delete=models.PROTECT, related_name="aliases")
    same = models.BooleanField(default=True)
    recorder = MarkedField()
    recorded_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_same"

    def __str__(self) -> str:
        return f"{self.alias_id} = {self.subject_id}"
