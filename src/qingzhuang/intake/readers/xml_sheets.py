"""Reads SpreadsheetML 2003, the one XML that Excel 2003 and many report programs write and call .xls or .xml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from qingzhuang.intake.problems import too_many_cells
from qingzhuang.intake.readers.xlsx_contents import number_content
from qingzhuang.intake.readers.xlsx_styles import PLAIN, Style
from qingzhuang.intake.readers.xml_rules import read_rules
from qingzhuang.intake.readers.xml_styles import read_styles
from qingzhuang.intake.readers.xml_text import attribute, local, parse_open
from qingzhuang.model.place import Area
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Cell, FileKind, Scalar, Sheet, Workbook
from qingzhuang.ooxml.limits import DEFAULT_LIMITS, Limits

_MOST_COLUMNS = 16_384
_MOST_FILLED_ROWS = 10_000
_BREAKS = re.compile(r"\r\n?|&#10;")


@dataclass(slots=True)
class _Read:
    """One worksheet as it is read."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def read(file: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Workbook:
    """Return the worksheets. Raises ProblemError QZ-R005, QZ-R006 or QZ-R012."""
    root = parse_open(file, content, limits)
    styles = read_styles(root)
    parts = list(root.iterfind("{*}Worksheet"))
    found = [_sheet(file, part, styles, limits) for part in parts]
    cells = {each.name: each.cells for each in found}
    sheets = (
        Sheet(
            each.name,
            each.cells,
            merges=tuple(each.merges),
            validations=read_rules(part, root, each.name, cells),
            comments=each.comments,
            hidden=part.findtext("{*}WorksheetOptions/{*}Visible") in {"SheetHidden", "SheetVeryHidden"},
            hidden_rows=frozenset(each.hidden_rows),
            hidden_columns=frozenset(each.hidden_columns),
        )
        for part, each in zip(parts, found, strict=True)
    )
    return Workbook(file, FileKind.XML_SHEETS, tuple(sheets))


def _sheet(file: str, part: etree._Element, styles: Mapping[str, Style], limits: Limits) -> _Read:
    sheet = _Read(attribute(part, "Name"))
    table = part.find("{*}Table")
    if table is None:
        return sheet
    columns = _columns(table, sheet)
    row = 0
    for line in table.iterfind("{*}Row"):
        row = _number(line, "Index") or row + 1
        if attribute(line, "Hidden") == "1":
            sheet.hidden_rows.update(range(row, row + min(_number(line, "Span"), _MOST_FILLED_ROWS) + 1))
        column = 0
        for element in line.iterfind("{*}Cell"):
            column = _number(element, "Index") or column + 1
            name = (
                attribute(element, "StyleID") or attribute(line, "StyleID") or columns.get(column, "Default")
            )
            column = _cell(sheet, element, (row, column), styles.get(name, PLAIN))
        row += _number(line, "Span")
        if len(sheet.cells) > limits.cells or row > limits.rows:
            raise ProblemError(too_many_cells(file, sheet.name))
    return sheet


def _columns(table: etree._Element, sheet: _Read) -> dict[int, str]:
    """The styles that whole columns have; hidden ones are noted."""
    found: dict[int, str] = {}
    column = 0
    for each in table.iterfind("{*}Column"):
        column = _number(each, "Index") or column + 1
        last = min(column + _number(each, "Span"), _MOST_COLUMNS)
        if attribute(each, "Hidden") == "1":
            sheet.hidden_columns.update(range(column, last + 1))
        if style := attribute(each, "StyleID"):
            found.update(dict.fromkeys(range(column, last + 1), style))
        column = last
    return found


def _cell(sheet: _Read, element: etree._Element, place: tuple[int, int], style: Style) -> int:
    """Put a cell down and return the last column that it covers."""
    row, column = place
    right = min(column + _number(element, "MergeAcross"), _MOST_COLUMNS)
    bottom = row + _number(element, "MergeDown")
    if (bottom, right) != place:
        sheet.merges.append(Area(row, column, bottom, right))
    text, value = _content(element.find("{*}Data"), style)
    formula = attribute(element, "Formula").lstrip("=") or None
    note = element.find("{*}Comment/{*}Data")
    if note is not None and (words := _text(note).strip()):
        sheet.comments[place] = words
    if text or formula or style.visible:
        sheet.cells[place] = Cell(
            row, column, text, value, formula, style.bold, style.red, style.filled, style.bordered,
            style.centred, style.size, style.number_format,
        )  # fmt: skip
    return right


def _content(data: etree._Element | None, style: Style) -> tuple[str, Scalar]:
    text = "" if data is None else _text(data)
    if data is None or not text:
        return "", None
    match attribute(data, "Type", "String"):
        case "Number":
            return number_content(text.strip(), style.number_format, date1904=False)
        case "Boolean":
            return ("TRUE" if text.strip() == "1" else "FALSE"), text.strip() == "1"
        case "DateTime":
            return _moment(text.strip())
        case _:
            return text, text


def _moment(text: str) -> tuple[str, Scalar]:
    try:
        when = datetime.fromisoformat(text.partition(".")[0])
    except ValueError:
        return text, text
    if text.startswith("1899-12-31"):
        return when.time().isoformat(), when.time()
    midnight = (when.hour, when.minute, when.second) == (0, 0, 0)
    return (when.date().isoformat(), when.date()) if midnight else (when.isoformat(), when)


def _text(element: etree._Element) -> str:
    return _BREAKS.sub("\n", "".join(_pieces(element)))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local(child):
            yield from _pieces(child)
        yield child.tail or ""


def _number(element: etree._Element, name: str) -> int:
    text = attribute(element, name)
    return int(text) if text.isdigit() and len(text) < 8 else 0
