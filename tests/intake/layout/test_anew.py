"""A header lower down on a sheet begins another table, also where no blank line stands before it."""

from collections.abc import Sequence

import pytest

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import Table, TableKind
from tests.intake.forms import sheet

SHOPS = "编号|店名|经营者|开业日期|面积"
FILLED = ["1|丰收粮油|赵甲|2021-03-01|56", "2|便民百货|钱乙|2019-11-20|80", "3|顺风修车|孙丙|2022-07-09|34"]
BLANK = ["||||"] * 3
NUMBERED = ["1||||", "2||||", "3||||"]
GROUPS = "组名|组长|户数|耕地面积|备注"


def read(rows: Sequence[str], *, ruled: bool, strong: Sequence[int] = ()) -> list[Table]:
    drawn = (2, len(rows)) if ruled else None
    return list(tables_of(sheet([row.split("|") for row in rows], ruled=drawn, strong=strong)))


def spans(tables: Sequence[Table]) -> list[tuple[tuple[int, int] | None, int | None, int | None]]:
    return [(table.header_rows, table.data_start_row, table.data_end_row) for table in tables]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("strong", [(), (2, 6)])
@pytest.mark.parametrize("below", [FILLED, NUMBERED, BLANK])
@pytest.mark.parametrize("above", [FILLED, NUMBERED, BLANK])
def test_the_same_header_again_is_a_header(
    above: list[str], below: list[str], strong: tuple[int, ...], ruled: bool
) -> None:
    if not ruled and BLANK in (above, below):
        return
    tables = read(["商户名册", SHOPS, *above, SHOPS, *below], ruled=ruled, strong=strong)
    assert [(table.header_rows, table.data_start_row) for table in tables] == [((2, 2), 3), ((6, 6), 7)]
    assert tables[0].data_end_row == 5


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (FILLED, ["一组|李丁|31|120|", "二组|周戊|25|98|"]),
        (NUMBERED, BLANK),
        (BLANK, BLANK),
    ],
)
def test_labels_alone_where_figures_or_nothing_stood_head_another_table(
    above: list[str], below: list[str]
) -> None:
    tables = read(["村情一览", SHOPS, *above, GROUPS, *below], ruled=True)
    assert spans(tables)[0] == ((2, 2), 3, 5)
    assert [item.key for item in tables[1].columns] == GROUPS.split("|")
    assert tables[1].data_start_row == 7


def test_a_narrower_table_right_below_has_its_own_columns() -> None:
    tables = read(["村情一览", SHOPS, *FILLED, "组长|联系电话", "李丁|5550101", "周戊|5550102"], ruled=False)
    assert [item.key for item in tables[1].columns] == ["组长", "联系电话"]


def test_a_header_of_two_levels_begins_anew_with_its_first() -> None:
    second = ["组名|联系方式|<|户数|备注", "^|电话|住址|^|^"]
    tables = read(["村情一览", SHOPS, *FILLED, *second, "一组|5550101|东坡|31|"], ruled=True)
    assert spans(tables)[1][:2] == ((6, 7), 8)
    assert [item.key for item in tables[1].columns][1:3] == ["联系方式/电话", "联系方式/住址"]


def test_a_matrix_below_a_blank_roster_keeps_its_stubs() -> None:
    rows = ["村情一览", "店名|经营者|面积|电话", "|||", "|||", "项目|男|女|合计", "党员|||", "团员|||"]
    tables = read(rows, ruled=True)
    assert tables[1].kind is TableKind.MATRIX
    assert [stub.key for stub in tables[1].stubs] == ["党员", "团员"]


def test_a_roster_that_goes_on_with_one_column_of_another_name_is_two_tables() -> None:
    rows = [
        "名册",
        "店名|经营者|村名|电话",
        "丰收|赵甲|东村|5550101",
        "店名|经营者|组名|电话",
        "顺风|孙丙|一组|5550103",
    ]
    assert [item.key for item in read(rows, ruled=True)[1].columns] == ["店名", "经营者", "组名", "电话"]


def test_a_line_over_the_lower_header_names_it_and_is_no_row() -> None:
    rows = ["村情一览", SHOPS, *FILLED, "各组情况", GROUPS, "一组|李丁|31|120|"]
    tables = read(rows, ruled=False)
    assert spans(tables)[0] == ((2, 2), 3, 5)
    assert tables[1].header_rows == (7, 7)


@pytest.mark.parametrize(
    "rows",
    [
        # what the rows hold are names of forms and offices: they end like labels
        [
            "报表目录",
            "表名|报送单位|联系人|报送日期",
            "人口统计表|统计站|甲|每月5日",
            "耕地情况|农业农村办公室|乙|每季度末日期",
        ],
        # a row without a figure where the others have one
        ["名册", "姓名|组别|电话", "赵甲|一组|5550101", "钱乙|二组|无", "孙丙|三组|5550103"],
        # places only
        ["去向", "姓名|去向|单位", "赵甲|外省|某厂", "钱乙|本村|东村", "孙丙|外省|某社区"],
        # one row filled as an example in a list of blank ones
        ["名册", "姓名|性别|电话", "||", "赵甲|男|5550101", "||"],
        # a total between
        ["汇总", "村名|户数|人数", "东村|3|9", "小计|3|9", "西村|2|4"],
    ],
)
def test_rows_that_only_end_like_labels_are_data(rows: list[str]) -> None:
    assert len(read(rows, ruled=True)) == 1


DEALERS = "商号|地址|电话"


def test_bold_labels_as_the_header_is_bold_head_another_table() -> None:
    rows = [
        "农机|机主|数量|日期",
        "拖拉机|赵甲|1|2026-01-02",
        "收割机|钱乙|1|2026-02-02",
        DEALERS,
        "益农|西街|0731002",
    ]
    tables = read(["农机购置", *rows], ruled=False, strong=(2, 5))
    assert [item.key for item in tables[1].columns] == DEALERS.split("|")


def test_a_header_that_ends_the_sheet_is_a_header() -> None:
    rows = [
        "值班",
        "编号|物资|单位|数量|地点",
        "1|沙袋|条|500|村部",
        "2|雨衣|件|20|村部",
        "日期|值班人|电话|领导|备注",
    ]
    tables = read(rows, ruled=False)
    assert spans(tables) == [((2, 2), 3, 4), ((5, 5), 6, None)]


@pytest.mark.parametrize(
    "last", ["|待定|条|待定|村部", "3|日期|件|待定|村部", "注|数量不含借出的|||", "雨靴|双|数量不清|村部|无"]
)
def test_a_last_row_of_words_is_no_header(last: str) -> None:
    rows = ["物资", "编号|物资|单位|数量|地点", "1|沙袋|条|500|村部", "2|雨衣|件|20|村部", last]
    assert len(read(rows, ruled=False)) == 1


def test_labels_alone_under_one_column_of_figures_end_a_sheet_as_a_header() -> None:
    rows = ["物资", "名称|数量|存放", "铁锹|30|村部", "雨衣|25|村部", "联系人|联系电话|备注"]
    assert spans(read(rows, ruled=False)) == [((2, 2), 3, 4), ((5, 5), 6, None)]
