"""Counting and adding the rows of a list, for the same population and period (policy line 3)."""

from gettext import gettext as _

from qingzhuang.match.folding import plain_people
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.slots import Slots

_LADDER = ("网格", "村", "乡镇", "区县")
_WHO = ("people", "population", "scheme", "sex", "age")
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
    if not (_finer(a, b) and a.quantity and b.quantity):
        return None
    if not a.dimension or a.dimension != b.dimension or a.dimension in ("percent", "years_of_age"):
        return None
    if (a.concept, a.rest) != (b.concept, b.rest) or a.role != b.role or not _same_list(a, b):
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


def _finer(a: Slots, b: Slots) -> bool:
    """Single rows under any total; villages under townships, and so on up."""
    if a.group in _SINGLE:
        return _aggregate(b)
    levels = [_LADDER.index(each.entity) if each.entity in _LADDER else -1 for each in (a, b)]
    return 0 <= levels[0] < levels[1]


def _same_list(a: Slots, b: Slots) -> bool:
    """The same population, or totals of one series of forms, in the same period."""
    if _aggregate(a) and a.series is not None and a.series == b.series:
        return a.period == b.period and a.time == b.time and a.title == b.title
    return _same_people(a, b)


def _aggregate(slots: Slots) -> bool:
    return slots.group == "aggregate"


def _same_people(a: Slots, b: Slots) -> bool:
    """The same population and period: both named, none contradicted."""
    if a.period != b.period or (b.time.known and b.time != b.period):
        return False
    listed, counted = _population(a), _population(b)
    named = all(any(word in other for other in counted) or word in b.text for word in listed)
    return bool(listed) and named and all(any(word in other for other in listed) for word in counted)


def _population(slots: Slots) -> frozenset[str]:
    """Who is listed or counted, without the words that only say "people": 低保对象 → 低保."""
    pairs = slots.listed | slots.qualifiers
    return frozenset(plain_people(value) for name, value in pairs if name in _WHO)
