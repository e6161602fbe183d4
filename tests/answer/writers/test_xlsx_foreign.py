"""Workbooks as other programs write them: openpyxl's marks behind formulas, names spelt in character references, tables
of Excel's own, numbers that are none."""

from typing import Any

import pytest

from qingzhuang.model.form import ItemType
from qingzhuang.model.problem import ProblemError
from tests.answer.writers.making import (
    SHEET,
    book,
    cell,
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
COLUMNS = [column("A1", "姓名"), column("B1", "金额", ItemType.NUMBER)]


def _people(count: int) -> list[dict[str, Any]]:
    return [{"姓名": f"人{number}", "金额": number} for number in range(1, count + 1)]


def _list(_workbook: Any, sheet: Any) -> None:
    sheet.write_row(0, 0, ["姓名", "金额"])
    for row in (1, 2):
        sheet.write_blank(row, 1, None, _workbook.add_format({"border": 1}))
    sheet.write(3, 0, "合计")
    sheet.write_formula(3, 1, "=SUM(B2:B3)", None, 0)


@pytest.mark.parametrize("left_behind", ["<v/>", "<v></v>", "<v> </v>", "<v>未算</v>"])
def test_whatever_stands_in_place_of_a_stored_value_is_replaced_by_the_right_one(left_behind: str) -> None:
    content = with_part(book(_list), SHEET1, lambda xml: xml.replace("<v>0</v>", left_behind))
    result = filled(content, listing(COLUMNS, 2, 3, total_rows=(4,)), _people(3))
    assert values(result.content)[4] == ["合计", 6.0]


def test_a_formula_that_names_its_sheet_in_character_references_follows_the_rows() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        _list(workbook, sheet)
        other = workbook.add_worksheet("汇总")
        other.write_row(0, 0, ["村名"])
        other.write_formula(2, 0, f"=SUM('{SHEET}'!B2:B3)", None, 0)

    coded = "".join(f"&#{ord(letter)};" for letter in SHEET)
    content = with_part(book(write), "xl/worksheets/sheet2.xml", lambda xml: xml.replace(SHEET, coded))
    villages = listing([column("A1", "村名")], 2, 2)
    both = form(listing(COLUMNS, 2, 3, total_rows=(4,)), villages)
    for rows in (_people(4), [*_people(4), {"村名": "青石村"}]):
        result = filled(content, both, rows)
        assert f"{SHEET}'!B2:B5" in part(result.content, "xl/worksheets/sheet2.xml")
        assert cell(result.content, "A3", 1) == 10


def test_rows_go_in_where_blank_rows_end_and_not_below_a_subtotal_with_words_of_its_own() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        _list(workbook, sheet)
        sheet.write(3, 0, "小计")
        sheet.write_row(4, 0, ["上年结转", 100])
        sheet.write(5, 0, "总计")
        sheet.write_formula(5, 1, "=B4+B5", None, 0)

    result = filled(book(write), listing(COLUMNS, 2, 5, total_rows=(4, 6)), _people(4))
    assert [row[0] for row in values(result.content)] == [
        *["姓名", "人1", "人2", "人3", "人4"],
        *["小计", "上年结转", "总计"],
    ]
    assert [row[1] for row in values(result.content)][5:] == [10, 100, 110]


@pytest.mark.parametrize(
    "formula",
    [
        "SUM(名单[金额])",
        "SUM([金额])",
        "SUM(名单[[#Data],[金额]])",
        "SUM(名单[[姓名]:[金额]])",
    ],
)
def test_totals_over_the_named_column_of_a_table_are_computed(formula: str) -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        head = [{"header": "姓名", "total_string": "合计"}, {"header": "金额", "total_function": "sum"}]
        sheet.add_table("A1:B4", {"name": "名单", "columns": head, "total_row": True})

    content = with_part(book(write), SHEET1, lambda xml: xml.replace("SUBTOTAL(109,[金额])", formula))
    result = filled(content, listing(COLUMNS, 2, 3, total_rows=(4,)), _people(5))
    assert formula in part(result.content)
    assert values(result.content)[6] == ["合计", 15.0]
    assert 'ref="A1:B7"' in part(result.content, "xl/tables/table1.xml")


def test_a_column_of_the_same_row_is_computed_and_an_unknown_one_left_to_the_program() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        head = [{"header": "姓名"}, {"header": "金额"}, {"header": "两倍"}, {"header": "别处"}]
        sheet.add_table("A1:D3", {"name": "名单", "columns": head})
        sheet.write_formula("C2", "=名单[[#This Row],[金额]]*2", None, 0)
        sheet.write_formula("C3", "=名单[@金额]*2", None, 0)
        sheet.write_formula("D2", "=名单[[#This Row],[没有]]", None, 7)

    result = filled(book(write), listing(COLUMNS, 2, 3), _people(2))
    assert [cell(result.content, at) for at in ("C2", "C3", "D2")] == [2, 4, ""]
    assert codes(result) == ["QZ-F010"]


def test_a_chart_of_the_only_row_draws_all_the_rows_that_are_put_there() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "金额"])
        sheet.write_blank(1, 1, None, workbook.add_format({"border": 1}))
        sheet.write(2, 0, "合计")
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"name": f"={SHEET}!$B$1", "values": f"={SHEET}!$B$2"})
        sheet.insert_chart("D1", chart)

    result = filled(book(write), listing(COLUMNS, 2, 2, total_rows=(3,)), _people(3))
    chart = part(result.content, "xl/charts/chart1.xml")
    assert f"{SHEET}!$B$2:$B$4</c:f>" in chart
    assert f"{SHEET}!$B$1</c:f>" in chart


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<row r="2"', '<row r="第二"'),
        ('<row r="2"', '<row r="99999999999"'),
        ("</sheetData>", "</sheetData><mergeCells><mergeCell/></mergeCells>"),
    ],
)
def test_a_sheet_whose_rows_or_merges_cannot_be_placed_is_a_broken_file(old: str, new: str) -> None:
    content = with_part(book(_list), SHEET1, lambda xml: xml.replace(old, new))
    with pytest.raises(ProblemError) as caught:
        filled(content, listing(COLUMNS, 2, 3), _people(1))
    assert caught.value.problem.code == "QZ-R005"
