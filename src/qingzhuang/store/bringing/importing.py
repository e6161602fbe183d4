"""Putting one file's harvest into the ledger: all of it or nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from qingzhuang.answer.departed import departures
from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.answer.lineage import lineage_of
from qingzhuang.language import later
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.bringing.edition import Comparison, Stated, compare, said_by
from qingzhuang.store.bringing.outdated import refuse_older
from qingzhuang.store.bringing.past import Ended, Past, editions, past_of
from qingzhuang.store.bringing.reading import remember
from qingzhuang.store.ledger.bulk import add_facts
from qingzhuang.store.ledger.queries import conflicts, presences, same_as_of
from qingzhuang.store.ledger.report import Change, Conflict, Gone, ImportReport
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.models import DocumentRow, FactRow, SameRow, SubjectRow, WithdrawalKind, WithdrawalRow
from qingzhuang.store.sealing.fields import Told
from qingzhuang.store.value import decode, encode
from qingzhuang.store.writing import BATCH, known_or_new, one_writer


@dataclass(slots=True)
class _Work:
    """What one import is about to write. `outdated` counts what is only history, `kept_out` what people have decided
    against, with the decision's ending; `refused` those of them that the file itself said before, `misread` what the
    same content is no longer read to say."""

    past: Past
    facts: list[FactRow] = field(default_factory=list)
    ended: list[tuple[Stated, FactRow | None]] = field(default_factory=list)
    kept_out: list[tuple[FactRow, Ended]] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    confirmed: int = 0
    unchanged: int = 0
    outdated: int = 0
    refused: int = 0
    misread: list[Stated] = field(default_factory=list)

    @property
    def document(self) -> DocumentRow:
        """The edition at hand."""
        return self.past.edition


def save_harvest(
    harvest: Harvest, sha256: str, *, recorder: str, at: datetime, as_of: date | None = None
) -> ImportReport:
    """Add what the file says. The same content twice adds nothing; a changed edition for the same day corrects what the
    earlier one said; an older edition is history. `at` is now; `as_of` the day the file speaks of, when the person
    knows better than the file. Raises ProblemError QZ-L016 for a file that seems to be an older edition and does not
    say of which day."""
    with one_writer():
        document, fresh = _document(harvest, sha256, recorder, at, as_of)
        past = past_of(document, fresh=fresh)
        behind = past.newer is not None or past.superseded
        owners, fresh_subjects = known_or_new((each.subject for each in harvest.drafts), relabel=not behind)
        work = _compare_all(harvest.drafts, owners, past)
        if fresh and as_of is None and past.newer is None:
            refuse_older(harvest, owners, past, work.changes)
        if harvest.file == document.file:  # under another name, people known by name only are others
            work.misread = past.misread({(owners[each.subject].pk, each.element) for each in harvest.drafts})
        same_day = [row for row in past.stated if row.as_of == document.as_of]
        gone = _gone(harvest.drafts, same_day) if fresh else ()
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
        outdated=work.outdated,
        kept_out=len(work.kept_out) + work.refused,
        misread=len(work.misread),
        newer=past.newer or (document.as_of if past.superseded else None),
        changes=tuple(work.changes),
        gone=gone,
        left=() if behind else _left(document),
        conflicts=_conflicts_touching(harvest.drafts, owners, document.lineage, asked),
        problems=harvest.problems,
    )


def _document(
    harvest: Harvest, sha256: str, recorder: str, at: datetime, as_of: date | None
) -> tuple[DocumentRow, bool]:
    """Return the document's row and whether it is new. Known content keeps its lineage and, unless told otherwise, its
    day, so that a renamed copy or a second import next week is still the same file."""
    known = DocumentRow.objects.filter(sha256=sha256).order_by("recorded_at", "id").last()
    day = as_of or harvest.as_of or (known.as_of if known else timezone.localdate(at))
    same = DocumentRow.objects.filter(sha256=sha256, as_of=day).first()
    if same is not None:
        return same, False
    made = DocumentRow.objects.create(
        file=harvest.file,
        sha256=sha256,
        lineage=known.lineage if known else lineage_of(harvest.file, harvest.title),
        as_of=day,
        recorder=recorder,
        recorded_at=at,
    )
    return made, True


def _compare_all(drafts: Iterable[Draft], owners: dict[Subject, SubjectRow], past: Past) -> _Work:
    work = _Work(past)
    known: dict[tuple[int, str], list[Stated]] = defaultdict(list)
    for row in past.stated:
        known[row.owner, row.element].append(row)
    by_subject: dict[Subject, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_subject[draft.subject].append(draft)
    for subject, its in by_subject.items():
        owner = owners[subject]
        for element, said in said_by(its).items():
            rows = known.get((owner.pk, element), ())
            _take(work, owner, element, compare(said, rows, work.document.as_of), rows)
    return work


def _take(work: _Work, owner: SubjectRow, element: str, found: Comparison, known: Sequence[Stated]) -> None:
    if work.past.superseded:
        _hold_back(work, owner, element, found, known)
    fresh = found.fresh = _news(work, owner, element, found.fresh)
    rows = [_row(draft, owner, work.document) for draft in fresh]
    successor = rows[0] if len(rows) == 1 else None
    work.facts += rows
    work.ended += [(row, successor) for row in found.corrected]
    work.confirmed += found.confirmed
    work.unchanged += found.unchanged
    out = (
        (row, work.past.still_ended(owner.pk, element, each.value))
        for row, each in zip(rows, fresh, strict=True)
    )
    out_now = [(row, ended) for row, ended in out if ended is not None]
    work.kept_out += out_now
    later = any(row.as_of > work.document.as_of for row in known)
    if (found.changed or found.corrected) and not later and len(out_now) < max(len(rows), 1):
        new: tuple[Scalar, ...] = tuple(draft.value for draft in fresh)
        place = fresh[0].place if fresh else ""
        corrected = bool(found.corrected)
        work.changes.append(Change(subject_of(owner), element, found.old, new, place, corrected))
    elif later:
        work.outdated += len(rows)


def _news(work: _Work, owner: SubjectRow, element: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what this very file said before and what was taken back since."""
    found = [(each, work.past.refused(owner.pk, element, each.value)) for each in drafts]
    decided = sum(1 for _each, ended in found if ended is not None and ended.decision is not None)
    news = [each for each, ended in found if ended is None]
    work.refused += decided
    work.outdated += len(drafts) - len(news) - decided
    return news


