"""What a rule says of a pair, and the register of rules."""

from collections.abc import Callable
from dataclasses import dataclass

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import Verdict

FORWARD, BACKWARD, BOTH = "a->b", "b->a", "a<->b"
_MIRRORED = {FORWARD: BACKWARD, BACKWARD: FORWARD, BOTH: BOTH}
_TURNED = {Verdict.NARROWER: Verdict.BROADER, Verdict.BROADER: Verdict.NARROWER}


@dataclass(frozen=True, slots=True)
class Outcome:
    """`direction` and `verdict` read from a to b; `formula` computes the derived side (a → b where both ways work),
    `back` the other way."""

    verdict: Verdict
    why: str
    slot: str
    direction: str | None = None
    formula: str | None = None
    back: str | None = None
    loss: str | None = None

    def mirrored(self) -> "Outcome":
        """The same outcome with the sides swapped."""
        swapped = (self.back, self.formula) if self.direction == BOTH else (self.formula, self.back)
        verdict = _TURNED.get(self.verdict, self.verdict)
        return Outcome(verdict, self.why, self.slot, _MIRRORED.get(self.direction or ""), *swapped, self.loss)


Rule = Callable[[Slots, Slots, Lexicon], Outcome | None]


def distinct(slot: str, why: str) -> Outcome:
    """Two different facts, because of the slot."""
    return Outcome(Verdict.DISTINCT, why, slot)


def unsure(slot: str, why: str) -> Outcome:
    """A person should look at the slot."""
    return Outcome(Verdict.UNSURE, why, slot)


def derivable(formula: str | None, why: str, slot: str = "property") -> Outcome:
    """b follows from a."""
    return Outcome(Verdict.DERIVABLE, why, slot, FORWARD, formula)


def narrower(why: str, slot: str = "property") -> Outcome:
    """a is the narrower item: b can be taken from it."""
    return Outcome(Verdict.NARROWER, why, slot, FORWARD)
