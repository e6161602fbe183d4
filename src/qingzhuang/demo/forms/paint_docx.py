"""Paints a form as a text document, the same bytes each time."""

import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from qingzhuang.demo.forms.compose import Paragraph, compose_document
from qingzhuang.demo.forms.drawing import Drawing, Ink, Look
from qingzhuang.demo.forms.spec import FormSpec, SheetSpec
from qingzhuang.model.place import Area

_EPOCH = (2026, 10, 31, 9, 0, 0)
_LEFT_LOOKS = (Look.CHOICE, Look.SECTION, Look.LINE, Look.NOTE)
_PORTRAIT, _LANDSCAPE = 16.4, 25.0


def paint_docx(form: FormSpec) -> bytes:
    """Return the form as a .docx file."""
    document = Document()
    spec = form.sheets[0]
    _set_up(document, portrait=spec.portrait)
    parts, _ = compose_document(spec)
    for part in parts:
        if isinstance(part, Paragraph):
            _paint_paragraph(document.add_paragraph(), part.look, part.text)
        else:
            width = _PORTRAIT if spec.portrait else _LANDSCAPE
            _paint_table(document, part, _shares(spec, part, width))
    stream = io.BytesIO()
    document.save(stream)
    return _repack(stream.getvalue())


def _set_up(document: Any, *, portrait: bool) -> None:
    section = document.sections[0]
    long, short = Cm(29.7), Cm(21.0)
    section.orientation = WD_ORIENT.PORTRAIT if portrait else WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (short, long) if portrait else (long, short)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = section.bottom_margin = Cm(2)


def _paint_paragraph(paragraph: Any, look: Look, text: str) -> None:
    title = look is Look.TITLE
    if title:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before = Pt(0 if title else 4)
    paragraph.paragraph_format.space_after = Pt(6 if title else 4)
    _paint_run(paragraph, text, 18 if title else 10.5, bold=title or look is Look.SECTION)


def _paint_run(paragraph: Any, text: str, size: float, *, bold: bool) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, "宋体"
    run._element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")  # the library has no word for it


def _shares(spec: SheetSpec, drawing: Drawing, width: float) -> list[float]:
    """Return the columns' widths in centimetres, in proportion to those of the specification."""
    weights = spec.widths or (1.0,) * drawing.width
    return [width * weight / sum(weights) for weight in weights]


def _paint_table(document: Any, drawing: Drawing, widths: list[float]) -> None:
    table = document.add_table(rows=drawing.row - 1, cols=drawing.width)
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    grid = [list(row.cells) for row in table.rows]
    for row in grid:
        for cell, width in zip(row, widths, strict=True):
            cell.width = Cm(width)
    for ink in drawing.inks:
        _paint_cell(_cell(grid, ink.area), ink)
    for line in table.rows:
        line.height, line.height_rule = Cm(1.0), WD_ROW_HEIGHT_RULE.AT_LEAST
    for number, height in drawing.heights.items():
        table.rows[number - 1].height = Pt(height)
    if drawing.print_rows:
        _repeat(table, drawing.tables)


def _cell(grid: list[list[Any]], area: Area) -> Any:
    first = grid[area.top - 1][area.left - 1]
    last = grid[area.bottom - 1][area.right - 1]
    return first if first is last else first.merge(last)


def _paint_cell(cell: Any, ink: Ink) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for index, text in enumerate(ink.text.split("\n")):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        if ink.look not in _LEFT_LOOKS:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if text:
            _paint_run(paragraph, text, 10.5, bold=ink.look in (Look.HEAD, Look.TOTAL, Look.SECTION))


def _repeat(table: Any, tables: list[Any]) -> None:
    """Let the header rows of a pure list stand again on each page."""
    found = tables[0].header_rows
    if found and found[0] == 1:
        for row in table.rows[: found[1]]:
            properties = row._tr.get_or_add_trPr()
            properties.append(properties.makeelement(qn("w:tblHeader"), {}))


def _repack(content: bytes) -> bytes:
    """Store the parts with one fixed time: the library writes the clock's."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
