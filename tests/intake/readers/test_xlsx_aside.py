"""A title that stands in no cell is found, and a text box is told."""

import base64
import io

import docx
import pytest
import xlsxwriter

from qingzhuang.intake.read import form_of, read_form
from qingzhuang.intake.readers.xlsx import read

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


def made(header: str, box: str = "", title: str = "") -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("表")
        sheet.write("A1", title)
        sheet.write_row("A2", ["姓名", "电话", "住址"])
        sheet.set_header(header)
        if box:
            sheet.insert_textbox("F2", box)
    return file.getvalue()


@pytest.mark.parametrize(
    ("header", "box"), [('&C&"黑体,常规"&14民兵名册', ""), ("&R第 &P 页", "民兵名册"), ("", "东镇\n民兵名册")]
)
def test_it_is_the_title_where_no_cell_has_one(header: str, box: str) -> None:
    form = form_of(read("a.xlsx", made(header, box)))
    assert form.title == "民兵名册"
    assert [each.code for each in form.problems] == (["QZ-R033"] if box else [])


@pytest.mark.parametrize(
    "header", ["&C某镇人民政府", "&L内部资料", "&R第 &P 页 共 &N 页", "&C填表人：　　日期表"]
)
def test_a_letterhead_is_no_title(header: str) -> None:
    assert form_of(read("a.xlsx", made(header))).title is None


def test_a_title_in_a_cell_comes_first() -> None:
    assert form_of(read("a.xlsx", made("&C总台账", "说明表", "民兵名册"))).title == "民兵名册"


def test_the_same_in_a_document() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "护路队登记表"
    table = document.add_table(2, 3)
    for cell, text in zip(table.rows[0].cells, ("姓名", "电话", "住址"), strict=True):
        cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    assert read_form("a.docx", stream.getvalue()).title == "护路队登记表"


def test_a_picture_in_a_cell_is_no_error_and_no_words() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("表")
        sheet.embed_image(0, 0, "a.png", {"image_data": io.BytesIO(PICTURE)})
        sheet.write_formula("B1", '=_xlfn.DISPIMG("ID_1",1)', None, '=DISPIMG("ID_1",1)')
        sheet.write_formula("C1", "=1/0", None, "#DIV/0!")
    cells = read("a.xlsx", file.getvalue()).sheets[0].cells
    assert [(cells[1, at].text if (1, at) in cells else "") for at in (1, 2, 3)] == ["", "", "#DIV/0!"]
