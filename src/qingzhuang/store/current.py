"""The ledger in memory, kept from one request to the next: read whole once, then only what was added.

Facts are never changed, so a view stays right until rows are added. Answers given by hand touch a few subjects, which
alone are read again; an imported file may change who left which roll, and then all is read again."""

import threading
from dataclasses import dataclass, replace
from datetime import date

from django.db import connection
from django.db.models import Max

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.model.fact import Subject
from qingzhuang.store.models import (
    DecisionKind,
    DecisionRow,
    DocumentRow,
    FactRow,
    SameRow,
    SubjectRow,
    WithdrawalRow,
)
from qingzhuang.store.queries import ledger_view
from qingzhuang.store.rows import subject_of


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the ledger had got: the highest number in each of its tables."""

    facts: int
    documents: int
    withdrawals: int
    links: int
    decisions: int
    placed: int = 0
    erased: int = 0
    units: int = 0

    @property
    def count(self) -> int:
        """One number that grows with every row; none for a ledger that holds nothing."""
        rows = self.facts + self.documents + self.withdrawals + self.links + self.decisions
        return rows and rows + self.placed + self.erased + self.units


_FAR_REACHING = (DecisionKind.SAME, DecisionKind.APART, DecisionKind.UNDONE)  # who is who may have changed
_OTHERS = (
    "SELECT (SELECT MAX(id) FROM ledger_decision), (SELECT MAX(id) FROM ledger_placed),"
    " (SELECT MAX(id) FROM rights_erasure WHERE agreed), (SELECT MAX(id) FROM org_unit),"
    " (SELECT MAX(id) FROM org_former_name)"
)
_lock = threading.Lock()
_kept: dict[date, tuple[Mark, LedgerView]] = {}


def mark() -> Mark:
    """Return how far the ledger has got."""
    tables = (FactRow, DocumentRow, WithdrawalRow, SameRow)
    ends = [table.objects.aggregate(last=Max("pk"))["last"] or 0 for table in tables]
    with connection.cursor() as cursor:
        cursor.execute(_OTHERS)
        decided, placed, erased, units, names = (each or 0 for each in cursor.fetchone() or ())
    facts, documents, withdrawals, links = ends
    return Mark(facts, documents, withdrawals, links, decided, placed, erased, units + names)


def current(as_of: date) -> tuple[Mark, LedgerView]:
    """Return the whole ledger as it stands on a day, and how far it had got."""
    with _lock:
        now = mark()
        kept = _kept.get(as_of)
        if kept is None or not _grown_by_hand(kept[0], now):
            view = kept[1] if kept and kept[0] == now else ledger_view(as_of=as_of)
        else:
            view = _renewed(kept[1], _touched(kept[0]), as_of)
        _kept.clear()
        _kept[as_of] = (now, view)
        return now, view


def forget() -> None:
    """Keep nothing: another database is asked from now on."""
    with _lock:
        _kept.clear()


def _grown_by_hand(then: Mark, now: Mark) -> bool:
    if then == now or (then.documents, then.links, then.erased) != (now.documents, now.links, now.erased):
        return False
    return not DecisionRow.objects.filter(pk__gt=then.decisions, kind__in=_FAR_REACHING).exists()


def _touched(then: Mark) -> list[Subject]:
    numbers = set(FactRow.objects.filter(pk__gt=then.facts).values_list("subject", flat=True))
    numbers |= set(
        WithdrawalRow.objects.filter(pk__gt=then.withdrawals).values_list("fact__subject", flat=True)
    )
    numbers |= set(DecisionRow.objects.filter(pk__gt=then.decisions).values_list("subject", flat=True))
    return [subject_of(row) for row in SubjectRow.objects.filter(pk__in=numbers)]


def _renewed(view: LedgerView, subjects: list[Subject], as_of: date) -> LedgerView:
    aliases: dict[Subject, list[Subject]] = {}
    for alias, subject in view.same_as.items():
        aliases.setdefault(subject, []).append(alias)
    whole = {view.canonical(each) for each in subjects}
    family = [name for each in whole for name in (each, *aliases.get(each, ()))]
    fresh = ledger_view(subjects=family, as_of=as_of)
    facts = {**view.facts}
    for each in whole:
        facts.pop(each, None)
    for subject, elements in fresh.facts.items():
        key = view.canonical(subject)
        facts[key] = {**facts.get(key, {}), **elements} if key in facts and key not in whole else elements
    left = {who: day for who, day in view.left.items() if who not in whole} | dict(fresh.left)
    return replace(view, facts=facts, left=left)
