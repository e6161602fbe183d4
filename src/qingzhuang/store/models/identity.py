"""Whom a provider's name stands for."""

from django.db import models

from qingzhuang.store.models.account import Account
from qingzhuang.store.sealing.fields import MarkedField


class IdentityRow(models.Model):
    """One name that a provider gives to somebody, bound to an account by an administrator. `value` is what the provider
    says in the claim that names accounts; it stands for one account only."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="identities")
    issuer = models.CharField(max_length=300)
    value = MarkedField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "org_identity"
        constraints = [models.UniqueConstraint(fields=["issuer", "value"], name="org_identity_once")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.issuer} {self.value}"
