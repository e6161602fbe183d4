"""Forms and filled documents for the tests of the Word writer."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from qingzhuang.answer.fill import fill
from qingzhuang.intake.readers.docx import read
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar
from tests.word_paper import MAIN, document

W = f"{{{MAIN}}}"


def item(label: str, cell: str, **more: object) -> Item:
    """An item; `cell` is A1 of 表1, or 正文!A1."""
    sheet, _, reference = cell.rpartition("!")
    row, column = int(reference[1:]), ord(reference[0]) - 64
    return Item(tuple(label.split("/")), Place(sheet or "表1", row, column), **more)  # type: ignore[arg-type]


def card(*inputs: Item) -> Form:
    return Form("表.docx", FileKind.DOCX, None, (Table("表1", TableKind.CARD, inputs=inputs),))


def roster(
    *columns: str,
    last: int | None = None,
    total_rows: tuple[int, ...] = (),
    inputs: tuple[Item, ...] = (),
) -> Form:
    kinds = {"序号": ItemType.ROW_NUMBER}
    items = tuple(
        item(name, f"{chr(65 + at)}1", type=kinds.get(name, ItemType.TEXT)) for at, name in enumerate(columns)
    )
    table = Table(
        "表1",
        TableKind.LIST,
        header_rows=(1, 1),
        columns=items,
        data_start_row=2,
        data_end_row=last,
        total_rows=total_rows,
        inputs=inputs,
    )
    return Form("表.docx", FileKind.DOCX, None, (table,))


def filled(
    body: str,
    form: Form,
    *,
    cards: Mapping[str, Scalar] | None = None,
    rows: tuple[Mapping[str, Scalar], ...] = (),
) -> Filled:
    return fill("表.docx", document(body), form, Answers(rows, cards or {}))


def cell(result: Filled, row: int, column: int, sheet: int = 1) -> str:
    return read("表.docx", result.content).sheets[sheet - 1].cells[row, column].text


def grid(result: Filled) -> list[list[str]]:
    cells = read("表.docx", result.content).sheets[0].cells
    rows = sorted({row for row, _column in cells})
    return [[each.text for (r, _c), each in sorted(cells.items()) if r == row] for row in rows]


def line(result: Filled, number: int) -> str:
    sheet = read("表.docx", result.content).sheets[0]
    return next(each.text for each in (*sheet.before, *sheet.after) if each.number == number)


def run_with(result: Filled, text: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(result.content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return next(each for each in root.iter(f"{W}r") if text in "".join(str(part) for part in each.itertext()))


def has(run: etree._Element, name: str) -> bool:
    return run.find(f"{W}rPr/{W}{name}") is not None
