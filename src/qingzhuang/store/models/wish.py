"""What needs two persons, and what is switched on."""

from django.db import models

from qingzhuang.store.models.account import Account, SeatRow
from qingzhuang.store.models.unit import UnitRow


class WishRow(models.Model):
    """One administrator asks to end a seat; it happens when another one agrees, and an account without a seat is closed.
    `settled_by` is whoever agreed or took it back."""

    seat = models.ForeignKey(SeatRow, on_delete=models.PROTECT, related_name="wishes")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="wishes")
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="asked")
    asked_at = models.DateTimeField()
    settled_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="settled")
    settled_at = models.DateTimeField(null=True)
    agreed = models.BooleanField(default=False)

    class Meta:  # noqa: D106 - Django's own
        db_table = "org_wish"

    def __str__(self) -> str:
        return f"{self.account_id} {self.seat_id}"


class PlaceRow(models.Model):
    """A place whose own rules are on for a unit and all below it (no unit: everywhere, from before there were any)."""

    unit = models.ForeignKey(UnitRow, on_delete=models.PROTECT, null=True, related_name="places")
    place = models.CharField(max_length=60)

    class Meta:  # noqa: D106 - Django's own
        db_table = "org_place"
        constraints = [models.UniqueConstraint(fields=["unit", "place"], name="org_place_once")]

    def __str__(self) -> str:
        return self.place
