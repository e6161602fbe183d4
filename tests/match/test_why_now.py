"""Why the rules leave a pair to people is said in the language of whoever looks, whatever was kept."""

from collections.abc import Iterator

import pytest

from qingzhuang import language
from qingzhuang.language import speak_through
from qingzhuang.match.decide import decide
from qingzhuang.match.people.queue import Question, Side, why_now
from qingzhuang.model.verdict import ItemContext

A, B = ItemContext(label="人口数", form="甲"), ItemContext(label="人口", form="乙")
ASKED = Question("1", Side(A, "甲.xlsx", "B2"), Side(B, "乙.xlsx", "B2"), 1.0, "rule", "当时的话。")


@pytest.fixture
def english() -> Iterator[None]:
    before = language._say
    speak_through(lambda message: f"English of {message}")
    yield
    speak_through(before)


def test_in_chinese_what_was_kept_is_said() -> None:
    assert why_now(ASKED) == "当时的话。"


@pytest.mark.usefixtures("english")
def test_in_another_language_the_rule_says_it_anew() -> None:
    assert why_now(ASKED) == decide(A, B).why
    assert why_now(ASKED).startswith("English of ")
