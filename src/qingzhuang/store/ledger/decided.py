"""Reading what people decided."""

from django.db.models import Q

from qingzhuang.model.fact import Subject
from qingzhuang.store.ledger.queries import owners_of
from qingzhuang.store.ledger.report import Decision, Signed
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.models import DecisionKind, DecisionRow
from qingzhuang.store.value import decode


def decisions(subject: Subject) -> tuple[Decision, ...]:
    """Return what was decided about a subject under any of its keys, in order; what was taken back too."""
    owners = owners_of(subject)
    rows = DecisionRow.objects.filter(Q(subject__in=owners) | Q(other__in=owners)).order_by("id")
    return tuple(decision_of(row) for row in rows.select_related("subject", "other", "fact"))


def told_apart() -> frozenset[tuple[Subject, Subject]]:
    """Return the pairs of whom somebody said that they are not the same."""
    rows = DecisionRow.objects.filter(other__isnull=False, undone_by__isnull=True).order_by("id")
    latest = {
        (subject_of(row.subject), subject_of(row.other)): row.kind
        for row in rows.select_related("subject", "other")
        if row.other is not None
    }
    return frozenset(pair for pair, kind in latest.items() if kind == DecisionKind.APART)


def decision_of(row: DecisionRow) -> Decision:
    """Return the decision of a row."""
    undone = DecisionRow.objects.filter(undoes=row).values_list("pk", flat=True).first()
    return Decision(
        row.pk,
        row.kind,
        subject_of(row.subject),
        Signed(row.recorder, row.recorded_at, row.reason),
        row.element,
        decode(row.fact.kind, row.fact.value) if row.fact else None,
        subject_of(row.other) if row.other else None,
        row.ended.count(),
        undone,
        row.undoes_id,
    )
