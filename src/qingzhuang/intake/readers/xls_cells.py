"""The cells of an .xls sheet with their looks, clipped to what carries content."""

from collections.abc import Iterator
from typing import Any

import xlrd
from xlrd.book import Book
from xlrd.sheet import Sheet as BiffSheet

from qingzhuang.intake.problems import too_many_cells
from qingzhuang.intake.readers.number_format import BUILT_IN_FORMATS
from qingzhuang.intake.readers.xlsx_contents import number_content
from qingzhuang.model.place import Area
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Cell, Scalar
from qingzhuang.ooxml.limits import DEFAULT_LIMITS

Cells = dict[tuple[int, int], Cell]

_BLANK = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
_MARGIN_ROWS, _MARGIN_COLUMNS = 1000, 40
_CENTRED = (2, 6)  # centred, centred across a selection
_BOLD = 700
_DECODED = "="  # xlrd gives the cached value only; that there is a formula is what matters


def read_cells(file: str, book: Book, sheet: BiffSheet, formulas: set[tuple[int, int]]) -> Cells:
    """Return the cells with text, and the bare ones with a look that stand not far beyond them. Raises ProblemError
    QZ-R012 beyond the limits."""
    rows, columns = _extent(sheet)
    cells: Cells = {}
    for row in range(min(sheet.nrows, rows + _MARGIN_ROWS)):
        for column in range(min(sheet.row_len(row), columns + _MARGIN_COLUMNS)):
            cell = _cell(book, sheet, row, column, formulas)
            if cell.text or cell.formula or cell.bordered or cell.filled:
                cells[row + 1, column + 1] = cell
        if len(cells) > DEFAULT_LIMITS.cells:
            raise ProblemError(too_many_cells(file, sheet.name))
    return cells


def words_in(book: Book, name: str, area: Area) -> Iterator[str]:
    """Yield the texts of an area of a sheet, blank cells left out."""
    if name not in book.sheet_names():
        return
    sheet = book.sheet_by_name(name)
    for row in range(area.top - 1, min(area.bottom, sheet.nrows)):
        for column in range(area.left - 1, min(area.right, sheet.row_len(row))):
            text, _value = _content(book, sheet, row, column, _number_format(book, sheet, row, column))
            if text.strip():
                yield text.strip()


def _extent(sheet: BiffSheet) -> tuple[int, int]:
    """How many rows and columns hold content."""
    rows = columns = 0
    for row in range(sheet.nrows):
        types = sheet.row_types(row)
        width = next((at + 1 for at in reversed(range(len(types))) if types[at] not in _BLANK), 0)
        if width:
            rows, columns = row + 1, max(columns, width)
    return rows, columns


def _cell(book: Book, sheet: BiffSheet, row: int, column: int, formulas: set[tuple[int, int]]) -> Cell:
    number_format = _number_format(book, sheet, row, column)
    text, value = _content(book, sheet, row, column, number_format)
    look: Any = book.xf_list[sheet.cell_xf_index(row, column)]
    font = book.font_list[look.font_index]
    return Cell(
        row + 1,
        column + 1,
        text,
        value,
        _DECODED if (row + 1, column + 1) in formulas else None,
        bold=bool(font.bold) or font.weight >= _BOLD,
        red=_red(book, font.colour_index),
        filled=_filled(book, look),
        bordered=_bordered(look),
        centred=look.alignment.hor_align in _CENTRED,
        size=font.height / 20,
        number_format=number_format,
    )


def _content(book: Book, sheet: BiffSheet, row: int, column: int, number_format: str) -> tuple[str, Scalar]:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind in _BLANK:
        return "", None
    if kind == xlrd.XL_CELL_BOOLEAN:
        return ("TRUE" if value else "FALSE"), bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        text = str(xlrd.error_text_from_code.get(int(value), "#N/A"))
        return text, text
    if isinstance(value, float):
        return number_content(repr(value), number_format, date1904=bool(book.datemode))
    return str(value), str(value) or None


def _number_format(book: Book, sheet: BiffSheet, row: int, column: int) -> str:
    look: Any = book.xf_list[sheet.cell_xf_index(row, column)]
    key: int = look.format_key
    if key in BUILT_IN_FORMATS:
        return BUILT_IN_FORMATS[key]
    found = book.format_map.get(key)
    return "General" if found is None else str(found.format_str)


def _red(book: Book, colour: int) -> bool:
    red, green, blue = book.colour_map.get(colour) or (0, 0, 0)
    return red >= 0xC0 and green < 0x60 and blue < 0x60


def _filled(book: Book, look: Any) -> bool:
    background = look.background
    white = book.colour_map.get(background.pattern_colour_index) == (255, 255, 255)
    return bool(background.fill_pattern) and not white


def _bordered(look: Any) -> bool:
    border = look.border
    return any(
        (border.top_line_style, border.bottom_line_style, border.left_line_style, border.right_line_style)
    )
