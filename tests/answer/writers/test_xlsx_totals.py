"""Totals that a form leaves to the hand: summed wherever they stand, and left blank where a row is not known."""

from typing import Any

import pytest

from qingzhuang.model.form import Stub, Table, TableKind
from tests.answer.writers.making import SHEET, book, codes, column, filled, listing, values


def test_a_total_above_the_list_is_summed_like_one_below() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "人口数"])
        sheet.write("A2", "合计")

    columns = [column("A1", "姓名"), column("B1", "人口数")]
    rows: list[dict[str, Any]] = [{"姓名": "甲", "人口数": 2}, {"姓名": "乙", "人口数": 3}]
    result = filled(book(write), listing(columns, 3, 5, total_rows=(2,)), rows)
    assert values(result.content)[1:3] == [["合计", 5], ["甲", 2]]


def test_a_total_is_not_written_where_a_row_is_not_known() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "人口数"])
        sheet.write("A5", "合计")

    columns = [column("A1", "姓名"), column("B1", "人口数")]
    rows: list[dict[str, Any]] = [{"姓名": "甲", "人口数": 2}, {"姓名": "乙"}]
    result = filled(book(write), listing(columns, 2, 4, total_rows=(5,)), rows)
    assert [cell for cell in values(result.content)[-1] if cell != ""] == ["合计"]
    assert codes(result) == []


@pytest.mark.parametrize(
    ("labels", "figures", "total"),
    [(("东村", "西村"), (2, 3), 5), (("东村", "西村"), (2, None), ""), (("男", "女"), (2, 3), "")],
)
def test_places_add_up_in_a_matrix_and_nothing_else_does(
    labels: tuple[str, str], figures: tuple[int, int | None], total: int | str
) -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["村别", "视力"])
        sheet.write_column(1, 0, [*labels, "合计"])
        sheet.write("C1", "一")

    stubs = tuple(Stub(row, (label,)) for row, label in enumerate((*labels, "合计"), 2))
    columns = (column("A1", "村别"), column("B1", "视力"))
    table = Table(
        SHEET,
        TableKind.MATRIX,
        columns=columns,
        data_start_row=2,
        stubs=stubs,
        stub_columns=(1,),
        total_rows=(4,),
    )
    rows = [{"村别": each, "视力": number} for each, number in zip(labels, figures, strict=True)]
    assert values(filled(book(write), table, rows).content)[3][1] == total
