"""A household known by its book number and by its head's ID number is one, when numbers say so."""

from datetime import UTC, date, datetime

from qingzhuang.answer.households import household_ties
from qingzhuang.answer.ledger import Candidate
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Source, Subject

HEAD = "990101194503021225"
PERSON = Subject(SubjectKind.PERSON, HEAD, "王桂香")
BY_HEAD = Subject(SubjectKind.HOUSEHOLD, HEAD, "王桂香")
BY_BOOK = Subject(SubjectKind.HOUSEHOLD, "H-7", "王桂香")


def said(subject: Subject, element: str, value: str) -> Candidate:
    learnt = datetime(2026, 11, 1, tzinfo=UTC)
    return Candidate(Fact(subject, element, value, date(2026, 3, 1), Source("册"), "李", learnt), "册")


ROSTER = [said(PERSON, "household.code", "H-7"), said(BY_BOOK, "household.code", "H-7")]
LISTED = said(BY_HEAD, "relief.is_low_income", "是")


def test_the_head_of_a_book_ties_both_keys() -> None:
    found = household_ties([*ROSTER, LISTED, said(PERSON, "person.relation_to_head", "户主")])
    assert found == {BY_HEAD: BY_BOOK}


def test_a_household_row_with_both_numbers_ties_them() -> None:
    assert household_ties([LISTED, said(BY_BOOK, "户主@person.id_no", HEAD)]) == {BY_HEAD: BY_BOOK}


def test_a_member_who_is_not_the_head_ties_nothing() -> None:
    assert household_ties([*ROSTER, LISTED, said(PERSON, "person.relation_to_head", "配偶")]) == {}


def test_two_books_for_one_head_tie_nothing() -> None:
    other = Subject(SubjectKind.HOUSEHOLD, "H-8")
    facts = [*ROSTER, LISTED, said(PERSON, "person.relation_to_head", "户主")]
    assert household_ties([*facts, said(other, "户主@person.id_no", HEAD)]) == {}
