"""What people decide about the ledger. A decision only adds rows: the value chosen is a fact of its own, what it
overrules is ended beside itself, and undone it ends nothing any more."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils import timezone

from qingzhuang.answer.of_a_day import is_of_a_day
from qingzhuang.answer.of_its_side import form_that_said
from qingzhuang.answer.sameness import canonical
from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.sides import is_side
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.element import element as of
from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.ledger.commands import spoken_by
from qingzhuang.store.ledger.competing import competing
from qingzhuang.store.ledger.decided import decision_of
from qingzhuang.store.ledger.queries import owners_of, subject_rows
from qingzhuang.store.ledger.report import Decision, Signed
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.models import (
    DecisionKind,
    DecisionRow,
    FactRow,
    SameRow,
    SubjectRow,
    WithdrawalKind,
    WithdrawalRow,
)
from qingzhuang.store.rights.looks import tell_offices
from qingzhuang.store.sealing.fields import Told
from qingzhuang.store.value import decode, encode
from qingzhuang.store.writing import BATCH, one_writer


def settle(
    subject: Subject,
    element: str,
    value: Scalar,
    signed: Signed,
    *,
    lasts_days: int | None = None,
    as_of: date | None = None,
    place: str = "",
    of_day: bool = False,
    side: str = "",
) -> Decision:
    """Say which value is right: it becomes a fact of its own (`place`: where it was said; `of_day`: a figure of just its day, which ends
    none of another; `side`: what just the forms of this side mean by the key), for a day, else for that of the latest that it overrules
    (today, where nothing was known), and all that differ no longer speak. A source that says something else later opens the
    question again. Offices that were handed what no longer speaks are told. Raises ProblemError QZ-L002 for a subject that the ledger does not know."""
    with one_writer():
        today = timezone.localdate(signed.at)
        known = _of_day(subject, element, as_of) if of_day and as_of else None
        rivals = _rivals(subject, element, today) if known is None else known
        rivals = [row for row in rivals if is_side(side, _form_of(row), default())] if side else rivals
        day = as_of or max((row.as_of for row in rivals), default=today)
        fact = _stated(_row_of(subject), element, value, signed, day, place)
        fact.valid_until = None if lasts_days is None else max(day, today) + timedelta(days=lasts_days)
        fact.save()
        decision = _decide(DecisionKind.SETTLED, fact.subject, signed, element=element, fact=fact)
        losers = [row for row in rivals if canonical(decode(row.kind, row.value)) != canonical(value)]
        _end(losers, WithdrawalKind.SETTLED, decision)
        if losers:
            tell_offices(subject, element, signed.at)
        return decision_of(decision)


def withdraw(subject: Subject, signed: Signed, *, element: str = "", value: Scalar = None) -> Decision:
    """Let what is known of a subject no longer speak: all of it, or one element, or one value of it. Raises ProblemError
    QZ-L005 when nothing of it speaks."""
    with one_writer():
        rows = list(_known(subject, element, timezone.localdate(signed.at)))
        if value is not None:
            rows = [row for row in rows if canonical(decode(row.kind, row.value)) == canonical(value)]
        if not rows:
            raise ProblemError(_nothing(subject))
        decision = _decide(DecisionKind.WITHDRAWN, _row_of(subject), signed, element=element)
        _end(rows, WithdrawalKind.WITHDRAWN, decision)
        return decision_of(decision)


def take_back(rows: Sequence[FactRow], signed: Signed) -> Decision:
    """Let single facts, at least one, about one element of one subject no longer speak: what one post said by hand."""
    with one_writer():
        decision = _decide(DecisionKind.WITHDRAWN, rows[0].subject, signed, element=rows[0].element)
        _end(rows, WithdrawalKind.WITHDRAWN, decision)
        return decision_of(decision)


def same(alias: Subject, subject: Subject, signed: Signed, *, really: bool = True) -> Decision:
    """Confirm that two keys mean one subject (or, unless `really`, that they do not). Nothing is merged. Raises
    ProblemError QZ-L002 for a subject that the ledger does not know, or unlike kinds."""
    with one_writer():
        if alias.kind is not subject.kind or alias == subject:
            raise ProblemError(_unlike(alias))
        first, second = _row_of(alias), _row_of(subject)
        kind = DecisionKind.SAME if really else DecisionKind.APART
        decision = _decide(kind, first, signed, other=second)
        _tie(decision, second, really=really)
        return decision_of(decision)


def undo(signed: Signed, number: int | None = None) -> Decision:
    """Take a decision back, the last one unless told which; what it ended speaks again, what it stated no longer does.
    Raises ProblemError QZ-L006 when there is none, or it was taken back already."""
    with one_writer():
        open_ones = DecisionRow.objects.filter(undone_by__isnull=True).exclude(kind=DecisionKind.UNDONE)
        found = open_ones.order_by("id").filter(**({} if number is None else {"pk": number})).last()
        if found is None:
            raise ProblemError(_no_decision(number))
        back = _decide(DecisionKind.UNDONE, found.subject, signed, undoes=found)
        if found.fact is not None:
            _end([found.fact], WithdrawalKind.WITHDRAWN, back)
        if found.other is not None:
            _untie(found, found.other, back)
        return decision_of(found)


def _known(subject: Subject, element: str, day: date) -> Sequence[FactRow]:
    if element:
        return competing(subject, element, day)
    return list(standing(FactRow.objects.filter(subject__in=owners_of(subject))))


def _rivals(subject: Subject, key: str, day: date) -> Sequence[FactRow]:
    """What disagrees; of a figure that moves only what is said of the last day."""
    rows = competing(subject, key, day)
    last = max((row.as_of for row in rows), default=day)
    return [row for row in rows if row.as_of == last] if is_of_a_day(subject, of(key)) else rows


def _form_of(row: FactRow) -> str:
    return form_that_said(row.told.place, row.lineage)


def _of_day(subject: Subject, element: str, day: date) -> Sequence[FactRow]:
    rows = FactRow.objects.filter(subject__in=owners_of(subject), element=element, as_of=day)
    return list(standing(rows).order_by("id"))


def _stated(
    owner: SubjectRow, element: str, value: Scalar, signed: Signed, day: date, place: str = ""
) -> FactRow:
    kind, text = encode(value)
    return FactRow(
        subject=owner,
        element=element,
        kind=kind,
        told=Told(text, place),
        as_of=day,
        lineage=spoken_by(signed.recorder),
        recorder=signed.recorder,
        recorded_at=signed.at,
    )


def _decide(
    kind: DecisionKind,
    subject: SubjectRow,
    signed: Signed,
    *,
    element: str = "",
    fact: FactRow | None = None,
    other: SubjectRow | None = None,
    undoes: DecisionRow | None = None,
) -> DecisionRow:
    return DecisionRow.objects.create(
        kind=kind,
        subject=subject,
        element=element,
        fact=fact,
        other=other,
        undoes=undoes,
        reason=signed.reason,
        recorder=signed.recorder,
        recorded_at=signed.at,
    )


def _end(rows: Sequence[FactRow], kind: WithdrawalKind, decision: DecisionRow) -> None:
    WithdrawalRow.objects.bulk_create(
        [
            WithdrawalRow(
                fact=row,
                kind=kind,
                by=decision.fact,
                decision=decision,
                reason=decision.reason,
                recorder=decision.recorder,
                recorded_at=decision.recorded_at,
            )
            for row in rows
        ],
        batch_size=BATCH,
    )


def _tie(decision: DecisionRow, other: SubjectRow, *, really: bool) -> None:
    SameRow.objects.create(
        alias=decision.subject,
        subject=other,
        same=really,
        recorder=decision.recorder,
        recorded_at=decision.recorded_at,
    )


def _untie(found: DecisionRow, other: SubjectRow, back: DecisionRow) -> None:
    """Go back to what was said of the two before."""
    decided = DecisionRow.objects.filter(subject=found.subject, other=other, undone_by__isnull=True)
    before = decided.exclude(pk=found.pk).order_by("id").last()
    _tie(back, other, really=before is not None and before.kind == DecisionKind.SAME)


def _row_of(subject: Subject) -> SubjectRow:
    for row in subject_rows([subject]):
        if subject_of(row) == subject:
            return row
    raise ProblemError(_unlike(subject))


def _unlike(subject: Subject) -> Problem:
    return Problem(
        "QZ-L002",
        subject.name,
        _("要说的这一个，账里没有，或者两个不是一类、本来就是一个。"),
        _("请先用 qz ledger show 查到它们。"),
    )


def _nothing(subject: Subject) -> Problem:
    return Problem(
        "QZ-L005",
        subject.name,
        _("没有可以作废的内容：账里没有这样的说法，或者已经作废了。"),
        _("请用 qz ledger show --history 看账里记了什么。"),
    )


def _no_decision(number: int | None) -> Problem:
    return Problem(
        "QZ-L006",
        "" if number is None else f"#{number}",
        _("没有可以撤回的决定：没有这个编号，或者已经撤回了。"),
        _("请用 qz ledger show --history 看决定的编号。"),
    )
