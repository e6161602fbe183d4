"""The questions of a year by person, and a certificate that anybody can check."""

import json
from dataclasses import replace
from datetime import date

import pytest

from qingzhuang.answer.year.bound import Bound
from qingzhuang.answer.year.calendar import Year, year
from qingzhuang.answer.year.certificate import as_tree, faults, from_tree
from qingzhuang.answer.year.cover import Solved
from qingzhuang.answer.year.part import FOR_GOOD, Need, Until
from qingzhuang.model.fact import Subject
from tests.answer.known import person

ONE, OTHER, THIRD = (person(date(1980, 3, day), day, f"王{day}") for day in (5, 6, 7))
FIRST = date(2026, 12, 1)


def day(month: int, number: int) -> int:
    return date(2027, month, number).toordinal()


def until_of(_subject: Subject) -> Until:
    return lambda key, at: at + 180 if key == "phone" else FOR_GOOD


PHONES = [Need("phone", day(month, 28), ("phone",)) for month in range(1, 11)]
AGES = [Need("age", day(3, 31), ("age", "birth")), Need("birth", day(6, 30), ("birth",))]


@pytest.fixture
def found() -> Year:
    needs = {ONE: [*PHONES, *AGES], OTHER: [*AGES, *PHONES], THIRD: AGES}
    return year(needs, lambda one: "柳湾村" if one is ONE else "上坪村", until_of, lambda _key: 1, FIRST)


def test_each_answer_serves_as_long_as_it_holds(found: Year) -> None:
    assert len(found.asked) == 2 * 2 + 3
    mine = [(each.key, each.month) for each in found.asked if each.subject is ONE]
    assert mine == [("phone", "2027-01"), ("birth", "2027-03"), ("phone", "2027-07")]
    assert found.by_month()["上坪村", "2027-03"] == 2


def test_it_says_from_when_on_a_question_can_be_asked(found: Year) -> None:
    """What runs out may not be asked so early that it does not reach its last form."""
    first, birth, second = (each for each in found.asked if each.subject is ONE)
    assert (birth.since, birth.by) == (FIRST, date(2027, 3, 31))
    assert first.by == date(2027, 1, 28)
    assert first.since.toordinal() + 180 >= first.needs[-1].day
    assert second.since.toordinal() == second.needs[-1].day - 180


def test_people_who_need_the_same_have_one_proof(found: Year) -> None:
    assert len(found.proofs) == 2
    assert {each.many for each in found.proofs} == {2, 3}
    assert (found.least, found.exact) == (len(found.asked), True)


def test_the_certificate_goes_through_a_file_and_holds(found: Year) -> None:
    text = json.dumps(as_tree(found.proofs))
    again = from_tree(json.loads(text))
    assert faults(again) == []
    assert "王" not in text
    assert ONE.key not in text
    assert (json.loads(text)["asked"], json.loads(text)["at_least"]) == (7, 7)


def test_a_false_certificate_is_found_out(found: Year) -> None:
    proof = max(found.proofs, key=lambda each: len(each.part.needs))
    few = replace(proof, solved=Solved(proof.solved.chosen[1:], exact=True))
    heavy = replace(proof, bound=Bound(proof.bound.least + 1, tuple(2 for _each in proof.part.needs)))
    tried = replace(proof, bound=Bound(proof.bound.least + 1, None))
    hidden = replace(proof, part=replace(proof.part, asks=proof.part.asks[:2]))
    outside = replace(proof, solved=Solved((99,), exact=True))
    torn = replace(proof, part=replace(proof.part, needs=proof.part.needs[:5]), solved=proof.solved)
    for each in (few, heavy, tried, hidden, outside):
        assert faults([each])
    assert any("不能分开算" in each for each in faults([proof, torn]))
