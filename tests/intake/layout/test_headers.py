"""How deep a header reaches, and which labels stand over which."""

from collections.abc import Sequence

import pytest

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import Table, TableKind
from tests.intake.forms import sheet


def read(
    rows: Sequence[str], *, ruled: tuple[int, int] | None = None, strong: Sequence[int] = ()
) -> list[Table]:
    return list(tables_of(sheet([row.split("|") for row in rows], ruled=ruled, strong=strong)))


def keys(table: Table) -> list[str]:
    return [item.key for item in table.columns]


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


def test_groups_that_are_not_merged_beside_a_blank_corner() -> None:
    (table,) = read(["|进口||出口|", "|数量|金额|数量|金额", "甲县||||", "乙县||||"], ruled=(1, 4))
    assert keys(table) == ["进口/数量", "进口/金额", "出口/数量", "出口/金额"]
    assert [stub.labels for stub in table.stubs] == [("甲县",), ("乙县",)]


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


@pytest.mark.parametrize("line", ["截至2026年6月30日", "截至6月30日", "数据截至2026年12月底"])
def test_a_day_alone_above_the_columns_is_over_none_of_them(line: str) -> None:
    rows = ["村情统计表|<|<", f"{line}|<|<", "村（社区）|总户数|党员人数", "柳湾村|310|33", "石桥村|200|21"]
    (table,) = read(rows, ruled=(2, 4))
    assert table.section is None
    assert keys(table) == ["村（社区）", "总户数", "党员人数"]


def test_three_levels_without_a_merge_are_one_header() -> None:
    rows = ["校名|学生||||教师", "|幼儿||小学||", "|男|女|男|女|", "|||||", "|||||"]
    (table,) = tables_of(sheet([row.split("|") for row in rows], ruled=(1, 5)))
    assert table.header_rows == (1, 3)
    assert [item.key for item in table.columns][1:5] == [
        "学生/幼儿/男",
        "学生/幼儿/女",
        "学生/小学/男",
        "学生/小学/女",
    ]


def test_a_row_of_bracketed_words_under_a_header_says_how_to_fill_it() -> None:
    rows = ["店名|经营者|开业|面积", "（全称）|（本人）|（年月）|（整数）", "|||", "|||"]
    (table,) = tables_of(sheet([row.split("|") for row in rows], ruled=(1, 4)))
    assert (table.header_rows, table.data_start_row) == ((1, 1), 3)


@pytest.mark.parametrize("total", [[], ["合计|||"]])
def test_four_columns_over_printed_rows_are_no_card_of_pairs(total: list[str]) -> None:
    rows = ["村名|牛|羊|驴", *total, "东村|||", "西村|||", "南村|||"]
    (table,) = tables_of(sheet([row.split("|") for row in rows], ruled=(1, len(rows))))
    assert table.kind is TableKind.MATRIX
    assert [item.key for item in table.columns] == ["村名", "牛", "羊", "驴"]


@pytest.mark.parametrize("title", [[], ["报名|<|<"]])
def test_a_programs_own_names_above_a_header_are_no_header(title: list[str]) -> None:
    (table,) = read([*title, "person_name|id_no|tel", "学员|证件|手机", "||", "||"])
    assert keys(table) == ["学员", "证件", "手机"]
    assert table.data_start_row == len(title) + 3


def test_latin_words_over_answers_are_the_header() -> None:
    (table,) = read(["name|age|village", "赵甲|41|东沟", "钱乙|38|西沟"])
    assert keys(table) == ["name", "age", "village"]


def test_a_programs_own_names_below_a_header_are_no_row_to_fill() -> None:
    (table,) = read(["学员|证件|手机", "name|id_no|tel", "||", "||"], ruled=(1, 4))
    assert table.data_start_row == 3


def test_a_bracketed_line_across_a_header_only_says_how_to_fill_it() -> None:
    (table,) = read(["学员|证件|手机", "（一人一行，请勿合并）|<|<", "||", "||"], ruled=(1, 4))
    assert (table.data_start_row, keys(table)) == (3, ["学员", "证件", "手机"])
