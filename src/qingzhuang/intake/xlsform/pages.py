"""From a workbook to the sheets of an XLSForm: a row of headers and rows of text, as pyxform 4.5 takes them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from qingzhuang.intake.xlsform.problems import Remarks, blank_rows, double_column
from qingzhuang.intake.xlsform.spellings import SHEETS
from qingzhuang.model.sheet import Cell, Scalar, Sheet, Workbook

_BLANK_COLUMNS, _BLANK_ROWS = 20, 60
_HARD_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headers: header → text, blank cells left out. `number` counts as in the file."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet; `name` as the file writes it, `columns` maps a header to its column (the last one of that name)."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    columns: Mapping[str, int]


def pages(book: Workbook, remarks: Remarks) -> dict[str, Page]:
    """Return the sheets that XLSForm knows, by name in small letters. The only sheet of a book is its survey."""
    found: dict[str, Page] = {}
    for sheet in book.sheets:
        name = sheet.name.lower()
        if name in SHEETS:
            found[name] = page(sheet, remarks)
        elif len(book.sheets) == 1:
            found["survey"] = page(sheet, remarks)
    return found


def headers_of(sheet: Sheet) -> dict[int, str]:
    """Return the headers of the first row by column, up to a run of empty ones."""
    row = {
        column: text
        for (number, column), cell in sheet.cells.items()
        if number == 1 and (text := words(cell))
    }
    found: dict[int, str] = {}
    last = 0
    for column in sorted(row):
        if column - last > _BLANK_COLUMNS + 1:
            break
        found[column] = _single(row[column])
        last = column
    return found


def page(sheet: Sheet, remarks: Remarks) -> Page:
    """Return headers and rows of one sheet; a header that stands twice is an error."""
    headers = headers_of(sheet)
    seen: set[str] = set()
    for header in headers.values():
        if header in seen:
            remarks.add(double_column(remarks.at(sheet.name, 1), header))
        seen.add(header)
    columns = {header: column for column, header in headers.items()}
    return Page(sheet.name, tuple(headers.values()), tuple(_rows(sheet, headers, remarks)), columns)


def _rows(sheet: Sheet, headers: Mapping[int, str], remarks: Remarks) -> Iterator[Row]:
    grid: dict[int, dict[int, str]] = {}
    for (number, column), cell in sheet.cells.items():
        if number > 1 and column in headers and (text := words(cell)):
            grid.setdefault(number, {})[column] = text
    last = 1
    for number in sorted(grid):
        if number - last > _BLANK_ROWS + 1:
            remarks.add(blank_rows(remarks.at(sheet.name, number), _BLANK_ROWS))
            return
        last = number
        yield Row(number, {headers[column]: grid[number][column] for column in sorted(grid[number])})


def words(cell: Cell) -> str:
    """Return a cell's value as the text that an XLSForm means by it."""
    value = cell.value if cell.value is not None else cell.text
    return value_text(value).strip().replace(_HARD_SPACE, " ").strip()


def value_text(value: Scalar) -> str:
    """Return a stored value as text: whole numbers without a point, dates with their time, TRUE and FALSE."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"{value.isoformat()} 00:00:00"
    return "" if value is None else str(value)


def _single(text: str) -> str:
    while "  " in text:
        text = text.replace("  ", " ")
    return text
