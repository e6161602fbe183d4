"""A thing that the lexicon does not know is called by its own words, with what narrows it; marks stay inside."""

import pytest

from qingzhuang.match.wording.element import element
from qingzhuang.match.wording.time_words import time_words


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("~走访趟数{M+0}", "走访趟数（本月）"),
        ("~愿望[最低]", "愿望（最低）"),
        ("户主@~喜好[最低]{2025M3}", "户主喜好（最低, 2025 年 3 月）"),
        ("person.name", "姓名"),
        ("person.age{Y-1}", "年龄（上年）"),
        ("~修渠米数{X+3}", "修渠米数"),
    ],
)
def test_a_name_holds_no_marks(key: str, name: str) -> None:
    assert element(key).name == name


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("M6", "6 月"),
        ("M6D15", "6 月 15 日"),
        ("2024Q2", "2024 年 第 2 季度"),
        ("2024H1", "2024 年 上半年"),
        ("Y-2", "2 年前"),
        ("P-1", "上期"),
        ("S2", "下学期"),
        ("2025春", "2025 年 春季学期"),
        ("M-7", ""),
        ("<b>", ""),
    ],
)
def test_a_time_is_said_in_words_or_not_at_all(mark: str, words: str) -> None:
    assert time_words(mark) == words
