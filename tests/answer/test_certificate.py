"""The certificate of the fewest questions: anybody can check it, and a false one is found out."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from qingzhuang.answer.ask import ask
from qingzhuang.answer.certificate import Certificate, as_tree, certify, faults, from_tree
from qingzhuang.answer.plan_cell import Missing, State
from qingzhuang.match.wording.element import element
from tests.answer.known import person

ONE, OTHER = person(date(1980, 3, 5), 1, "王乙"), person(date(1990, 1, 1), 2, "李丙")


def missing(who: Any, key: str, *routes: str) -> Missing:
    return Missing(who, key, State.UNKNOWN, (key, *routes), label=key)


def certificate(*blanks: Missing) -> Certificate:
    plans: Any = [
        SimpleNamespace(as_of=date(2026, 1, 1), missing=blanks, form=SimpleNamespace(file="表.xlsx"))
    ]
    return certify(plans, ask(plans, element))


ID_NO, SEX, AGE, PHONE = "person.id_no", "person.sex", "person.age", "person.phone"
BLANKS = (
    missing(ONE, SEX, ID_NO), missing(ONE, AGE, ID_NO), missing(ONE, PHONE), missing(OTHER, SEX, ID_NO),
)  # fmt: skip


def test_one_question_for_two_blanks_is_proven_to_be_the_fewest() -> None:
    found = certificate(*BLANKS)
    assert len(found.asked) == 3
    assert found.proven
    assert faults(found) == []


def test_it_names_nobody() -> None:
    text = str(as_tree(certificate(*BLANKS)))
    assert "王乙" not in text
    assert ONE.key not in text


def test_it_can_be_handed_on_as_a_file() -> None:
    found = certificate(*BLANKS)
    assert from_tree(as_tree(found)) == found  # type: ignore[arg-type]


def test_a_question_left_out_is_found_out() -> None:
    found = certificate(*BLANKS)
    assert faults(replace(found, asked=found.asked[1:]))


def test_blanks_that_one_question_fills_do_not_count_twice() -> None:
    found = certificate(*BLANKS)
    assert faults(replace(found, apart=((1, SEX), (1, AGE), (1, PHONE))))


def test_where_a_proof_fails_it_says_by_how_much() -> None:
    circle = (missing(ONE, "a", "b"), missing(ONE, "b", "c"), missing(ONE, "c", "a"))
    found = certificate(*circle)
    assert (len(found.asked), len(found.apart), found.proven) == (2, 1, False)
    assert faults(found) == []
