"""Taking back a whole sheet that a post put into the ledger. What came by it and was not touched since no longer speaks, what it
had ended speaks again; where somebody said or decided something later, all stays as it is, and is named. Rows are only added."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from qingzhuang.answer.subjects import SITE_NAMES
from qingzhuang.language import later
from qingzhuang.law.retention import undo_days
from qingzhuang.model.fact import Subject
from qingzhuang.model.organisation import Unit
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.ledger.decisions import undo
from qingzhuang.store.ledger.queries import chunks, same_as_of
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.ledger.standing import endings, standing
from qingzhuang.store.models import (
    DecisionKind,
    DecisionRow,
    DocumentRow,
    FactRow,
    ImportRow,
    ReopenedRow,
    ReportedRow,
    SameRow,
    SubjectRow,
    WithdrawalKind,
    WithdrawalRow,
)
from qingzhuang.store.organisation.units import label_of, labels_of
from qingzhuang.store.rights.looks import tell_offices
from qingzhuang.store.value import decode
from qingzhuang.store.writing import BATCH, one_writer

_MOST = 50
_WHY = later("放错了，整份撤回。")
_NAMES = ("person.name", "户主@person.name", *SITE_NAMES)
_Spot = tuple[Subject, str]


@dataclass(frozen=True, slots=True)
class Import:
    """One time that a post put a sheet in: the day of which it speaks, how many facts it brought, how many values it changed,
    the last day on which it can be taken back whole, and when it was."""

    number: int
    file: str
    as_of: date
    at: datetime
    facts: int
    changed: int
    until: date
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A value of somebody; without an element, that somebody was taken for somebody else."""

    subject: Subject
    element: str
    value: Scalar = None


@dataclass(frozen=True, slots=True)
class Retracted:
    """What taking back does: how many facts no longer speak, what speaks again, who is not in the ledger any more, who is
    no longer taken for somebody that it has, and what stays because somebody touched it later."""

    ended: int
    again: tuple[Said, ...]
    gone: tuple[Subject, ...]
    untied: tuple[Subject, ...]
    stays: tuple[Said, ...]


def note_import(sha256: str, as_of: date, recorder: str, at: datetime, counts: tuple[int, int]) -> int:
    """Keep that a sheet was put in, how many facts it brought and values it changed, and return the number under which it can
    be taken back."""
    facts, changed = counts
    document = DocumentRow.objects.get(sha256=sha256, as_of=as_of)
    row = ImportRow(document=document, recorder=recorder, recorded_at=at, facts=facts, changed=changed)
    row.save()
    return row.pk


def taken_back(sha256: str) -> bool:
    """Tell whether this content was put in and taken back."""
    return ImportRow.objects.filter(document__sha256=sha256, undone_at__isnull=False).exists()


def imports(post: Unit) -> tuple[Import, ...]:
    """Return what a post put in, the last first."""
    rows = ImportRow.objects.filter(recorder__in=labels_of(post)).select_related("document")
    return tuple(_import(row) for row in rows.order_by("-pk")[:_MOST])


def import_of(number: int, post: Unit) -> Import | None:
    """Return what a post put in under a number; None for one of somebody else."""
    row = _row(number, post)
    return _import(row) if row else None


def can_be_retracted(found: Import, day: date) -> bool:
    """Tell whether it is not too late, and was not done yet."""
    return found.undone_at is None and day <= found.until


def would_retract(number: int, post: Unit, at: datetime) -> Retracted | None:
    """Return what taking back would do; nothing is written."""
    with transaction.atomic():
        done = retract(number, post, at)
        transaction.set_rollback(True)
    return done


def retract(number: int, post: Unit, at: datetime) -> Retracted | None:
    """Take back what a post put in; None, and nothing written, when it is not the post's, was taken back already, or it is too
    late."""
    with one_writer():
        row = _row(number, post)
        if row is None or not can_be_retracted(_import(row), timezone.localdate(at)):
            return None
        done = _Undoing(row, Signed(label_of(post), at, _WHY)).done()
        row.undone_at = at
        row.save(update_fields=["undone_at"])
        return done


