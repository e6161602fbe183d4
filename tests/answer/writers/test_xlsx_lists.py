"""Records go into the blank rows first; more rows are put in with the looks of the row they follow."""

import re
from typing import Any

import pytest

from qingzhuang.model.form import Entry, ItemType
from tests.answer.writers.making import (
    book,
    card,
    cell,
    changed,
    codes,
    column,
    filled,
    form,
    listing,
    part,
    values,
    with_part,
)

SHEET1 = "xl/worksheets/sheet1.xml"
NAME, AMOUNT = column("B1", "姓名"), column("C1", "金额（元）", ItemType.NUMBER, unit="元")
NUMBER = column("A1", "序号", ItemType.ROW_NUMBER)


def _ledger(blank: int, footer: str = "审核人：") -> bytes:
    """Header in row 1, blank rows, a total with a formula, a footer."""

    def write(workbook: Any, sheet: Any) -> None:
        edge = workbook.add_format({"border": 1})
        sheet.write_row(0, 0, ["序号", "姓名", "金额（元）"], edge)
        for row in range(1, blank + 1):
            sheet.set_row(row, 30)
            for across in range(3):
                sheet.write_blank(row, across, None, edge)
        sheet.write(blank + 1, 0, "合计")
        sheet.write_formula(blank + 1, 2, f"=SUM(C2:C{blank + 1})", None, 0)
        sheet.write(blank + 2, 0, footer)

    return book(write)


def _table(blank: int) -> Any:
    return listing([NUMBER, NAME, AMOUNT], 2, blank + 1, total_rows=(blank + 2,), footer_rows=(blank + 3,))


def _people(count: int) -> list[dict[str, Any]]:
    return [{"姓名": f"人{number}", "金额（元）": number} for number in range(1, count + 1)]


@pytest.mark.parametrize("blank", [1, 2, 3, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 12])
def test_every_record_is_there_in_order_and_the_total_is_right_without_recalculating(
    blank: int, count: int
) -> None:
    after = filled(_ledger(blank), _table(blank), _people(count)).content
    rows = values(after)
    body = [[float(number), f"人{number}", float(number)] for number in range(1, count + 1)]
    assert rows[1 : count + 1] == body
    total = max(blank, count) + 1
    assert rows[total][0] == "合计"
    assert rows[total][2] == count * (count + 1) / 2
    assert rows[total + 1][0] == "审核人："
    assert f"<f>SUM(C2:C{total})</f>" in part(after)


def test_fewer_records_than_blank_rows_leave_the_rest_as_it_was() -> None:
    before = _ledger(3)
    after = filled(before, _table(3), _people(1)).content
    assert changed(before, after) == {SHEET1}
    untouched = part(before)[part(before).index('<row r="3"') : part(before).index('<row r="5"')]
    assert untouched in part(after)


def test_rows_put_in_have_the_height_and_styles_of_the_row_they_follow() -> None:
    after = part(filled(_ledger(1), _table(1), _people(3)).content)
    assert after.count('ht="30" customHeight="1"') == 3
    assert all(f'<c r="{letter}{row}" s="1"' in after for letter in "ABC" for row in (2, 3, 4))


def test_cells_that_the_template_does_not_have_are_made_and_take_their_columns_style() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.set_column(1, 1, 10, workbook.add_format({"num_format": "@"}))
        sheet.write_row(0, 0, ["序号", "姓名", "金额（元）"])

    after = filled(book(write), listing([NUMBER, NAME, AMOUNT], 2, None), _people(2)).content
    assert values(after)[1:] == [[1, "人1", 1], [2, "人2", 2]]
    assert '<c r="B2" s="1" t="inlineStr">' in part(after)
    assert '<dimension ref="A1:C3"/>' in part(after)


def test_a_list_that_simply_goes_on_takes_more_records_than_it_has_prepared_rows() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        edge = workbook.add_format({"border": 1})
        sheet.write_row(0, 0, ["序号", "姓名", "金额（元）"])
        sheet.data_validation(1, 2, 2, 2, {"validate": "decimal", "criteria": ">", "value": 0})
        for row in (1, 2):
            for across in range(3):
                sheet.write_blank(row, across, None, edge)

    after = filled(book(write), listing([NUMBER, NAME, AMOUNT], 2, None), _people(5)).content
    assert [row[1] for row in values(after)[1:]] == ["人1", "人2", "人3", "人4", "人5"]
    assert '<c r="A6" s="1"' in part(after)
    assert 'sqref="C2:C6"' in part(after)


