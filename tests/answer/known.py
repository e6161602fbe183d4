"""A hand-made ledger of invented people for tests: facts by subject, one source each."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from qingzhuang.answer.ledger import Candidate, LedgerView, view_of
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.model.id_number import check_character
from qingzhuang.model.sheet import Scalar

TODAY = date(2026, 6, 30)
LEARNT = datetime(2026, 6, 1, tzinfo=UTC)


def id_number(birth: date, order: int) -> str:
    """An ID number of a region that does not exist."""
    first17 = f"990101{birth:%Y%m%d}{order:03}"
    return first17 + check_character(first17)


def person(birth: date, order: int, name: str) -> Subject:
    return Subject(SubjectKind.PERSON, id_number(birth, order), name)


def household(key: str, name: str = "") -> Subject:
    return Subject(SubjectKind.HOUSEHOLD, key, name)


def village(name: str) -> Subject:
    return Subject(SubjectKind.PLACE, name, name)


def said(
    subject: Subject,
    element: str,
    value: Scalar,
    *,
    by: str = "台账.xlsx",
    on: date = date(2026, 1, 1),
    until: date | None = None,
) -> Candidate:
    return Candidate(Fact(subject, element, value, on, Source(by, "Sheet1!A1"), "测试", LEARNT, until), by)


def ledger(facts: Mapping[Subject, Mapping[str, Scalar]], *more: Candidate) -> LedgerView:
    stated = [said(who, element, value) for who, values in facts.items() for element, value in values.items()]
    return view_of((*stated, *more), TODAY)
