"""Lets in whom a provider vouches for, if an administrator bound them: one of Django's ways to prove who somebody is, so
that lock-out holds here as for passwords."""

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from qingzhuang.store import clock
from qingzhuang.store.models import Account
from qingzhuang.store.organisation.identities import Identity, account_of
from qingzhuang.store.organisation.units import seats


class IdentityBackend(BaseBackend):
    """Accepts an identity that was proven to us, never a password."""

    def authenticate(
        self, request: HttpRequest | None, identity: Identity | None = None, **_others: object
    ) -> Account | None:
        """Return the account that the identity opens, if it is open and holds a seat today."""
        account = account_of(identity) if identity else None
        return account if account and seats(account.pk, clock.today()) else None
