"""The trail: who did what to what, each row bound to the one before."""

from django.db import models

from qingzhuang.store.sealing.fields import SealedField


class TrailRow(models.Model):
    """`actor` is the account's number (0: the program), `act` a verb of `trail.Act`, `thing` what was acted upon, `purpose`
    why (unmasking needs one). `digest` covers the row as it reads and the digest before it; `salt` keeps it from telling the
    words to whoever guesses them."""

    at = models.DateTimeField()
    actor = models.BigIntegerField()
    seat = models.BigIntegerField(default=0)
    act = models.CharField(max_length=20)
    thing = SealedField()
    purpose = SealedField(blank=True)
    detail = SealedField(blank=True)
    salt = SealedField(blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "audit_trail"

    def __str__(self) -> str:
        return f"{self.act} {self.thing}"
