"""A formula that has nothing to compute from shows 0 or an error: no answer, and told as such."""

from typing import Any

from qingzhuang.model.answers import Filled
from qingzhuang.model.form import Stub, Table, TableKind
from tests.answer.writers.making import SHEET, book, column, filled, listing, part, values

VILLAGE, DUE, PAID, RATE = (
    column(f"{letter}1", label) for letter, label in zip("ABCD", ("村", "应缴", "已缴", "比率"), strict=True)
)


def _template() -> bytes:
    """Two villages with a rate each, and totals."""

    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["村", "应缴", "已缴", "比率"])
        for row, village in ((1, "东庄村"), (2, "西庄村")):
            sheet.write(row, 0, village)
            sheet.write_formula(row, 3, f"=IF(B{row + 1}=0,0,C{row + 1}/B{row + 1})", None, 0)
        sheet.write(3, 0, "合计")
        sheet.write_formula(3, 1, "=SUM(B2:B3)", None, 0)
        sheet.write_formula(3, 2, "=SUM(C2:C3)", None, 0)

    return book(write)


TEMPLATE = _template()


def _filled(*rows: dict[str, Any]) -> Filled:
    stubs = (Stub(2, ("东庄村",)), Stub(3, ("西庄村",)))
    table = Table(
        SHEET, TableKind.MATRIX, None, None, (1, 1), (VILLAGE, DUE, PAID, RATE), 2, 3, (4,), (), (1,), stubs
    )
    return filled(TEMPLATE, table, rows)


def _told(result: Filled) -> str:
    return "".join(problem.message for problem in result.problems if problem.code == "QZ-F040")


def test_a_rate_and_a_total_over_blank_cells_are_told_and_keep_no_stored_nought() -> None:
    result = _filled({"村": "东庄村", "已缴": 7}, {"村": "西庄村"})
    assert "D2、D3、B4打开后" in _told(result)
    rows = values(result.content)
    assert rows[1][3] == 0  # a part of it is known: what the issuer's formula gives
    assert rows[2][3] == ""
    assert rows[3][1:3] == ["", 7]
    assert "<f>SUM(B2:B3)</f>" in part(result.content)


def test_where_all_is_known_nothing_is_told_a_true_nought_included() -> None:
    result = _filled({"村": "东庄村", "应缴": 8, "已缴": 0}, {"村": "西庄村", "应缴": 2, "已缴": 0})
    assert _told(result) == ""
    assert [row[3] for row in values(result.content)[1:3]] == [0, 0]
    assert values(result.content)[3][1:3] == [10, 0]


def test_a_matrix_that_got_no_answer_at_all_is_told_and_left_as_it_was() -> None:
    result = _filled()
    assert "D2、D3、B4、C4" in _told(result)
    assert result.content == TEMPLATE


def test_rows_of_a_list_that_nobody_needs_are_not_told() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "单价", "数量", "金额"])
        for row in range(2, 6):
            sheet.write_formula(row - 1, 3, f"=B{row}*C{row}", None, 0)

    columns = [
        column(f"{letter}1", label) for letter, label in zip("ABC", ("姓名", "单价", "数量"), strict=True)
    ]
    result = filled(
        book(write), listing(columns, 2, 5), [{"姓名": "甲", "单价": 2, "数量": 3}, {"姓名": "乙"}]
    )
    assert "D3打开后" in _told(result)
    assert [row[3] for row in values(result.content)[1:]] == [6, "", 0, 0]
