"""Who fills: ours, and what people would write with openpyxl and python-docx by cell; both get the values that ours wrote, at
the same places."""

import io
from collections.abc import Callable

import openpyxl
from docx import Document
from docx.oxml.ns import qn
from openpyxl.cell import MergedCell

from qingzhuang.answer.writers.docx.document import BODY
from qingzhuang.intake.read import read_workbook
from qingzhuang.model.answers import Filled
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar
from qingzhuang.ooxml.word import paragraphs, tables
from qingzhuang.ooxml.word_grid import grid

Peer = Callable[[bytes, dict[Place, Scalar]], bytes]


def values(file: str, filled: Filled) -> dict[Place, Scalar]:
    """Return what stands in the cells that were written, as their program would show it."""
    book = read_workbook(file, filled.content)
    found: dict[Place, Scalar] = {}
    for sheet in book.sheets:
        for place in filled.written:
            cell = sheet.cells.get((place.row, place.column)) if place.sheet == sheet.name else None
            if cell is not None:
                found[place] = cell.value if cell.value is not None else cell.text
    return found


def by_openpyxl(content: bytes, written: dict[Place, Scalar]) -> bytes:
    """Load, set the cells, save; rows are not put in, so that longer lists run over what stands below."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for place, value in written.items():
        if place.sheet in book.sheetnames:
            cell = book[place.sheet].cell(place.row, place.column)
            if not isinstance(cell, MergedCell):
                cell.value = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def by_python_docx(content: bytes, written: dict[Place, Scalar]) -> bytes:
    """Open, set the text of the cells and paragraphs, save."""
    document = Document(io.BytesIO(content))
    body = document.element.body
    for number, each in enumerate(paragraphs(body), start=1):
        if Place(BODY, number, 1) in written:
            _set(document.element, each, str(written[Place(BODY, number, 1)]))
    for number, table in enumerate(tables(body), start=1):
        for cell in grid(table):
            place = Place(f"表{number}", cell.row, cell.column)
            if place in written:
                first = next(cell.element.iter(qn("w:p")))
                _set(document.element, first, str(written[place]))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set(_root: object, paragraph: object, text: str) -> None:
    from docx.text.paragraph import Paragraph

    Paragraph(paragraph, None).text = text  # type: ignore[arg-type]


PEERS: dict[FileKind, tuple[str, Peer]] = {
    FileKind.XLSX: ("openpyxl", by_openpyxl),
    FileKind.DOCX: ("python-docx", by_python_docx),
}
