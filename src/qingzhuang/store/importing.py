"""Putting one file's harvest into the ledger: all of it or nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from gettext import gettext as _

from django.db.models import Exists, OuterRef
from django.utils import timezone

from qingzhuang.answer.departed import departures
from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.answer.lineage import lineage_of
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.bulk import add_facts
from qingzhuang.store.edition import Comparison, Stated, compare, said_by
from qingzhuang.store.models import DocumentRow, FactRow, SubjectRow, WithdrawalKind, WithdrawalRow
from qingzhuang.store.queries import conflicts, presences, standing
from qingzhuang.store.reading import remember
from qingzhuang.store.report import Change, Conflict, Gone, ImportReport
from qingzhuang.store.rows import subject_of
from qingzhuang.store.value import decode, encode
from qingzhuang.store.writing import BATCH, known_or_new, one_writer


@dataclass(slots=True)
class _Work:
    """What one import is about to write."""

    document: DocumentRow
    facts: list[FactRow] = field(default_factory=list)
    ended: list[tuple[Stated, FactRow | None]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    confirmed: int = 0
    unchanged: int = 0


def save_harvest(
    harvest: Harvest, sha256: str, *, recorder: str, at: datetime, as_of: date | None = None
) -> ImportReport:
    """Add what the file says. The same content twice adds nothing; a changed edition for the same day corrects what the
    earlier one said. `at` is now; `as_of` the day the file speaks of, when the person knows better than the file."""
    with one_writer():
        document = _document(harvest, sha256, recorder, at, as_of)
        owners, fresh_subjects = known_or_new(each.subject for each in harvest.drafts)
        stated = _stated(document.lineage)
        work = _compare_all(harvest.drafts, owners, document, stated)
        gone = _gone(harvest.drafts, [row for row in stated if row.as_of == document.as_of])
        _write(work, recorder, at)
        remember(document, harvest, said=len(work.facts) + work.unchanged, at=at)
    asked = max(document.as_of, timezone.localdate(at))
    return ImportReport(
        harvest.file,
        document.as_of,
        rows=harvest.rows,
        subjects=fresh_subjects,
        new=len(work.facts) - work.confirmed,
        confirmed=work.confirmed,
        unchanged=work.unchanged,
        changes=tuple(work.changes),
        gone=gone,
        left=_left(document),
        conflicts=_conflicts_touching(harvest.drafts, owners, document.lineage, asked),
        problems=harvest.problems,
    )


def _document(harvest: Harvest, sha256: str, recorder: str, at: datetime, as_of: date | None) -> DocumentRow:
    """Return the document's row. Known content keeps its lineage and, unless told otherwise, its day, so that a renamed
    copy or a second import next week is still the same file."""
    known = DocumentRow.objects.filter(sha256=sha256).order_by("recorded_at", "id").last()
    day = as_of or harvest.as_of or (known.as_of if known else timezone.localdate(at))
    same = DocumentRow.objects.filter(sha256=sha256, as_of=day).first()
    if same is not None:
        return same
    return DocumentRow.objects.create(
        file=harvest.file,
        sha256=sha256,
        lineage=known.lineage if known else lineage_of(harvest.file, harvest.title),
        as_of=day,
        recorder=recorder,
        recorded_at=at,
    )


def _compare_all(
    drafts: Iterable[Draft],
    owners: dict[Subject, SubjectRow],
    document: DocumentRow,
    stated: Iterable[Stated],
) -> _Work:
    work = _Work(document)
    known: dict[tuple[int, str], list[Stated]] = defaultdict(list)
    for row in stated:
        known[row.owner, row.element].append(row)
    by_subject: dict[Subject, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_subject[draft.subject].append(draft)
    for subject, its in by_subject.items():
        owner = owners[subject]
        for element, said in said_by(its).items():
            found = compare(said, known.get((owner.pk, element), ()), document.as_of)
            _take(work, owner, element, found)
    return work


def _take(work: _Work, owner: SubjectRow, element: str, found: Comparison) -> None:
    rows = [_row(draft, owner, work.document) for draft in found.fresh]
    successor = rows[0] if len(rows) == 1 else None
    work.facts += rows
    work.ended += [(row, successor) for row in found.corrected]
    work.confirmed += found.confirmed
    work.unchanged += found.unchanged
    if found.changed or found.corrected:
        new: tuple[Scalar, ...] = tuple(draft.value for draft in found.fresh)
        place = found.fresh[0].place if found.fresh else ""
        corrected = bool(found.corrected)
        work.changes.append(Change(subject_of(owner), element, found.old, new, place, corrected))


def _row(draft: Draft, owner: SubjectRow, document: DocumentRow) -> FactRow:
    kind, value = encode(draft.value)
    lasts = draft.lasts_days
    return FactRow(
        subject=owner,
        element=draft.element,
        kind=kind,
        value=value,
        raw=draft.raw,
        as_of=document.as_of,
        valid_until=None if lasts is None else document.as_of + timedelta(days=lasts),
        lineage=document.lineage,
        document=document,
        place=draft.place,
    )


def _write(work: _Work, recorder: str, at: datetime) -> None:
    for row in work.facts:
        row.recorder, row.recorded_at = recorder, at
    successors = [row for _stated, row in work.ended if row is not None]
    FactRow.objects.bulk_create(list({id(row): row for row in successors}.values()), batch_size=BATCH)
    add_facts([row for row in work.facts if row.pk is None])
    reason = _("同一份表的新版改了这个值。")
    WithdrawalRow.objects.bulk_create(
        [
            WithdrawalRow(
                fact_id=row.number,
                kind=WithdrawalKind.CORRECTED,
                by=successor,
                reason=reason,
                recorder=recorder,
                recorded_at=at,
            )
            for row, successor in work.ended
        ],
        batch_size=BATCH,
    )


def _stated(lineage: str) -> list[Stated]:
    """The facts that the editions of a file still state, also where people preferred another source."""
    ended = WithdrawalRow.objects.filter(fact=OuterRef("pk")).exclude(kind=WithdrawalKind.SETTLED)
    rows = FactRow.objects.filter(~Exists(ended), lineage=lineage).order_by("id")
    return [Stated(*row) for row in rows.values_list("id", "subject", "element", "kind", "value", "as_of")]


def _gone(drafts: Iterable[Draft], rows: Sequence[Stated]) -> tuple[Gone, ...]:
    """What an earlier edition for the same day said and this one is silent on. When most people of the earlier edition
    are missing it is the next village's file of the same name, and nothing is gone."""
    spoken = {(each.subject, each.element) for each in drafts}
    present = {subject for subject, _element in spoken}
    found = SubjectRow.objects.in_bulk({row.owner for row in rows})
    owners = {number: subject_of(row) for number, row in found.items()}
    if 2 * len(present.intersection(owners.values())) < len(owners):
        return ()
    return tuple(
        Gone(owners[row.owner], row.element, decode(row.kind, row.value))
        for row in rows
        if (owners[row.owner], row.element) not in spoken
    )


