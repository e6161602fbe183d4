"""The cells of a filled workbook as formulas see them, before anything is written."""

from collections.abc import Callable, Iterator, Mapping

from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.formula.cells import formula_text
from qingzhuang.answer.writers.xlsx.formula.columns import NamedTable, spelt_out
from qingzhuang.answer.writers.xlsx.formula.move import Seat, move
from qingzhuang.answer.writers.xlsx.formula.parse import NotComputableError
from qingzhuang.answer.writers.xlsx.formula.values import FormulaError, Value
from qingzhuang.answer.writers.xlsx.plain import PlainRow
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.answer.writers.xlsx.scan import CellXml, Line
from qingzhuang.answer.writers.xlsx.tables import carried
from qingzhuang.answer.writers.xlsx.values import UNKNOWN, Rich, Write
from qingzhuang.model.place import Area

_NOTHING: Mapping[int, Write] = {}
_NUMBERS = frozenset((int, float))
Compute = Callable[[SheetEdit, Line, CellXml], Value]


class Grid:
    """Implements formula.evaluate.Cells. `compute` is asked for the value of a cell that holds a formula."""

    def __init__(self, book: Book, edits: Mapping[str, SheetEdit], maps: Mapping[str, RowMap]) -> None:
        self._book = book
        self._maps = maps
        self._edits = {edit.name.casefold(): edit for edit in edits.values()}
        self._known: dict[str, SheetEdit] = {}
        self._extents: dict[str, tuple[int, int]] = {}
        self._carried: tuple[NamedTable, ...] | None = None
        self.compute: Compute = lambda _edit, _line, cell: self.stored(cell)

    def formulas(self) -> Iterator[tuple[SheetEdit, Line, CellXml]]:
        """Every formula cell that stays one, with the line it stands on. Computing one may open further sheets."""
        for edit in tuple(self._edits.values()):
            if not edit.xml.formulas:
                continue
            rows = edit.xml.rows
            for line in edit.computing():
                row = rows[line.source]
                writes = edit.writes.get(line.number, {})
                for cell in row.cells.values():
                    if cell.formula is not None and cell.column not in writes:
                        yield edit, line, cell

    def formula(self, edit: SheetEdit, line: Line, cell: CellXml) -> str:
        """The formula that the cell has after the fill, with named columns as areas."""
        text = formula_text(edit, line, cell, self._maps)
        return spelt_out(text, self._tables(), edit.name, line.number, cell.column) if "[" in text else text

    def _tables(self) -> tuple[NamedTable, ...]:
        if self._carried is None:
            still = RowMap()
            self._carried = tuple(
                carried(each, self._maps.get(each.sheet.casefold(), still)) for each in self._book.tables
            )
        return self._carried

    def sheet(self, name: str) -> SheetEdit:
        """The edit of a sheet. Raises NotComputableError for a sheet that does not exist."""
        if name not in self._known:
            self._known[name] = self._edits.get(name.casefold()) or self._untouched(name)
        return self._known[name]

    def _untouched(self, name: str) -> SheetEdit:
        try:
            sheet = self._book.map.sheet(name)
        except KeyError:
            raise NotComputableError(name) from None
        edit = SheetEdit(sheet.name, self._book.sheet(sheet))
        self._edits[name.casefold()] = edit
        return edit

    def value(self, sheet: str, row: int, column: int) -> Value:
        """The value of a cell after the fill."""
        return self._at(self.sheet(sheet), row, column)

    def within(self, sheet: str, area: Area) -> Iterator[Value]:
        """The values of an area, row by row, up to what is in use."""
        rows, columns = self.extent(sheet)
        edit = self.sheet(sheet)
        across = range(area.left, min(area.right, columns) + 1)
        written = edit.writes.get
        for row in range(area.top, min(area.bottom, rows) + 1):
            writes = written(row, _NOTHING)
            if type(writes) is PlainRow:
                at, values = writes.shape.at, writes.values_
                for column in across:
                    yield values[at[column]] if column in at else self._at(edit, row, column)  # type: ignore[misc]
                continue
            for column in across:
                if column in writes:
                    value = writes[column].value
                    yield value if type(value) in _NUMBERS else _plain(value)  # type: ignore[misc]
                else:
                    yield self._at(edit, row, column)

    def _at(self, edit: SheetEdit, row: int, column: int) -> Value:
        writes = edit.writes.get(row)
        if writes is not None and column in writes:
            return _plain(writes[column].value)
        line = edit.lines().get(row)
        cell = edit.xml.cell(line.source, column) if line else None
        if cell is None or line is None:
            return None
        return self.compute(edit, line, cell) if cell.formula is not None else self.stored(cell)

    def stored(self, cell: CellXml) -> Value:
        """The value that the template holds. Raises FormulaError for an error value."""
        if cell.value is None:
            return None
        if cell.type == "e":
            raise FormulaError(cell.value)
        if cell.type == "b":
            return cell.value in {"1", "true"}
        if cell.type == "n":
            return cell.number
        return self._book.text(cell)

    def extent(self, sheet: str) -> tuple[int, int]:
        """The last row and column in use."""
        if sheet not in self._extents:
            edit = self.sheet(sheet)
            columns = [max(row.cells, default=1) for row in edit.xml.rows.values()]
            columns += [max(cells, default=1) for cells in edit.writes.values()]
            self._extents[sheet] = (max(edit.lines(), default=1), max(columns, default=1))
        return self._extents[sheet]

    def region(self, name: str, sheet: str) -> str:
        """The reference behind a defined name, moved like all others."""
        at = next(
            (i for i, each in enumerate(self._book.map.sheets) if each.name.casefold() == sheet.casefold()),
            -1,
        )
        named = [each for each in self._book.map.names if each.name.casefold() == name.casefold()]
        local = [each for each in named if each.sheet == at] or [each for each in named if each.sheet is None]
        if not local:
            raise NotComputableError(name)
        return move(local[0].reference, Seat(""), self._maps)


def _plain(value: object) -> Value:
    if value is UNKNOWN:
        raise NotComputableError
    if isinstance(value, Rich):
        return value.text
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
