"""What the ledger tells people: what an import did, what disagrees, what became of a fact. Needs no Django."""

from dataclasses import dataclass, field
from datetime import date, datetime

from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar


@dataclass(frozen=True, slots=True)
class Change:
    """The file used to say `old` and now says `new`. `corrected`: for the same day, so that the old value no longer
    speaks; else both are kept, each for its time."""

    subject: Subject
    element: str
    old: tuple[Scalar, ...]
    new: tuple[Scalar, ...]
    place: str = ""
    corrected: bool = True


@dataclass(frozen=True, slots=True)
class Gone:
    """An earlier edition for the same day said it, this one does not. The ledger keeps it."""

    subject: Subject
    element: str
    value: Scalar


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that disagree on one element, latest first."""

    subject: Subject
    element: str
    rivals: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Counts are of facts, except `rows` and `subjects`. `confirmed` facts say again, for a later day, what was known;
    `subjects` counts those met for the first time; `left` are those whom the edition before named and this one does not.
    `newer` is the day of an edition that came after this one, `outdated` counts what is only history because of it;
    `kept_out` what people had decided against and this file says again; `misread` what an earlier program read in the same
    content and this one does not."""

    file: str
    as_of: date
    rows: int = 0
    subjects: int = 0
    new: int = 0
    confirmed: int = 0
    unchanged: int = 0
    outdated: int = 0
    kept_out: int = 0
    misread: int = 0
    newer: date | None = None
    changes: tuple[Change, ...] = ()
    gone: tuple[Gone, ...] = ()
    left: tuple[Subject, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a history: a fact, its number in the ledger, and what became of it (`ended` is a WithdrawalKind)."""

    number: int
    fact: Fact
    raw: str = ""
    ended: str | None = None
    ended_at: datetime | None = None
    ended_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decided, when, and why."""

    recorder: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: `kind` is a DecisionKind, `element` empty where the whole subject is meant, `value` what a
    settlement states, `other` whom the subject is (not), `ended` how many facts no longer speak because of it,
    `undone_by` the number of the decision that took it back, `undoes` of the one that it takes back itself."""

    number: int
    kind: str
    subject: Subject
    signed: Signed
    element: str = ""
    value: Scalar = None
    other: Subject | None = None
    ended: int = 0
    undone_by: int | None = None
    undoes: int | None = None
