"""How forms are to be read, as people of a county said."""

from django.db import models

from qingzhuang.store.models.unit import UnitRow
from qingzhuang.store.sealing.fields import SealedField


class TaughtRow(models.Model):
    """One lesson. `top` is the county, or what else stands at the top, whose forms it is for; `fingerprint` is that of the form as
    the machine reads it (sha256 over its labels), of which the latest lesson holds; `content` is the YAML that `qz read --teach`
    writes. One with `ended_at` holds no more."""

    top = models.ForeignKey(UnitRow, on_delete=models.PROTECT, related_name="lessons")
    fingerprint = models.CharField(max_length=64)
    content = SealedField()
    taught_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "form_taught"

    def __str__(self) -> str:
        return f"{self.top_id} {self.fingerprint[:8]}"
