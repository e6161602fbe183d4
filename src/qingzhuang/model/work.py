"""What becomes of a demand: its stages at the gate, and what a post may answer."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from qingzhuang.model.organisation import Unit


class Stage(StrEnum):
    """Where a demand stands. One that reached posts without being admitted is UNADMITTED, visibly."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ADMITTED = "admitted"
    RETURNED = "returned"
    UNADMITTED = "unadmitted"
    ENDED = "ended"


class Answer(StrEnum):
    """What a post said. "No" is an answer."""

    OPEN = "open"
    HANDED = "handed"  # the filled form was handed over
    NOT_OURS = "not_ours"  # 不归我管
    REPORTED = "reported"  # 已于…报过
    DID_NOT_HAPPEN = "none"  # 没有这样的事


@dataclass(frozen=True, slots=True)
class Sent:
    """One demand as its issuer and the board see it. Minutes are a year's at one post."""

    number: int
    title: str
    file: str
    blob: str
    issuer: Unit
    stage: Stage
    mark: str  # 准入 number, empty before
    purpose: str
    basis: str
    times_per_year: float
    deadline: datetime | None
    expires_on: date | None
    decided_at: datetime | None
    decision: str
    columns: int
    known: int
    findings: int
    before: float
    after: float
    used_for: str = ""
    personal_purpose: str = ""  # what its personal data is for
    submitted_at: datetime | None = None
    ended_at: datetime | None = None
    erased_on: date | None = None  # when what came in for it was deleted


@dataclass(frozen=True, slots=True)
class Task:
    """One demand at one post. `cells` are those that the form has for this post, `filled` those that the ledger answers,
    `questions` the fewest that would complete it; `planned` how far the ledger had got then (-1: not planned yet) and when; `how`
    the formulas of the minutes `before` and `after`; `about` whom a card is filled for, by number; `unknown` the questions to which the post said "不知道"."""

    number: int
    demand: Sent
    unit: Unit
    said: Answer
    reason: str
    cells: int
    filled: int
    questions: int
    before: float
    after: float
    answered_at: datetime | None
    receipt: str
    blob: str
    planned: int = -1
    planned_at: datetime | None = None
    how: tuple[str, ...] = ()
    about: tuple[int, ...] = ()
    unknown: frozenset[str] = frozenset()
