"""Which rows of a sheet the records of a list go to, and where rows must be put in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from qingzhuang.answer.keys import RowAnswer
from qingzhuang.answer.names import plain
from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.rowmap import LAST_ROW, Insert, RowMap
from qingzhuang.model.form import Entry, Form, ItemType, Table
from qingzhuang.model.place import Area
from qingzhuang.ooxml.workbook import SheetPart

PLACEHOLDER = re.compile(
    r"[^0-9０-９一-鿿]*|\{\{.*\}\}|[$#]\{.*\}|[-+]?0(?:\.0+)?|[\s_\uff3f]*(?:年[\s_\uff3f]*)?(?:月[\s_\uff3f]*)?(?:日[\s_\uff3f]*)?",
    re.DOTALL,
)  # marks of templates, dashes, zeros, printed blanks


Target = tuple[int, int, RowAnswer]


@dataclass(slots=True)
class Allocation:
    """A list with its records: the template's rows that may take them, in order, and the rows to put in. `held` are
    records whose row already names them, by template row."""

    table: Table
    sheet: SheetPart
    records: list[RowAnswer]
    rows: list[int]
    held: dict[int, RowAnswer]
    first: int
    last: int
    insert: Insert | None = None

    def targets(self, rowmap: RowMap) -> list[Target]:
        """Each record with the template's row it is modelled on and its new row."""
        if not rowmap and not self.held:
            return list(zip(self.rows, self.rows, self.records, strict=False))
        held = [(row, rowmap.row(row), record) for row, record in self.held.items()]
        free = [(row, rowmap.row(row)) for row in self.rows]
        if self.insert is not None and self.insert.bare:
            start = rowmap.row(self.insert.at) - self.insert.count
            free += [(self.insert.at, start + each) for each in range(self.insert.count)]
        elif self.insert is not None:
            model = rowmap.row(self.insert.model)
            free += [(self.insert.model, model + down) for down in range(1, self.insert.count + 1)]
        free.sort(key=lambda pair: pair[1])
        return held + [(*pair, record) for pair, record in zip(free, self.records, strict=False)]


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a template sets aside for a list: its first and last row, the rows that can take a record, and the words
    that stand in some of them already, by row and column index."""

    first: int
    last: int
    rows: Sequence[int]
    named: dict[int, dict[int, str]]


class Allocator:
    """Finds rows for the records of a form's lists. What it learns of the template serves every fill."""

    def __init__(self, book: Book, form: Form) -> None:
        self._book = book
        self._form = form
        self._grounds: dict[int, _Ground] = {}

    def allocate(self, table: Table, sheet: SheetPart, records: Sequence[RowAnswer]) -> Allocation:
        """Use the blank rows that exist, then ask for as many more as are missing."""
        if id(table) not in self._grounds:
            self._grounds[id(table)] = self._ground(table, sheet)
        ground = self._grounds[id(table)]
        free, held = hold(ground.named, table, records)
        taken = {record.number for record in held.values()}
        left = [record for record in records if record.number not in taken]
        usable = (row for row in ground.rows if row not in ground.named or row in free)
        rows = list(islice(usable, len(left)))
        allocation = Allocation(table, sheet, left, rows, held, ground.first, ground.last)
        if len(rows) < len(left):
            allocation.insert = _insertion(ground, rows, len(left) - len(rows))
        return allocation

    def _ground(self, table: Table, sheet: SheetPart) -> _Ground:
        first = table.data_start_row or 1
        if table.data_end_row is not None and table.data_end_row < first:
            return _Ground(first, first - 1, (), {})
        last, open_ended = self._last_row(table, sheet, first)
        if open_ended:
            return _Ground(first, last, range(first, LAST_ROW + 1), {})
        xml = self._book.sheet(sheet)
        hidden = {row for row, each in xml.rows.items() if each.hidden}
        shown = [row for row in range(first, last + 1) if row not in hidden]
        bridged = _bridged(table, xml.merges)
        rows = [row for row in shown if row not in bridged] or shown
        return _Ground(
            first, max(rows, default=last), rows, self._named_rows(table, sheet, range(first, last + 1))
        )

    def _last_row(self, table: Table, sheet: SheetPart, first: int) -> tuple[int, bool]:
        """The last row set aside for the list, and whether the sheet has nothing at all from its first row on."""
        if table.data_end_row is not None:
            return max(table.data_end_row, first), False
        rows = [row for row, xml in self._book.sheet(sheet).rows.items() if row >= first and xml.cells]
        ends = [row - 1 for row in self._other_rows(table) if row > first]
        if not rows and not ends:
            return first, True
        return max(first, min([max(rows, default=first), *ends])), False

    def _other_rows(self, table: Table) -> Iterator[int]:
        """The rows of the sheet that belong to something else; a field beside the list takes none of its rows."""
        own = [item.place.column for item in table.columns]
        for other in self._form.tables:
            if other.sheet != table.sheet:
                continue
            yield from (*other.total_rows, *other.footer_rows)
            inside = (item for item in other.inputs if own and min(own) <= item.place.column <= max(own))
            yield from (item.place.row for item in inside)
            if other is not table and other.header_rows:
                yield other.header_rows[0]

    def _named_rows(self, table: Table, sheet: SheetPart, rows: range) -> dict[int, dict[int, str]]:
        """What stands already in rows of the list, by row and column index; marks and numbering do not count."""
        found: dict[int, dict[int, str]] = {}
        xml = self._book.sheet(sheet)
        columns = [
            (index, item.place.column)
            for index, item in enumerate(table.columns)
            if item.type is not ItemType.ROW_NUMBER and item.entry is not Entry.CHOICE
        ]
        for row in (
            xml.rows.keys() & set(rows) if len(rows) < len(xml.rows) else filter(rows.__contains__, xml.rows)
        ):
            for index, column in columns:
                cell = xml.cell(row, column)
                text = self._book.text(cell) if cell is not None and cell.formula is None else ""
                if text and not PLACEHOLDER.fullmatch(text) and text.strip() != table.columns[index].unit:
                    found.setdefault(row, {})[index] = text
        return found


