"""Reading the ledger. Nothing here writes."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import TypeVar

from django.db.models import Count, Prefetch, Q, QuerySet

from qingzhuang.answer.departed import Departures, Presence, departures
from qingzhuang.answer.households import household_ties
from qingzhuang.answer.ledger import Candidate, LedgerView, Resolution, Standing, view_of
from qingzhuang.answer.of_a_day import held_now
from qingzhuang.answer.plan_family import head_conflicts
from qingzhuang.answer.plan_kin import Kin
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.store.ledger.report import Conflict, Entry
from qingzhuang.store.ledger.rows import candidates_of, fact_of, subject_of
from qingzhuang.store.ledger.standing import endings, standing
from qingzhuang.store.models import DocumentRow, FactRow, SameRow, SubjectRow

_CHUNK = 500
_T = TypeVar("_T")


def ledger_view(
    kind: SubjectKind | None = None,
    subjects: Iterable[Subject] | None = None,
    *,
    as_of: date,
    known_at: datetime | None = None,
    elements: Collection[str] | None = None,
) -> LedgerView:
    """Return the facts of a kind, or about some subjects, or all, as a view in memory: what was true on `as_of`, as far
    as it was known at `known_at` (default: all that is known); of a few elements only where some are named."""
    owners = _owners(kind, subjects)
    same = same_as_of(owners, known_at)
    rows = standing(FactRow.objects.filter(as_of__lte=as_of), known_at)
    departed = departures_of(rows, None if kind is None and subjects is None else owners)
    told = rows if elements is None else rows.filter(element__in=elements)
    found = tuple(_candidates(told, owners, departed))
    links = {**household_ties(found), **same}
    return view_of(found, as_of, links, _left(rows, owners, departed, links))


def value_of(subject: Subject, element: str, *, as_of: date, known_at: datetime | None = None) -> Resolution:
    """Return what held for one element of one subject on a day, as known at a time."""
    return ledger_view(subjects=[subject], as_of=as_of, known_at=known_at).resolve(subject, element)


def conflicts(
    *, as_of: date, known_at: datetime | None = None, subjects: Iterable[Subject] | None = None
) -> tuple[Conflict, ...]:
    """Return what sources disagree on, in order of subject and element; what a roll of households says of its heads
    counts as said of those people."""
    view = ledger_view(subjects=subjects, as_of=as_of, known_at=known_at)
    found = {(subject, element): each.rivals for subject, element, each in head_conflicts(view, Kin(view))}
    found |= {(subject, key): each.rivals for subject, key, each in _disputed(view)}
    return tuple(
        Conflict(subject, element, rivals) for (subject, element), rivals in sorted(found.items(), key=_place)
    )


def _disputed(view: LedgerView) -> Iterator[tuple[Subject, str, Resolution]]:
    """Figures of two days are none."""
    for subject, key, _found in view.conflicts():
        held = held_now(view, subject, key, element(key))
        if held.standing is Standing.CONFLICT:
            yield subject, key, held


def _place(found: tuple[tuple[Subject, str], tuple[Fact, ...]]) -> tuple[Subject, str]:
    return found[0]


def history(subject: Subject, element: str | None = None) -> tuple[Entry, ...]:
    """Return all that was ever recorded about a subject (and its confirmed other keys), in the order it was learnt."""
    owners = owners_of(subject)
    rows = FactRow.objects.filter(subject__in=owners).select_related("document")
    rows = rows.prefetch_related(Prefetch("withdrawals", endings())).order_by("recorded_at", "id")
    if element is not None:
        rows = rows.filter(element=element)
    return tuple(_entry(row, owners[row.subject_id]) for row in rows)


def owners_of(subject: Subject) -> dict[int, Subject]:
    """Return a subject by the rows of all its keys."""
    return _owners(None, [subject])


def held(as_of: date) -> dict[str, int]:
    """Return for each element of how many subjects a fact holds on the day; sources that disagree count as one."""
    rows = standing(FactRow.objects.filter(as_of__lte=as_of))
    rows = rows.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=as_of))
    counted = rows.values("element").annotate(subjects=Count("subject", distinct=True))
    return {row["element"]: row["subjects"] for row in counted}


def find(text: str, limit: int = 50) -> tuple[Subject, ...]:
    """Return the subjects meant by a key, a name, else the end of a key (at least 4 characters), else a part of a
    name."""
    return next((found[:limit] for found in _meant(text.strip()) if found), ())


def near(text: str, limit: int = 5) -> tuple[int, tuple[Subject, ...]]:
    """Return how many other subjects have the text in their name, and the first of them."""
    by_whole, by_end, by_part = _meant(text.strip())
    shown = {*by_whole, *by_end}
    others = tuple(each for each in by_part if each not in shown) if shown else ()
    return len(others), others[:limit]


def _meant(wanted: str) -> tuple[tuple[Subject, ...], ...]:
    """Ways to mean a subject, the best first. The database cannot read names and ends of keys: all are looked through."""
    if not wanted:
        return (), (), ()
    low = wanted.lower()
    everybody = sorted(map(subject_of, SubjectRow.objects.all()), key=_by_kind)
    return (
        tuple(each for each in everybody if each.key.lower() == low or each.name == wanted),
        tuple(each for each in everybody if len(wanted) >= 4 and each.key.lower().endswith(low)),
        tuple(each for each in everybody if low in each.name.lower()),
    )


def _by_kind(subject: Subject) -> tuple[str, str]:
    return subject.kind.value, subject.key


def documents() -> tuple[DocumentRow, ...]:
    """Return the files that were imported, in order."""
    return tuple(DocumentRow.objects.order_by("recorded_at", "id"))


def subject_rows(subjects: Iterable[Subject]) -> Iterator[SubjectRow]:
    """Yield the rows of the subjects that the ledger knows."""
    by_kind: dict[str, set[str]] = {}
    for each in subjects:
        by_kind.setdefault(each.kind.value, set()).add(each.key)
    for kind, keys in by_kind.items():
        for part in chunks(sorted(keys)):
            yield from SubjectRow.objects.filter(kind=kind, key__in=part)


def chunks(items: Iterable[_T]) -> Iterator[Sequence[_T]]:
    """Yield the items in parts that fit one statement on every database."""
    rest = iter(items)
    while part := list(islice(rest, _CHUNK)):
        yield part


def _owners(kind: SubjectKind | None, subjects: Iterable[Subject] | None) -> dict[int, Subject]:
    """Return the subjects asked for by row, with the other keys under which they are known."""
    if subjects is None:
        rows = SubjectRow.objects.all() if kind is None else SubjectRow.objects.filter(kind=kind.value)
        return {row.pk: subject_of(row) for row in rows}
    found = {row.pk: subject_of(row) for row in subject_rows(subjects)}
    linked = SameRow.objects.filter(Q(alias__in=found) | Q(subject__in=found)).select_related(
        "alias", "subject"
    )
    for link in linked:
        found[link.alias_id] = subject_of(link.alias)
        found[link.subject_id] = subject_of(link.subject)
    return found


def same_as_of(owners: Mapping[int, Subject], known_at: datetime | None = None) -> dict[Subject, Subject]:
    """Return whom people confirmed to be whom, among the subjects of these rows; the last word counts."""
    links = SameRow.objects.order_by("recorded_at", "id")
    if known_at is not None:
        links = links.filter(recorded_at__lte=known_at)
    latest: dict[tuple[int, int], bool] = {}
    for link in links:
        latest.pop((link.alias_id, link.subject_id), None)  # the last word on an alias comes last
        latest[link.alias_id, link.subject_id] = link.same
    return {
        owners[alias]: owners[subject]
        for (alias, subject), same in latest.items()
        if same and alias in owners and subject in owners
    }


def departures_of(rows: QuerySet[FactRow], owners: Mapping[int, Subject] | None) -> Departures:
    """Return who left which roll: of all rolls, or of those that name the owners. A roll of one day has nobody leave it, and
    is read only as far as it names the owners."""
    named = rows.filter(document__isnull=False)
    if owners is None:
        return departures(presences(named))
    lineages: set[str] = set()
    for part in chunks(owners):
        lineages.update(named.filter(subject__in=part).values_list("lineage", flat=True).distinct())
    several = lineages & _of_several_days()
    found = list(presences(named.filter(lineage__in=several))) if several else []
    for part in chunks(owners):
        found += presences(named.filter(subject__in=part).exclude(lineage__in=several))
    return departures(found)


def _of_several_days() -> set[str]:
    """Return the lineages of which the ledger has editions of more than one day."""
    rows = DocumentRow.objects.values("lineage").annotate(days=Count("as_of", distinct=True))
    return set(rows.filter(days__gt=1).order_by().values_list("lineage", flat=True))


def presences(rows: QuerySet[FactRow]) -> Iterator[Presence]:
    """Yield which files name whom."""
    named = rows.filter(document__isnull=False).order_by()
    for each in named.values_list("lineage", "as_of", "document", "subject").distinct():
        yield Presence(*each)


def _left(
    rows: QuerySet[FactRow],
    owners: dict[int, Subject],
    departed: Departures,
    links: Mapping[Subject, Subject],
) -> dict[Subject, date]:
    """Since when no roll names somebody, under any of their keys; whoever somebody told of by hand has not left."""
    by_hand = set(rows.filter(document__isnull=True).order_by().values_list("subject", flat=True).distinct())
    gone: dict[Subject, date | None] = {}
    for number, subject in owners.items():
        who = links.get(subject, subject)
        left = None if number in by_hand else departed.left(number)
        before = gone.get(who, left)
        gone[who] = max(before, left) if before and left else None
    return {who: day for who, day in gone.items() if day is not None}


def _candidates(
    rows: QuerySet[FactRow], owners: dict[int, Subject], departed: Departures
) -> Iterator[Candidate]:
    files: dict[int | None, str] = dict(DocumentRow.objects.values_list("id", "file"))
    for part in chunks(owners):
        yield from candidates_of(rows.filter(subject__in=part), owners, files, departed)


def _entry(row: FactRow, subject: Subject) -> Entry:
    fact = fact_of(row, subject)
    ended = min(row.withdrawals.all(), key=lambda each: (each.recorded_at, each.pk), default=None)
    if ended is None:
        return Entry(row.pk, fact, row.told.raw)
    return Entry(row.pk, fact, row.told.raw, ended.kind, ended.recorded_at, ended.recorder, ended.reason)
