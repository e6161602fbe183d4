"""Which facts speak: those that nobody has ended, or whose ending a person has undone, or came by an import that was taken
back."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from qingzhuang.store.models import DecisionKind, DecisionRow, FactRow, ReopenedRow, WithdrawalRow


def endings(known_at: datetime | None = None) -> QuerySet[WithdrawalRow]:
    """Return the endings that hold, as known at a time."""
    rows, undone = WithdrawalRow.objects.all(), DecisionRow.objects.filter(kind=DecisionKind.UNDONE)
    reopened = ReopenedRow.objects.all()
    if known_at is not None:
        rows, undone = rows.filter(recorded_at__lte=known_at), undone.filter(recorded_at__lte=known_at)
        reopened = reopened.filter(recorded_at__lte=known_at)
    return rows.exclude(decision__in=undone.values("undoes")).exclude(pk__in=reopened.values("withdrawal"))


def standing(rows: QuerySet[FactRow], known_at: datetime | None = None) -> QuerySet[FactRow]:
    """Keep the facts that speak, as known at a time."""
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=known_at)
    return rows.filter(~Exists(endings(known_at).filter(fact=OuterRef("pk"))))
