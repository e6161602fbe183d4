"""Sheets written out as a plain workbook of the same shape: for forms that came in a format nobody can write into."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from qingzhuang.model.place import Area, column_letters
from qingzhuang.model.sheet import Cell, Sheet

_STEADY = (1980, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WIDTH = 12
_LOOKS = 16  # bordered, bold, centred, filled: each on or off
_MIDDLE = 'horizontal="center" '


def shaped(sheets: Sequence[Sheet]) -> bytes:
    """Return an .xlsx with the texts, merges and borders of sheets, cell by cell where they stand; the same
    sheets give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as box:
        for name, text in _parts(sheets):
            box.writestr(zipfile.ZipInfo(name, _STEADY), (_HEAD + text).encode(), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _parts(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    over = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for at in numbers
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{over}</Types>',
    )
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    named = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{at}" r:id="rId{at}"/>'
        for at, sheet in zip(numbers, sheets, strict=True)
    )
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELS}"><sheets>{named}</sheets></workbook>',
    )
    ends = [(f"rId{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in numbers]
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations([*ends, (f"rId{len(sheets) + 1}", "styles", "styles.xml")]),
    )
    yield "xl/styles.xml", _styles()
    for at, sheet in zip(numbers, sheets, strict=True):
        yield f"xl/worksheets/sheet{at}.xml", _sheet(sheet)


def _relations(ends: Sequence[tuple[str, str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{_RELS}/{kind}" Target="{target}"/>' for name, kind, target in ends
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _styles() -> str:
    line = '<{0} style="thin"><color auto="1"/></{0}>'
    box = "".join(line.format(side) for side in ("left", "right", "top", "bottom"))
    looks = "".join(
        f'<xf numFmtId="0" fontId="{look >> 1 & 1}" fillId="{(look >> 3 & 1) * 2}" borderId="{look & 1}" xfId="0" '
        'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment '
        f'{_MIDDLE if look & 4 else ""}vertical="center" wrapText="1"/></xf>'
        if look
        else '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        for look in range(_LOOKS)
    )
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>'
        '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>'
        '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
        '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills>'
        f'<borders count="2"><border/><border>{box}</border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{_LOOKS}">{looks}</cellXfs></styleSheet>'
    )


def _sheet(sheet: Sheet) -> str:
    cells = {**_frames(sheet), **sheet.cells}
    rows = "".join(
        f'<row r="{row}">{"".join(_cell(cells[place]) for place in places)}</row>'
        for row, places in groupby(sorted(cells), key=lambda place: place[0])
    )
    merges = "".join(f'<mergeCell ref="{area.a1}"/>' for area in sheet.merges)
    merged = f'<mergeCells count="{len(sheet.merges)}">{merges}</mergeCells>' if merges else ""
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetFormatPr defaultColWidth="{_WIDTH}" defaultRowHeight="15"/>'
        f"<sheetData>{rows}</sheetData>{merged}</worksheet>"
    )


def _frames(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    """The other cells of a merged area bear its border too."""
    return {
        (row, column): Cell(row, column, bordered=True)
        for area in sheet.merges
        if (first := sheet.cells.get((area.top, area.left))) is not None and first.bordered
        for row, column in _within(area)
    }


def _within(area: Area) -> Iterator[tuple[int, int]]:
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            yield row, column


def _cell(cell: Cell) -> str:
    look = cell.bordered + 2 * cell.bold + 4 * cell.centred + 8 * cell.filled
    start = f'<c r="{column_letters(cell.column)}{cell.row}" s="{look}"'
    if not cell.text:
        return f"{start}/>"
    return f'{start} t="inlineStr"><is><t xml:space="preserve">{escape(_plain(cell.text))}</t></is></c>'


def _plain(text: str) -> str:
    """Without what no XML may hold."""
    return "".join(each for each in text if each >= " " or each in "\n\t")
