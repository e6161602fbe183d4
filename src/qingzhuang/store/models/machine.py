"""What opens the machine door: tokens, addresses of calendars, addresses that are told what happened. No secret is kept,
only its sha256 or what it is derived from."""

from django.db import models

from qingzhuang.store.models.account import Account, SeatRow
from qingzhuang.store.models.unit import UnitRow
from qingzhuang.store.sealing.fields import SealedField


class TokenRow(models.Model):
    """One token of one seat: it opens what the seat opens, until it expires or is withdrawn."""

    seat = models.ForeignKey(SeatRow, on_delete=models.PROTECT, related_name="tokens")
    label = SealedField()
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=10)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="made_tokens")
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    used_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "org_token"

    def __str__(self) -> str:
        return f"{self.seat_id} {self.label}"


class FeedRow(models.Model):
    """The secret address of one post's calendar; renewing it replaces the digest."""

    unit = models.OneToOneField(UnitRow, on_delete=models.PROTECT, related_name="feed")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "work_feed"

    def __str__(self) -> str:
        return str(self.unit_id)


class HookRow(models.Model):
    """An address that is told what happens to the demands that a seat sees; `salt` is what its key is derived from."""

    seat = models.ForeignKey(SeatRow, on_delete=models.PROTECT, related_name="hooks")
    url = SealedField()
    salt = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "work_hook"

    def __str__(self) -> str:
        return self.url


class DeliveryRow(models.Model):
    """One message to one address. `due_at` is when it is tried next, None when it arrived or was given up; `tries` how
    often it was tried, `outcome` what the last try met."""

    hook = models.ForeignKey(HookRow, on_delete=models.PROTECT, related_name="deliveries")
    message = models.CharField(max_length=60, unique=True)
    body = SealedField()
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    tries = models.IntegerField(default=0)
    arrived_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=200, blank=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "work_delivery"
        indexes = [models.Index(fields=["due_at"], name="work_delivery_due")]

    def __str__(self) -> str:
        return self.message
