"""A matrix is read by its stubs: what its rows are, in which units."""

from collections.abc import Sequence

import pytest

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import ItemType, Table, TableKind
from tests.intake.forms import sheet


def read(
    rows: Sequence[str], *, ruled: tuple[int, int] | None = None, strong: Sequence[int] = ()
) -> list[Table]:
    return list(tables_of(sheet([row.split("|") for row in rows], ruled=ruled, strong=strong)))


def keys(table: Table) -> list[str]:
    return [item.key for item in table.columns]


def test_a_unit_row_gives_the_units() -> None:
    (table,) = read(["村名|人口|面积", "|人|亩", "||"], ruled=(1, 3))
    assert [item.unit for item in table.columns] == [None, "人", "亩"]
    assert table.data_start_row == 3


def test_the_rows_of_a_matrix_are_named_by_their_stubs() -> None:
    rows = ["指标|2025年|2026年|<", "^|^|计划|实际", "人口（人）|||", "其中：女|||", "户数（户）|||"]
    (table,) = read(rows, ruled=(1, 5))
    assert table.kind is TableKind.MATRIX
    assert keys(table) == ["指标", "2025年", "2026年/计划", "2026年/实际"]
    assert [(stub.row, stub.labels) for stub in table.stubs] == [
        (3, ("人口（人）",)),
        (4, ("其中：女",)),
        (5, ("户数（户）",)),
    ]


def test_merged_and_fill_down_stubs_repeat_the_outer_label() -> None:
    rows = ["类别|<|人数", "性别|男|", "^|女|", "年龄|18岁以下|", "|18岁以上|"]
    (table,) = read(rows, ruled=(1, 5))
    assert [stub.labels for stub in table.stubs] == [
        ("性别", "男"),
        ("性别", "女"),
        ("年龄", "18岁以下"),
        ("年龄", "18岁以上"),
    ]
    assert keys(table) == ["类别", "类别#2", "人数"]


def test_a_statistical_report_with_ordinals_under_the_header() -> None:
    rows = [
        "农业统计表|<|<|<|<",
        "指标名称|计量单位|代码|本年|上年同期",
        "甲|乙|丙|1|2",
        "小麦|亩|01||",
        "油料|吨|02||",
    ]
    (table,) = read(rows, ruled=(2, 5))
    assert (table.kind, table.header_rows, table.data_start_row, table.stub_columns) == (
        TableKind.MATRIX,
        (2, 2),
        4,
        (1, 2, 3),
    )


def test_a_row_across_a_matrix_only_divides_it() -> None:
    rows = ["分类|男|女", "教师||", "工人||", "其中按职称|<|<", "高级||", "中级||"]
    (table,) = read(rows, ruled=(1, 6))
    assert [stub.row for stub in table.stubs] == [2, 3, 5, 6]


def test_units_and_codes_beside_the_indicators_belong_to_the_stubs() -> None:
    rows = ["指标名称|计量单位|代码|数值", "户籍人口|人|01|", "耕地面积|公顷|02|", "集体收入|元|03|"]
    (table,) = read(["村基本情况统计表|<|<|<", *rows], ruled=(2, 5))
    assert (table.kind, table.stub_columns) == (TableKind.MATRIX, (1, 2, 3))
    assert table.stubs[1].labels == ("耕地面积", "公顷", "02")


def test_the_unit_of_the_table_belongs_to_the_columns_it_can_measure() -> None:
    (table,) = read(
        [
            "污水治理进展表|<|<|<|<",
            "单位：户、万元|<|<|<|<",
            "村名|农户数|资金来源|<|支出进度（%）",
            "^|^|合计|中央|^",
            "||||",
        ],
        ruled=(3, 5),
    )
    assert [(item.key, item.unit, item.type) for item in table.columns] == [
        ("村名", None, ItemType.TEXT),
        ("农户数", "户", ItemType.INTEGER),
        ("资金来源/合计", "万元", ItemType.NUMBER),
        ("资金来源/中央", "万元", ItemType.NUMBER),
        ("支出进度（%）", "%", ItemType.NUMBER),
    ]


def test_units_may_be_ratios_and_stand_without_brackets() -> None:
    (table,) = read(
        [
            "供水规模（m³/d）|租金（元/亩·年）|完成率%|受益人口（万人）|数量（台）|流入日期（年/月/日）",
            "|||||",
        ],
        ruled=(1, 2),
    )
    assert [(item.unit, item.type) for item in table.columns] == [
        ("m³/d", ItemType.NUMBER),
        ("元/亩·年", ItemType.NUMBER),
        ("%", ItemType.NUMBER),
        ("万人", ItemType.NUMBER),
        ("台", ItemType.INTEGER),
        (None, ItemType.DATE),
    ]


