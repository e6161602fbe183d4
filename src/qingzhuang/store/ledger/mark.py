"""How far the ledger had got: what is kept in memory holds until this moves, in whichever process it was moved."""

from dataclasses import dataclass

from django.db import connection

from qingzhuang.store.models import (
    DecisionKind,
    DecisionRow,
    DocumentRow,
    FactRow,
    FormerNameRow,
    PlacedRow,
    SaidRow,
    SameRow,
    UnitRow,
    WithdrawalRow,
)

_FAR_REACHING = (DecisionKind.SAME, DecisionKind.APART, DecisionKind.UNDONE)  # who is who may have changed
_ERASED = "SELECT COUNT(*) FROM rights_erasure WHERE agreed"
_UNDONE = "SELECT COUNT(*) FROM ledger_import WHERE undone_at IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Mark:
    """The highest number in each of the ledger's tables; `said` is what people said of pairs of items, `erased` how often
    something was deleted, `undone` how many imports were taken back, `units` how far the tree of units and the names that they had have got."""

    facts: int
    documents: int
    withdrawals: int
    links: int
    decisions: int
    said: int = 0
    placed: int = 0
    erased: int = 0
    undone: int = 0
    units: int = 0

    @property
    def count(self) -> int:
        """One number that differs after every change; none for a ledger that holds nothing. What was deleted takes rows away,
        and counts more than they."""
        rows = self.facts + self.documents + self.withdrawals + self.links + self.decisions
        return rows and rows + self.placed + self.units + self.undone + (self.erased << 40)


def mark() -> Mark:
    """Return how far the ledger has got: looks at the ends of indices, in one question."""
    tables = (
        FactRow,
        DocumentRow,
        WithdrawalRow,
        SameRow,
        DecisionRow,
        SaidRow,
        PlacedRow,
        UnitRow,
        FormerNameRow,
    )
    names = (connection.ops.quote_name(table._meta.db_table) for table in tables)
    looks = ", ".join(f"(SELECT MAX(id) FROM {name})" for name in names)  # noqa: S608 - our own tables' names
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {looks}, ({_ERASED}), ({_UNDONE})")
        *ends, placed, units, former, erased, undone = (last or 0 for last in cursor.fetchone())
    facts, documents, withdrawals, links, decisions, said = ends
    return Mark(facts, documents, withdrawals, links, decisions, said, placed, erased, undone, units + former)


def only_facts_since(then: Mark, now: Mark) -> bool:
    """Tell whether since then nobody decided who is who or what is one item, nothing was deleted and no import was taken back: only
    facts came, or single ones were taken back."""
    if (then.links, then.said, then.erased, then.undone) != (now.links, now.said, now.erased, now.undone):
        return False
    return not DecisionRow.objects.filter(pk__gt=then.decisions, kind__in=_FAR_REACHING).exists()


def changed_since(then: Mark) -> frozenset[int]:
    """Return the numbers of the subjects of whom something was said, taken back or decided since."""
    numbers = set(FactRow.objects.filter(pk__gt=then.facts).values_list("subject", flat=True).distinct())
    ended = WithdrawalRow.objects.filter(pk__gt=then.withdrawals)
    numbers |= set(ended.values_list("fact__subject", flat=True).distinct())
    numbers |= set(DecisionRow.objects.filter(pk__gt=then.decisions).values_list("subject", flat=True))
    return frozenset(numbers)
