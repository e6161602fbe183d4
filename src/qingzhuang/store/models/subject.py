"""Whom and what facts are about."""

from django.db import models

from qingzhuang.model.element import SubjectKind
from qingzhuang.store.sealing.fields import MarkedField, SealedField


class SubjectRow(models.Model):
    """`name` is only a label for lists: it follows the latest file; the name as a fact is kept with the facts.
    Both are sealed; the key can be asked for whole."""

    kind = models.CharField(max_length=16, choices=[(each.value, each.value) for each in SubjectKind])
    key = MarkedField()
    name = SealedField(blank=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_subject"
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="ledger_subject_once")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.name or self.key}"
