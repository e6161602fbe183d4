"""Answers wider than their cells are told; the issuer's layout stays as it is."""

from typing import Any

from qingzhuang.model.form import ItemType
from tests.answer.writers.making import book, column, filled, listing

NAME, DAY, BANK, NUMBER = (
    column("A1", "姓名"),
    column("B1", "发放日期", ItemType.DATE),
    column("C1", "开户银行"),
    column("D1", "账号"),
)
ROW = {
    "姓名": "甲",
    "发放日期": "2026-10-31",
    "开户银行": "青禾示例农村商业银行股份有限公司柳湾分理处",
    "账号": "9900",
}


def _told(width: float, number: str = "yyyy年m月d日", **looks: Any) -> str:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "发放日期", "开户银行", "账号"])
        sheet.set_column(0, 3, width)
        sheet.write_blank(1, 1, None, workbook.add_format({"num_format": number, **looks}))
        sheet.write_blank(1, 2, None, workbook.add_format({"border": 1, **looks}))

    result = filled(book(write), listing([NAME, DAY, BANK, NUMBER], 2, 2), [ROW])
    return "".join(problem.message for problem in result.problems if problem.code == "QZ-F041")


def test_a_date_and_a_long_name_in_narrow_columns_are_told() -> None:
    told = _told(8)
    assert "B 列的日期会显示成 ###" in told
    assert "C 列有的文字会被右边一格挡住" in told


def test_wide_columns_and_cells_that_wrap_or_shrink_are_not() -> None:
    assert _told(50) == ""
    assert _told(8, text_wrap=True) == ""
    assert _told(8, shrink=True) == ""


def test_a_short_date_fits_where_a_long_one_does_not() -> None:
    assert "日期" not in _told(9.5, "yyyy-m-d")
    assert "日期" in _told(9.5, 'yyyy"年"mm"月"dd"日"')
