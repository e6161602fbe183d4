"""What is to change on one sheet, collected before a byte is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from qingzhuang.answer.writers.xlsx.flow import Flow
from qingzhuang.answer.writers.xlsx.rowmap import LAST_ROW, Insert, RowMap
from qingzhuang.answer.writers.xlsx.scan import Line, SheetXml
from qingzhuang.answer.writers.xlsx.values import Write
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Scalar


@dataclass(slots=True)
class SheetEdit:
    """The changes of one sheet. `writes` by new row, then column; `models` names for a row the template's row whose
    styles it takes where it has none; `results` are the computed values of formulas, None where the cell must lose
    its stored one; `texts` keeps the formulas that were worked out; `lists` are the columns of the
    sheet's lists: what stands beside them is not repeated in copied rows; `unsure` are the writes, by new row and column,
    that may not fit their cells; `flow` are records that come while the sheet is written."""

    name: str
    xml: SheetXml
    rowmap: RowMap = field(default_factory=RowMap)
    writes: dict[int, Mapping[int, Write]] = field(default_factory=dict)
    models: dict[int, int] = field(default_factory=dict)
    results: dict[int, dict[int, Scalar]] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    lists: frozenset[int] = frozenset()
    unsure: list[tuple[int, int]] = field(default_factory=list)
    flow: Flow | None = None
    _lines: dict[int, Line] = field(default_factory=dict)

    def moves(self, maps: Mapping[str, RowMap]) -> bool:
        """Tell whether references on this sheet may change: its own rows move, or it names a sheet whose rows do."""
        if self.rowmap:
            return True
        moving = [name.replace("'", "''") for name, rowmap in maps.items() if rowmap]
        if not moving:
            return False
        content = unescape(self.xml.content.decode()).casefold()
        return any(name in content for name in moving)

    def write(self, row: int, column: int, value: Write) -> None:
        """Put a value into a cell, by its new row."""
        self.cells(row)[column] = value
        self.unsure.append((row, column))

    def cells(self, row: int) -> dict[int, Write]:
        """The writes of a row, to be added to: one that was filled as a whole is taken apart."""
        found = self.writes.get(row)
        if not isinstance(found, dict):
            self.unsure += [(row, column) for column in found or ()]
            found = self.writes[row] = dict(found or {})
        return found

    def lines(self) -> dict[int, Line]:
        """The rows of the filled sheet by number, in order: the template's, the copies, those made by a write. Call it
        when all writes are in: it is worked out once."""
        if not self._lines:
            if not self.rowmap and self.writes.keys() <= self.xml.rows.keys():
                self._lines = self.xml.lines()
                return self._lines
            found = {self.rowmap.row(row): Line(self.rowmap.row(row), row) for row in self.xml.rows}
            for insert in self.rowmap.inserts:
                found |= {line.number: line for line in copies(insert, self.rowmap)}
            for row in self.writes.keys() - found.keys():
                found[row] = self._made(row)
            self._lines = {row: found[row] for row in sorted(found) if row <= LAST_ROW}
        return self._lines

    def computing(self) -> Iterable[Line]:
        """The rows of the filled sheet that have formulas, in order."""
        rows, lines = self.xml.rows, self.lines()
        if lines is self.xml.lines():
            return self.xml.computing()
        return (line for line in lines.values() if line.source in rows and rows[line.source].computes)

    def _made(self, row: int) -> Line:
        model = self.models.get(row, 0)
        return Line(row, model, row - self.rowmap.row(model)) if model in self.xml.rows else Line(row, 0)

    def merges(self) -> list[Area]:
        """The merged areas of the filled sheet: those of the template where they belong now, and for each copied row
        those that lie within its model."""
        moved = [self.rowmap.area(area, grow=area.bottom > area.top) for area in self.xml.merges]
        within: dict[int, list[Area]] = {}
        for area in self.xml.merges:
            if area.top == area.bottom:
                within.setdefault(area.top, []).append(area)
        copied = (
            Area(line.number, area.left, line.number, area.right)
            for line in self.lines().values()
            if line.down
            for area in within.get(line.source, ())
        )
        return moved + list(copied)


def copies(insert: Insert, rowmap: RowMap) -> Iterator[Line]:
    """The rows that an insertion makes."""
    if insert.bare:
        start = rowmap.row(insert.at) - insert.count
        yield from (Line(start + each, 0) for each in range(insert.count))
        return
    model = rowmap.row(insert.model)
    for down in range(1, insert.count + 1):
        yield Line(model + down, insert.model, down)
