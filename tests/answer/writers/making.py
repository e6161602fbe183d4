"""Making small workbooks and the forms that they are, and reading filled ones back."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from qingzhuang.answer.writers.xlsx import fill
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Entry, Form, Item, ItemType, Table, TableKind
from qingzhuang.model.place import Place, parse_a1
from qingzhuang.model.sheet import FileKind, Scalar

SHEET = "表"


def book(write: Callable[[Any, Any], None], **options: Any) -> bytes:
    """A workbook with one sheet, written by a function of (workbook, sheet)."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, **options})
    write(workbook, workbook.add_worksheet(SHEET))
    workbook.close()
    return buffer.getvalue()


def column(cell: str, label: str, kind: ItemType = ItemType.TEXT, **more: Any) -> Item:
    """A column whose header stands in the cell; the label may be a path joined with /."""
    row, number = parse_a1(cell)
    return Item(tuple(label.split("/")), Place(SHEET, row, number), type=kind, **more)


def card(cell: str, label: str, entry: Entry = Entry.CELL, **more: Any) -> Item:
    """An input whose answer goes to the cell."""
    row, number = parse_a1(cell)
    return Item((label,), Place(SHEET, row, number), entry=entry, **more)


def listing(columns: Sequence[Item], first: int, last: int | None, **more: Any) -> Table:
    """A list with its blank rows."""
    return Table(
        SHEET, TableKind.LIST, columns=tuple(columns), data_start_row=first, data_end_row=last, **more
    )


def cards(*items: Item) -> Table:
    """A card form."""
    return Table(SHEET, TableKind.CARD, inputs=items)


def form(*tables: Table) -> Form:
    """A form of these tables."""
    return Form("表.xlsx", FileKind.XLSX, None, tables)


def filled(
    content: bytes, table: Table | Form, rows: Sequence[Mapping[str, Scalar]] = (), **inputs: Scalar
) -> Filled:
    """Fill a workbook."""
    whole = table if isinstance(table, Form) else form(table)
    return fill("表.xlsx", content, whole, Answers(tuple(rows), inputs))


def values(content: bytes, sheet: int = 0) -> list[list[Any]]:
    """All cells of a sheet as calamine reads them, from A1 on."""
    found = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet)
    return [list(row) for row in found.to_python(skip_empty_area=False)]


def cell(content: bytes, reference: str, sheet: int = 0) -> Any:
    """One cell as calamine reads it; None outside the used range."""
    row, number = parse_a1(reference)
    rows = values(content, sheet)
    return rows[row - 1][number - 1] if row <= len(rows) and number <= len(rows[row - 1]) else None


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == len(set(archive.namelist()))
        return {name: archive.read(name) for name in archive.namelist()}


def part(content: bytes, name: str = "xl/worksheets/sheet1.xml") -> str:
    """One part as text."""
    return parts(content)[name].decode()


def changed(before: bytes, after: bytes) -> set[str]:
    """The names of the parts that differ."""
    old, new = parts(before), parts(after)
    assert list(old) == list(new)
    return {name for name in old if old[name] != new[name]}


def with_part(content: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed by hand, as other programs would write it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, old in parts(content).items():
            archive.writestr(each, change(old.decode()) if each == name else old)
    return buffer.getvalue()


def with_new_part(content: bytes, name: str, data: bytes) -> bytes:
    """The package with one more part at its end."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, old in {**parts(content), name: data}.items():
            archive.writestr(each, old)
    return buffer.getvalue()


def codes(result: Filled) -> list[str]:
    """The codes of a fill's problems."""
    return [problem.code for problem in result.problems]
