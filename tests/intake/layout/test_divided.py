"""Lines across a roster divide it: every part has the roster's columns and its own name."""

from collections.abc import Sequence

import pytest

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import Table
from tests.intake.forms import sheet

HEAD = "编号|店名|经营者|电话"


def read(rows: Sequence[str]) -> list[Table]:
    return list(tables_of(sheet([row.split("|") for row in rows], ruled=(2, len(rows)))))


def test_a_line_right_under_the_header_and_others_further_down_name_the_parts() -> None:
    tables = read(["商户名册|<|<|<", HEAD, "东街|<|<|<", "1|||", "2|||", "西街|<|<|<", "1|||", "2|||"])
    assert [(each.section, each.data_start_row, each.data_end_row) for each in tables] == [
        ("东街", 4, 5),
        ("西街", 7, None),
    ]
    assert all([item.key for item in each.columns] == HEAD.split("|") for each in tables)
    assert not any(each.inputs for each in tables)


@pytest.mark.parametrize("row", ["1|丰收|赵甲|5550101", "|||"])
def test_a_filled_or_a_blank_roster_goes_on_below_a_line(row: str) -> None:
    tables = read(["商户名册|<|<|<", HEAD, row, row, "西街|<|<|<", row, row])
    assert [(each.section, each.data_start_row) for each in tables] == [(None, 3), ("西街", 6)]


@pytest.mark.parametrize(
    "rows",
    [
        ["注：本表一式两份|<|<|<", "1|||"],
        ["合计|<|<|<", "1|||"],
        ["二、从业人员|<|<|<", "姓名|工种|电话|备注", "|||"],
    ],
)
def test_a_note_a_total_and_the_name_of_another_table_divide_nothing(rows: list[str]) -> None:
    tables = read(["商户名册|<|<|<", HEAD, "1|||", "2|||", *rows])
    assert sum(each.header_rows == (2, 2) for each in tables) == 1