def test_numbers_already_printed_in_the_numbering_column_go_on_through_new_rows() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["序号", "姓名", "金额（元）"])
        sheet.write_column(1, 0, [1, 2])
        sheet.write(3, 0, "合计")

    after = filled(book(write), listing([NUMBER, NAME, AMOUNT], 2, 3, total_rows=(4,)), _people(4)).content
    assert [row[0] for row in values(after)] == ["序号", 1, 2, 3, 4, "合计"]


def test_rows_that_hold_words_already_keep_them_and_take_the_record_that_names_them() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["序号", "姓名", "金额（元）"])
        sheet.write_column(1, 1, ["甲", "乙"])
        sheet.write_blank(3, 1, None, _workbook.add_format({"border": 1}))

    rows: list[dict[str, Any]] = [{"姓名": "丙", "金额（元）": 3}, {"姓名": "乙", "金额（元）": 2}]
    after = filled(book(write), listing([NAME, AMOUNT], 2, 4), rows).content
    assert [row[1:] for row in values(after)[1:]] == [["甲", ""], ["乙", 2], ["丙", 3]]


def test_marks_of_other_programs_in_the_blank_row_are_written_over() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 1, ["姓名", "金额（元）"])
        sheet.write_row(1, 1, ["{{name}}", "${sum}"])

    after = filled(book(write), listing([NAME, AMOUNT], 2, 2), _people(2)).content
    assert [row[1:] for row in values(after)[1:]] == [["人1", 1], ["人2", 2]]


def test_hidden_rows_are_passed_over() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 1, ["姓名", "金额（元）"])
        sheet.write_string(1, 3, "代码")
        sheet.set_row(1, None, None, {"hidden": True})

    after = filled(book(write), listing([NAME, AMOUNT], 2, 4), _people(1)).content
    assert cell(after, "B2") == ""
    assert cell(after, "B3") == "人1"


def test_a_formula_column_goes_down_with_the_rows_and_an_answer_for_it_is_declined() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["单价", "次序", "金额"])
        sheet.write_formula(1, 2, "=A2*B2", None, 0)
        sheet.write_formula(2, 2, "=SUM(C2)", None, 0)

    columns = [
        column("A1", "单价", ItemType.NUMBER),
        column("B1", "次序"),
        column("C1", "金额", formula=True),
    ]
    rows: list[dict[str, Any]] = [{"单价": 2, "次序": number, "金额": 99} for number in (1, 2, 3)]
    result = filled(book(write), listing(columns, 2, 2, total_rows=(3,)), rows)
    assert [row[2] for row in values(result.content)] == ["金额", 2, 4, 6, 12]
    assert "<f>A4*B4</f>" in part(result.content)
    assert "<f>SUM(C2:C4)</f>" in part(result.content)
    assert codes(result) == ["QZ-F004"]


def test_a_running_balance_still_follows_the_row_above_after_rows_were_put_in() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["收支", "余额"])
        for row in (1, 2, 3):
            sheet.write_formula(
                row, 1, f"=N(B{row})+A{row + 1}" if row == 1 else f"=B{row}+A{row + 1}", None, 0
            )

    columns = [column("A1", "收支", ItemType.NUMBER)]
    rows: list[dict[str, Any]] = [{"收支": 1}] * 6
    result = filled(book(write), listing(columns, 2, 4), rows)
    assert "<f>B6+A7</f>" in part(result.content)


def test_merges_inside_the_row_are_made_again_and_merges_across_rows_grow() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        edge = workbook.add_format({"border": 1})
        sheet.write_row(0, 1, ["姓名", "", "金额（元）"])
        sheet.merge_range("A2:A3", "名单", edge)
        sheet.merge_range("B2:C2", "", edge)
        sheet.merge_range("B3:C3", "", edge)
        sheet.merge_range("A4:C4", "合计", edge)

    columns = [NAME, column("D1", "金额（元）")]
    after = part(filled(book(write), listing(columns, 2, 3, total_rows=(4,)), _people(4)).content)
    for area in ("A2:A5", "B2:C2", "B3:C3", "B4:C4", "B5:C5", "A6:C6"):
        assert f'<mergeCell ref="{area}"/>' in after
    assert 'mergeCells count="6"' in after


