"""SpreadsheetML 2003, filled: rows are copied and cells set in the one XML; all else is serialised as it was read."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, time

from lxml import etree

from qingzhuang.answer.writers.open.stand_in import Grid, Worked, worked_out
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.place import Area
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.package import parse_xml

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_RANGE = re.compile(r"(R(?:\[-?\d+\]|\d+)?)(C(?:\[-?\d+\]|\d+)?):(R(?:\[-?\d+\]|\d+)?)(C(?:\[-?\d+\]|\d+)?)")
_ONE = re.compile(r"(?<![A-Za-z:])(R(?:\[-?\d+\]|\d+)?)(C(?:\[-?\d+\]|\d+)?)(?![A-Za-z(:])")
_WIDEST, _MOST = 16_384, 1_048_576


def fill(file: str, content: bytes, form: Form, answers: Answers) -> Filled | None:
    """Return the XML with the answers in it. None where it is not well formed as it is (a template with the marks of its
    engine), or refers in ways that cannot be moved."""
    try:
        root = parse_xml(content, file, file)
    except ProblemError:
        return None
    tables = {_get(part, "Name"): part.find(f"{_SS}Table") for part in root.iterfind(f"{_SS}Worksheet")}
    found = {name: table for name, table in tables.items() if table is not None}
    if not {table.sheet for table in form.tables} <= set(found):
        return None
    sheets = {name: _Sheet(table) for name, table in found.items()}
    grids = [sheet.grid(name) for name, sheet in sheets.items()]
    work, written, problems = worked_out(file, grids, form, answers)
    if any(each.rows for each in work.values()) and _names_rows(root):
        return None
    for name, each in work.items():
        sheets[name].write(each)
    made = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8")
    return Filled(made if work else content, written, problems)


def _names_rows(root: etree._Element) -> bool:
    """Tell whether something beside the cells names rows: it would have to move with them."""
    named = [*root.iter(f"{_SS}NamedRange"), *root.iter("{urn:schemas-microsoft-com:office:excel}AutoFilter")]
    sheets = list(root.iterfind(f"{_SS}Worksheet"))
    far = any("!" in _get(cell, "Formula") for sheet in sheets for cell in sheet.iter(f"{_SS}Cell"))
    return bool(named) or far


class _Sheet:
    """One table by rows and cells as numbered, repeats and gaps resolved."""

    def __init__(self, table: etree._Element) -> None:
        self._table = table
        self.rows: dict[int, etree._Element] = {}
        row = 0
        for line in table.iterfind(f"{_SS}Row"):
            row = _number(line, "Index") or row + 1
            self.rows[row] = line
            row += _number(line, "Span")

    def grid(self, name: str) -> Grid:
        """The sheet as the stand-in needs it."""
        made = Grid(name)
        for row, line in self.rows.items():
            for column, cell in _cells(line):
                data = cell.find(f"{_SS}Data")
                text = "" if data is None else "".join(map(str, data.itertext()))
                if _get(cell, "Formula"):
                    made.computed.add((row, column))
                elif text:
                    made.texts[row, column] = text
                right = min(column + _number(cell, "MergeAcross"), _WIDEST)
                bottom = min(row + _number(cell, "MergeDown"), _MOST)
                if (bottom, right) != (row, column):
                    made.merges.append(Area(row, column, bottom, right))
        return made

    def write(self, work: Worked) -> None:
        """Put rows in, renumber, set the values; formulas lose their stored values: they rest on what changed."""
        if work.rows:
            self._put_in(work.rows)
        for row, cells in work.writes.items():
            for column, value in cells.items():
                self._set(row, column, value)
        for line in self.rows.values():
            for _column, cell in _cells(line):
                data = cell.find(f"{_SS}Data")
                if _get(cell, "Formula") and data is not None:
                    cell.remove(data)
        last, widest = max(self.rows, default=0), _number(self._table, "ExpandedRowCount")
        if widest:
            self._table.set(
                f"{_SS}ExpandedRowCount", str(max(widest + sum(i.count for i in work.rows.inserts), last))
            )
        columns = max((column for line in self.rows.values() for column, _cell in _cells(line)), default=0)
        if columns > _number(self._table, "ExpandedColumnCount") > 0:
            self._table.set(f"{_SS}ExpandedColumnCount", str(columns))

    def _put_in(self, rows: RowMap) -> None:
        """Every row gets its new number, copies come behind their models, formulas follow."""
        for row, line in self.rows.items():
            for _column, cell in _cells(line):
                formula = _get(cell, "Formula")
                if formula:
                    cell.set(f"{_SS}Formula", _moved(formula, row, rows))
                down = _number(cell, "MergeDown")
                if down:
                    top, bottom = rows.span(row, row + down)
                    cell.set(f"{_SS}MergeDown", str(bottom - top))
        made = {rows.row(row): line for row, line in self.rows.items()}
        for insert in rows.inserts:
            model = self.rows.get(insert.model)
            place = rows.row(insert.model)
            after = model
            for down in range(1, insert.count + 1):
                twin = _blank_copy(model) if model is not None else etree.Element(f"{_SS}Row")
                if after is not None:
                    after.addnext(twin)
                made[place + down] = after = twin
        self.rows = dict(sorted(made.items()))
        for row, line in self.rows.items():
            line.set(f"{_SS}Index", str(row))
            if line.get(f"{_SS}Span"):
                del line.attrib[f"{_SS}Span"]

    def _set(self, row: int, column: int, value: Scalar) -> None:
        line = self.rows.get(row)
        if line is None:
            line = self._new_row(row)
        cell = next((cell for at, cell in _cells(line) if at == column), None)
        if cell is None:
            cell = _new_cell(line, column)
        old = cell.find(f"{_SS}Data")
        if old is not None:
            cell.remove(old)
        if value is None or value == "":
            return
        kind, text = _typed(value)
        data = etree.Element(f"{_SS}Data")
        data.set(f"{_SS}Type", kind)
        data.text = text
        cell.insert(0, data)

    def _new_row(self, row: int) -> etree._Element:
        line = etree.Element(f"{_SS}Row")
        line.set(f"{_SS}Index", str(row))
        before = max((each for each in self.rows if each < row), default=None)
        if before is None:
            self._table.append(line)
        else:
            self.rows[before].addnext(line)
            following = line.getnext()
            if following is not None and following.tag == f"{_SS}Row" and not _number(following, "Index"):
                number = next(each for each, element in self.rows.items() if element is following)
                following.set(f"{_SS}Index", str(number))
        self.rows[row] = line
        return line


def _blank_copy(model: etree._Element) -> etree._Element:
    """A row like another one, without its values and notes."""
    twin = deepcopy(model)
    twin.tail = model.tail
    for cell in twin.iterfind(f"{_SS}Cell"):
        if not _get(cell, "Formula"):
            for child in list(cell):
                cell.remove(child)
    return twin


def _cells(line: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    column = 0
    for cell in line.iterfind(f"{_SS}Cell"):
        column = _number(cell, "Index") or column + 1
        yield column, cell
        column += _number(cell, "MergeAcross")


def _new_cell(line: etree._Element, column: int) -> etree._Element:
    cell = etree.Element(f"{_SS}Cell")
    cell.set(f"{_SS}Index", str(column))
    there = list(_cells(line))
    following = next(((at, each) for at, each in there if at > column), None)
    if following is None:
        line.append(cell)
    else:
        following[1].set(f"{_SS}Index", str(following[0]))
        following[1].addprevious(cell)
    return cell


def _typed(value: Scalar) -> tuple[str, str]:
    if isinstance(value, bool):
        return "Boolean", str(int(value))
    if isinstance(value, int | float):
        return "Number", f"{value:.15g}" if isinstance(value, float) else str(value)
    if isinstance(value, date | time):
        return "String", value.isoformat()
    return "String", str(value)


def _moved(formula: str, row: int, rows: RowMap) -> str:
    """A formula of a row with its references moved; a range that ends on a copied row takes the copies in."""

    def ranged(found: re.Match[str]) -> str:
        top, bottom = rows.span(_row_of(found[1], row), _row_of(found[3], row))
        return f"{_named(found[1], top, new)}{found[2]}:{_named(found[3], bottom, new)}{found[4]}"

    def one(found: re.Match[str]) -> str:
        return _named(found[1], rows.row(_row_of(found[1], row)), new) + found[2]

    new = rows.row(row)
    pieces = _RANGE.split(formula)
    made, at = [], 0
    for found in _RANGE.finditer(formula):
        made += [_ONE.sub(one, formula[at : found.start()]), ranged(found)]
        at = found.end()
    return "".join([*made, _ONE.sub(one, formula[at:])]) if pieces else formula


def _row_of(reference: str, row: int) -> int:
    if reference == "R":
        return row
    return row + int(reference[2:-1]) if "[" in reference else int(reference[1:])


def _named(reference: str, target: int, row: int) -> str:
    if "[" not in reference and reference != "R":
        return f"R{target}"
    return f"R[{target - row}]" if target != row else "R"


def _get(element: etree._Element, name: str) -> str:
    return element.get(f"{_SS}{name}", "")


def _number(element: etree._Element, name: str) -> int:
    text = _get(element, name)
    return int(text) if text.isdigit() and len(text) < 8 else 0
