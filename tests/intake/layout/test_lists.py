"""Lists are read by their shape: titles, deep headers, hints, totals, footers."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import ItemType, Table, TableKind
from qingzhuang.model.sheet import Cell
from tests.intake.forms import sheet


def read(
    rows: Sequence[str], *, ruled: tuple[int, int] | None = None, strong: Sequence[int] = ()
) -> list[Table]:
    return list(tables_of(sheet([row.split("|") for row in rows], ruled=ruled, strong=strong)))


def keys(table: Table) -> list[str]:
    return [item.key for item in table.columns]


ROSTER = [
    "甲镇2026年监测对象花名册|<|<|<|<|<",
    "填报单位：|<|<|填报日期：  年 月 日|<|<",
    "序号|姓 名*|身份证号|家庭情况|<|备注",
    "^|^|^|人口（人）|收入（元）|^",
    "1|||||",
    "2|||||",
    "合 计|<||||",
    "填表人：|<|审核人：|<|联系电话：|<",
]


def test_a_roster_has_title_columns_totals_and_footer() -> None:
    (table,) = read(ROSTER, ruled=(3, 7))
    assert table.title == "甲镇2026年监测对象花名册"
    assert keys(table) == ["序号", "姓名", "身份证号", "家庭情况/人口（人）", "家庭情况/收入（元）", "备注"]
    assert (table.kind, table.header_rows, table.data_start_row, table.data_end_row) == (
        TableKind.LIST,
        (3, 4),
        5,
        6,
    )
    assert (table.total_rows, table.footer_rows) == ((7,), (8,))
    assert [item.unit for item in table.columns] == [None, None, None, "人", "元", None]
    assert [item.required for item in table.columns] == [False, True, False, False, False, False]


def test_labels_with_a_colon_beside_the_table_are_inputs_in_their_own_cell() -> None:
    (table,) = read(ROSTER, ruled=(3, 7))
    assert [(item.key, item.place.cell) for item in table.inputs] == [
        ("填报单位", "A2"),
        ("填报日期", "D2"),
        ("填表人", "A8"),
        ("审核人", "C8"),
        ("联系电话", "E8"),
    ]


def test_hint_and_example_rows_are_no_data_and_become_hints() -> None:
    rows = ["企业名称|检查日期|隐患数量（处）", "必填|格式：2026-01-01|数字", "例：某某店|2026-01-01|3", "||"]
    (table,) = read(rows, ruled=(1, 4))
    assert (table.header_rows, table.data_start_row) == ((1, 1), 4)
    assert table.columns[0].required
    assert table.columns[0].hint == "必填；例：某某店"


def test_a_code_row_is_no_data() -> None:
    (table,) = read(["姓名|年龄|住址", "A|B|C", "||"], ruled=(1, 3))
    assert table.data_start_row == 3


def test_filled_rows_are_data_and_hint_at_types() -> None:
    rows = [
        "乙村低保户花名册|<|<|<",
        "序号|户主姓名|家庭分|金额（元）",
        "1|王五|3|500",
        "2|赵六|2|300",
        "合计||5|800",
        "注：按月|<|<|<",
    ]
    (table,) = read(rows, ruled=(2, 5))
    assert (table.header_rows, table.data_start_row, table.total_rows, table.footer_rows) == (
        (2, 2),
        3,
        (5,),
        (6,),
    )
    assert table.columns[2].type is ItemType.INTEGER


def test_repeats_are_numbered_and_slashes_escaped() -> None:
    (table,) = read(["姓名/名称|比率|比率", "||"], ruled=(1, 2))
    assert keys(table) == ["姓名\\/名称", "比率", "比率#2"]


def test_an_import_template_of_one_row_is_a_list() -> None:
    (table,) = read(["姓名|身份证号|性别（1男2女）|是否低保|联系电话"])
    assert [str(item.type) for item in table.columns] == ["text", "id_number", "code", "yesno", "phone"]
    assert table.columns[2].codes == ("男", "女")


def test_tables_side_by_side_are_two_with_their_own_titles() -> None:
    rows = ["男职工名单|<|<||女职工名单|<|<", "序号|姓名|电话||序号|姓名|电话", "1||||1||", "2||||2||"]
    left, right = read(rows)
    assert (left.title, right.title) == ("男职工名单", "女职工名单")
    assert [item.place.cell for item in right.columns] == ["E2", "F2", "G2"]


def test_stacked_tables_carry_their_section_and_not_in_the_path() -> None:
    rows = [
        "一、基本情况|<|<",
        "村名|人口|户数",
        "||",
        "二、收入情况|<|<",
        "村名|总收入|人均收入",
        "||",
        "注：按年报|<|<",
    ]
    first, second = read(rows, ruled=(1, 6))
    assert (first.section, second.section) == ("一、基本情况", "二、收入情况")
    assert keys(second) == ["村名", "总收入", "人均收入"]
    assert (first.data_start_row, first.data_end_row, second.footer_rows) == (3, 3, (7,))


def test_a_title_need_not_stand_in_the_first_column() -> None:
    (table,) = read(["||丙镇情况统计表|<", "|", "序号|单位|数量|备注", "|||"], ruled=(3, 4))
    assert table.title == "丙镇情况统计表"
    assert table.header_rows == (3, 3)


def test_a_sheet_without_text_asks_nothing() -> None:
    assert read([""]) == []


def test_an_example_of_filling_and_an_attachment_number_are_not_asked() -> None:
    (table,) = read(
        ["附件1：|<|<", "供水工程情况表|<|<", "工程名称|水源类型|建成年份", "填表示例|地表水|2018", "||"],
        ruled=(3, 5),
    )
    assert (table.data_start_row, table.inputs) == (5, ())


def test_lines_drawn_over_empty_columns_on_and_on_change_nothing() -> None:
    form = sheet([["孤儿名册", "<", "<"], ["序号", "姓名", "账号"], ["", "", ""]], ruled=(1, 3))
    drawn = {
        (row, column): Cell(row, column, "", None, bordered=True)
        for row in (1, 2, 3)
        for column in range(4, 80)
    }
    (table,) = tables_of(replace(form, cells={**form.cells, **drawn}))
    assert (table.kind, table.title, table.header_rows) == (TableKind.LIST, "孤儿名册", (2, 2))
    assert [item.key for item in table.columns] == ["序号", "姓名", "账号"]


def test_subtotals_behind_a_chinese_number_are_totals_and_long_hints_are_hints() -> None:
    (table,) = read(
        [
            "序号|项目名称|面积（亩）",
            "必填|必填，不得简写|选填，保留两位",
            "一|东山镇小计|",
            "1||",
            "二|西河镇小计|",
            "2||",
        ],
        ruled=(1, 6),
    )
    assert (table.data_start_row, table.total_rows) == (4, (3, 5))


def test_a_line_that_announces_the_list_below_names_it_and_asks_nothing() -> None:
    (table,) = read(
        ["选举结果表|<|<", "得票情况如下（以得票多少为序）：|<|<", "序号|姓名|票数", "||"], ruled=(3, 4)
    )
    assert (table.section, table.inputs) == ("得票情况如下（以得票多少为序）", ())


def with_sum(rows: list[str], row: int, column: int, ruled: tuple[int, int] | None) -> Table:
    """Read a list beside which 总件数 and its sum stand."""
    form = sheet([row.split("|") for row in rows], ruled=ruled)
    beside = {
        (row, column): Cell(row, column, "总件数", "总件数"),
        (row, column + 1): Cell(row, column + 1, "", None, formula="SUM(C3:C99)"),
    }
    (table,) = tables_of(replace(form, cells={**form.cells, **beside}))
    return table


@pytest.mark.parametrize("ruled", [None, (2, 4)])
@pytest.mark.parametrize("row", [1, 2])
@pytest.mark.parametrize("column", [4, 5, 6])
@pytest.mark.parametrize("first", ["", "张三"])
def test_a_sum_kept_beside_a_list_is_none_of_its_columns(
    ruled: tuple[int, int] | None, row: int, column: int, first: str
) -> None:
    table = with_sum(
        ["捐赠物资登记表|<|<", "姓名|物资名称|件数", f"{first}|{first and '棉被'}|{first and '12'}", "||"],
        row,
        column,
        ruled,
    )
    assert (table.kind, table.header_rows, table.data_start_row) == (TableKind.LIST, (2, 2), 3)
    assert [item.key for item in table.columns] == ["姓名", "物资名称", "件数"]
    assert table.inputs == ()


def test_a_word_to_oneself_right_of_a_list_is_none_of_its_columns() -> None:
    (table,) = read(["姓名|性别|年龄||周五前交", "|||", "|||"])
    assert [item.key for item in table.columns] == ["姓名", "性别", "年龄"]
    assert (table.kind, table.header_rows) == (TableKind.LIST, (1, 1))


def test_the_mark_of_a_template_engine_is_no_label() -> None:
    (table,) = read(
        ["甲县登记表|<|<|<", "姓名||电话|", "${a.name}||${a.phone}|", "住址|<|${x}|"], ruled=(2, 4)
    )
    assert not [item.label for item in table.inputs if "$" in item.label]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("姓名", ItemType.TEXT),
        ("家庭住址（现）", ItemType.TEXT),
        ("备注", ItemType.TEXT),
        ("入驻", ItemType.DATE),
    ],
)
def test_a_format_does_not_turn_a_label_that_asks_for_words_into_a_date(label: str, kind: ItemType) -> None:
    rows = sheet([["编号", label, "电话"], ["", "", ""], ["", "", ""]], ruled=(1, 3))
    cells = {place: cell._replace(number_format="yyyy-mm-dd") for place, cell in rows.cells.items()}
    (table,) = tables_of(replace(rows, cells=cells))
    assert table.columns[1].type is kind