def test_a_value_that_a_merge_would_hide_is_reported() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 1, ["姓名", "金额（元）"])
        sheet.merge_range("B2:B3", "")

    same = filled(book(write), listing([NAME, AMOUNT], 2, 3), [{"姓名": "甲", "金额（元）": 1}] * 2)
    other = filled(book(write), listing([NAME, AMOUNT], 2, 3), _people(2))
    assert codes(same) == []
    assert codes(other) == ["QZ-F011"]
    assert cell(other.content, "B2") == "人1"


def test_two_lists_one_above_the_other_each_get_their_rows() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write("A1", "姓名")
        sheet.write("A3", "企业名称")
        sheet.write("A5", "审核")

    upper = listing([column("A1", "姓名")], 2, 2)
    lower = listing([column("A3", "企业名称")], 4, 4)
    rows = [{"姓名": "甲"}, {"姓名": "乙"}, {"企业名称": "子"}, {"企业名称": "丑"}, {"企业名称": "寅"}]
    after = filled(book(write), form(upper, lower), rows).content
    assert [row[0] for row in values(after)] == ["姓名", "甲", "乙", "企业名称", "子", "丑", "寅", "审核"]


def test_two_lists_side_by_side_share_the_rows_put_in() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["男", "女"])
        sheet.write("A3", "审核")

    tables = form(listing([column("A1", "男")], 2, 2), listing([column("B1", "女")], 2, 2))
    rows = [{"男": "甲"}, {"男": "乙"}, {"男": "丙"}, {"女": "丁"}, {"女": "戊"}]
    after = filled(book(write), tables, rows).content
    assert values(after) == [["男", "女"], ["甲", "丁"], ["乙", "戊"], ["丙", ""], ["审核", ""]]


def test_a_blank_total_is_summed_only_where_it_surely_adds_up() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "年龄", "补贴金额", "单价", "联系电话", "人口数"])
        sheet.write("A3", "合计")
        sheet.write("F3", "见附件")

    labels = ["姓名", "年龄", "补贴金额", "单价", "联系电话", "人口数"]
    columns = [column(f"{letter}1", label) for letter, label in zip("ABCDEF", labels, strict=True)]
    rows: list[dict[str, Any]] = [dict(zip(labels, ["甲", 40, 10.5, 3, 139, 2], strict=True))] * 2
    result = filled(book(write), listing(columns, 2, 2, total_rows=(3,)), rows)
    assert values(result.content)[3] == ["合计", "", 21, "", "", "见附件"]
    assert codes(result) == ["QZ-F009"]


def _stripped(text: str) -> str:
    body = re.sub(r'(<(?:row|c)) r="[A-Z]*\d+"', r"\1", text)
    return re.sub(r' spans="[^"]*"', "", body)


def test_rows_and_cells_without_numbers_of_their_own_are_understood() -> None:
    content = with_part(_ledger(2), SHEET1, _stripped)
    after = filled(content, _table(2), _people(3)).content
    assert values(after)[1:4] == [[1, "人1", 1], [2, "人2", 2], [3, "人3", 3]]
    assert values(after)[4][0] == "合计"


def _prefixed(text: str) -> str:
    text = re.sub(r"<(/?)(?=[A-Za-z])", r"<\1x:", text).replace("<x:?xml", "<?xml")
    return text.replace('xmlns="http', 'xmlns:x="http')


@pytest.mark.parametrize("count", [2, 4])
def test_a_sheet_that_prefixes_its_elements_is_filled_the_same_way(count: int) -> None:
    content = with_part(_ledger(2), SHEET1, _prefixed)
    after = part(filled(content, _table(2), _people(count)).content)
    assert "<x:is><x:t>人1</x:t></x:is></x:c>" in after
    assert f"<x:f>SUM(C2:C{max(count, 2) + 1})</x:f><x:v>{count * (count + 1) // 2}</x:v>" in after
    assert "<c " not in after


