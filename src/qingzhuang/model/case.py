"""What is held against the law: one thing of a kind, and the facts known of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

FactValue = bool | int | float | str | date | frozenset[str]


class CaseKind(StrEnum):
    """What kind of thing a rule may be about."""

    APP = "app"
    ACCOUNT = "account"
    GROUP = "group"
    NOTICE = "notice"
    FORM = "form"
    DOCUMENT = "document"
    MEETING = "meeting"
    INSPECTION = "inspection"
    EVIDENCE = "evidence"
    COURSE = "course"
    QUIZ = "quiz"
    VOTE = "vote"
    CERTIFICATE = "certificate"
    FILING = "filing"
    POST_ACTIVITY = "post_activity"


class Origin(StrEnum):
    """Who says so: certainty of a fact, apart from the certainty of the law's words."""

    DECLARED = "declared"  # by the issuer, in a register or a list
    PARSED = "parsed"  # read from a text or a form
    REPORTED = "reported"  # by a post or a tip-off


@dataclass(frozen=True, slots=True)
class Known:
    """One fact with where it stands: `where` a cell, paragraph or file; `start`..`end` offsets in a text. `denied` are
    the words that a set is known not to hold; None means that a declared set is complete and a read one is not. `at`
    tells where a single word of a set stands, held or denied; `notes` are the particulars that people want to see."""

    value: FactValue
    origin: Origin = Origin.DECLARED
    where: str = ""
    start: int | None = None
    end: int | None = None
    denied: frozenset[str] | None = None
    at: Mapping[str, str] = field(default_factory=dict[str, str])
    notes: tuple[str, ...] = ()

    def without(self, word: str) -> bool:
        """Tell whether a set is known not to hold a word."""
        if not isinstance(self.value, frozenset) or word in self.value:
            return False
        return self.origin is Origin.DECLARED if self.denied is None else word in self.denied


@dataclass(frozen=True, slots=True)
class Exemption:
    """A claim of security or emergency work: a named event, the acts it covers (a word of a fact's set, or the fact's own
    name), and the last day it holds."""

    event: str
    covers: frozenset[str]
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Where a source was to tell a fact and did not tell it clearly, and what is odd there."""

    where: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing under check. `name` is what people call it, `day` the date of the demand (None: unknown), `facts` what
    is known by the names of law/facts.yaml; what is not there is unknown, never false. `places` are the jurisdictions
    it lies in, wide to narrow; `unclear` the facts that a source was to tell and did not tell clearly: they are
    worth a question even where no others are put."""

    kind: CaseKind
    name: str = ""
    facts: Mapping[str, Known] = field(default_factory=dict)
    day: date | None = None
    places: tuple[str, ...] = ()
    exemption: Exemption | None = None
    label: str = ""
    unclear: Mapping[str, Doubt] = field(default_factory=dict[str, Doubt])

    def value(self, name: str) -> FactValue | None:
        """The value of a fact, None when unknown."""
        known = self.facts.get(name)
        return known.value if known else None

    def known(self, names: tuple[str, ...]) -> Iterator[Known]:
        """Those of the named facts that are known."""
        return (self.facts[name] for name in names if name in self.facts)
