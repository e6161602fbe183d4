"""Passages are short, marked where it matters, and harm neither page nor person."""

from dataclasses import replace

from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.pipeline.extract import AROUND, LONGEST, extracts

BARE = Finding("X-1", "", Gravity.BREACH, "不得", "", "", "", False, "第1行", "")


def at(text: str, words: str) -> Finding:
    start = text.index(words)
    return replace(BARE, start=start, end=start + len(words), text=words)


def test_far_text_is_cut_and_the_marked_words_stand() -> None:
    text = "前" * 500 + "打卡" + "后" * 500
    (one,) = extracts([at(text, "打卡")], text)
    assert [each.text for each in one.pieces if each.marked] == ["打卡"]
    assert one.text == "…" + "前" * AROUND + "打卡" + "后" * AROUND + "…"


def test_marks_that_overlap_become_one() -> None:
    text = "每天在群里接龙打卡。"
    (one,) = extracts([at(text, "接龙打卡"), at(text, "群里接龙")], text)
    assert [each.text for each in one.pieces if each.marked] == ["群里接龙打卡"]


def test_a_message_carries_its_own_text() -> None:
    message = replace(at("收到请回复", "请回复"), subject="收到请回复")
    (one,) = extracts([message], "")
    assert [each.text for each in one.pieces] == ["收到", "请回复"]


def test_other_paragraphs_stay_out() -> None:
    text = "第一段\n打卡\n第三段"
    (one,) = extracts([at(text, "打卡")], text)
    assert one.text == "打卡"


def test_endless_marks_are_cut() -> None:
    text = "打" * 5000
    (one,) = extracts([at(text, text)], text)
    assert len(one.text) == LONGEST + 1
