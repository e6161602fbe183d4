"""An XLSForm as a workbook: text in every cell, only columns that say something, the same bytes each time."""

import io

import openpyxl

from qingzhuang.intake.read import read_any
from qingzhuang.letters.xlsform import same_xlsx, xlsform_xlsx
from qingzhuang.model.xlsform import Choice, Question, Section, SectionKind, XlsForm

ZH = "中文 (zh)"
FORM = XlsForm(
    "a.xlsx",
    "survey",
    children=(
        Section(
            0,
            SectionKind.REPEAT,
            "kin",
            {ZH: "成员"},
            repeat_count="3",
            children=(Question(0, "select one", "sex", {ZH: "性别"}, list_name="sex", required="yes"),),
        ),
    ),
    choices={"sex": (Choice(0, "nan", {ZH: "男"}),)},
    settings={"title": "登记", "id_string": "deng_ji"},
    languages=(ZH,),
)


def cells(content: bytes) -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def test_three_sheets_with_the_columns_that_are_used() -> None:
    assert cells(xlsform_xlsx(FORM)) == {
        "survey": [
            ["type", "name", f"label::{ZH}", "required", "repeat_count"],
            ["begin_repeat", "kin", "成员", None, "3"],
            ["select_one sex", "sex", "性别", "yes", None],
            ["end_repeat", "kin", None, None, None],
        ],
        "choices": [["list_name", "name", f"label::{ZH}"], ["sex", "nan", "男"]],
        "settings": [["form_title", "form_id"], ["登记", "deng_ji"]],
    }


def test_the_same_form_has_the_same_bytes() -> None:
    assert xlsform_xlsx(FORM) == xlsform_xlsx(FORM)


def test_what_was_an_xlsform_keeps_every_cell() -> None:
    text = "| survey |\n| | type | name | label | bind::odd |\n| | text | a | =1 | x |\n| others |\n| | q | r |\n| | 1 | |\n"
    book = read_any("a.md", text.encode())
    assert cells(same_xlsx(book)) == {
        "survey": [["type", "name", "label", "bind::odd"], ["text", "a", "=1", "x"]],
        "others": [["q", "r"], ["1", None]],
    }
