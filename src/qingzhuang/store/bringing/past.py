"""What the editions of a file said before: which of it was corrected, withdrawn or overruled, and by which decision."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, QuerySet

from qingzhuang.answer.sameness import canonical
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.bringing.edition import Stated
from qingzhuang.store.ledger.standing import endings, standing
from qingzhuang.store.models import DocumentRow, FactRow, ImportRow, WithdrawalKind
from qingzhuang.store.value import decode

_Key = tuple[int, str]
_Word = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ended:
    """A fact of the lineage that no longer speaks. `whole`: its subject was withdrawn, whatever is said of it; `by` is
    the fact that speaks in its place."""

    kind: str
    document: int | None
    decision: int | None
    by: int | None
    whole: bool
    until: date | None


@dataclass(frozen=True)
class Past:
    """The editions of one lineage up to now. `edition` is the document at hand, `fresh` whether it was not known."""

    edition: DocumentRow
    fresh: bool
    stated: Sequence[Stated]
    ended: Mapping[_Key, Mapping[_Word, Sequence[Ended]]] = field(default_factory=dict)

    @cached_property
    def newest(self) -> date | None:
        """The day of the latest other edition."""
        others = editions(self.edition.lineage).exclude(pk=self.edition.pk)
        return others.order_by("as_of").values_list("as_of", flat=True).last()

    @property
    def newer(self) -> date | None:
        """The day of an edition that is later than this one, if there is one."""
        return self.newest if self.newest is not None and self.newest > self.edition.as_of else None

    @cached_property
    def superseded(self) -> bool:
        """Tell whether this known edition was followed by another one for the same day."""
        same_day = editions(self.edition.lineage).filter(as_of=self.edition.as_of)
        return not self.fresh and same_day.filter(pk__gt=self.edition.pk).exists()

    @cached_property
    def alone(self) -> bool:
        """Tell whether no other edition speaks for the same day."""
        same_day = editions(self.edition.lineage).filter(as_of=self.edition.as_of)
        return not same_day.exclude(pk=self.edition.pk).exists()

    def misread(self, spoken: Collection[_Key]) -> list[Stated]:
        """Return what this very content was once read to say and, read again, does not: an earlier program misread it."""
        if self.fresh or not self.alone:
            return []
        own = (row for row in self.stated if row.document == self.edition.pk)
        return [row for row in own if (row.owner, row.element) not in spoken]

    def refused(self, owner: int, element: str, value: Scalar) -> Ended | None:
        """Return how what this very edition said before was corrected or withdrawn since: the same content once more is
        no news."""
        own = (
            each
            for each in self._ended_of(owner, element, value)
            if each.document == self.edition.pk and each.kind != WithdrawalKind.SETTLED
        )
        return None if self.fresh else next(own, None)

    def still_ended(self, owner: int, element: str, value: Scalar) -> Ended | None:
        """Return the person's decision that also meets what a new edition repeats: it was decided on just this value,
        or the whole subject was withdrawn."""
        last = self._last.get((owner, element))
        for each in self._ended_of(owner, element, value):
            if each.decision is not None and each.decision == last and self._holds(each):
                return each
        return self._whole.get(owner)

    def was_said(self, owner: int, element: str, value: Scalar) -> bool:
        """Tell whether an earlier edition said it, whether or not it still speaks."""
        said = canonical(value) in self._said.get((owner, element), ())
        return said or bool(self._ended_of(owner, element, value))

    def _holds(self, ended: Ended) -> bool:
        """A choice between sources holds while the chosen value is good; a withdrawal until it is undone."""
        settled = ended.kind == WithdrawalKind.SETTLED
        return not settled or ended.until is None or ended.until >= self.edition.as_of

    def _ended_of(self, owner: int, element: str, value: Scalar) -> Sequence[Ended]:
        return self.ended.get((owner, element), {}).get(canonical(value), ())

    @cached_property
    def _last(self) -> Mapping[_Key, int]:
        """The last decision on each element."""
        return {
            key: max(each.decision or 0 for found in words.values() for each in found)
            for key, words in self.ended.items()
        }

    @cached_property
    def _whole(self) -> Mapping[int, Ended]:
        return {
            owner: each
            for (owner, _element), words in self.ended.items()
            for found in words.values()
            for each in found
            if each.whole
        }

    @cached_property
    def _said(self) -> Mapping[_Key, set[_Word]]:
        found: defaultdict[_Key, set[_Word]] = defaultdict(set)
        for row in self.stated:
            found[row.owner, row.element].add(canonical(decode(row.kind, row.value)))
        return found


def past_of(edition: DocumentRow, *, fresh: bool) -> Past:
    """Return what the editions of a document's lineage said; `stated` also what people preferred another source to."""
    return Past(edition, fresh, _stated(edition.lineage), _ended(edition.lineage))


def editions(lineage: str) -> QuerySet[DocumentRow]:
    """Return the editions of a file that count: one that was put in and taken back whole never came."""
    put_in = ImportRow.objects.filter(document=OuterRef("pk"))
    taken_back = Exists(put_in) & ~Exists(put_in.filter(undone_at=None))
    speaks = standing(FactRow.objects.filter(document=OuterRef("pk")))
    return DocumentRow.objects.filter(lineage=lineage).exclude(taken_back & ~Exists(speaks))


def _stated(lineage: str) -> list[Stated]:
    ended = endings().filter(fact__lineage=lineage).exclude(kind=WithdrawalKind.SETTLED).values("fact")
    rows = FactRow.objects.filter(lineage=lineage).exclude(pk__in=ended).order_by("id")
    columns = ("id", "subject", "element", "kind", "told", "as_of", "document")
    return [
        Stated(number, owner, element, kind, told.value, *rest)
        for number, owner, element, kind, told, *rest in rows.values_list(*columns)
    ]


def _ended(lineage: str) -> Mapping[_Key, Mapping[_Word, Sequence[Ended]]]:
    ends = endings().filter(fact__lineage=lineage).exclude(kind=WithdrawalKind.RETRACTED)
    rows = ends.order_by("id")
    found: defaultdict[_Key, dict[_Word, list[Ended]]] = defaultdict(dict)
    for owner, element, kind, told, end, document, decision, by, about, until in rows.values_list(
        "fact__subject",
        "fact__element",
        "fact__kind",
        "fact__told",
        "kind",
        "fact__document",
        "decision",
        "by",
        "decision__element",
        "by__valid_until",
    ):
        whole = end == WithdrawalKind.WITHDRAWN and about == ""
        ended = Ended(end, document, decision, by, whole, until)
        found[owner, element].setdefault(canonical(decode(kind, told.value)), []).append(ended)
    return found
