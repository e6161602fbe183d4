"""The few kinds of predicate that rules are made of. Each tells apart "no" and "not known"."""

from datetime import date, timedelta

from qingzhuang.check.judgement import Judgement, breaks, only, passes, unknown
from qingzhuang.check.rule import Setting
from qingzhuang.model.case import Case

FORCED = ("checkin", "points_ranking", "online_time_stats")


def is_true(case: Case, fact: str) -> Judgement:
    """Broken when the fact is true."""
    value = case.value(fact)
    if value is None:
        return unknown(fact)
    return breaks(fact) if value is True else passes(fact)


def is_false(case: Case, fact: str) -> Judgement:
    """Broken when the fact is false: something that shall be there is not."""
    value = case.value(fact)
    if value is None:
        return unknown(fact)
    return breaks(fact) if value is False else passes(fact)


def equals(case: Case, fact: str, *words: str) -> Judgement:
    """Broken when the fact is one of the words."""
    value = case.value(fact)
    if value is None:
        return unknown(fact)
    return breaks(f"{fact}={value}") if value in words else passes(fact)


def differs(case: Case, fact: str, *words: str) -> Judgement:
    """Broken when the fact is none of the words."""
    value = case.value(fact)
    if value is None:
        return unknown(fact)
    return passes(fact) if value in words else breaks(f"{fact}={value}")


def any_of(case: Case, fact: str, *words: str) -> Judgement:
    """Broken when a set holds one of the words; kept when it is known to hold none of them."""
    known = case.facts.get(fact)
    if known is None or not isinstance(known.value, frozenset):
        return unknown(fact)
    found = [f"{fact}={word}" for word in words if word in known.value]
    if found:
        return breaks(*found)
    return passes(fact) if all(known.without(word) for word in words) else unknown(fact)


def lacks(case: Case, fact: str, *words: str) -> Judgement:
    """Broken when a set is known not to hold each of the words."""
    known = case.facts.get(fact)
    if known is None or not isinstance(known.value, frozenset):
        return unknown(fact)
    missing = [f"{fact}={word}" for word in words if known.without(word)]
    if missing:
        return breaks(*missing)
    return passes(fact) if known.value >= set(words) else unknown(fact)


def is_set(case: Case, fact: str) -> Judgement:
    """Broken when a target, quota or list is set at all; none is set only where it was declared so (0, or empty)."""
    value = case.value(fact)
    if value is None:
        return unknown(fact)
    return breaks(fact) if value else passes(fact)


def over(case: Case, fact: str, limit: float) -> Judgement:
    """Broken when a number lies above the limit."""
    value = _number(case, fact)
    if value is None:
        return unknown(fact)
    return breaks(fact, line=limit) if value > limit else passes(fact)


def at_least(case: Case, fact: str, limit: float) -> Judgement:
    """Broken when a number reaches the limit."""
    value = _number(case, fact)
    if value is None:
        return unknown(fact)
    return breaks(fact, line=limit) if value >= limit else passes(fact)


def under(case: Case, fact: str, limit: float) -> Judgement:
    """Broken when a number lies below the limit."""
    value = _number(case, fact)
    if value is None:
        return unknown(fact)
    return breaks(fact, line=limit) if value < limit else passes(fact)


def is_given(case: Case, fact: str) -> Judgement:
    """Holds ("breaks") when the fact is known at all."""
    return unknown(fact) if case.value(fact) is None else breaks(fact)


def exceeds(case: Case, fact: str, other: str) -> Judgement:
    """Broken when one number lies above another fact's."""
    limit = _number(case, other)
    if limit is None:
        return unknown(*(name for name in (fact, other) if case.value(name) is None))
    return over(case, fact, limit)


def past(case: Case, fact: str, setting: Setting, days: float = 0) -> Judgement:
    """Broken when a date lies more than so many days before the day of judging."""
    value = case.value(fact)
    if not isinstance(value, date):
        return unknown(fact)
    late = value + timedelta(days=days) < (case.day or setting.today)
    return breaks(fact, line=days) if late else passes(fact)


def from_day(case: Case, fact: str, day: date) -> Judgement:
    """Holds ("breaks") when a date lies on the day or after it."""
    value = case.value(fact)
    if not isinstance(value, date):
        return unknown(fact)
    return breaks(fact) if value >= day else passes(fact)


def unless(case: Case, claim: str, ill: Judgement) -> Judgement:
    """The ill, unless a reason for it is on record; no record is no reason."""
    return passes(claim) if case.value(claim) is True else ill


def unless_central(case: Case, ill: Judgement) -> Judgement:
    """The ill, unless the centre demands it in writing."""
    return passes("mandate_source") if case.value("mandate_source") == "central" else ill


def with_personal_data(case: Case, ill: Judgement) -> Judgement:
    """The ill, where personal data are involved."""
    return only(is_set(case, "personal_data_fields"), ill)


def at_village(case: Case, ill: Judgement) -> Judgement:
    """The ill, where the demand is put to a village or community."""
    return only(equals(case, "target_level", "village"), ill)


def on_enterprise(case: Case, ill: Judgement) -> Judgement:
    """The ill, where an enterprise is inspected."""
    return only(is_true(case, "on_enterprise"), ill)


def _number(case: Case, fact: str) -> float | None:
    value = case.value(fact)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
