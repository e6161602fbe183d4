"""Accounts and the seats they hold."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from qingzhuang.model.organisation import Role
from qingzhuang.store.models.unit import UnitRow
from qingzhuang.store.sealing.fields import SealedField


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by the name they sign in with."""


class Account(AbstractBaseUser):
    """Somebody who may sign in. What they may do hangs on their seats, never on the account. `once`: the password was made
    by somebody else and opens nothing but the page where one chooses an own one."""

    username = models.CharField(max_length=60, unique=True)
    name = SealedField()
    is_active = models.BooleanField(default=True)
    once = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = AccountManager()

    class Meta:  # noqa: D106 - Django's own
        db_table = "org_account"

    def __str__(self) -> str:
        return self.name


class SeatRow(models.Model):
    """One role of one account at one unit, until it is given up; a seat given up stays in the books."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="seats")
    unit = models.ForeignKey(UnitRow, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Role])
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:  # noqa: D106 - Django's own
        db_table = "org_seat"

    def __str__(self) -> str:
        return f"{self.account_id} {self.role} {self.unit_id}"
