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


def test_groups_that_are_not_merged_reach_over_the_blanks_at_their_right() -> None:
    (table,) = read(["序号|村名|家庭情况|||备注", "||人口|户数|务工|", "1|||||", "2|||||"], ruled=(1, 4))
    assert keys(table) == ["序号", "村名", "家庭情况/人口", "家庭情况/户数", "家庭情况/务工", "备注"]


def test_a_child_wider_than_its_parent_stays_with_the_parent_over_its_first_column() -> None:
    rows = ["序号|家庭情况|<||备注", "^|人口|收入（元）|<|^", "^|^|务工|种植|^", "||||"]
    (table,) = read(rows, ruled=(1, 4))
    assert keys(table) == [
        "序号",
        "家庭情况/人口",
        "家庭情况/收入（元）/务工",
        "家庭情况/收入（元）/种植",
        "备注",
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


def test_a_unit_row_gives_the_units() -> None:
    (table,) = read(["村名|人口|面积", "|人|亩", "||"], ruled=(1, 3))
    assert [item.unit for item in table.columns] == [None, "人", "亩"]
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


def test_a_sheet_without_text_asks_nothing() -> None:
    assert read([""]) == []


def test_groups_that_are_not_merged_beside_a_blank_corner() -> None:
    (table,) = read(["|进口||出口|", "|数量|金额|数量|金额", "甲县||||", "乙县||||"], ruled=(1, 4))
    assert keys(table) == ["进口/数量", "进口/金额", "出口/数量", "出口/金额"]
    assert [stub.labels for stub in table.stubs] == [("甲县",), ("乙县",)]


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


def test_a_deep_header_under_a_line_of_labels_is_no_filled_card() -> None:
    (table,) = read(
        [
            "教职工统计表|<|<|<|<|<",
            "学校名称：|<||||",
            "学段|教职工总数|专任教师|<|行政人员|工勤人员",
            "^|^|男|女|^|^",
            "小学|||||",
            "初中|||||",
        ],
        ruled=(3, 6),
    )
    assert (table.kind, table.header_rows) == (TableKind.MATRIX, (3, 4))


def test_a_filled_card_row_over_a_header_is_no_list_of_its_own() -> None:
    (table,) = read(
        [
            "差旅报销单|<|<|<|<|<",
            "出差事由|<|外出培训|<|<|<",
            "经费来源|<|业务|<|专项名称|<",
            "出发|<|到达|<|车船费|单据张数",
            "日期|地点|日期|地点|^|^",
            "|||||",
        ],
        ruled=(2, 6),
    )
    assert table.header_rows == (4, 5)
    assert [item.key for item in table.columns][:2] == ["出发/日期", "出发/地点"]


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


def test_a_group_that_is_not_merged_stands_over_all_labels_below_it() -> None:
    (table,) = read(
        ["各村收入情况统计表|||||", "村名|2024年||2025年||", "|户数|收入|户数|收入|", "石桥村|10|2.5|11|3.5|"]
    )
    assert table.header_rows == (2, 3)
    assert keys(table) == ["村名", "2024年/户数", "2024年/收入", "2025年/户数", "2025年/收入"]


def test_a_year_alone_over_the_labels_of_a_filled_table_belongs_to_its_header() -> None:
    (table,) = read(["各村情况统计表", "|2025", "|户数|人口|面积", "石桥村|10|25|31", "柳湾村|11|26|32"])
    assert table.header_rows == (2, 3)
    assert keys(table) == ["2025/户数", "2025/人口", "2025/面积"]


def test_a_word_alone_over_a_list_to_be_filled_is_none_of_its_header() -> None:
    (table,) = read(["花名册", "|石桥村", "姓名|性别|年龄", "||"])
    assert (table.header_rows, keys(table)) == ((3, 3), ["姓名", "性别", "年龄"])


def test_a_total_that_reaches_over_a_column_to_fill_leaves_the_printed_rows_stubs() -> None:
    rows = ["序号|村|区划代码|户数|人口", "1|甲村|||", "2|乙村|||", "3|丙村|||", "合计|<|<||"]
    (table,) = read(["村情统计表|<|<|<|<", *rows], ruled=(2, 6))
    assert (table.kind, table.stub_columns, table.total_rows) == (TableKind.MATRIX, (1, 2), (6,))
    assert [stub.labels for stub in table.stubs][:2] == [("1", "甲村"), ("2", "乙村")]


@pytest.mark.parametrize("ruled", [None, (2, 4)])
def test_two_groups_over_all_columns_are_a_level_of_the_header(ruled: tuple[int, int] | None) -> None:
    (table,) = read(
        ["乙镇外出人员名册|<|<|<", "个人信息|<|去向|<", "姓名|性别|地点|单位", "|||"], ruled=ruled
    )
    assert keys(table) == ["个人信息/姓名", "个人信息/性别", "去向/地点", "去向/单位"]
    assert table.inputs == ()


def test_a_blank_corner_over_the_name_of_the_first_column_is_part_of_the_header() -> None:
    rows = [
        "|口蹄疫|<|<|<|禽流感|<|布病",
        "省份|甲苗|<|乙苗|<|丙苗|<|丁苗",
        "^|到货|下拨|到货|下拨|到货|下拨|到货",
        "|||||||",
        "合计|||||||",
    ]
    (table,) = read(rows, ruled=(1, 5))
    assert table.header_rows == (1, 3)
    assert keys(table) == [
        "省份",
        "口蹄疫/甲苗/到货",
        "口蹄疫/甲苗/下拨",
        "口蹄疫/乙苗/到货",
        "口蹄疫/乙苗/下拨",
        "禽流感/丙苗/到货",
        "禽流感/丙苗/下拨",
        "布病/丁苗/到货",
    ]


def test_a_blank_corner_over_stubs_beside_words_is_no_header_row() -> None:
    rows = ["|上半年|<|下半年|<", "甲村|好|差|好|好", "乙村|差|好|好|差", "丙村|好|好|差|差"]
    (table,) = read(rows, ruled=(1, 4))
    assert table.header_rows == (1, 1)


def test_the_mark_of_a_template_engine_is_no_label() -> None:
    (table,) = read(
        ["甲县登记表|<|<|<", "姓名||电话|", "${a.name}||${a.phone}|", "住址|<|${x}|"], ruled=(2, 4)
    )
    assert not [item.label for item in table.inputs if "$" in item.label]


def test_the_children_of_the_last_group_reach_beyond_it_when_nothing_is_merged() -> None:
    rows = ["村名|户数|收入|||", "||务工|务农|其他|补贴", "甲村|||||", "乙村|||||"]
    (table,) = read(rows)
    assert table.header_rows == (1, 2)
    assert keys(table) == ["村名", "户数", "收入/务工", "收入/务农", "收入/其他", "收入/补贴"]


def test_months_and_numbers_in_their_order_head_columns_and_scores_do_not() -> None:
    months = ["项目|2026年1月|2026年2月|2026年3月|2026年4月", "水费||||", "电费||||"]
    (table,) = read(months, ruled=(1, 3))
    assert keys(table) == ["项目", "2026年1月", "2026年2月", "2026年3月", "2026年4月"]
    scores = ["考核表|<|<|<|<", "村名|党建|平安|环境|产业", "甲村|12|14|9|21", "|||||", "乙村|15|12|7|8"]
    (table,) = read(scores)
    assert table.header_rows == (2, 2)


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
