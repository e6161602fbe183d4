"""How far the ledger had got: what is kept in memory holds until this moves, in whichever process it was moved."""

from dataclasses import dataclass

from django.db import connection

from qingzhuang.store.models import (
    DecisionKind,
    DecisionRow,
    DocumentRow,
    FactRow,
    SaidRow,
    SameRow,
    WithdrawalRow,
)

_FAR_REACHING = (DecisionKind.SAME, DecisionKind.APART, DecisionKind.UNDONE)  # who is who may have changed


@dataclass(frozen=True, slots=True)
class Mark:
    """The highest number in each of the ledger's tables; `said` is what people said of pairs of items."""

    facts: int
    documents: int
    withdrawals: int
    links: int
    decisions: int
    said: int = 0

    @property
    def count(self) -> int:
        """One number that grows with every row."""
        return self.facts + self.documents + self.withdrawals + self.links + self.decisions


def mark() -> Mark:
    """Return how far the ledger has got: six looks at the end of an index, in one question."""
    tables = (FactRow, DocumentRow, WithdrawalRow, SameRow, DecisionRow, SaidRow)
    names = (connection.ops.quote_name(table._meta.db_table) for table in tables)
    looks = ", ".join(f"(SELECT MAX(id) FROM {name})" for name in names)  # noqa: S608 - our own tables' names
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {looks}")
        found = cursor.fetchone()
    return Mark(*(last or 0 for last in found))


def only_facts_since(then: Mark, now: Mark) -> bool:
    """Tell whether since then nobody decided who is who, or what is one item: only facts came, or were taken back."""
    if (then.links, then.said) != (now.links, now.said):
        return False
    return not DecisionRow.objects.filter(pk__gt=then.decisions, kind__in=_FAR_REACHING).exists()


def changed_since(then: Mark) -> frozenset[int]:
    """Return the numbers of the subjects of whom something was said, taken back or decided since."""
    numbers = set(FactRow.objects.filter(pk__gt=then.facts).values_list("subject", flat=True).distinct())
    ended = WithdrawalRow.objects.filter(pk__gt=then.withdrawals)
    numbers |= set(ended.values_list("fact__subject", flat=True).distinct())
    numbers |= set(DecisionRow.objects.filter(pk__gt=then.decisions).values_list("subject", flat=True))
    return frozenset(numbers)
