"""What people said of pairs of items of which the matcher was unsure, only ever added."""

from django.db import models

from qingzhuang.model.review import Reply
from qingzhuang.store.sealing.fields import MarkedField, SealedField


class SaidRow(models.Model):
    """One reply of one person on two items (`a`, `b`: what the matcher sees of them, JSON), or, with `undoes`, that an
    earlier one was taken back. `by` tells persons apart, `source` names the office that it was brought from."""

    a = SealedField(blank=True)
    b = SealedField(blank=True)
    reply = models.CharField(max_length=10, blank=True, choices=[(each.value, each.value) for each in Reply])
    recorder = SealedField()
    by = MarkedField()
    source = models.CharField(max_length=200, blank=True)
    said_at = models.DateTimeField()
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="undone_by")

    class Meta:  # noqa: D106 - Django's own
        db_table = "match_said"

    def __str__(self) -> str:
        return f"{self.reply} {self.recorder}"
