"""What a rule says of a case: it is broken, it is kept, or a fact is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.law.parameter import Line


class Outcome(StrEnum):
    """A missing fact is never a breach: a person is asked."""

    BREAKS = "breaks"
    PASSES = "passes"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`facts` are what decided, or what is missing when the outcome is unknown: the name of a fact, or name=word where one
    word of it decided; `lines` the figures it was held against. Two rules that rest on the same are one finding."""

    outcome: Outcome
    facts: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()

    def __and__(self, other: "Judgement") -> "Judgement":
        """Both must break; a pass of either passes."""
        for one in (self, other):
            if one.outcome is Outcome.PASSES:
                return one
        worst = Outcome.UNKNOWN if Outcome.UNKNOWN in (self.outcome, other.outcome) else Outcome.BREAKS
        return _joined(worst, [each for each in (self, other) if each.outcome is worst])

    def __or__(self, other: "Judgement") -> "Judgement":
        """Either breaks; only what is known on both sides passes."""
        for wanted in (Outcome.BREAKS, Outcome.UNKNOWN):
            found = [each for each in (self, other) if each.outcome is wanted]
            if found:
                return _joined(wanted, found)
        return self


def _joined(outcome: Outcome, judged: Sequence[Judgement]) -> Judgement:
    facts = tuple(name for each in judged for name in each.facts)
    return Judgement(outcome, facts, tuple(line for each in judged for line in each.lines))


def breaks(*facts: str, line: float | None = None) -> Judgement:
    """The rule is broken, as these facts show, held against this line."""
    return Judgement(Outcome.BREAKS, facts, (line,) if isinstance(line, Line) else ())


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
