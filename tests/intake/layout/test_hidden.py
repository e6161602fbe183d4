"""Hidden columns are kept and told, and nobody is asked for them."""

from dataclasses import replace

from qingzhuang.intake.read import all_shown, form_of
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Severity
from qingzhuang.model.sheet import FileKind, Workbook
from tests.intake.forms import sheet

ROWS = ["名册|<|<|<", "序号|姓名|系统编码|金额", "1|||", "2|||"]


def book(*hidden: int, rows: list[str] = ROWS) -> Workbook:
    given = sheet([row.split("|") for row in rows], ruled=(2, len(rows)))
    return Workbook("表.xlsx", FileKind.XLSX, (replace(given, hidden_columns=frozenset(hidden)),))


def keys(form: Form) -> list[str]:
    return [item.key for table in form.tables for item in table.items]


def test_a_hidden_column_is_not_asked_and_told() -> None:
    form = form_of(book(3))
    assert keys(form) == ["序号", "姓名", "金额"]
    (told,) = [each for each in form.problems if each.code == "QZ-R097"]
    assert "C 系统编码" in told.message
    assert told.severity is Severity.NOTE


def test_a_header_that_is_hidden_only_in_part_is_asked() -> None:
    rows = ["名册|<|<|<", "序号|住址|<|金额", "1|||", "2|||"]
    assert "住址" in keys(form_of(book(3, rows=rows)))


def test_a_field_of_a_card_in_a_hidden_column_is_not_asked() -> None:
    rows = ["登记卡|<|<|<", "姓名||编码|", "住址||批次|"]
    assert keys(form_of(book(3, 4, rows=rows))) == ["姓名", "住址"]


def test_printed_rows_keep_their_hidden_stubs() -> None:
    rows = ["表|<|<", "项目|代码|数量", "户数|01|", "组数|02|"]
    form = form_of(book(2, rows=rows))
    assert [stub.key for stub in form.tables[0].stubs] == ["户数/01", "组数/02"]


def test_what_a_clerk_hid_in_a_filled_sheet_is_read_when_it_is_brought_in() -> None:
    assert keys(form_of(all_shown(book(3)))) == ["序号", "姓名", "系统编码", "金额"]
