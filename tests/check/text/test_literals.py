"""A pattern is tried only where its letters stand, and finds what it would find anyway."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.check.text.acts import lexicon
from qingzhuang.check.text.gate import Machine, Seen
from qingzhuang.check.text.literals import begins, literals, reach

PIECES = [
    "打卡",
    "签到",
    "登录",
    "登陆",
    "务必",
    "下载",
    "点赞",
    "不",
    "得",
    "的",
    "，",
    "。",
    "每",
    "天",
    "0",
    "9",
    "分",
    "请",
    "假",
    "a",
    "b",
]
PATTERNS = [
    "打卡|签到",
    "登[录陆]",
    "(?<!不)务必[^，]{0,4}(?:下载|安装)",
    "[0-9]{1,3}分",
    "请(?!假)",
    "(?:每天|每日)?点赞",
    "a{2}b",
    "(?:打|签)(?:卡|到)的?",
    "[^，。]+分",
    "每?天?",
]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("打卡|签到", {"打卡", "签到"}),
        ("登[录陆]", {"登录", "登陆"}),
        ("(?<!不)务必[^，]{0,4}下载了", {"下载了"}),
        ("[0-9]{1,3}分", {"分"}),
        ("请(?!假)", {"请"}),
        ("x?打", {"打", "x打"}),
        ("每?天?", set[str]()),
        (".*", set[str]()),
        ("", set[str]()),
        ("(?i)app", set[str]()),
    ],
)
def test_the_letters_that_a_pattern_needs(pattern: str, words: set[str]) -> None:
    assert literals(re.compile(pattern)) == words


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.integers(0, 12), st.integers(0, 24))
def test_what_is_not_tried_would_find_nothing(pieces: list[str], start: int, size: int) -> None:
    text, bare = "".join(pieces), [re.compile(each) for each in PATTERNS]
    seen = Seen(Machine(bare), text)
    for number, pattern in enumerate(bare):
        if pattern.search(text, start, start + size):
            assert seen.may(number, start, start + size), pattern.pattern


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "粮" * 40, "田" * 90]), max_size=16))
def test_a_long_text_is_tried_only_around_the_words_and_holds_the_same(pieces: list[str]) -> None:
    text, bare = "".join(pieces) + "。" * 160, [re.compile(each) for each in PATTERNS]
    seen = Seen(Machine(bare), text)
    for number, pattern in enumerate(bare):
        windows = seen.windows(number, 0, len(text))
        found = [each.span() for low, high in windows for each in pattern.finditer(text, low, high)]
        assert found == [each.span() for each in pattern.finditer(text)], pattern.pattern


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("打卡|签到", {"打", "签"}),
        ("(?<!不)[一二]?张", {"一", "二", "张"}),
        ("[^。]分", None),
        ("每?天?", None),
    ],
)
def test_the_letters_that_a_match_begins_with(pattern: str, letters: set[str] | None) -> None:
    assert begins(re.compile(pattern)) == letters


def test_how_far_a_pattern_can_reach() -> None:
    assert reach(re.compile("打[^，]{0,4}卡(?=今天|(?!明年))")) == (6, 4)


def test_every_wording_of_an_act_has_letters_it_needs() -> None:
    assert [
        act.id for acts in lexicon() for act in acts.acts if act.find and not literals(act.find.bare)
    ] == []


def test_a_pattern_that_came_later_is_always_tried() -> None:
    seen = Seen(Machine([re.compile("打卡")]), "今天下雨")
    assert not seen.may(0, 0, 4)
    assert seen.may(1, 0, 4)


def test_a_wording_is_found_with_and_without_the_gate() -> None:
    text = "今年小麦长势良好，村里的水渠已经通水。" * 12 + "请各村每天打卡。"
    for acts in lexicon():
        for act in acts.acts:
            if act.find:
                bare = [found.span() for found in act.find.bare.finditer(text)]
                assert [found.span() for found in act.find.finditer(text)] == bare, act.id
