"""The few kinds of predicate that rules are made of. Each tells apart "no" and "not known"."""

from datetime import date, timedelta

from qingzhuang.check.judgement import Judgement, breaks, passes, unknown
from qingzhuang.model.case import Case, FactValue


def is_true(case: Case, fact: str) -> Judgement:
    """Broken when the fact is true."""
    return equals(case, fact, True)


def is_false(case: Case, fact: str) -> Judgement:
    """Broken when the fact is false."""
    return equals(case, fact, False)


def equals(case: Case, fact: str, *values: FactValue) -> Judgement:
    """Broken when the fact has one of the values."""
    value = case.value(fact)
    if value is None:
        return unknown(fact)
    return breaks(fact) if value in values else passes(fact)


def any_of(case: Case, fact: str, *values: str) -> Judgement:
    """Broken when a set holds one of the values."""
    value = case.value(fact)
    if not isinstance(value, frozenset):
        return unknown(fact)
    return breaks(fact) if value & frozenset(values) else passes(fact)


def lacks(case: Case, fact: str, wanted: str) -> Judgement:
    """Broken when a set does not hold the wanted value."""
    value = case.value(fact)
    if not isinstance(value, frozenset):
        return unknown(fact)
    return passes(fact) if wanted in value else breaks(fact)


def is_set(case: Case, fact: str) -> Judgement:
    """Broken when a target or quota is set at all; none known is none set only where it was declared so (0)."""
    value = case.value(fact)
    if value is None:
        return unknown(fact)
    return breaks(fact) if value else passes(fact)


def over(case: Case, fact: str, limit: float) -> Judgement:
    """Broken when a number lies above the limit."""
    value = case.value(fact)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return unknown(fact)
    return breaks(fact) if value > limit else passes(fact)


def under(case: Case, fact: str, limit: float) -> Judgement:
    """Broken when a number lies below the limit."""
    value = case.value(fact)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return unknown(fact)
    return breaks(fact) if value < limit else passes(fact)


def older_than(case: Case, fact: str, days: float, today: date) -> Judgement:
    """Broken when a date lies more than so many days back."""
    value = case.value(fact)
    if not isinstance(value, date):
        return unknown(fact)
    return breaks(fact) if value + timedelta(days=days) < today else passes(fact)
