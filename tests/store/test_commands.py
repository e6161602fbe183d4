"""Answers by word of mouth, taking back, choosing between sources, one person under two keys."""

from datetime import date
from typing import Any

import pytest

from qingzhuang.answer.ledger import Standing
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.model.problem import ProblemError
from qingzhuang.store.commands import link, record, retract, settle
from qingzhuang.store.queries import conflicts, find, history, value_of
from tests.store.people import APRIL, LI, MARCH, TODAY, WANG, bring, moment

PHONE = "person.phone"


def answer(value: str, *, on: date = TODAY, minute: int = 9, by: str = "李网格") -> Fact:
    """What a person says when asked."""
    return Fact(WANG, PHONE, value, on, Source(""), by, moment(minute))


def disagree() -> dict[Any, int]:
    """Two files that disagree on a telephone; returns the facts' numbers by value."""
    bring({(WANG, PHONE): "13900000001"})
    bring({(WANG, PHONE): "13900000002"}, file="残疾人台账.xlsx", as_of=APRIL, minute=1)
    return {each.fact.value: each.number for each in history(WANG, PHONE)}


def _now() -> Any:
    found = value_of(WANG, PHONE, as_of=TODAY)
    return found.fact.value if found.fact else found.standing


def test_a_choice_settles_a_conflict_and_both_values_stay_in_the_history() -> None:
    numbers = disagree()
    assert settle(numbers["13900000001"], reason="电话打通了", recorder="李网格", at=moment(5)) == 1
    assert _now() == "13900000001"
    assert conflicts(as_of=TODAY) == ()
    assert len(conflicts(as_of=TODAY, known_at=moment(4))) == 1
    assert [(each.fact.value, each.ended, each.reason) for each in history(WANG, PHONE)] == [
        ("13900000001", None, ""),
        ("13900000002", "settled", "电话打通了"),
    ]


def test_importing_the_losing_file_again_does_not_reopen_a_settled_question() -> None:
    numbers = disagree()
    settle(numbers["13900000001"], reason="", recorder="李网格", at=moment(5))
    again = bring({(WANG, PHONE): "13900000002"}, file="残疾人台账.xlsx", as_of=APRIL, minute=6)
    assert (again.unchanged, again.new, again.conflicts) == (1, 0, ())


def test_a_new_value_from_the_losing_file_opens_the_question_again() -> None:
    numbers = disagree()
    settle(numbers["13900000001"], reason="", recorder="李网格", at=moment(5))
    report = bring({(WANG, PHONE): "13900000003"}, file="残疾人台账.xlsx", as_of=APRIL, minute=6)
    assert len(report.conflicts) == 1


def test_a_withdrawn_fact_no_longer_speaks_but_did_then() -> None:
    bring({(WANG, PHONE): "13900000001"})
    (entry,) = history(WANG, PHONE)
    retract(entry.number, reason="串行了", recorder="李网格", at=moment(5))
    assert _now() is Standing.UNKNOWN
    assert value_of(WANG, PHONE, as_of=TODAY, known_at=moment(4)).standing is Standing.CURRENT
    with pytest.raises(ProblemError, match="QZ-L001"):
        retract(entry.number, reason="再来", recorder="李网格", at=moment(6))


def test_an_answer_given_in_view_of_the_conflict_settles_it() -> None:
    disagree()
    record([answer("13900000007")], settling=True)
    assert _now() == "13900000007"


def test_a_plain_answer_stands_beside_the_files() -> None:
    bring({(WANG, PHONE): "13900000001"})
    record([answer("13900000007")])
    assert _now() is Standing.CONFLICT


def test_who_answers_again_replaces_the_own_answer_only() -> None:
    record([answer("13900000007")])
    record([answer("13900000008", minute=10)])
    assert _now() == "13900000008"


def test_one_person_under_two_keys_is_linked_not_merged() -> None:
    weak = Subject(SubjectKind.PERSON, "名=王桂香;村=甲村", "王桂香")
    bring({(WANG, "person.name"): "王桂香"})
    bring({(weak, PHONE): "13900000001"}, file="走访登记.xlsx", minute=1)
    assert _now() is Standing.UNKNOWN
    link(weak, WANG, recorder="李网格", at=moment(2))
    assert _now() == "13900000001"
    assert value_of(weak, PHONE, as_of=TODAY).fact is not None
    link(weak, WANG, recorder="李网格", at=moment(3), same=False)
    assert _now() is Standing.UNKNOWN


def test_unknown_or_unlike_subjects_are_not_linked() -> None:
    bring({(WANG, PHONE): "13900000001"})
    with pytest.raises(ProblemError, match="QZ-L002"):
        link(LI, WANG, recorder="李网格", at=moment(2))


def test_people_are_found_by_number_tail_and_name() -> None:
    bring({(WANG, PHONE): "13900000001", (LI, PHONE): "13900000002"}, as_of=MARCH)
    assert find(WANG.key) == find("1234") == find("王桂香") == find("桂香") == (WANG,)
    assert find("没有这个人") == find(" ") == ()
