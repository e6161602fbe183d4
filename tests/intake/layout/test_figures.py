"""Statistics without lines and merges: the rows of figures show where the header ends and what follows the table."""

from collections.abc import Sequence

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.form import Table, TableKind
from tests.intake.forms import sheet


def read(*rows: str, ruled: tuple[int, int] | None = None) -> Sequence[Table]:
    return tables_of(sheet([row.split("|") for row in rows], ruled=ruled))


def shape(table: Table) -> tuple[object, ...]:
    return table.header_rows, table.data_start_row, table.data_end_row, table.footer_rows


def test_ranges_over_figures_are_a_header_although_they_read_like_answers() -> None:
    (table,) = read(
        "各村耕地块数", "|0-1999|2000-3999|4000-5999", "东沟|12|30|7", "西坡|-|25.5|9", "南屯|8|1,204|3"
    )
    assert shape(table) == ((2, 2), 3, 5, ())
    assert [item.label for item in table.columns] == ["0-1999", "2000-3999", "4000-5999"]


def test_a_group_over_the_first_of_its_columns_and_a_group_of_rows_are_kept_in_one_table() -> None:
    (table,) = read(
        "Farms by size",
        "|Holdings||Change",
        "|2024|2025|per cent",
        "Lowland",
        "Small|120|131|9.2",
        "Large|14|15|7.1",
        "Hillside and terraces",
        "Small|88|80|-9.1",
        "Large|3|n.a.|..",
        "Source: invented",
    )  # fmt: skip
    assert shape(table) == ((2, 3), 4, 9, (10,))


def test_rows_named_by_a_year_need_only_one_figure() -> None:
    (table,) = read("Census year|Families", "1990|434,847", "2000|523,371", "2010|526,281", "(1) as counted")
    assert shape(table)[:2] == ((1, 1), 2)


def test_footnotes_whose_mark_has_a_cell_of_its_own_are_no_rows() -> None:
    (table,) = read(
        "品种|2024|2025", "水稻|12|13", "小麦|20|22", "玉米|7|9", "1)|含再生稻", "2)|不含青贮", "注：|数字为虚构"
    )  # fmt: skip
    assert shape(table) == ((1, 1), 2, 4, (5, 6, 7))


def test_a_running_number_begins_a_row_also_where_the_last_row_has_words_only() -> None:
    (table,) = read("序号|姓名|年龄|人口", "1|张三|35|4", "2|李四|41|5", "3|王五|52|3", "4|赵六|不详|不详")
    assert shape(table)[:2] == ((1, 1), 2)
    assert table.data_end_row in (None, 5)


def test_labels_with_one_figure_behind_them_stay_a_card() -> None:
    tables = read("年龄|35|住房面积|120", "人口|4|耕地面积|7.5", "收入|3000|支出|2000")
    assert all(table.kind is not TableKind.LIST for table in tables)
    assert all(table.header_rows is None for table in read("年龄|35", "人口|4", "耕地|7.5", "收入|3000"))


def test_a_drawn_form_is_read_by_its_lines_as_before() -> None:
    rows = ("村名|户数|人口", "东沟|12|30", "西坡|10|25", "南屯|8|20", "1)|含外出|")
    (table,) = read(*rows, ruled=(1, 5))
    assert table.data_end_row in (None, 5)
