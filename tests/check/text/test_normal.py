"""Whatever the letters look like, the same demand is found, and its place is a place of the text as given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.check.text import practices
from qingzhuang.check.text.normal import normalise, spellings
from tests.check.text import tables

PLAIN = "请各村今天完成打卡,未打卡的通报批评。"
SPELT = {
    "traditional": "請各村今天完成打卡,未打卡的通報批評。",
    "wide": "请各村今天完成打卡，未打卡的通报批评。",
    "zero width inside words": "请各村今天完成打\u200b卡,未打\u200d卡的通\u2060报批评。",
    "right to left marks": "\u202e请各村今天完成打卡\u202c,未打卡的\u200f通报批评。",
    "control characters": "\u0001请各村今天完成打\u0000卡,未打卡的通报批评。\u0007",
    "lone surrogates": "\ud800请各村今天完成打卡\udfff,未打卡的通报批评。",
    "a picture": "📢请各村今天完成打卡👏,未打卡的通报批评。",
}


@pytest.mark.parametrize("text", SPELT.values(), ids=SPELT.keys())
def test_the_same_demand_in_other_letters(text: str) -> None:
    found = practices(text)
    assert {each.label for each in found} == {each.label for each in practices(PLAIN)}
    for each in found:
        assert text[each.start : each.end] == each.text


def test_wide_marks_and_traditional_letters_change_nothing() -> None:
    wide = str.maketrans(",:;!?()%", "，：；！？（）％")
    for text in (*tables.orders(), *tables.others()):
        plain = [(each.label, each.start, each.end) for each in practices(text)]
        assert [(each.label, each.start, each.end) for each in practices(text.translate(wide))] == plain
        for spelt in spellings(text):
            assert [(each.label, each.start, each.end) for each in practices(spelt)] == plain


def test_wide_letters_and_digits() -> None:
    (found,) = practices("收到请扣１。")
    assert found.label == "instant_reply"
    (found,) = practices("请大家今天下载ＡＰＰ。")
    assert found.text == "请大家今天下载ＡＰＰ"


def test_a_line_broken_in_mid_sentence_is_one_sentence() -> None:
    text = "请各村党支部书记切实负起责任迅速组织全体村民于本周五之前下载\n安装“青禾通”客户端。"
    assert {each.label for each in practices(text)} == {"forced_install"}


def test_offsets_after_letters_left_out() -> None:
    normal = normalise("a\u200bb 打\u200b卡 5 月")
    assert normal.text == "ab打卡5月" or normal.text.replace(" ", "") == "ab打卡5月"
    for at, letter in enumerate(normal.text):
        assert "a\u200bb 打\u200b卡 5 月"[normal.origin(at)] == letter


WORDS = st.sampled_from(
    [
        "请",
        "打卡",
        "接龙",
        "不得",
        "未",
        "安装",
        "app",
        "“",
        "”",
        ",",
        "。",
        "率",
        "100%",
        "通报",
        "扣分",
        "每天",
        "的",
        "《",
        "》",
        "(",
        ":",
        "转发",
        "收到",
        "记者",
        "１",
        "裝",
        "分钟",
    ]
)
MARKS = st.sampled_from(["\n", " ", "\u200b", "\r\n", '"', "\ud800"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS | MARKS | st.text(max_size=3), max_size=60).map("".join))
def test_any_text_is_read_and_every_place_is_in_it(text: str) -> None:
    for each in practices(text):
        assert 0 <= each.start < each.end <= len(text)
        assert each.text == text[each.start : each.end]
