"""Which formulas rest on something that the fill changes."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.formula.parse import NotComputableError
from qingzhuang.answer.writers.xlsx.formula.tokens import Token, area_of, tokens
from qingzhuang.answer.writers.xlsx.grid import Grid
from qingzhuang.answer.writers.xlsx.scan import CellXml, Line
from qingzhuang.model.place import Area

_REACHING = frozenset(("INDIRECT", "OFFSET", "INDEX"))


class Touched:
    """Follows references, also through other formulas; each cell is decided once."""

    def __init__(self, grid: Grid, edits: Mapping[str, SheetEdit]) -> None:
        self._grid = grid
        self._edits = {edit.name.casefold(): edit for edit in edits.values()}
        self._decided: dict[tuple[str, int, int], bool] = {}
        self._formulas: dict[str, dict[int, list[tuple[Line, CellXml]]]] = {}
        for edit, line, cell in grid.formulas():
            rows = self._formulas.setdefault(edit.name.casefold(), {})
            rows.setdefault(line.number, []).append((line, cell))

    def cell(self, edit: SheetEdit, line: Line, cell: CellXml) -> bool:
        """Tell whether the formula of a cell rests on a changed cell."""
        key = (edit.name, line.number, cell.column)
        if key not in self._decided:
            self._decided[key] = False  # a circle touches nothing by itself
            text = self._grid.formula(edit, line, cell)
            self._decided[key] = any(self._reference(token, edit.name) for token in _reaching(text))
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
            yield token.sheet or sheet, area_of(token.body)

    def _area(self, sheet: str, area: Area) -> bool:
        edit = self._edits.get(sheet.casefold())
        if edit is None:
            return False
        if _written(edit, area):
            return True
        rows = self._formulas.get(sheet.casefold(), {})
        return any(
            area.left <= cell.column <= area.right and self.cell(edit, line, cell)
            for row in _few(rows, area)
            for line, cell in rows.get(row, ())
        )


@lru_cache(maxsize=4096)
def _reaching(formula: str) -> tuple[Token, ...]:
    """The tokens of a formula that may reach other cells."""
    kinds = {"area", "columns", "rows", "name", "opaque", "function"}
    return tuple(token for token in tokens(formula) if token.kind in kinds)


def _few(rows: Mapping[int, object], area: Area) -> Iterable[int]:
    """The rows to look at: those of the area or those that exist, whichever are fewer."""
    within = range(area.top, area.bottom + 1)
    return within if len(within) < len(rows) else [row for row in rows if row in within]


def _written(edit: SheetEdit, area: Area) -> bool:
    return any(
        area.left <= column <= area.right
        for row in _few(edit.writes, area)
        for column in edit.writes.get(row, ())
    )
