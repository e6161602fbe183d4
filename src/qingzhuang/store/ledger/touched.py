"""What changed in the ledger since a moment: whose what, or that anything may have."""

from collections.abc import Iterator
from datetime import datetime

from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import ItemType
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.models import (
    DocumentRow,
    ErasureRow,
    FactRow,
    ImportRow,
    PlacedRow,
    SameRow,
    SubjectRow,
    WithdrawalRow,
)

# what is said in these decides no list: whom a title means is told by codes, days, yes and no
_PLAIN = frozenset((ItemType.PHONE, ItemType.INTEGER, ItemType.NUMBER, ItemType.TEXT))
_VILLAGE = "place.village"
Pair = tuple[Subject, str]


def touched(since: datetime) -> tuple[tuple[Pair, datetime], ...] | None:
    """Return which elements of whom were answered by hand after a moment, and when; None when who stands on which list
    may have changed: a file came in or was taken back, keys were linked, or something was said that lists are drawn up by."""
    if DocumentRow.objects.filter(recorded_at__gt=since).exists():
        return None
    if SameRow.objects.filter(recorded_at__gt=since).exists():
        return None
    if PlacedRow.objects.filter(recorded_at__gt=since).exists():
        return None
    if ErasureRow.objects.filter(settled_at__gt=since, agreed=True).exists():
        return None
    if ImportRow.objects.filter(undone_at__gt=since).exists():
        return None
    rows = tuple(_rows(since))
    if any(not _is_plain(key) for _subject, key, _at in rows):
        return None
    numbers = {subject for subject, _key, _at in rows}
    subjects = {row.pk: subject_of(row) for row in SubjectRow.objects.filter(pk__in=numbers)}
    return tuple(((subjects[subject], key), at) for subject, key, at in rows)


def _rows(since: datetime) -> Iterator[tuple[int, str, datetime]]:
    yield from FactRow.objects.filter(recorded_at__gt=since).values_list("subject", "element", "recorded_at")
    ended = WithdrawalRow.objects.filter(recorded_at__gt=since)
    yield from ended.values_list("fact__subject", "fact__element", "recorded_at")


def _is_plain(key: str) -> bool:
    return element(key).type in _PLAIN and _VILLAGE not in key
