"""What a person said of a form holds for every copy of it, and for no other form."""

from dataclasses import replace

from qingzhuang.intake.read import form_of
from qingzhuang.intake.taught import Taught, TaughtInput, TaughtTable, by_teaching, words_of
from qingzhuang.model.form import Form
from qingzhuang.model.sheet import FileKind, Sheet, Workbook
from tests.intake.forms import sheet

HEAD = ["甲组", "乙组", "丙组", "丁组"]
ROWS = [
    ["一季度情况", "", "", ""],
    ["口径", "见附件", "同上", "同上"],
    HEAD,
    ["赵", "12", "3", "x"],
    ["钱", "7", "1", "y"],
]


def book(rows: list[list[str]], name: str = "表") -> Workbook:
    return Workbook("表.xlsx", FileKind.XLSX, (sheet(rows, name=name),))


def lesson(rows: list[list[str]], table: TaughtTable) -> Taught:
    (own,) = book(rows).sheets
    return Taught(
        "表", (replace(table, words=words_of(own, table.header_rows) if table.header_rows else ()),)
    )


TAUGHT = lesson(ROWS, TaughtTable("表", (3, 3), 4))


def read(rows: list[list[str]], taught: Taught = TAUGHT, name: str = "表") -> Form:
    found = book(rows, name)
    return by_teaching(found, form_of(found), [taught])


def test_a_copy_is_read_as_taught_whatever_is_filled_in() -> None:
    for rows in (ROWS, [*ROWS[:3], ["孙", "1", "2", "3"]], [*ROWS[:3], *[["李", "", "", ""]] * 40]):
        (table,) = read(rows).tables
        assert [item.key for item in table.columns] == HEAD
        assert (table.header_rows, table.data_start_row) == ((3, 3), 4)


def test_a_line_more_above_moves_everything_with_it() -> None:
    (table,) = read([["", "新加的一行", "", ""], *ROWS]).tables
    assert (table.header_rows, table.data_start_row) == ((4, 4), 5)
    assert [item.place.cell for item in table.columns] == ["A4", "B4", "C4", "D4"]


def test_one_column_more_is_still_the_form_and_is_read() -> None:
    (table,) = read([[*row, "戊组" if row is HEAD else ""] for row in ROWS]).tables
    assert [item.key for item in table.columns] == [*HEAD, "戊组"]


def test_another_form_is_left_as_it_was_read() -> None:
    other = book([["姓名", "电话", "住址"], ["", "", ""]])
    form = form_of(other)
    assert by_teaching(other, form, [TAUGHT]) is form


def test_a_single_sheet_may_have_another_name() -> None:
    (table,) = read(ROWS, name="Sheet1").tables
    assert (table.sheet, [item.key for item in table.columns]) == ("Sheet1", HEAD)


def test_fields_are_where_a_person_said_and_only_while_their_labels_stand_there() -> None:
    rows = [["登记", "", ""], ["户主", "", ""], ["地址", "", ""]]
    inputs = (TaughtInput("户主", "C2", "A2"), TaughtInput("地址", "C3", "A3"))
    card = Taught("表", (TaughtTable("表", inputs=inputs),))
    (table,) = read(rows, card).tables
    assert [(item.label, item.place.cell) for item in table.inputs] == [("户主", "C2"), ("地址", "C3")]
    (moved,) = read([["", "", ""], *rows], card).tables
    assert [item.place.cell for item in moved.inputs] == ["C3", "C4"]
    other = book([rows[0], rows[2], rows[1]])
    form = form_of(other)
    assert by_teaching(other, form, [card]) is form


def test_a_sheet_that_is_no_form_asks_nothing_and_the_others_stay() -> None:
    first, second = sheet(ROWS, name="甲"), sheet([["姓名", "电话", "住址"], ["", "", ""]], name="乙")
    both = Workbook("表.xlsx", FileKind.XLSX, (first, second))
    taught = Taught("表", (TaughtTable("甲", (3, 3), 4, words=TAUGHT.tables[0].words), TaughtTable("乙")))
    found = by_teaching(both, form_of(both), [taught])
    assert [table.sheet for table in found.tables] == ["甲"]
    alone = replace(taught, tables=taught.tables[:1])
    assert [table.sheet for table in by_teaching(both, form_of(both), [alone]).tables] == ["甲", "乙"]


def test_totals_and_footers_are_found_under_a_taught_header() -> None:
    rows = [*ROWS[:3], ["", "", "", ""], ["合计", "", "", ""], ["", "", "", ""], ["填表人：", "", "", ""]]
    (table,) = read(rows).tables
    assert table.total_rows == (5,)
    assert table.footer_rows == (7,)


def test_no_words_of_a_form_stand_in_its_marks() -> None:
    own: Sheet = sheet(ROWS)
    assert not set(words_of(own, (3, 3))) & set(HEAD)
