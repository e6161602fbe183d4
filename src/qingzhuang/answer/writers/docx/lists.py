"""Records of lists and rows of matrices in a document's tables; rows that are missing are copied from a blank one."""

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from qingzhuang.answer.keys import RowAnswer
from qingzhuang.answer.writers.docx.document import GridTable
from qingzhuang.answer.writers.docx.entry import put
from qingzhuang.answer.writers.docx.spot import Spot
from qingzhuang.answer.writers.xlsx.lists import PLACEHOLDER, hold
from qingzhuang.answer.writers.xlsx.totals import adds_up, summed, total_of
from qingzhuang.model.form import Entry, ItemType, Table
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.word import Element, w, w14

_ONCE = tuple(w(name) for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))


@dataclass(slots=True)
class _Row:
    """A row to write to: the cell of each column."""

    spots: dict[int, Spot]

    @property
    def elements(self) -> list[Element]:
        """The cells themselves; one that spans columns stands there for each."""
        return [spot.element for spot in self.spots.values()]


class ListWriter:
    """Writes the records of one table of the form."""

    def __init__(self, grid: GridTable, table: Table) -> None:
        self._grid = grid
        self._table = table
        self._numbers = [
            index for index, item in enumerate(table.columns) if item.type is ItemType.ROW_NUMBER
        ]
        self.written: list[Element] = []
        self.problems: list[Problem] = []

    def fill(self, records: Sequence[RowAnswer]) -> None:
        """Write records to the blank rows in order, then to copies of the last of them."""
        first = self._table.data_start_row or 1
        rows = range(first, self._last_row(first) + 1)
        named = self._named_rows(rows)
        free, held = hold(named, self._table, records)
        taken = {record.number for record in held.values()}
        left = [record for record in records if record.number not in taken]
        usable = [row for row in rows if row not in named or row in free]
        targets = [self._row(row) for row in usable] + self._copies(usable, rows, len(left) - len(usable))
        for row, record in held.items():
            self._write(self._row(row), record)
        for number, (target, record) in enumerate(zip(targets, left, strict=False), start=1):
            self._write(target, record)
            self._count(target, record, number)
        if not held:
            self._sum_up(left)

    def matrix(self, records: Sequence[RowAnswer]) -> None:
        """Write each record to the row that its stub names."""
        for record in records:
            if record.stub is not None:
                self._write(self._row(record.stub.row), record)

    def _last_row(self, first: int) -> int:
        ends = [row - 1 for row in (*self._table.total_rows, *self._table.footer_rows) if row > first]
        return self._table.data_end_row or min([self._grid.height, *ends])

    def _named_rows(self, rows: Sequence[int]) -> dict[int, dict[int, str]]:
        """What stands already in rows of the list, by row and column index; marks and numbering do not count."""
        found: dict[int, dict[int, str]] = {}
        for row in rows:
            for index, item in enumerate(self._table.columns):
                text = self._grid.text(row, item.place.column)
                if index not in self._numbers and not self._awaits(index, text):
                    found.setdefault(row, {})[index] = text
        return found

    def _awaits(self, index: int, text: str) -> bool:
        """Tell whether a text is no answer: blank, a mark, a unit, boxes to tick."""
        item, bare = self._table.columns[index], text.strip()
        return (
            not bare or bare == item.unit or item.entry is Entry.CHOICE or bool(PLACEHOLDER.fullmatch(text))
        )

    def _row(self, row: int) -> _Row:
        found = ((i, self._grid.spot(row, item.place.column)) for i, item in enumerate(self._table.columns))
        return _Row({index: spot for index, spot in found if spot is not None})

    def _copies(self, usable: Sequence[int], rows: range, count: int) -> list[_Row]:
        """Put copies of the last blank row behind it; without one, of the list's last row; of the row above it when it
        has no row at all."""
        if count <= 0:
            return []
        number = max(usable or rows, default=min(rows.start - 1, self._grid.height))
        model, spots = self._grid.row(number), self._row(number).spots
        self._grid.grew = True
        answered = [index for index, spot in spots.items() if not self._awaits(index, spot.text)]
        copies = [_copy(model, spots) for _number in range(count)]
        for element, copied in reversed(copies):
            model.addnext(element)
            for index in answered:
                if index in copied:
                    copied[index].write("")
        return [_Row(copied) for _element, copied in copies]

    def _write(self, row: _Row, record: RowAnswer) -> None:
        for index, value in record.values.items():
            if value not in (None, "") and index in row.spots:
                self._put(row, index, value)

    def _count(self, row: _Row, record: RowAnswer, number: int) -> None:
        """Number the records from 1 where neither the form nor the answers do so."""
        for index in self._numbers:
            spot = row.spots.get(index)
            if spot is not None and record.values.get(index) is None and spot.text.strip() != str(number):
                self._put(row, index, number)

    def _sum_up(self, records: Sequence[RowAnswer]) -> None:
        """Write the sums of the given values into blank cells of the list's one total row."""
        if len(self._table.total_rows) != 1 or self._table.total_rows[0] < (self._table.data_start_row or 1):
            return
        number = self._table.total_rows[0]
        row, shared = self._row(number), Counter(self._row(number).elements)
        summed_up = []
        for index, spot in row.spots.items():
            item = self._table.columns[index]
            total = total_of(records, index) if adds_up(item) else None
            if total is not None and not spot.text.strip() and shared[spot.element] == 1:
                self._put(row, index, total)
                summed_up.append(item.key)
        if summed_up:
            self.problems.append(summed(Place(self._table.sheet, number, 1), summed_up))

    def _put(self, row: _Row, index: int, value: Scalar) -> None:
        problem = put(row.spots[index], self._table.columns[index], value, "")
        if problem is None:
            self.written.append(row.spots[index].element)
        else:
            self.problems.append(problem)


def _copy(model: Element, spots: dict[int, Spot]) -> tuple[Element, dict[int, Spot]]:
    """A copy of a row and the spots of the copy; what may be there only once is left out."""
    twin = deepcopy(model)
    pairs = dict(zip(model.iter(), twin.iter(), strict=True))
    copied = {
        index: Spot(pairs[spot.element], spot.beside)
        for index, spot in spots.items()
        if spot.element in pairs
    }
    for element in list(twin.iter()):
        for name in ("paraId", "textId"):
            if w14(name) in element.attrib:
                del element.attrib[w14(name)]
        parent = element.getparent()
        once = element.tag in _ONCE or (
            element.tag == w("id") and parent is not None and parent.tag == w("sdtPr")
        )
        if parent is not None and (once or element.tag == w("tblHeader")):
            parent.remove(element)
    return twin, copied
