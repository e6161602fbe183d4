"""Which keys the ledger is sealed with. The keys themselves are never here."""

from django.db import models


class KeyRow(models.Model):
    """`ident` names a key. `whole`: all that the ledger holds was brought under it; `given_up`: nothing is sealed by it any
    more. While a key that is not given up is not whole, sealed columns may turn to it (see guard)."""

    ident = models.CharField(max_length=6, unique=True)
    since = models.DateTimeField()
    whole = models.BooleanField(default=False)
    given_up = models.BooleanField(default=False)

    class Meta:  # noqa: D106 - Django's own
        db_table = "ledger_key"

    def __str__(self) -> str:
        return self.ident
