"""Whether a subject belongs to a population: yes, no, or nobody knows."""

from collections.abc import Iterable

from qingzhuang.answer.derive import NO, YES, derive
from qingzhuang.answer.derive_numbers import decimal
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.select_catalogue import Population, Test
from qingzhuang.answer.select_title import PREMISES
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar


def belongs(subject: Subject, population: Population, resolver: Resolver) -> bool | None:
    """Return whether the subject belongs, None when the ledger does not tell. Facts come first; a roll of just these
    people proves that whoever it names is one of them."""
    answer = _by_facts(subject, population, resolver)
    return True if answer is None and resolver.rolls.prove(subject, population) else answer


def _by_facts(subject: Subject, population: Population, resolver: Resolver) -> bool | None:
    tests = population.tests.get(subject.kind)
    if tests is None and subject.kind in PREMISES:
        tests = next((population.tests[kind] for kind in PREMISES if kind in population.tests), None)
    if tests is None:
        members = resolver.kin.members(subject) if subject.kind is SubjectKind.HOUSEHOLD else ()
        return either(belongs(member, population, resolver) for member in members) if members else None
    answers = (_passes(test, resolver.value(subject, test.key), resolver) for test in tests)
    if population.all_of:
        return both(answers)
    return next((answer for answer in answers if answer is not None), None)


def both(answers: Iterable[bool | None]) -> bool | None:
    """Return the strong Kleene conjunction: one no is enough, else one doubt."""
    found = set(answers)
    return False if False in found else None if None in found else True


def either(answers: Iterable[bool | None]) -> bool | None:
    """Return the strong Kleene disjunction: one yes is enough, else one doubt."""
    found = set(answers)
    return True if True in found else None if None in found else False


def _passes(test: Test, value: Scalar, resolver: Resolver) -> bool | None:
    if value is None:
        return None
    answer = _answer(test, value, resolver)
    if answer is None or (test.hints and answer is not test.yes):
        return None
    return answer is test.yes


def _answer(test: Test, value: Scalar, resolver: Resolver) -> bool | None:
    if str(value).strip() in test.open:
        return None
    if test.words:
        return str(value).strip() in test.words
    if test.has:
        return any(word in str(value) for word in test.has)
    if test.least is not None or test.most is not None:
        number = decimal(value)
        low = test.least if test.least is not None else float("-inf")
        high = test.most if test.most is not None else float("inf")
        return None if number is None else low <= number <= high
    return {YES: True, NO: False}.get(str(derive("category.yesno", [value], resolver.day)))
