"""Counting and adding the rows of a list, for the same population and period (policy line 3)."""

from gettext import gettext as _

from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.slots import Qualifiers, Slots

_SINGLE = ("resident", "household", "organisation", "place", "thing", "role")


def count(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A list of 低保对象 gives the number of 低保对象 in the same period."""
    if a.group not in ("resident", "role") or not _aggregate(b) or b.dimension not in ("persons", "count"):
        return None
    if a.concept not in lexicon.derivations.row_marks or a.role or not _same_people(a, b):
        return None
    return derivable(
        "rows.count", _("数一数{a}那张名册的行数就得{b}。").format(a=a.text, b=b.text), "statistic"
    )


def total(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Amounts of single rows add up to the total of the same population and period."""
    if a.group not in _SINGLE or not _aggregate(b) or not (a.quantity and b.quantity):
        return None
    if not a.dimension or a.dimension != b.dimension or a.dimension in ("percent", "years_of_age"):
        return None
    if (a.concept, a.rest) != (b.concept, b.rest) or a.role != b.role or not _same_people(a, b):
        return None
    if any(name in ("per", "method") for name, _value in a.qualifiers ^ b.qualifiers):
        return None
    return derivable("rows.sum", _("把{a}逐行加起来就得{b}。").format(a=a.text, b=b.text), "statistic")


def members(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """The listed members of a household give its size."""
    if a.role != "家庭成员" or a.concept not in lexicon.derivations.row_marks:
        return None
    if b.concept not in lexicon.derivations.household_counts or b.role or b.qualifiers or b.rest:
        return None
    return derivable("rows.count", _("数一数家庭成员就得{b}。").format(b=b.text), "statistic")


def _aggregate(slots: Slots) -> bool:
    return slots.group == "aggregate"


def _same_people(a: Slots, b: Slots) -> bool:
    """The same population and period: both named, none contradicted."""
    people = _population(a)
    return bool(people) and people == _population(b) and a.period == b.period and a.time == b.time


def _population(slots: Slots) -> Qualifiers:
    return slots.listed | {
        pair for pair in slots.qualifiers if pair[0] in ("people", "population", "scheme", "sex", "age")
    }
