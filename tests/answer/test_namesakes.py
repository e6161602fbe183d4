"""Who is known by name only may be somebody of that name: asked, never decided by the machine."""

from datetime import date

from qingzhuang.answer.ledger import view_of
from qingzhuang.answer.namesakes import Namesakes, namesakes
from qingzhuang.answer.plan_kin import Kin
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from tests.answer.known import person, said

ONE, TWO = person(date(1950, 3, 5), 2, "王乙"), person(date(1980, 3, 5), 2, "王乙")
VILLAGE, BIRTH = "place.village", "person.birth"


def weak(*marks: str) -> Subject:
    return Subject(SubjectKind.PERSON, ";".join(["名=王乙", *marks]), "王乙")


def asked(
    facts: dict[Subject, dict[str, str]], apart: tuple[tuple[Subject, Subject], ...] = ()
) -> tuple[Namesakes, ...]:
    candidates = [said(who, key, value) for who, known in facts.items() for key, value in known.items()]
    view = view_of(candidates, date(2026, 6, 30))
    return namesakes(view, Kin(view), apart)


def test_a_bare_name_is_asked_about_with_what_tells_the_candidates_apart() -> None:
    (found,) = asked({weak("表=走访"): {"person.phone": "1"}, ONE: {VILLAGE: "甲村"}, TWO: {VILLAGE: "乙村"}})
    assert found.subject == weak("表=走访")
    assert {(each.subject, each.village, each.birth) for each in found.candidates} == {
        (ONE, "甲村", date(1950, 3, 5)),
        (TWO, "乙村", date(1980, 3, 5)),
    }


def test_another_village_household_or_birth_is_another_person() -> None:
    everybody = {ONE: {VILLAGE: "甲村"}, TWO: {VILLAGE: "乙村"}}
    (found,) = asked({weak("村=甲村"): {VILLAGE: "甲村"}, **everybody})
    assert [each.subject for each in found.candidates] == [ONE]
    (found,) = asked({weak("生=1980-03-05"): {BIRTH: "1980-03-05"}, **everybody})
    assert [each.subject for each in found.candidates] == [TWO]
    assert asked({weak("村=丙村"): {VILLAGE: "丙村"}, **everybody}) == ()


def test_who_was_told_apart_is_not_asked_about_again() -> None:
    facts = {weak("村=甲村"): {VILLAGE: "甲村"}, ONE: {VILLAGE: "甲村"}}
    assert len(asked(facts)) == 1
    assert asked(facts, ((weak("村=甲村"), ONE),)) == ()


def test_two_bare_names_are_one_question() -> None:
    facts = {weak("村=甲村"): {VILLAGE: "甲村"}, weak("表=走访"): {"person.phone": "1"}}
    assert len(asked(facts)) == 1


def test_two_with_numbers_are_two_people() -> None:
    assert asked({ONE: {VILLAGE: "甲村"}, TWO: {VILLAGE: "甲村"}}) == ()
