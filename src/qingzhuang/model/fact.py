"""Subjects and facts. A fact is never changed: a later one stands beside it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from qingzhuang.model.element import SubjectKind
from qingzhuang.model.sheet import Scalar


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """`key` identifies within the kind (ID number of a person, book number of a household, else name and place);
    `name` is only a label."""

    kind: SubjectKind
    key: str
    name: str = field(default="", compare=False)

    def __hash__(self) -> int:
        """By the key alone: it is asked for a million times, and hardly two kinds share one."""
        return hash(self.key)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was learnt: file and place, or a person's answer."""

    file: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """element × subject × as-of time → value. `as_of` is when it was true (valid time), `recorded_at` when we learnt
    it (transaction time, with time zone), `valid_until` the last day on which it may be used unasked.
    `element` is a slot key: a DataElement id, after `qualifier@` where the element is qualified (监护人@person.phone)."""

    subject: Subject
    element: str
    value: Scalar
    as_of: date
    source: Source
    recorder: str
    recorded_at: datetime
    valid_until: date | None = None