def _left(document: DocumentRow) -> tuple[Subject, ...]:
    """Whom the edition before named and this later one does not."""
    if not DocumentRow.objects.filter(lineage=document.lineage, as_of__lt=document.as_of).exists():
        return ()
    rows = standing(FactRow.objects.filter(lineage=document.lineage, as_of__lte=document.as_of))
    found = departures(presences(rows))
    numbers = [number for (_name, _day, number), since in found.days.items() if since == document.as_of]
    rows_left = SubjectRow.objects.filter(pk__in=set(numbers)).order_by("kind", "key")
    return tuple(subject_of(row) for row in rows_left)


def _conflicts_touching(
    drafts: Iterable[Draft], owners: dict[Subject, SubjectRow], lineage: str, as_of: date
) -> tuple[Conflict, ...]:
    """What the file disagrees on with others, or with itself."""
    touched: dict[tuple[Subject, str], set[str]] = defaultdict(set)
    for each in drafts:
        touched[each.subject, each.element].add(str(each.value))
    others = set(FactRow.objects.exclude(lineage=lineage).values_list("subject", flat=True).distinct())
    doubtful = {key[0] for key, values in touched.items() if owners[key[0]].pk in others or len(values) > 1}
    found = conflicts(as_of=as_of, subjects=doubtful)
    return tuple(each for each in found if (each.subject, each.element) in touched)
