"""A known value is said in the form's own words, or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.answer.plan_words import choose, left_blank, left_blank_for_no, words_of
from qingzhuang.model.form import Entry, Item, ItemType
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Scalar


def item(kind: ItemType = ItemType.TEXT, codes: Sequence[str] = (), entry: Entry = Entry.CELL) -> Item:
    return Item(("项",), Place("表", 1, 1), type=kind, codes=tuple(codes), entry=entry)


@pytest.mark.parametrize(
    ("value", "codes", "word"),
    [
        ("男", ["男", "女"], "男"),
        ("女性", ["男", "女"], "女"),
        ("女", ["1.男性", "2.女性"], "2.女性"),
        ("汉族", ["01汉", "02蒙古"], "01汉"),
        (True, ["是", "否"], "是"),
        ("是", ["有", "无"], "有"),
        ("否", ["□是", "□否"], "□否"),
        ("大学本科", ["小学", "初中", "本科", "研究生及以上"], "本科"),
        ("中共党员", ["群众", "党员"], "党员"),
        ("视力", ["视力残疾", "听力残疾"], "视力残疾"),
        ("离异", ["未婚", "已婚", "离婚", "丧偶"], "离婚"),
        ("是", ["√"], "√"),
        ("火星人", ["男", "女"], None),
        ("小学", ["小学", "小学"], None),
    ],
)
def test_a_choice_is_the_printed_word_that_says_it(value: Scalar, codes: list[str], word: str | None) -> None:
    assert choose(value, codes) == word


@given(
    st.sampled_from(["男", "女", "是", "否", "汉族", "一级", "其他"]), st.permutations(["男", "女", "汉族"])
)
def test_what_is_chosen_always_stands_on_the_form(value: str, codes: list[str]) -> None:
    assert choose(value, codes) in (*codes, None)
    if value in codes:
        assert choose(value, codes) == value


def test_where_only_yes_has_a_mark_no_is_said_by_leaving_it_away() -> None:
    assert left_blank_for_no("否", ["√"])
    assert not left_blank_for_no("否", ["是", "否"])
    assert not left_blank_for_no("不详", ["√"])


def test_a_choice_without_known_words_is_left_alone() -> None:
    assert words_of("男", item(entry=Entry.CHOICE)) is None


def test_units_and_shapes_are_those_of_the_form() -> None:
    assert words_of(12_345, item(ItemType.NUMBER), "unit.1/10000") == 1.2345
    assert words_of("城市低保", item(ItemType.YESNO)) == "是"
    assert words_of(date(1980, 3, 5), item(ItemType.DATE)) == "1980-03-05"
    assert words_of("1980年3月5日", item(ItemType.DATE)) == "1980-03-05"
    assert words_of(date(1980, 3, 5), item(ItemType.MONTH)) == "1980-03"
    assert words_of("1980-03", item(ItemType.MONTH)) == "1980-03"
    assert words_of(datetime(2026, 1, 2, 3, 4), item()) == "2026-01-02 03:04:00"  # noqa: DTZ001
    assert words_of(time(8, 30), item()) == "08:30:00"
    assert words_of("说不清", item(ItemType.DATE)) == "说不清"
    assert words_of(None, item()) is None


@pytest.mark.parametrize(
    ("value", "codes", "chosen"),
    [
        ("户主", ("户主/本人", "配偶", "子/婿"), "户主/本人"),
        ("子", ("户主/本人", "配偶", "子/婿", "女/媳"), "子/婿"),
        ("文盲", ("文盲或半文盲", "小学", "初中"), "文盲或半文盲"),
        ("A级", ("A", "B", "C", "D"), "A"),
        ("孙", ("子/婿", "女/媳"), None),
        ("甲", ("甲/乙", "甲/丙"), None),
    ],
)
def test_a_choice_may_name_several_words(value: str, codes: tuple[str, ...], chosen: str | None) -> None:
    assert choose(value, codes) == chosen


def test_a_form_that_says_how_it_is_spelt_gets_that_or_a_blank() -> None:
    """A word that the form has no mark for is not written; leaving the cell blank is a mark where the form says so."""
    numbered = replace(item(ItemType.CODE, ("男", "女")), spelling=(("男", "1"), ("女", "2")))
    assert words_of("女性", numbered) == "2"
    assert words_of("不详", numbered) is None
    assert not left_blank("不详", numbered)
    ticked = replace(item(ItemType.YESNO), spelling=(("是", "√"), ("否", "")))
    assert words_of("是", ticked) == "√"
    assert words_of("否", ticked) is None
    assert left_blank("否", ticked)
    half = replace(item(ItemType.YESNO), spelling=(("是", "√"),))
    assert words_of("否", half) is None
    assert not left_blank("否", half)
    assert words_of("城市低保", ticked) == "√"


def test_a_word_for_nothing_is_the_forms_own_and_all_else_stays() -> None:
    phone = replace(item(ItemType.PHONE), spelling=(("无", "/"),))
    assert words_of("无", phone) == "/"
    assert words_of("01012345678", phone) == "01012345678"


@pytest.mark.parametrize(
    ("value", "formula", "shown"),
    [
        (12_345, "unit.1/10000", 1.2345),
        (5, "unit.1/15", 0.3333),
        (15, "unit.1/15", 1),
        (7, "unit.1/2", 3.5),
        (123_456_789, "unit.1/10000", 12345.6789),
    ],
    ids=["yuan", "mu", "whole hectares", "jin", "much money"],
)
def test_a_figure_is_turned_into_the_forms_unit_and_endless_decimals_end(
    value: int, formula: str, shown: float
) -> None:
    assert words_of(value, item(ItemType.NUMBER), formula) == shown
