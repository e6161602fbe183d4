"""Which formulas rest on something that the fill changes."""

from collections.abc import Iterator, Mapping

from qingzhuang.answer.writers.xlsx.edit import Line, SheetEdit
from qingzhuang.answer.writers.xlsx.formula.parse import NotComputableError
from qingzhuang.answer.writers.xlsx.formula.tokens import Token, tokens
from qingzhuang.answer.writers.xlsx.grid import Grid
from qingzhuang.answer.writers.xlsx.rowmap import LAST_ROW
from qingzhuang.answer.writers.xlsx.scan import CellXml
from qingzhuang.model.place import Area, column_number

_LAST_COLUMN = 16_384
_REACHING = frozenset(("INDIRECT", "OFFSET", "INDEX"))


class Touched:
    """Follows references, also through other formulas; each cell is decided once."""

    def __init__(self, grid: Grid, edits: Mapping[str, SheetEdit]) -> None:
        self._grid = grid
        self._edits = {edit.name.casefold(): edit for edit in edits.values()}
        self._decided: dict[tuple[str, int, int], bool] = {}
        self._formulas: dict[str, list[tuple[Line, CellXml]]] = {}
        for edit, line, cell in grid.formulas():
            self._formulas.setdefault(edit.name.casefold(), []).append((line, cell))

    def cell(self, edit: SheetEdit, line: Line, cell: CellXml) -> bool:
        """Tell whether the formula of a cell rests on a changed cell."""
        key = (edit.name, line.number, cell.column)
        if key not in self._decided:
            self._decided[key] = False  # a circle touches nothing by itself
            text = self._grid.formula(edit, line, cell)
            self._decided[key] = any(self._reference(token, edit.name) for token in tokens(text))
        return self._decided[key]

    def _reference(self, token: Token, sheet: str) -> bool:
        if token.kind == "function":
            return token.body.upper() in _REACHING
        if token.kind == "opaque":
            return True
        return any(self._area(*found) for found in self._areas(token, sheet))

    def _areas(self, token: Token, sheet: str) -> Iterator[tuple[str, Area]]:
        if token.kind == "name":
            try:
                inner = self._grid.region(token.text, sheet)
            except NotComputableError:
                return
            for each in tokens(inner):
                if each.kind in {"area", "columns", "rows"}:
                    yield from self._areas(each, sheet)
        elif token.kind in {"area", "columns", "rows"}:
            yield token.sheet or sheet, _bounds(token)

    def _area(self, sheet: str, area: Area) -> bool:
        edit = self._edits.get(sheet.casefold())
        if edit is None:
            return False
        if _written(edit, area):
            return True
        return any(
            area.holds(line.number, cell.column) and self.cell(edit, line, cell)
            for line, cell in self._formulas.get(sheet.casefold(), ())
        )


def _written(edit: SheetEdit, area: Area) -> bool:
    rows = range(area.top, area.bottom + 1)
    few = rows if len(rows) < len(edit.writes) else [row for row in edit.writes if row in rows]
    return any(area.left <= column <= area.right for row in few for column in edit.writes.get(row, ()))


def _bounds(token: Token) -> Area:
    body = token.body.replace("$", "").upper()
    if token.kind == "area":
        return Area.from_a1(body)
    first, _, last = body.partition(":")
    if token.kind == "rows":
        return Area(min(int(first), int(last)), 1, max(int(first), int(last)), _LAST_COLUMN)
    low, high = sorted((column_number(first), column_number(last)))
    return Area(1, low, LAST_ROW, high)