def test_a_row_whose_cells_are_joined_is_no_place_for_a_record() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 1, ["姓名", "金额（元）"])
        sheet.merge_range("A3:C3", "", workbook.add_format({"border": 1}))

    after = filled(book(write), listing([NAME, AMOUNT], 2, None), _people(3)).content
    assert [row[1:] for row in values(after)[1:4]] == [["人1", 1], ["人2", 2], ["人3", 3]]
    assert '<mergeCell ref="A5:C5"/>' in part(after)


def test_a_row_with_two_columns_joined_still_takes_records_and_says_what_it_cannot_show() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "住址", "住址", "金额", "备注"])
        sheet.merge_range("B2:C2", "", workbook.add_format({"border": 1}))

    labels = ("姓名", "住址", "住址#2", "金额", "备注")
    columns = [column(f"{letter}1", label) for letter, label in zip("ABCDE", labels, strict=True)]
    fits = filled(book(write), listing(columns, 2, 2), [{"姓名": "甲", "住址": "村东"}])
    both = filled(book(write), listing(columns, 2, 2), [{"姓名": "甲", "住址": "村东", "住址#2": "村西"}])
    assert values(fits.content)[1][:2] == ["甲", "村东"]
    assert codes(fits) == []
    assert codes(both) == ["QZ-F011"]


def test_a_list_without_any_row_gets_its_rows_before_the_total() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        edge = workbook.add_format({"border": 1})
        sheet.write_row(0, 0, ["序号", "姓名", "金额（元）"], edge)
        sheet.merge_range("A2:B2", "合计", edge)
        sheet.write_formula("C2", "=SUM(C1:C1)", edge, 0)
        sheet.write("A3", "审核人：")
        sheet.repeat_rows(0)

    before = book(write)
    after = filled(before, listing([NUMBER, NAME, AMOUNT], 2, 1, total_rows=(2,)), _people(3)).content
    assert values(after)[1:4] == [[1, "人1", 1], [2, "人2", 2], [3, "人3", 3]]
    assert values(after)[4][0] == "合计"
    assert values(after)[5][0] == "审核人："
    assert '<c r="B3" s="1" t="inlineStr">' in part(after)
    assert '<mergeCell ref="A5:B5"/>' in part(after)
    assert part(after, "xl/workbook.xml") == part(before, "xl/workbook.xml")


@pytest.mark.parametrize(
    ("printed", "value", "shown"),
    [
        ("    年  月  日", "2026-03-05", "2026年3月5日"),
        ("    年  月", "2026-03", "2026年3月"),
        ("    年  月  日", "2026-03", "2026年3月  日"),
        ("  月  日", "2026-03-05", "3月5日"),
        ("  月  日", "2026-03", "2026-03"),
    ],
)
def test_a_date_goes_over_the_blanks_that_a_cell_of_the_list_prints(
    printed: str, value: str, shown: str
) -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "日期"])
        sheet.write(1, 1, printed)

    table = listing([column("A1", "姓名"), column("B1", "日期", ItemType.DATE)], 2, 2)
    assert cell(filled(book(write), table, [{"日期": value}]).content, "B2") == shown


def test_what_stands_beside_a_list_takes_none_of_its_rows_and_is_not_repeated_in_new_ones() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["序号", "姓名", "金额（元）", "", "填报人："])
        sheet.write_row(1, 0, [1, "", "", "", "联系电话："])
        sheet.write_row(2, 0, [2, "", "", "", "审核人："])
        sheet.write_row(3, 0, ["合计"])

    fields = tuple(
        card(place, label, Entry.INLINE)
        for place, label in (("E1", "填报人"), ("E2", "联系电话"), ("E3", "审核人"))
    )
    table = listing([NUMBER, NAME, AMOUNT], 2, None, total_rows=(4,), inputs=fields)
    after = filled(book(write), table, _people(5), 填报人="甲", 审核人="乙").content
    assert [row[1] for row in values(after)[1:6]] == ["人1", "人2", "人3", "人4", "人5"]
    assert [row[4] for row in values(after)] == ["填报人：甲", "联系电话：", "", "", "", "审核人：乙", ""]
