"""The whole ledger in outline, kept in memory: who lives where, who stands on which roll. A part of the ledger is read by
it, and what a post's page shows is as if all had been read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from qingzhuang.answer.beyond import Beyond, Mention, Words, by_subject, last_days, role_cells, roll_days
from qingzhuang.answer.departed import Departures
from qingzhuang.answer.households import ties_of
from qingzhuang.answer.ledger import Candidate
from qingzhuang.answer.plan_kin import TIES, Kin
from qingzhuang.answer.subjects import HEAD
from qingzhuang.answer.ties import ties_between
from qingzhuang.match.wording.element import element as element_of
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import ItemType
from qingzhuang.store.ledger.mark import Mark
from qingzhuang.store.ledger.queries import chunks, departures_of, same_as_of
from qingzhuang.store.ledger.rows import candidates_of, subject_of
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.models import DocumentRow, FactRow, SubjectRow
from qingzhuang.store.value import decode

_STEP = 5_000
_FOLLOWS = frozenset(("same_as", "kin", "beyond", "_said"))  # from ties, rolls and words


@dataclass(frozen=True)
class Outline:
    """What holds on `day` as far as `mark`. `numbers` are all subjects of whom anything is said, by row; `days` since when
    which roll names whom, `cells` where the row of a person speaks of somebody else, `led` which households a roll names
    by their heads, `ties` what tells who belongs together, by row."""

    mark: Mark
    day: date
    numbers: Mapping[int, Subject]
    same: Mapping[Subject, Subject]
    days: Mapping[tuple[Subject, str], date]
    cells: Mapping[tuple[object, date], Subject]
    led: frozenset[tuple[Subject, str]]
    ties: Mapping[int, tuple[Candidate, ...]]

    @cached_property
    def same_as(self) -> Mapping[Subject, Subject]:
        """Under whom the facts of all somebody's keys are gathered."""
        said = ((each.fact.subject, each.fact.element, each.fact.value) for each in self._ties())
        return {**ties_of((*said, *((home, "", "") for home in self._homes()))), **self.same}

    @cached_property
    def kin(self) -> Kin:
        """Who belongs together, in the whole ledger."""
        return Kin(ties_between(self.numbers.values(), self._ties(), self.same_as, self.day))

    @cached_property
    def beyond(self) -> Beyond:
        """What a part must know of the rest."""
        days: dict[tuple[Subject, str], date] = {}
        for (subject, lineage), day in self.days.items():
            place = (self.same_as.get(subject, subject), lineage)
            days[place] = max(days.get(place, day), day)
        last = last_days(days)
        led = frozenset((self.same_as.get(home, home), lineage) for home, lineage in self.led)
        subjects = frozenset(self.same_as.get(each, each) for each in self.numbers.values())
        return Beyond(subjects, by_subject(days, last), last, led, self._words)

    @cached_property
    def rows(self) -> Mapping[Subject, int]:
        """The row of each subject of whom anything is said."""
        return {who: number for number, who in self.numbers.items()}

    def _ties(self) -> Iterator[Candidate]:
        return (each for found in self.ties.values() for each in found)

    def _homes(self) -> Iterator[Subject]:
        return (each for each in self.numbers.values() if each.kind is SubjectKind.HOUSEHOLD)

    @cached_property
    def _said(self) -> Words:
        rows = _rows(self.day).filter(subject__kind=SubjectKind.PERSON.value).order_by()
        found: dict[str, set[str]] = {}
        for element, kind, told in rows.values_list("element", "kind", "told").iterator(_STEP):
            if "@" not in element and "~" not in element:
                found.setdefault(element, set()).add(str(decode(kind, told.value) or ""))
        return {element: frozenset(words - {""}) for element, words in found.items()}

    def _words(self) -> Words:
        return self._said


def outline_of(day: date, mark: Mark) -> Outline:
    """Read the outline anew."""
    owners = {row.pk: subject_of(row) for row in SubjectRow.objects.iterator(_STEP)}
    rows = _rows(day)
    mentions = list(_mentions(rows, owners))
    cells = role_cells(mentions)
    numbers = {
        number: owners[number] for number in rows.order_by().values_list("subject", flat=True).distinct()
    }
    return Outline(
        mark=mark,
        day=day,
        numbers=numbers,
        same=same_as_of(owners),
        days=roll_days(mentions, cells),
        cells=cells,
        led=_led(mentions),
        ties=_tied(rows, owners, departures_of(rows, None)),
    )


