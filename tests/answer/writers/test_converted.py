"""Old formats are filled by way of the new ones, and said so."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from qingzhuang.answer.fill import fill
from qingzhuang.intake.readers.docx import read
from qingzhuang.intake.readers.xlsx import read as read_xlsx
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.office.convert import converter
from tests.old_office import as_old
from tests.word_paper import document, tbl, tr

ANSWERS = Answers(cards={"姓名": "林小满"})


def form(file: str, kind: FileKind, sheet: str) -> Form:
    inputs = (Item(("姓名",), Place(sheet, 1, 2)),)
    return Form(file, kind, None, (Table(sheet, TableKind.CARD, inputs=inputs),))


def pretend(_file: str, _content: bytes, kind: FileKind) -> bytes:
    assert kind is FileKind.DOC
    return document(tbl(tr("姓名", "")))


def test_an_old_document_comes_back_in_the_new_format_and_says_so() -> None:
    filled = fill("旧.doc", b"", form("旧.doc", FileKind.DOC, "表1"), ANSWERS, converter=pretend)
    assert read("新.docx", filled.content).sheets[0].cells[1, 2].text == "林小满"
    assert [each.code for each in filled.problems] == ["QZ-F030"]


@pytest.mark.parametrize("kind", [FileKind.DOC, FileKind.XLS])
def test_without_a_converter_the_cure_is_told(kind: FileKind) -> None:
    with pytest.raises(ProblemError) as caught:
        fill("旧", b"", form("旧", kind, "表1"), ANSWERS)
    assert caught.value.problem.code == "QZ-F031"
    assert "另存为" in caught.value.problem.cure


@pytest.mark.libreoffice
def test_an_old_workbook_is_filled_through_libreoffice(tmp_path: Path) -> None:
    office = converter()
    if office is None:
        pytest.skip("needs LibreOffice")
    new = io.BytesIO()
    with xlsxwriter.Workbook(new) as book:
        sheet = book.add_worksheet("登记表")
        sheet.write_column(0, 0, ["姓名", "备注"])
    old = as_old(tmp_path, new.getvalue(), "xlsx", "xls")
    filled = fill("旧.xls", old, form("旧.xls", FileKind.XLS, "登记表"), ANSWERS, converter=office)
    cells = read_xlsx("新.xlsx", filled.content).sheets[0].cells
    assert (cells[1, 1].text, cells[1, 2].text, cells[2, 1].text) == ("姓名", "林小满", "备注")