def _bridged(table: Table, merges: Sequence[Area]) -> set[int]:
    """The rows where merges leave no more than half of the list's columns apart: notes, titles, totals, but no place
    for a record."""
    columns = [item.place.column for item in table.columns]
    joined: Counter[int] = Counter()
    for area in merges:
        extra = sum(area.left <= column <= area.right for column in columns) - 1
        if extra > 0:
            joined.update(dict.fromkeys(range(area.top, area.bottom + 1), extra))
    return {row for row, count in joined.items() if 2 * count >= len(columns)}


def hold(
    named: dict[int, dict[int, str]], table: Table, records: Sequence[RowAnswer]
) -> tuple[set[int], dict[int, RowAnswer]]:
    """Rows whose words no record contradicts are free; a record that repeats a row's words belongs to that row."""
    held: dict[int, RowAnswer] = {}
    if not named:
        return set(), held
    used: set[int] = set()
    asked = {index for record in records for index, value in record.values.items() if value is not None}
    free = {row for row, words in named.items() if not words.keys() & asked}
    for row, words in named.items():
        for record in records if row not in free else ():
            if record.number not in used and _agrees(words, record):
                held[row] = record
                used.add(record.number)
                break
    return free, held


def _agrees(words: dict[int, str], record: RowAnswer) -> bool:
    shared = [index for index in words if record.values.get(index) is not None]
    return bool(shared) and all(plain(words[index]) == plain(str(record.values[index])) for index in shared)


def _insertion(ground: _Ground, rows: Sequence[int], missing: int) -> Insert:
    """New rows go in before the last one that takes a record, so that a closing border and every range over the list
    stay whole; behind it when there is one only. Rows with words of their own further down (小计, 上年结转) stay below."""
    last = rows[-1] if rows else ground.last
    at = last if len(rows) >= 2 and rows[-2] == last - 1 else last + 1
    return Insert(at, missing, ground.first, last)


def side_by_side(allocations: Sequence[Allocation]) -> list[Insert]:
    """Return the insertions of one sheet. Lists that stand beside each other share their rows: where both need new ones
    the longer decides for both."""
    merged: dict[int, Insert] = {}
    for insert in (each.insert for each in allocations if each.insert is not None):
        other = merged.get(insert.at, insert)
        merged[insert.at] = Insert(
            insert.at,
            max(insert.count, other.count),
            min(insert.first, other.first),
            max(insert.last, other.last),
        )
    for allocation in allocations:
        if allocation.insert is not None:
            allocation.insert = merged[allocation.insert.at]
    return list(merged.values())
