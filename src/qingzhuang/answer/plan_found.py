"""What was found for one element of one subject, and whether two findings agree."""

from dataclasses import dataclass

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.plan_cell import Origin, State
from qingzhuang.answer.sameness import alike
from qingzhuang.model import id_number
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar

# Whoever has an ID card may show another document, 居民医保 is one way of 已参保, and there may be two telephones.
_ALSO = frozenset(("id_number.text", "id_number.document", "category.graded", "phone.mobile", "phone.any"))
LAST = frozenset(("phone.any",))  # only where nobody has said it in so many words
_MOVES_WITH_TIME = frozenset(("id_number.age", "birth.age"))


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its origin; None unless the origin's state writes."""

    value: Scalar
    origin: Origin


def is_mistyped(value: Scalar) -> bool:
    """Tell whether a number cannot be an ID number."""
    flaws = id_number.flaws(value) if isinstance(value, str) else ()
    return any(flaw is not id_number.Flaw.MASKED for flaw in flaws)


def nothing(subject: Subject) -> Found:
    """Nobody has said anything."""
    return Found(None, Origin(State.UNKNOWN, owner=subject))


def agree(direct: Found, derived: Found) -> Found:
    """Hold a fact against what follows from another: an age moves on, a birth date that the ID number denies is a
    conflict."""
    if derived.origin.formula in _MOVES_WITH_TIME:
        return derived
    if derived.origin.formula in _ALSO:
        return direct
    if same(direct.value, derived.value):
        return direct
    facts = direct.origin.facts + derived.origin.facts
    return Found(None, Origin(State.CONFLICT, facts, owner=direct.origin.owner))


def same(a: Scalar, b: Scalar) -> bool:
    """Tell whether two values say the same, days in whatever spelling."""
    days = as_date(a), as_date(b)
    return alike(a, b) or (days[0] is not None and days[0] == days[1])
