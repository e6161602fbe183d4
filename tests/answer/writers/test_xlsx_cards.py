"""Single answers: the whole cell, behind a label in the same cell, a ticked box, one character a cell."""

from typing import Any

import pytest

from qingzhuang.answer.writers.xlsx.inline import after_label, ticks
from qingzhuang.model.form import Entry, ItemType
from qingzhuang.model.place import Place
from tests.answer.writers.making import (
    SHEET,
    book,
    card,
    cards,
    cell,
    codes,
    column,
    filled,
    form,
    listing,
    part,
    values,
)


def _one(text: str, reference: str = "A1") -> bytes:
    return book(lambda _workbook, sheet: sheet.write(reference, text))


@pytest.mark.parametrize(
    ("printed", "after"),
    [
        ("填报单位：", "填报单位：柳湾村"),
        ("填报单位:", "填报单位:柳湾村"),
        ("填 报 单 位 ：", "填 报 单 位 ：柳湾村"),
        ("填报单位：________", "填报单位：柳湾村"),
        ("填报单位：      （盖章）", "填报单位：柳湾村（盖章）"),
        ("填报单位：            填表人：    电话：", "填报单位：柳湾村      填表人：    电话："),
        ("填报单位：  填表人：", "填报单位：柳湾村  填表人："),
        ("填报单位：某某村", "填报单位：柳湾村"),
        ("填报单位：某某村    填表人：", "填报单位：柳湾村    填表人："),
        ("说明\n填报单位：\n填表人：", "说明\n填报单位：柳湾村\n填表人："),
    ],
)
def test_an_inline_answer_follows_its_colon_and_all_other_words_stay(printed: str, after: str) -> None:
    table = cards(card("A1", "填报单位", Entry.INLINE))
    assert cell(filled(_one(printed), table, 填报单位="柳湾村").content, "A1") == after


@pytest.mark.parametrize(
    "printed", ["2026年11月25日", "2026年  月  日", "20  年  月  日", "20__年__月__日", "二〇二六年 月 日"]
)
def test_a_date_goes_over_whatever_figures_of_it_are_printed(printed: str) -> None:
    table = cards(card("A1", "填报日期", Entry.INLINE, type=ItemType.DATE))
    after = filled(_one(f"填报日期：{printed}    填表人："), table, 填报日期="2026-11-04").content
    assert cell(after, "A1") == "填报日期：2026年11月4日    填表人："


def test_several_labels_in_one_merged_cell_take_each_its_own_answer() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.merge_range("A1:D1", "单位：          负责人：          日期：    年  月  日")

    table = cards(
        card("A1", "单位", Entry.INLINE),
        card("A1", "负责人", Entry.INLINE),
        card("A1", "日期", Entry.INLINE, type=ItemType.DATE),
    )
    after = filled(book(write), table, 单位="柳湾村", 负责人="甲", 日期="2026-11-04").content
    assert cell(after, "A1") == "单位：柳湾村    负责人：甲        日期：2026年11月4日"


def test_a_label_that_stands_twice_is_told_apart_by_its_number() -> None:
    change = after_label("姓名：  单位：  姓名：", "姓名#2", "乙")
    assert change is not None
    assert change.start == len("姓名：  单位：  姓名：")


def test_a_label_is_not_looked_for_inside_a_longer_one() -> None:
    table = cards(card("A1", "姓名", Entry.INLINE))
    after = filled(_one("户主姓名：  姓名："), table, 姓名="乙").content
    assert cell(after, "A1") == "户主姓名：  姓名：乙"


def test_repeats_are_counted_over_the_table_but_found_in_their_own_cell() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_column(0, 0, ["应到：  党员：", "实到：  党员：  预备：  党员："])

    labels = (("A1", "党员"), ("A2", "党员#2"), ("A2", "党员#3"))
    table = cards(*(card(place, label, Entry.INLINE) for place, label in labels))
    after = filled(book(write), table, (), **{"党员": "1", "党员#2": "2", "党员#3": "3"}).content
    assert cell(after, "A1") == "应到：  党员：1"
    assert cell(after, "A2") == "实到：  党员：2  预备：  党员：3"


def test_a_column_of_boxes_is_ticked_row_by_row() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_column(0, 0, ["是否低保", "□是 □否", "合计"])

    choice = column("A1", "是否低保", entry=Entry.CHOICE, codes=("是", "否"))
    after = filled(book(write), listing([choice], 2, 2), [{"是否低保": "是"}, {"是否低保": "否"}]).content
    assert [row[0] for row in values(after)] == ["是否低保", "☑是 □否", "□是 ☑否", "合计"]


def test_the_fonts_of_a_rich_text_stay_with_their_words() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        bold, under = workbook.add_format({"bold": True}), workbook.add_format({"underline": True})
        sheet.write_rich_string("A1", bold, "填报单位：", under, "        ", bold, "（盖章）")

    after = part(filled(book(write), cards(card("A1", "填报单位", Entry.INLINE)), 填报单位="柳湾村").content)
    runs = after[after.index("<is>") : after.index("</is>")].split("<r>")[1:]
    assert ["<u/>" in run for run in runs] == [False, True, False]
    assert ["<b/>" in run for run in runs] == [True, False, True]
    assert "柳湾村" in runs[1]


