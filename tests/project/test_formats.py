"""The table of formats says what the product does."""

from pathlib import Path

import pytest

from qingzhuang.intake.read import CONVERTED, READERS
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form, Table, TableKind
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.filling import fill

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


def _lines() -> dict[str, list[str]]:
    rows = [
        line.strip("|").split("|")
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    ]
    return {cells[0].strip(): [cell.strip() for cell in cells] for cells in rows[1:]}


def test_every_kind_has_a_line_and_no_other_has() -> None:
    assert set(_lines()) == {str(kind) for kind in FileKind}


@pytest.mark.parametrize("kind", list(FileKind))
def test_the_reader_of_a_kind_is_the_one_that_is_told(kind: FileKind) -> None:
    read = _lines()[str(kind)][2]
    assert (read == "natively") == (kind in READERS)
    assert (read == "LibreOffice") == (kind in CONVERTED)
    assert kind.suffix in _lines()[str(kind)][1] or kind is FileKind.HTML or kind is FileKind.XML_PACKAGE


@pytest.mark.parametrize("kind", list(FileKind))
def test_what_filling_does_with_a_kind_is_what_is_told(kind: FileKind) -> None:
    form = Form("表", kind, "表", (Table("表", TableKind.LIST),))
    with pytest.raises(ProblemError) as caught:
        fill("表", b"x", form, Answers())
    told = _lines()[str(kind)][4]
    itself = {FileKind.XLSX: "QZ-R004", FileKind.DOCX: "QZ-R004", FileKind.XML_PACKAGE: "QZ-R005"}
    codes = {"itself": itself.get(kind, "QZ-F032"), "only read": "QZ-F032"}
    codes["not: it asks, others answer"] = "QZ-F033"
    codes["as xlsx of its shape"] = "QZ-R002"
    assert caught.value.problem.code == codes.get(told, "QZ-F031")
