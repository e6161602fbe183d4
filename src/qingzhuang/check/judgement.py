"""What a rule says of a case: it is broken, it is kept, or a fact is missing."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """A missing fact is never a breach: a person is asked."""

    BREAKS = "breaks"
    PASSES = "passes"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`facts` are the names that decided, or that are missing when the outcome is unknown."""

    outcome: Outcome
    facts: tuple[str, ...] = ()

    def __and__(self, other: "Judgement") -> "Judgement":
        """Both must break; a pass of either passes."""
        for one in (self, other):
            if one.outcome is Outcome.PASSES:
                return one
        worst = Outcome.UNKNOWN if Outcome.UNKNOWN in (self.outcome, other.outcome) else Outcome.BREAKS
        facts = tuple(name for each in (self, other) if each.outcome is worst for name in each.facts)
        return Judgement(worst, facts)

    def __or__(self, other: "Judgement") -> "Judgement":
        """Either breaks; only what is known on both sides passes."""
        for wanted in (Outcome.BREAKS, Outcome.UNKNOWN):
            found = [each for each in (self, other) if each.outcome is wanted]
            if found:
                return Judgement(wanted, tuple(name for each in found for name in each.facts))
        return self


def breaks(*facts: str) -> Judgement:
    """The rule is broken, as these facts show."""
    return Judgement(Outcome.BREAKS, facts)


def passes(*facts: str) -> Judgement:
    """The rule is kept, as these facts show."""
    return Judgement(Outcome.PASSES, facts)


def unknown(*facts: str) -> Judgement:
    """These facts are missing."""
    return Judgement(Outcome.UNKNOWN, facts)
