"""Lines between the printed rows of a matrix tell the rows below them apart, and end no table."""

from collections.abc import Sequence

import pytest

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import Table, TableKind
from tests.intake.forms import sheet


def read(rows: Sequence[str], *, ruled: bool = False) -> list[Table]:
    drawn = (2, len(rows)) if ruled else None
    return list(tables_of(sheet([row.split("|") for row in rows], ruled=drawn)))


def stubs(table: Table) -> list[str]:
    return [stub.key for stub in table.stubs]


PARTS = ["东沟村/水井/口", "东沟村/水塘/亩", "西沟村/水井/口", "西沟村/水塘/亩"]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("tail", ["||", "|<|<"])
@pytest.mark.parametrize("mark", ["", "一、", "（一）"])
def test_the_same_items_under_each_village_bear_its_name(mark: str, tail: str, ruled: bool) -> None:
    rows = ["水利设施（分村）|<|<", "项目|单位|数量"]
    rows += [mark + "东沟村" + tail, "水井|口|", "水塘|亩|", mark + "西沟村" + tail, "水井|口|", "水塘|亩|"]
    (table,) = read(rows, ruled=ruled)
    assert table.kind is TableKind.MATRIX
    assert stubs(table) == PARTS


def test_figures_already_written_change_nothing() -> None:
    rows = [
        "养殖（分组）|<|<",
        "指标|计量单位|数量",
        "一组||",
        "牛|头|3",
        "鱼|尾|40",
        "二组||",
        "牛|头|5",
        "鱼|尾|7",
    ]
    (table,) = read(rows)
    assert stubs(table) == ["一组/牛/头", "一组/鱼/尾", "二组/牛/头", "二组/鱼/尾"]


def test_a_table_of_one_stub_column_is_divided_by_names_of_places() -> None:
    rows = ["情况（分村）|<", "项目|数量", "东沟村|", "户数|", "组数|", "西沟村|", "户数|", "组数|"]
    (table,) = read(rows, ruled=True)
    assert stubs(table) == ["东沟村/户数", "东沟村/组数", "西沟村/户数", "西沟村/组数"]


def test_lines_over_rows_that_differ_anyway_stay_as_they_are() -> None:
    rows = [
        "林业|<|<|<",
        "指标名称|代码|计量单位|本年",
        "甲|乙|丙|1",
        "一、造林|||",
        "用材林|01|亩|",
        "二、古树|||",
        "樟树|02|株|",
    ]
    (table,) = read(rows, ruled=True)
    assert stubs(table) == ["一、造林", "用材林/01/亩", "二、古树", "樟树/02/株"]


def test_a_row_with_a_figure_of_its_own_is_no_line() -> None:
    rows = ["人口|<", "项目|人数", "一、户籍人口|", "其中：女|", "二、常住人口|", "其中：女|"]
    (table,) = read(rows, ruled=True)
    assert stubs(table) == ["一、户籍人口", "其中：女", "二、常住人口", "其中：女"]


def test_a_section_over_another_header_still_begins_another_table() -> None:
    rows = ["两部分|<|<", "项目|单位|数量", "桥|座|", "涵洞|个|", "二、人员|<|<", "姓名|职务|电话", "||"]
    tables = read(rows, ruled=True)
    assert [table.kind for table in tables] == [TableKind.MATRIX, TableKind.LIST]
    assert tables[1].section == "二、人员"


def test_rows_that_come_again_below_another_line_are_divided_under_any_header() -> None:
    rows = [
        "农资|<|<",
        "品种|规格|数量",
        "一、东沟|<|<",
        "尿素|40公斤|",
        "磷肥|50公斤|",
        "二、西沟|<|<",
        "尿素|40公斤|",
        "磷肥|50公斤|",
    ]
    (table,) = read(rows, ruled=True)
    assert [stub.labels[0] for stub in table.stubs] == ["东沟", "东沟", "西沟", "西沟"]


def test_sums_that_come_again_divide_nothing() -> None:
    rows = ["灌溉|<|<", "组别|水田|旱地", "一组||", "二组||", "小计||", "三组||", "四组||", "小计||"]
    (table,) = read(rows, ruled=True)
    assert stubs(table) == ["一组", "二组", "小计", "三组", "四组", "小计"]


def test_a_line_over_people_divides_a_roster_and_is_no_row_of_a_matrix() -> None:
    rows = [
        "名册|<|<",
        "编号|姓名|电话",
        "甲班|<|<",
        "1|赵甲|5550101",
        "2|钱乙|5550102",
        "乙班|<|<",
        "1|孙丙|5550103",
    ]
    assert {table.kind for table in read(rows, ruled=True)} == {TableKind.LIST}