def test_a_total_that_reaches_over_a_column_to_fill_leaves_the_printed_rows_stubs() -> None:
    rows = ["序号|村|区划代码|户数|人口", "1|甲村|||", "2|乙村|||", "3|丙村|||", "合计|<|<||"]
    (table,) = read(["村情统计表|<|<|<|<", *rows], ruled=(2, 6))
    assert (table.kind, table.stub_columns, table.total_rows) == (TableKind.MATRIX, (1, 2), (6,))
    assert [stub.labels for stub in table.stubs][:2] == [("1", "甲村"), ("2", "乙村")]


def test_a_blank_corner_over_stubs_beside_words_is_no_header_row() -> None:
    rows = ["|上半年|<|下半年|<", "甲村|好|差|好|好", "乙村|差|好|好|差", "丙村|好|好|差|差"]
    (table,) = read(rows, ruled=(1, 4))
    assert table.header_rows == (1, 1)


@pytest.mark.parametrize(
    ("rows", "stubs"),
    [
        (["年龄段|男|女|合计", "0-17岁|12|13|25", "18-59岁|30|33|63"], ["0-17岁", "18-59岁"]),
        (["项目|数量|备注", "总户数|25|", "总人口|63|含外出"], ["总户数", "总人口"]),
        (["类别|2025年|2026年", "水稻|25|27", "油菜|63|60", "茶叶|20|21"], ["水稻", "油菜", "茶叶"]),
        (
            [
                "序号|检查内容|检查结果|备注",
                "1|通道是否畅通|是|",
                "2|灯具是否完好|否|已换",
                "3|门锁是否完好|是|",
            ],
            ["1/通道是否畅通", "2/灯具是否完好", "3/门锁是否完好"],
        ),
    ],
)
def test_a_filled_matrix_keeps_the_rows_that_its_form_names(rows: list[str], stubs: list[str]) -> None:
    (table,) = read(["统计表|<|<|<", *rows], ruled=(2, len(rows) + 1))
    assert table.kind is TableKind.MATRIX
    assert [stub.key for stub in table.stubs] == stubs


@pytest.mark.parametrize(
    "rows",
    [
        ["姓名|年龄|人口", "赵甲|25|3", "钱乙|63|4"],
        ["店名|面积|备注", "丰收|25|", "便民|63|临街"],
        ["项目名称|投资|备注", "修路|25|", "建桥|63|在建"],
    ],
)
def test_a_filled_list_that_somebody_wrote_is_no_matrix(rows: list[str]) -> None:
    (table,) = read(["名册|<|<", *rows], ruled=(2, len(rows) + 1))
    assert table.kind is TableKind.LIST


def test_points_printed_beside_what_is_judged_belong_to_the_stubs() -> None:
    rows = ["评比|<|<|<", "序号|评比内容|分值|得分", "1|院内干净|30|", "2|物品有序|70|", "合计|<|100|"]
    (table,) = tables_of(sheet([row.split("|") for row in rows], ruled=(2, 5)))
    assert [stub.key for stub in table.stubs] == ["1/院内干净/30", "2/物品有序/70", "合计/100"]


def test_a_column_that_explains_printed_rows_leaves_them_printed() -> None:
    rows = ["指标|<|<|<", "指标名称|单位|数值|填报说明", "桥梁|座||含便桥", "渡口|个||不含私渡"]
    (table,) = tables_of(sheet([row.split("|") for row in rows], ruled=(2, 4)))
    assert [stub.key for stub in table.stubs] == ["桥梁/座", "渡口/个"]


@pytest.mark.parametrize(("head", "cell"), [("指标|数量", "{}|"), ("指标|单位|数量", "{}|个|")])
@pytest.mark.parametrize("times", [2, 3])
def test_indicators_side_by_side_are_as_many_printed_lists(times: int, head: str, cell: str) -> None:
    head = "|".join([head] * times)
    names = ["桥", "井", "塘", "渠", "坝", "闸"]
    lines = ["|".join(cell.format(name) for name in names[at::2][:times]) for at in (0, 1)]
    tables = tables_of(sheet([row.split("|") for row in ["设施", head, *lines]], ruled=(2, 4)))
    assert [table.kind for table in tables] == [TableKind.MATRIX] * times
    assert [table.stubs[0].labels[0] for table in tables] == names[::2][:times]