def renewed(outline: Outline, changed: Iterable[int], mark: Mark) -> tuple[Outline, bool]:
    """Read again what tells of the subjects of whom something was said since, and tell whether anybody moved, a roll came,
    or a question was answered in a new word: else all that follows stays as it was."""
    parts = [*chunks(sorted(changed))]
    rows = _rows(outline.day)
    owners = {row.pk: subject_of(row) for part in parts for row in SubjectRow.objects.filter(pk__in=part)}
    theirs = [rows.filter(subject__in=part) for part in parts]
    mentions = [each for part in theirs for each in _mentions(part, owners)]
    gone = frozenset(owners.values())
    cells = {**outline.cells, **role_cells(mentions)}
    departed = departures_of(rows, owners)
    ties: dict[int, tuple[Candidate, ...]] = {}
    for part in theirs:
        ties |= _tied(part, owners, departed)
    spoken = {subject for subject, *_rest in mentions}
    numbers = {number: who for number, who in outline.numbers.items() if number not in owners}
    fresh = replace(
        outline,
        mark=mark,
        numbers=numbers | {number: who for number, who in owners.items() if who in spoken},
        days={place: day for place, day in outline.days.items() if place[0] not in gone}
        | roll_days(mentions, cells),
        cells=cells,
        led=frozenset(each for each in outline.led if each[0] not in gone) | _led(mentions),
        ties={number: said for number, said in outline.ties.items() if number not in owners} | ties,
    )
    moved = _moved(outline, fresh, owners)
    if not moved:
        fresh.__dict__.update({name: each for name, each in outline.__dict__.items() if name in _FOLLOWS})
    return fresh, moved


def on_the_same_rolls(before: Outline, now: Outline) -> set[Subject]:
    """Return all that are named by the rolls of which an edition came: who is not on it has left."""
    came = set(DocumentRow.objects.filter(pk__gt=before.mark.documents).values_list("lineage", flat=True))
    return {subject for subject, lineage in now.days if lineage in came}


def _moved(before: Outline, now: Outline, owners: Mapping[int, Subject]) -> bool:
    if before.mark.documents != now.mark.documents:
        return True
    if any(before.ties.get(each, ()) != now.ties.get(each, ()) for each in owners):
        return True
    if any((each in before.numbers) != (each in now.numbers) for each in owners):
        return True
    return "_said" in before.__dict__ and _new_words(before, now)


def _new_words(before: Outline, now: Outline) -> bool:
    if before.mark.withdrawals != now.mark.withdrawals:
        return True
    rows = FactRow.objects.filter(pk__gt=before.mark.facts, subject__kind=SubjectKind.PERSON.value)
    return any(
        str(decode(kind, told.value) or "") not in before._said.get(element, frozenset())
        for element, kind, told in rows.values_list("element", "kind", "told")
        if element_of(element).type in (ItemType.CODE, ItemType.YESNO)
    )


def _rows(day: date) -> QuerySet[FactRow]:
    return standing(FactRow.objects.filter(as_of__lte=day))


def _mentions(rows: QuerySet[FactRow], owners: Mapping[int, Subject]) -> Iterator[Mention]:
    """Yield whom the rows name where; answers by hand stand in no cell."""
    columns = ("subject", "element", "document", "told", "as_of", "lineage")
    for owner, element, document, told, day, lineage in rows.order_by().values_list(*columns).iterator(_STEP):
        yield owners[owner], element, (document, told.place), day, lineage


def _led(mentions: Iterable[Mention]) -> frozenset[tuple[Subject, str]]:
    return frozenset(
        (subject, lineage)
        for subject, key, _cell, _day, lineage in mentions
        if subject.kind is SubjectKind.HOUSEHOLD and key.startswith(HEAD)
    )


def _tied(
    rows: QuerySet[FactRow], owners: Mapping[int, Subject], departed: Departures
) -> dict[int, tuple[Candidate, ...]]:
    numbers = {subject: number for number, subject in owners.items()}
    found: dict[int, list[Candidate]] = {}
    for each in candidates_of(rows.filter(element__in=TIES).order_by("pk"), owners, {}, departed):
        found.setdefault(numbers[each.fact.subject], []).append(each)
    return {number: tuple(said) for number, said in found.items()}
