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
    """`facts` are what decided, or what is missing when the outcome is unknown: the name of a fact, or name=word where one
    word of it decided. Two rules that rest on the same are one finding."""

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


def only(scope: Judgement, ill: Judgement) -> Judgement:
    """The ill, where the scope holds ("breaks"). The scope says whom the rule speaks to; it is no part of the ill."""
    for one in (scope, ill):
        if one.outcome is Outcome.PASSES:
            return one
    if scope.outcome is Outcome.UNKNOWN:
        return unknown(*scope.facts, *(ill.facts if ill.outcome is Outcome.UNKNOWN else ()))
    return ill


def negate(judgement: Judgement) -> Judgement:
    """Broken when the other passes."""
    turned = {Outcome.BREAKS: Outcome.PASSES, Outcome.PASSES: Outcome.BREAKS}
    return Judgement(turned.get(judgement.outcome, Outcome.UNKNOWN), judgement.facts)
