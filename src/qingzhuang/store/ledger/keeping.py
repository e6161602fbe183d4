"""What a post decides on a page of its ledger: never over what came since the page was made."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

from qingzhuang.answer.ledger import Standing
from qingzhuang.answer.of_a_day import held_now
from qingzhuang.answer.plan_kin import VILLAGE_KEY
from qingzhuang.answer.sameness import canonical
from qingzhuang.language import later
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.model.organisation import Unit
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.doubts import Due, doubts
from qingzhuang.pipeline.placing import Placing
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.decided import decision_of, decisions
from qingzhuang.store.ledger.decisions import settle, undo
from qingzhuang.store.ledger.queries import owners_of, subject_rows
from qingzhuang.store.ledger.report import Decision, Signed
from qingzhuang.store.ledger.rows import fact_of
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.memory.parts import part_about
from qingzhuang.store.memory.placing import place
from qingzhuang.store.models import DecisionKind, DecisionRow, FactRow, LaterRow
from qingzhuang.store.organisation.units import label_of, labels_of
from qingzhuang.store.writing import one_writer

_MOST = 50


def choose(
    subject: Subject, key: str, pick: Callable[[tuple[Fact, ...]], Fact | None], signed: Signed
) -> Decision | None:
    """Settle on the value that `pick` finds among those that disagree now; None, and nothing written, when it finds
    none: somebody decided meanwhile, or another value came."""
    with one_writer():
        found = doubts(part_about(subject, signed.at.date()).desk, (subject,))
        rivals = next((each.rivals for each in found if each.element == key), ())
        chosen = pick(rivals)
        if chosen is None:
            return None
        decided = settle(subject, key, chosen.value, signed, lasts_days=element(key).lasts_days)
        LaterRow.objects.filter(subject__in=list(subject_rows([subject])), element=key).delete()
        return decided


def confirm(due: Due, post: Unit, at: datetime) -> bool:
    """Record that a value still holds today; False, and nothing written, when another one is known by now."""
    with one_writer():
        today = at.date()
        view = part_about(due.subject, today).desk.view
        known = held_now(view, due.subject, due.element, element(due.element))
        if known.standing is Standing.CONFLICT or known.fact is None or known.fact.value != due.fact.value:
            return False
        until = today + _good_for(due.fact, due.element)
        record([Fact(due.subject, due.element, due.fact.value, today, Source(""), label_of(post), at, until)])
        return True


def _good_for(fact: Fact, key: str) -> timedelta:
    """How long a value stays good that is confirmed: as long as its element does, else as long as it did before."""
    lasts = element(key).lasts_days
    if lasts is not None:
        return timedelta(days=lasts)
    return (fact.valid_until or fact.as_of) - fact.as_of


def correct(subject: Subject, key: str, value: Scalar, signed: Signed) -> Decision:
    """State what is right as of today instead of what is known; all that differs no longer speaks. Offices that were
    handed the old value are told."""
    lasts, today = element(key).lasts_days, timezone.localdate(signed.at)
    return settle(subject, key, value, signed, lasts_days=lasts, as_of=today)


def correct_since(subject: Subject, key: str, value: Scalar, signed: Signed, seen: int) -> Fact | None:
    """State what is right, unless somebody said otherwise since a fact's number was the last: then nothing is written and
    the other's fact comes back."""
    with one_writer():
        owners = owners_of(subject)
        said = standing(FactRow.objects.filter(subject__in=owners, element=key, pk__gt=seen))
        row = said.select_related("document").order_by("-pk").first()
        rival = fact_of(row, owners[row.subject_id]) if row else None
        if rival is None or canonical(rival.value) == canonical(value):
            correct(subject, key, value, signed)
            return None
        return rival


def assign(placing: Placing, subject: Subject, village: int, by: Unit, at: datetime) -> None:
    """Say of which village a subject is; where nobody wrote that village of it, it is written now, so that lists of the
    village find it."""
    label, name = label_of(by), placing.villages.by_number[village].name
    with one_writer():
        if village not in placing.villages.called(placing.written(subject)):
            correct(subject, VILLAGE_KEY, name, Signed(label, at, later("镇里分到村。")))
        place([(subject, village)], label, at)


def take_back(subject: Subject, number: int, signed: Signed) -> Decision | None:
    """Take back a decision about this subject; None when there is no such decision that still holds."""
    with one_writer():
        mine = {each.number for each in decisions(subject) if each.undone_by is None and each.undoes is None}
        return undo(signed, number) if number in mine else None


def taken_out(post: Unit) -> tuple[Decision, ...]:
    """Return whom and what a post took out whole, the last first; what came back is not among them."""
    rows = DecisionRow.objects.filter(
        kind=DecisionKind.WITHDRAWN, element="", recorder__in=labels_of(post), undone_by__isnull=True
    )
    rows = rows.select_related("subject", "other", "fact").order_by("-id")[:_MOST]
    return tuple(decision_of(row) for row in rows)


def put_back(number: int, signed: Signed) -> Decision | None:
    """Take back that a post took somebody out; None when there is nothing to take back."""
    with one_writer():
        mine = DecisionRow.objects.filter(pk=number, kind=DecisionKind.WITHDRAWN, element="")
        if not mine.filter(recorder=signed.recorder, undone_by__isnull=True).exists():
            return None
        return undo(signed, number)


def put_off(subject: Subject, key: str, post: Unit, at: datetime) -> None:
    """Leave a disagreement for the next meeting."""
    with one_writer():
        for row in subject_rows([subject]):
            LaterRow.objects.get_or_create(
                subject=row, element=key, defaults={"recorder": label_of(post), "recorded_at": at}
            )


def put_off_of(subject: Subject) -> frozenset[str]:
    """Return which elements of a subject wait for the next meeting."""
    rows = LaterRow.objects.filter(subject__kind=subject.kind.value, subject__key=subject.key)
    return frozenset(rows.values_list("element", flat=True))


def put_off_among(subjects: set[Subject]) -> frozenset[tuple[Subject, str]]:
    """Return what of these subjects waits for the next meeting."""
    by_key = {(each.kind.value, each.key): each for each in subjects}
    rows = LaterRow.objects.values_list("subject__kind", "subject__key", "element")
    return frozenset((by_key[kind, key], name) for kind, key, name in rows if (kind, key) in by_key)
