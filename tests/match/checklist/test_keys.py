"""Two sentences that ask the same of a site have one key, whichever side a yes tells, and each list says what is kept in its words."""

from itertools import combinations

import pytest

from qingzhuang.match.checklist.answered import Sense, read_answer, sense_of
from qingzhuang.match.checklist.decide import decide_points
from qingzhuang.match.checklist.keys import (
    BAD,
    GOOD,
    kept,
    kept_words,
    of_one_visit,
    point_key,
    points_of_key,
    values_of,
)
from qingzhuang.match.checklist.point import Reading
from qingzhuang.match.checklist.read import read_point
from qingzhuang.match.wording.element import element
from qingzhuang.model.verdict import Verdict

SENTENCES = (
    "灭火器是否在有效期内", "有无过期灭火器", "灭火器压力正常、未过期", "厨房灭火器是否过期", "疏散通道是否畅通", "疏散通道堵塞",
    "安全出口是否上锁", "是否存在违规住人", "灭火器不少于2具", "配备4具以上灭火器", "灭火器是否符合要求", "电动自行车是否在楼道停放充电",
    "消防设施是否到位", "燃气软管长度是否超过2米", "软管长度不超过2米", "从业人员健康证是否有效",
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), list(combinations(SENTENCES, 2)))
def test_one_key_means_that_the_rules_find_them_equal_and_the_other_way_round(one: str, other: str) -> None:
    a, b = read_point(one), read_point(other)
    keys = point_key(a), point_key(b)
    same = keys[0] is not None and keys[0] == keys[1]
    assert same is (decide_points(a, b).verdict is Verdict.EQUAL)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_key_is_read_back_as_what_it_asks(sentence: str) -> None:
    reading = read_point(sentence)
    key = point_key(reading)
    if key is not None:
        again = points_of_key(key)
        assert again is not None
        assert point_key(again) == key
        assert decide_points(reading, again).verdict is Verdict.EQUAL


def _kept(text: str, reading: Reading, sense: Sense) -> str | None:
    said = read_answer(text, reading, sense=sense)
    return kept(said, reading) if said is not None else None


def test_no_of_one_list_is_yes_of_another() -> None:
    mine, theirs = read_point("灭火器是否在有效期内"), read_point("有无过期灭火器")
    assert _kept("是", mine, Sense.LITERAL) == _kept("无", theirs, Sense.LITERAL) == GOOD
    assert kept_words(mine, ("是", "否"), Sense.LITERAL) == {GOOD: "是", BAD: "否"}
    assert kept_words(theirs, ("有", "无"), Sense.LITERAL) == {GOOD: "无", BAD: "有"}
    assert kept_words(theirs, ("合格", "不合格"), Sense.LITERAL) == {GOOD: "合格", BAD: "不合格"}


def test_a_column_that_asks_whether_all_is_well_or_whether_there_is_a_fault_says_what_its_yes_means() -> None:
    point = read_point("安全出口是否上锁")
    assert _kept("是", point, sense_of("检查结果")) == BAD
    assert _kept("是", point, sense_of("是否合格")) == GOOD
    assert _kept("√", point, sense_of("是否符合要求")) == GOOD
    assert _kept("是", point, sense_of("是否存在隐患")) == BAD
    assert _kept("√", point, sense_of("有无问题")) is None
    assert kept_words(point, ("是", "否"), sense_of("是否合格")) == {GOOD: "是", BAD: "否"}


def test_what_nobody_judges_is_kept_as_it_is_and_a_word_of_judging_does_not_tell() -> None:
    point = read_point("楼道是否停放电动自行车")
    assert values_of(point) == ("是", "否")
    assert kept_words(point, ("合格", "不合格"), Sense.LITERAL) == {}


def test_the_words_stand_in_the_order_in_which_they_are_printed() -> None:
    point = read_point("燃气软管是否老化")
    assert list(kept_words(point, ("是", "否"), Sense.LITERAL).values()) == ["是", "否"]
    assert list(kept_words(point, (), Sense.LITERAL).values()) == ["是", "否"]
    assert list(kept_words(point, ("不合格", "合格"), Sense.LITERAL).values()) == ["不合格", "合格"]


def test_a_list_that_prints_no_word_for_it_keeps_its_answers_for_itself() -> None:
    assert kept_words(read_point("疏散通道是否畅通"), ("已整改", "未整改"), Sense.LITERAL) == {}


def test_what_is_kept_has_words_a_kind_and_days() -> None:
    known = element("check.point~灭火器·valid")
    assert (known.codes, known.lasts_days) == ((GOOD, BAD), 30)
    assert "灭火器" in known.name
    assert element("check.day~消防检查表").lasts_days == 0
    assert element("check.own~消防检查表·检查人").name == "检查人（消防检查表）"
    assert of_one_visit("check.own~消防检查表·检查人")
    assert element("check.point~编名·没有这一点").object_class is None
