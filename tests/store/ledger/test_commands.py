"""Answers by word of mouth."""

from datetime import date
from typing import Any

from qingzhuang.answer.ledger import Standing
from qingzhuang.model.fact import Fact, Source
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.queries import find, value_of
from tests.store.people import LI, MARCH, TODAY, WANG, bring, moment

PHONE = "person.phone"


def answer(value: str, *, on: date = TODAY, minute: int = 9, by: str = "李网格") -> Fact:
    """What a person says when asked."""
    return Fact(WANG, PHONE, value, on, Source(""), by, moment(minute))


def _now() -> Any:
    found = value_of(WANG, PHONE, as_of=TODAY)
    return found.fact.value if found.fact else found.standing


def test_a_plain_answer_stands_beside_the_files() -> None:
    bring({(WANG, PHONE): "13900000001"})
    record([answer("13900000007")])
    assert _now() is Standing.CONFLICT


def test_who_answers_again_replaces_the_own_answer_only() -> None:
    record([answer("13900000007")])
    record([answer("13900000008", minute=10)])
    assert _now() == "13900000008"


def test_people_are_found_by_number_tail_and_name() -> None:
    bring({(WANG, PHONE): "13900000001", (LI, PHONE): "13900000002"}, as_of=MARCH)
    assert find(WANG.key) == find("1234") == find("王桂香") == find("桂香") == (WANG,)
    assert find("没有这个人") == find(" ") == ()
