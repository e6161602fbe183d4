"""Rows of which only number and values differ: a list that grows by many is spelt from one pattern."""

from collections.abc import Callable, Mapping

from qingzhuang.answer.writers.xlsx.plain import Pattern, PlainRow
from qingzhuang.answer.writers.xlsx.scan import CellXml, RowXml, SheetXml
from qingzhuang.answer.writers.xlsx.values import Spelling, Write, cell_xml, letters
from qingzhuang.ooxml.rewrite import set_attributes, tag_end

_NUMBER = "\0"  # stands for the row's number: XML has no such letter


class Repeated:
    """The patterns of one fill, by the pattern of the row that is copied. `lists` are the columns of the sheet's lists:
    what stands beside them is not repeated."""

    def __init__(self, xml: SheetXml, spelling: Spelling, lists: frozenset[int]) -> None:
        self._xml = xml
        self._spelling = spelling
        self._lists = lists
        self._texts: dict[tuple[Pattern, int], str] = {}

    def row(self, number: int, row: RowXml | None, writes: PlainRow) -> bytes:
        """Return the row with that number; `row` is the one it is a copy of, without formulas, if any."""
        key = writes.pattern, row.number if row is not None else 0
        text = self._texts.get(key)
        if text is None:
            text = self._texts[key] = self._new(writes) if row is None else self._copy(row, writes)
        return (text.replace(_NUMBER, str(number)) % writes.values_).encode()

    def _new(self, writes: PlainRow) -> str:
        prefix = self._xml.prefix
        cells = self._spelling.pattern(_NUMBER, writes, writes, str)
        return f'<{prefix}row r="{_NUMBER}">{cells}</{prefix}row>'

    def _copy(self, row: RowXml, writes: PlainRow) -> str:
        columns = columns_of(row, writes)
        cells = self._spelling.pattern(_NUMBER, columns, writes, self._keeping(row))
        opened = opening(self._xml.content, row, columns, _NUMBER).decode().replace("%", "%%")
        return f"{opened}{cells}</{self._xml.prefix}row>"

    def _keeping(self, row: RowXml) -> Callable[[int], str]:
        return lambda column: self._kept(row.cells[column]).decode()

    def _kept(self, cell: CellXml) -> bytes:
        reference = f"{letters(cell.column)}{_NUMBER}"
        if self._lists and cell.column not in self._lists:
            return cell_xml(self._xml.prefix, reference, cell.style, None).encode()
        raw = self._xml.content[cell.start : cell.end]
        end = tag_end(raw, 0)
        return named(raw[:end], reference) + raw[end:]


def columns_of(row: RowXml, writes: Mapping[int, Write]) -> list[int]:
    """The columns of a filled row in order."""
    cells = row.cells
    return list(cells) if writes.keys() <= cells.keys() else sorted(cells.keys() | writes.keys())


def opening(content: bytes, row: RowXml, columns: list[int], number: str) -> bytes:
    """Return the start tag of a filled row; an empty `number` leaves the one that it states."""
    tag = content[row.start : row.open_end]
    if tag.endswith(b"/>"):
        tag = tag[:-2].rstrip() + b">"
    if number:
        tag = named(tag, number)
    if len(columns) != len(row.cells) and b"spans=" in tag:
        tag = set_attributes(tag, {"spans": f"{columns[0]}:{columns[-1]}"})
    return tag


def named(tag: bytes, reference: str) -> bytes:
    """Return a start tag of a row or cell with its reference: the usual spelling is changed without a search."""
    start = tag.find(b' r="')
    if start < 0:
        return set_attributes(tag, {"r": reference})
    return tag[: start + 4] + reference.encode() + tag[tag.index(b'"', start + 4) :]