@pytest.mark.parametrize(
    ("printed", "label", "options", "chosen", "after"),
    [
        ("□男 □女", "性别", ("男", "女"), "男", "☑男 □女"),
        ("男□ 女□", "性别", ("男", "女"), "女", "男□ 女☑"),
        ("[]是  []否", "低保", ("是", "否"), "否", "[]是  [√]否"),
        ("（ ）党员（ ）中共党员", "面貌", ("党员", "中共党员"), "中共党员", "（ ）党员（√）中共党员"),
        ("○有 ○无", "医保", ("有", "无"), "有", "●有 ○无"),
        ("☑男 □女", "性别", ("男", "女"), "女", "□男 ☑女"),
        ("性别：□男 □女  婚否：□已 □未", "婚否", ("已", "未"), "已", "性别：□男 □女  婚否：☑已 □未"),
        ("□水 □电 □气", "设施", ("水", "电", "气"), "水、气", "☑水 □电 ☑气"),
        ("□是 □否", "低保", ("是", "否"), True, "☑是 □否"),
    ],
)
def test_a_choice_ticks_its_box_and_no_other(
    printed: str, label: str, options: tuple[str, ...], chosen: str | bool, after: str
) -> None:
    table = cards(card("A1", label, Entry.CHOICE, codes=options, type=ItemType.YESNO))
    result = filled(_one(printed), table, (), **{label: chosen})
    assert cell(result.content, "A1") == after
    assert not result.problems


def test_the_options_are_read_off_the_boxes_when_nobody_gave_them() -> None:
    assert ticks("□男 □女", "性别", (), ["女"]) is not None


def test_a_word_without_a_box_is_reported_and_nothing_is_ticked() -> None:
    before = _one("□男 □女")
    result = filled(before, cards(card("A1", "性别", Entry.CHOICE, codes=("男", "女"))), 性别="未知")
    assert codes(result) == ["QZ-F007"]
    assert cell(result.content, "A1") == "□男 □女"


def _boxes(count: int) -> Any:
    places = tuple(Place(SHEET, 1, number) for number in range(2, 2 + count))
    return cards(card("B1", "身份证号", Entry.BOXES, boxes=places))


def test_split_boxes_take_one_character_each_as_text() -> None:
    after = filled(_one("身份证号"), _boxes(18), 身份证号="99010119900101001X").content
    assert "".join(cell(after, f"{letter}1") for letter in "BCDEFGHIJKLMNOPQRS") == "99010119900101001X"


def test_text_that_has_too_few_boxes_is_not_cut() -> None:
    result = filled(_one("身份证号"), _boxes(4), 身份证号="12345")
    assert codes(result) == ["QZ-F008"]
    assert cell(result.content, "B1") in ("", None)


def test_a_merged_field_is_written_in_its_first_cell() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write("A1", "姓名")
        sheet.merge_range("B1:D2", "")

    after = filled(book(write), cards(card("C2", "姓名")), 姓名="甲").content
    assert cell(after, "B1") == "甲"


def test_printed_blanks_and_units_in_a_field_are_kept() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["出生日期", "    年  月  日", "面积", "     平方米"])

    table = cards(card("B1", "出生日期", type=ItemType.DATE), card("D1", "面积"))
    after = filled(book(write), table, 出生日期="1990-01-02", 面积=80).content
    assert (cell(after, "B1"), cell(after, "D1")) == ("1990年1月2日", "80平方米")


def test_a_computed_field_and_a_label_that_is_not_there_are_left_alone() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_formula("A1", "=1+1", None, 2)
        sheet.write("A2", "别的字")

    table = cards(card("A1", "合计"), card("A2", "填报单位", Entry.INLINE))
    before = book(write)
    result = filled(before, table, 合计=5, 填报单位="柳湾村")
    assert codes(result) == ["QZ-F004", "QZ-F012"]
    assert part(result.content) == part(before)


def test_an_absent_card_leaves_its_cell_as_it_is() -> None:
    before = _one("填报单位：")
    result = filled(before, cards(card("A1", "填报单位", Entry.INLINE)), 填报单位=None)
    assert result.content == before or part(result.content) == part(before)
    assert result.written == ()


def test_cards_below_a_list_go_down_with_it() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write("A1", "姓名")
        sheet.write("A3", "审核人：")
        sheet.write("A4", "电话")

    tables = form(
        listing([column("A1", "姓名")], 2, 2),
        cards(card("A3", "审核人", Entry.INLINE), card("B4", "电话")),
    )
    result = filled(book(write), tables, [{"姓名": "甲"}] * 4, 审核人="乙", 电话="13900000000")
    assert cell(result.content, "A6") == "审核人：乙"
    assert cell(result.content, "B7") == "13900000000"
    assert Place(SHEET, 7, 2) in result.written


def test_a_sheet_that_the_file_does_not_have_is_reported() -> None:
    from dataclasses import replace

    table = replace(cards(card("A1", "姓名")), sheet="别的表")
    item = replace(table.inputs[0], place=Place("别的表", 1, 1))
    result = filled(_one("x"), replace(table, inputs=(item,)), 姓名="甲")
    assert codes(result) == ["QZ-F014"]
