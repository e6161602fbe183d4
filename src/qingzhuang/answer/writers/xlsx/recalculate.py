"""The stored values of formulas after a fill. Many programs show them without recalculating, so they must be right;
what cannot be computed here loses its stored value and the program is told to calculate on opening."""

from collections.abc import Mapping

from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.formula.evaluate import Evaluation, Seat
from qingzhuang.answer.writers.xlsx.formula.functions import FUNCTIONS
from qingzhuang.answer.writers.xlsx.formula.parse import NotComputableError
from qingzhuang.answer.writers.xlsx.formula.values import FormulaError, Value
from qingzhuang.answer.writers.xlsx.grid import Grid
from qingzhuang.answer.writers.xlsx.hollow import Hollow
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.answer.writers.xlsx.scan import CellXml, Line
from qingzhuang.answer.writers.xlsx.touched import Touched
from qingzhuang.language import gettext as _
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity

Fixed = Mapping[str, frozenset[int]]
"""The rows that a form prints itself, by sheet: those of its matrices. All of them ask."""


class Recalculation:
    """Recomputes one filled workbook."""

    def __init__(
        self, book: Book, edits: dict[str, SheetEdit], maps: Mapping[str, RowMap], fixed: Fixed
    ) -> None:
        self._fixed = fixed
        self._grid = Grid(book, edits, maps)
        self._evaluation = Evaluation(self._grid, FUNCTIONS)
        self._grid.compute = self._value
        self._touched = Touched(self._grid, edits)
        self._busy: set[tuple[str, int, int]] = set()
        self._known: dict[tuple[str, int, int], Value | FormulaError | NotComputableError] = {}
        self._hollow = Hollow(self._grid)
        self.unknown: list[Place] = []
        self.hollow: list[Place] = []

    def run(self) -> None:
        """Put new results into the edits of all sheets whose formulas change."""
        for edit, line, cell in self._grid.formulas():
            if self._must(edit, line, cell):
                self._store(edit, line, cell)
        for edit, line, cell in self._grid.formulas():
            if self._known.get((edit.name, line.number, cell.column)) is not None:
                self._look_into(edit, line, cell)

    def _must(self, edit: SheetEdit, line: Line, cell: CellXml) -> bool:
        """A formula is computed when what it rests on has changed, when it is a copy, or when the template's own value
        is missing or the 0 that some writers leave in place of one."""
        if line.down or cell.value in {None, "", "0"}:
            return True
        return self._touched.cell(edit, line, cell)

    def _store(self, edit: SheetEdit, line: Line, cell: CellXml) -> None:
        try:
            result: Value = self._value(edit, line, cell)
        except FormulaError as error:
            result = error.code
        except NotComputableError:
            if line.down or self._touched.cell(edit, line, cell):
                self.unknown.append(Place(edit.name, line.number, cell.column))
                edit.results.setdefault(line.number, {})[cell.column] = None
            return
        if line.down or not _same(cell, result):
            edit.results.setdefault(line.number, {})[cell.column] = result

    def _look_into(self, edit: SheetEdit, line: Line, cell: CellXml) -> None:
        """A formula over blank cells loses its stored value; one whose 0 or error rests on a blank cell is told too."""
        shown = self._known[edit.name, line.number, cell.column]
        if not _is_nothing(shown):  # a number or words that a formula makes of blanks are its author's
            return
        printed = line.source in self._fixed.get(edit.name, ())
        if not printed and not self._hollow.is_filled(edit, line, cell):
            return
        empty = self._hollow.cell(edit, line, cell)
        if empty and edit.writes:
            edit.results.setdefault(line.number, {})[cell.column] = None
        if empty or self._hollow.lacks(edit, line, cell):
            self.hollow.append(Place(edit.name, line.number, cell.column))

    def _value(self, edit: SheetEdit, line: Line, cell: CellXml) -> Value:
        """The value of a formula cell, worked out once. Raises FormulaError or NotComputableError."""
        key = (edit.name, line.number, cell.column)
        if key not in self._known:
            self._known[key] = self._attempt(edit, line, cell, key)
        found = self._known[key]
        if isinstance(found, Exception):
            raise found
        return found

    def _attempt(
        self, edit: SheetEdit, line: Line, cell: CellXml, key: tuple[str, int, int]
    ) -> Value | FormulaError | NotComputableError:
        if key in self._busy:
            return NotComputableError("circular")
        if not line.down and cell.value not in {None, "", "0"} and not self._touched.cell(edit, line, cell):
            return self._grid.stored(cell)
        self._busy.add(key)
        try:
            if cell.formula is None or cell.formula.kind not in {"normal", "shared"}:
                raise NotComputableError(key)
            return self._evaluation.formula(
                self._grid.formula(edit, line, cell), Seat(edit.name, line.number, cell.column)
            )
        except FormulaError as error:
            return error
        except (NotComputableError, RecursionError):
            touched = line.down or cell.value is None or self._touched.cell(edit, line, cell)
            return NotComputableError(key) if touched else self._grid.stored(cell)
        finally:
            self._busy.discard(key)


def recalculate(
    book: Book, edits: dict[str, SheetEdit], maps: Mapping[str, RowMap], fixed: Fixed
) -> tuple[list[Place], list[Place]]:
    """Put the new results of formulas into the edits, adding edits for sheets that only compute. Returns the cells whose
    value must be left to the program, and those that have nothing to compute from."""
    if not any(book.formulas(sheet) for sheet in book.map.sheets):
        return [], []
    for sheet in book.map.sheets:
        if sheet.part not in edits and book.formulas(sheet):
            edits[sheet.part] = SheetEdit(sheet.name, book.sheet(sheet))
    work = Recalculation(book, edits, maps, fixed)
    work.run()
    return work.unknown, work.hollow


def left_to_program(place: Place, count: int) -> Problem:
    """The note that some formulas will be computed on opening."""
    return Problem(
        "QZ-F010",
        str(place),
        _("有 {count} 处公式这里算不了（从这一格起），打开文件时由 WPS 或 Excel 重算。").format(count=count),
        _("打开后请看一眼这些数，保存一次再上报。"),
        Severity.NOTE,
    )


def _is_nothing(shown: Value | FormulaError | NotComputableError) -> bool:
    return isinstance(shown, FormulaError) or shown == 0


def _same(cell: CellXml, result: Value) -> bool:
    if cell.value is None:
        return False
    if isinstance(result, bool):
        return cell.type == "b" and cell.value == str(int(result))
    if isinstance(result, str):
        return cell.type in {"str", "e"} and cell.value == result
    return cell.type == "n" and cell.number == result
