"""The bytes of a worksheet part after its changes: untouched rows and cells are copied as they stand."""

import re
from collections.abc import Callable, Iterator, Mapping
from xml.sax.saxutils import escape

from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.flow import UnknownRow
from qingzhuang.answer.writers.xlsx.formula.cells import formula_text
from qingzhuang.answer.writers.xlsx.plain import PlainRow
from qingzhuang.answer.writers.xlsx.repeated import Repeated, columns_of, named, opening
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.answer.writers.xlsx.scan import CellXml, Line, RowXml, SheetXml
from qingzhuang.answer.writers.xlsx.values import Spelling, Write, cell_xml, clean, letters
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.rewrite import set_attributes, tag_end

_NO_WRITES: Mapping[int, Write] = {}
_CLOSING = re.compile(rb"(</(?:\w+:)?sheetData\s*>)")


def frame_of(xml: SheetXml) -> bytes:
    """Return a worksheet without its rows: all that stands before and after them."""
    head = xml.content[: xml.data_start]
    closing = b""
    if xml.empty:
        head, closing = head[:-2].rstrip() + b">", f"</{xml.prefix}sheetData>".encode()
    return head + closing + xml.content[xml.data_end :]


class SheetRenderer:
    """Writes one sheet. `maps` are the row maps of all sheets, by case-folded name, for the formulas; `frame` is
    the part without its rows, as `frame_of` gives it, changed as need be."""

    def __init__(self, edit: SheetEdit, maps: Mapping[str, RowMap], frame: bytes) -> None:
        self._edit = edit
        self._frame = frame
        self._maps = maps
        self._xml = edit.xml
        self._prefix = edit.xml.prefix
        self._close = f"</{self._prefix}row>".encode()
        self._spelling = Spelling(self._prefix)
        self._repeated = Repeated(edit.xml, self._spelling, edit.lists)
        self._moving = edit.moves(maps)
        self._unnumbered = any(not row.numbered for row in edit.xml.rows.values())

    def render(self) -> bytes:
        """Return the new part."""
        return b"".join(self.pieces())

    def pieces(self) -> Iterator[bytes]:
        """Yield the new part from its beginning to its end."""
        content, xml = self._xml.content, self._xml
        head, closing, tail = _CLOSING.split(self._frame, maxsplit=1)
        yield head
        for line in self._edit.lines().values():
            row = xml.rows.get(line.source)
            if row is not None and not line.down:
                yield content[row.lead : row.start]
            yield self._row(line, row)
        last = max((row.end for row in xml.rows.values()), default=xml.data_end)
        yield content[last : xml.data_end] + closing + tail

    def _row(self, line: Line, row: RowXml | None) -> bytes:
        writes, results = (
            self._edit.writes.get(line.number, _NO_WRITES),
            self._edit.results.get(line.number, {}),
        )
        if self._edit.flow is not None and type(writes) is UnknownRow:
            writes = self._edit.flow.take()
        if row is None:
            return self._new_row(line.number, writes)
        still = line.number == line.source and not line.down and not self._unnumbered
        simple = still and not results and not (self._moving and row.computes)
        if type(writes) is PlainRow and (simple or not row.computes):
            return self._plain(line, row, writes) if still else self._repeated.row(line.number, row, writes)
        if simple and not writes:
            return self._xml.content[row.start : row.end]
        columns = columns_of(row, writes)
        text = self._spelling.cells(line.number, columns, writes, self._keeping(line, row, results, still))
        return b"".join((self._open(line, row, columns), text.encode(), self._close))

    def _plain(self, line: Line, row: RowXml, writes: PlainRow) -> bytes:
        """A row that stays where it is, with values that go in as they are."""
        if not writes.pattern.text:
            columns = columns_of(row, writes)
            kept = row.texts(self._xml.content).__getitem__
            cells = self._spelling.pattern(line.number, columns, writes, kept)
            opened = self._open(line, row, columns).decode().replace("%", "%%")
            writes.pattern.text = "".join((opened, cells, self._close.decode()))
        return writes.spelt()

    def _keeping(
        self, line: Line, row: RowXml, results: Mapping[int, Scalar], still: bool
    ) -> Callable[[int], str]:
        """The cells of a row that no answer goes to, by column."""
        return lambda column: self._kept(line, row.cells[column], results, still).decode()

    def _new_row(self, number: int, writes: Mapping[int, Write]) -> bytes:
        """A row that nothing in the template is like."""
        if type(writes) is PlainRow:
            return self._repeated.row(number, None, writes)
        cells = self._spelling.cells(number, sorted(writes), writes, str)
        return f'<{self._prefix}row r="{number}">{cells}'.encode() + self._close

    def _open(self, line: Line, row: RowXml, columns: list[int]) -> bytes:
        moved = line.number != line.source or not row.numbered
        return opening(self._xml.content, row, columns, str(line.number) if moved else "")

    def _kept(self, line: Line, cell: CellXml, results: Mapping[int, Scalar], still: bool) -> bytes:
        """A cell that no answer goes to."""
        if line.down and cell.formula is None and self._edit.lists and cell.column not in self._edit.lists:
            return cell_xml(self._prefix, f"{letters(cell.column)}{line.number}", cell.style, None).encode()
        if cell.formula is not None and (self._moving or not still or cell.column in results):
            return self._formula(line, cell, results, still)
        raw = self._xml.content[cell.start : cell.end]
        if still:
            return raw
        end = tag_end(raw, 0)
        return named(raw[:end], f"{letters(cell.column)}{line.number}") + raw[end:]

    def _formula(self, line: Line, cell: CellXml, results: Mapping[int, Scalar], still: bool) -> bytes:
        tag = self._xml.content[cell.start : tag_end(self._xml.content, cell.start)]
        kind, text = _result(results[cell.column] if cell.column in results else _stored(cell))
        if kind != cell.type:
            tag = set_attributes(tag, {"t": kind})
        if not still:
            tag = named(tag, f"{letters(cell.column)}{line.number}")
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
    return cell.value in {"1", "true"} if cell.type == "b" else cell.number


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
