"""The bytes of a worksheet part after its changes: untouched rows and cells are copied as they stand."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from qingzhuang.answer.writers.xlsx.edit import Line, SheetEdit
from qingzhuang.answer.writers.xlsx.formula.cells import formula_text
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.answer.writers.xlsx.scan import CellXml, RowXml
from qingzhuang.answer.writers.xlsx.values import cell_xml, clean
from qingzhuang.model.place import column_letters
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.rewrite import set_attributes, tag_end


class SheetRenderer:
    """Writes one sheet. `maps` are the row maps of all sheets, by case-folded name, for the formulas."""

    def __init__(self, edit: SheetEdit, maps: Mapping[str, RowMap]) -> None:
        self._edit = edit
        self._maps = maps
        self._xml = edit.xml
        self._prefix = edit.xml.prefix
        self._moving = edit.moves(maps)
        self._unnumbered = any(not row.numbered for row in edit.xml.rows.values())

    def render(self) -> bytes:
        """Return the new part."""
        content, xml = self._xml.content, self._xml
        pieces = [self._head()]
        pieces += [self._row(line) for line in self._edit.lines().values()]
        return b"".join((*pieces, self._tail(content, xml.data_end)))

    def _head(self) -> bytes:
        head = self._xml.content[: self._xml.data_start]
        return head[:-2].rstrip() + b">" if self._xml.empty else head

    def _tail(self, content: bytes, end: int) -> bytes:
        closing = f"</{self._prefix}sheetData>".encode() if self._xml.empty else b""
        return closing + content[end:]

    def _row(self, line: Line) -> bytes:
        row = self._xml.rows.get(line.source)
        if row is None:
            return self._new_row(line)
        writes, results = self._edit.writes.get(line.number, {}), self._edit.results.get(line.number, {})
        if self._untouched(line, row) and not writes and not results:
            return self._xml.content[row.start : row.end]
        columns = sorted(row.cells.keys() | writes.keys())
        cells = b"".join([self._cell(line, row, column) for column in columns])
        return self._open(line, row, columns) + cells + f"</{self._prefix}row>".encode()

    def _untouched(self, line: Line, row: RowXml) -> bool:
        if line.down or line.number != line.source or self._unnumbered:
            return False
        return not (self._moving and any(cell.formula for cell in row.cells.values()))

    def _new_row(self, line: Line) -> bytes:
        """A row that nothing in the template is like."""
        cells = [self._written(line, column) for column in sorted(self._edit.writes[line.number])]
        head, close = f'<{self._prefix}row r="{line.number}">', f"</{self._prefix}row>"
        return b"".join((head.encode(), *cells, close.encode()))

    def _open(self, line: Line, row: RowXml, columns: list[int]) -> bytes:
        tag = self._xml.content[row.start : row.open_end]
        if tag.endswith(b"/>"):
            tag = tag[:-2].rstrip() + b">"
        changes = {} if line.number == line.source and row.numbered else {"r": str(line.number)}
        if b"spans=" in tag and columns and row.cells.keys() != set(columns):
            changes["spans"] = f"{columns[0]}:{columns[-1]}"
        return set_attributes(tag, changes) if changes else tag

    def _cell(self, line: Line, row: RowXml, column: int) -> bytes:
        if column in self._edit.writes.get(line.number, {}):
            return self._written(line, column)
        cell = row.cells[column]
        if cell.formula is not None:
            return self._formula(line, cell)
        raw = self._xml.content[cell.start : cell.end]
        if line.number == line.source and not line.down and not self._unnumbered:
            return raw
        end = tag_end(self._xml.content, cell.start) - cell.start
        return set_attributes(raw[:end], {"r": self._reference(line, column)}) + raw[end:]

    def _reference(self, line: Line, column: int) -> str:
        return f"{column_letters(column)}{line.number}"

    def _written(self, line: Line, column: int) -> bytes:
        write = self._edit.writes[line.number][column]
        style = self._edit.style(line, column) if write.style is None else write.style
        return cell_xml(self._prefix, self._reference(line, column), style, write.value).encode()

    def _formula(self, line: Line, cell: CellXml) -> bytes:
        results = self._edit.results.get(line.number, {})
        moved = bool(line.down) or line.number != line.source or self._moving or self._unnumbered
        if not moved and cell.column not in results:
            return self._xml.content[cell.start : cell.end]
        end = tag_end(self._xml.content, cell.start)
        value = results[cell.column] if cell.column in results else _stored(cell)
        kind, text = _result(value)
        changes = {"r": self._reference(line, cell.column)}
        if kind != cell.type:
            changes["t"] = kind
        tag = set_attributes(self._xml.content[cell.start : end], changes)
        stored = f"<{self._prefix}v>{text}</{self._prefix}v>" if text is not None else ""
        return tag + self._formula_element(line, cell) + f"{stored}</{self._prefix}c>".encode()

    def _formula_element(self, line: Line, cell: CellXml) -> bytes:
        formula = cell.formula
        if formula is None:
            return b""
        raw = self._xml.content[formula.start : formula.end]
        if not self._moving:
            return raw
        text = escape(formula_text(self._edit, line, cell, self._maps))
        if formula.kind == "shared":
            return f"<{self._prefix}f>{text}</{self._prefix}f>".encode()
        tag = raw[: tag_end(raw, 0)]
        if tag.endswith(b"/>"):
            return raw
        return tag + f"{text}</{self._prefix}f>".encode()


def _stored(cell: CellXml) -> Scalar:
    if cell.value is None or cell.type in {"str", "e"}:
        return cell.value
    return bool(int(cell.value)) if cell.type == "b" else float(cell.value)


def _result(value: Scalar) -> tuple[str, str | None]:
    """The cell type and text of a formula's stored value."""
    if value is None:
        return "n", None
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, int | float):
        return "n", repr(int(value) if float(value).is_integer() and abs(value) < 1e15 else value)
    text = str(value)
    return ("e" if text.startswith("#") else "str"), escape(clean(text))