def _hold_back(
    work: _Work, owner: SubjectRow, element: str, found: Comparison, known: Sequence[Stated]
) -> None:
    """Where an edition imported after this one speaks for the same day, it stays as it is."""
    this = work.document
    followed = any((row.document or 0) > this.pk and row.as_of == this.as_of for row in known)
    if followed:
        work.outdated += len(found.fresh)
        found.fresh = []
        found.corrected = []


def _row(draft: Draft, owner: SubjectRow, document: DocumentRow) -> FactRow:
    kind, value = encode(draft.value)
    lasts = draft.lasts_days
    return FactRow(
        subject_id=owner.pk,
        element=draft.element,
        kind=kind,
        told=Told(value, draft.place, draft.raw),
        as_of=document.as_of,
        valid_until=None if lasts is None else document.as_of + timedelta(days=lasts),
        lineage=document.lineage,
        document_id=document.pk,
    )


def _write(work: _Work, recorder: str, at: datetime) -> None:
    for row in work.facts:
        row.recorder, row.recorded_at = recorder, at
    named = [row for _stated, row in work.ended if row is not None] + [row for row, _ended in work.kept_out]
    FactRow.objects.bulk_create(list({id(row): row for row in named}.values()), batch_size=BATCH)
    add_facts([row for row in work.facts if row.pk is None])
    reason = later("同一份表的新版改了这个值。")
    made = [
        WithdrawalRow(
            fact_id=row.number,
            kind=WithdrawalKind.CORRECTED,
            by=successor,
            reason=reason,
            recorder=recorder,
            recorded_at=at,
        )
        for row, successor in work.ended
    ]
    made += [
        WithdrawalRow(
            fact=row,
            kind=ended.kind,
            by_id=ended.by,
            decision_id=ended.decision,
            reason=later("这个说法已经有人决定过，新版又写了一次。"),
            recorder=recorder,
            recorded_at=at,
        )
        for row, ended in work.kept_out
    ]
    made += [
        WithdrawalRow(
            fact_id=row.number,
            kind=WithdrawalKind.CORRECTED,
            reason=later("同一份表重新读过，以前读错了。"),
            recorder=recorder,
            recorded_at=at,
        )
        for row in work.misread
    ]
    WithdrawalRow.objects.bulk_create(made, batch_size=BATCH)


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
    if not editions(document.lineage).filter(as_of__lt=document.as_of).exists():
        return ()
    rows = standing(FactRow.objects.filter(lineage=document.lineage, as_of__lte=document.as_of))
    found = departures(presences(rows))
    numbers = [number for (_name, _day, number), since in found.days.items() if since == document.as_of]
    return tuple(sorted(map(subject_of, SubjectRow.objects.filter(pk__in=set(numbers)))))


def _conflicts_touching(
    drafts: Iterable[Draft], owners: dict[Subject, SubjectRow], lineage: str, as_of: date
) -> tuple[Conflict, ...]:
    """What the file disagrees on with others, or with itself; who was said to be somebody known counts as that one."""
    keys = {row.pk: subject for subject, row in owners.items()}
    for link in SameRow.objects.select_related("alias", "subject"):
        keys |= {link.alias_id: subject_of(link.alias), link.subject_id: subject_of(link.subject)}
    same = same_as_of(keys)
    touched: dict[tuple[Subject, str], set[str]] = defaultdict(set)
    for each in drafts:
        touched[same.get(each.subject, each.subject), each.element].add(str(each.value))
    others = set(FactRow.objects.exclude(lineage=lineage).values_list("subject", flat=True).distinct())
    elsewhere = {same.get(subject, subject) for number, subject in keys.items() if number in others}
    doubtful = {who for (who, _element), values in touched.items() if who in elsewhere or len(values) > 1}
    found = conflicts(as_of=as_of, subjects=doubtful)
    return tuple(each for each in found if (each.subject, each.element) in touched)