def _row(number: int, post: Unit) -> ImportRow | None:
    mine = ImportRow.objects.filter(pk=number, recorder__in=labels_of(post))
    return mine.select_related("document").first()


def _import(row: ImportRow) -> Import:
    day = timezone.localdate(row.recorded_at)
    file = row.document.file.removeprefix(row.recorder).strip()
    until = day + timedelta(days=undo_days(day))
    return Import(
        row.pk, file, row.document.as_of, row.recorded_at, row.facts, row.changed, until, row.undone_at
    )


class _Undoing:
    """One import on its way out."""

    def __init__(self, row: ImportRow, signed: Signed) -> None:
        self._row, self._signed = row, signed

    def done(self) -> Retracted:
        """Write what is needed, and tell what it does."""
        brought = [each for each in self._brought if self._spot(each) not in self._touched]
        opened = [each for each in self._ended if self._spot(each.fact) not in self._touched]
        self._end(brought)
        self._reopen(opened)
        untied, kept = self._untie()
        moved = [*brought, *(each.fact for each in opened)]
        gone = {self._subjects[each] for each in self._silent({each.subject_id for each in brought})}
        self._rename({each.subject_id for each in moved if each.element in _NAMES})
        self._tell(set(map(self._spot, moved)))
        stays = [each for each in self._brought if self._spot(each) in self._touched]
        lost = [each.fact for each in self._ended if self._spot(each.fact) in self._touched]
        named = {self._spot(each): self._said(each) for each in (*lost, *stays)}
        return Retracted(
            len(brought),
            tuple(self._said(each.fact) for each in opened),
            tuple(sorted(gone - untied)),
            tuple(sorted(untied)),
            (*(named[spot] for spot in sorted(named)), *kept),
        )

    @cached_property
    def _brought(self) -> list[FactRow]:
        """What the import stated."""
        return list(FactRow.objects.filter(document=self._row.document_id, **self._mark).order_by("pk"))

    @cached_property
    def _ended(self) -> list[WithdrawalRow]:
        """What earlier editions stated and the import ended."""
        rows = WithdrawalRow.objects.filter(kind=WithdrawalKind.CORRECTED, decision=None, **self._mark)
        rows = rows.filter(fact__lineage=self._row.document.lineage).select_related("fact")
        return list(rows.order_by("pk"))

    @property
    def _mark(self) -> dict[str, object]:
        return {"recorder": self._row.recorder, "recorded_at": self._row.recorded_at}

    @cached_property
    def _subjects(self) -> Mapping[int, Subject]:
        numbers = {each.subject_id for each in self._brought} | {each.fact.subject_id for each in self._ended}
        numbers |= {each.subject_id for each in self._later}
        for part in chunks(sorted(numbers)):
            tied = SameRow.objects.filter(Q(alias__in=part) | Q(subject__in=part))
            numbers |= {each for pair in tied.values_list("alias", "subject") for each in pair}
        found: dict[int, Subject] = {}
        for part in chunks(sorted(numbers)):
            found |= {row.pk: subject_of(row) for row in SubjectRow.objects.filter(pk__in=part)}
        return found

    @cached_property
    def _same(self) -> Mapping[Subject, Subject]:
        return same_as_of(self._subjects)

    @cached_property
    def _later(self) -> list[FactRow]:
        """What people said by hand, or later editions stated, after the import."""
        last = max((each.pk for each in self._brought), default=0)
        rows = FactRow.objects.filter(Q(document=None) | Q(lineage=self._row.document.lineage))
        rows = rows.filter(pk__gt=last, recorded_at__gt=self._row.recorded_at)
        return list(standing(rows).only("subject_id", "element"))

    @cached_property
    def _touched(self) -> set[_Spot]:
        """Of whom what was said, ended or decided after the import."""
        found = {self._spot(each) for each in self._later}
        by_number = {each.pk: each for each in self._brought}
        for part in chunks(by_number):
            rows = endings().filter(fact__in=part).exclude(recorded_at=self._row.recorded_at)
            found |= {self._spot(by_number[each]) for each in rows.values_list("fact", flat=True)}
        return found

    def _spot(self, fact: FactRow) -> _Spot:
        who = self._subjects[fact.subject_id]
        return self._same.get(who, who), fact.element

    def _said(self, fact: FactRow) -> Said:
        return Said(self._subjects[fact.subject_id], fact.element, decode(fact.kind, fact.value))

    def _end(self, rows: Sequence[FactRow]) -> None:
        signed = self._signed
        made = [
            WithdrawalRow(
                fact=each,
                kind=WithdrawalKind.RETRACTED,
                reason=signed.reason,
                recorder=signed.recorder,
                recorded_at=signed.at,
            )
            for each in rows
        ]
        WithdrawalRow.objects.bulk_create(made, batch_size=BATCH)

    def _reopen(self, rows: Sequence[WithdrawalRow]) -> None:
        made = [ReopenedRow(withdrawal=each, undone=self._row, recorded_at=self._signed.at) for each in rows]
        ReopenedRow.objects.bulk_create(made, batch_size=BATCH)

    def _untie(self) -> tuple[set[Subject], list[Said]]:
        """Undo what was said of who is who, unless more hangs on it by now; return who is nobody's double any more, and what
        stays."""
        rows = DecisionRow.objects.filter(
            kind__in=(DecisionKind.SAME, DecisionKind.APART), undone_by__isnull=True, **self._mark
        ).select_related("subject", "other")
        kept: list[Said] = []
        untied: set[Subject] = set()
        stated = {each.subject_id for each in self._brought}
        followed = self._followed(stated)
        for row in rows.order_by("pk"):
            if not {row.subject_id, row.other_id} & stated & followed:
                undo(self._signed, row.pk)
                if row.kind == DecisionKind.SAME:
                    untied.add(subject_of(row.subject))
            elif row.kind == DecisionKind.SAME:
                kept.append(Said(subject_of(row.subject), ""))
        return untied, kept

    def _followed(self, numbers: Iterable[int]) -> set[int]:
        """Those of whom somebody, or another sheet, said more after the import."""
        found: set[int] = set()
        for part in chunks(sorted(numbers)):
            rows = FactRow.objects.filter(subject__in=part, recorded_at__gt=self._row.recorded_at)
            found |= set(standing(rows).order_by().values_list("subject", flat=True).distinct())
        return found

    def _silent(self, numbers: Iterable[int]) -> set[int]:
        """Those of whom nothing speaks any more."""
        left = set(numbers)
        for part in chunks(sorted(left)):
            rows = standing(FactRow.objects.filter(subject__in=part))
            left -= set(rows.order_by().values_list("subject", flat=True).distinct())
        return left

    def _rename(self, numbers: Iterable[int]) -> None:
        """Lists call people as the latest of what speaks does."""
        for part in chunks(sorted(numbers)):
            rows = standing(FactRow.objects.filter(subject__in=part, element__in=_NAMES))
            names = {each.subject_id: decode(each.kind, each.value) for each in rows.order_by("as_of", "pk")}
            for row in SubjectRow.objects.filter(pk__in=names):
                name = str(names[row.pk] or "")[:200]
                if name and name != row.name:
                    SubjectRow.objects.filter(pk=row.pk).update(name=name)

    def _tell(self, spots: Collection[_Spot]) -> None:
        """Offices that were handed since what no longer speaks are told."""
        since = self._row.recorded_at
        handed = ReportedRow.objects.filter(task__answered_at__gt=since)
        numbers = set(handed.values_list("subject", flat=True).distinct())
        told = {self._same.get(who, who) for number, who in self._subjects.items() if number in numbers}
        for who, key in sorted(each for each in spots if each[0] in told):
            tell_offices(who, key, self._signed.at, since)
