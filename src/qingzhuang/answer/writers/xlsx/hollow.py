"""Formulas that have nothing to compute from: their 0, 0 % or #DIV/0! looks like an answer and is none."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.formula.parse import NotComputableError
from qingzhuang.answer.writers.xlsx.formula.tokens import Token, area_of, tokens
from qingzhuang.answer.writers.xlsx.grid import Grid
from qingzhuang.answer.writers.xlsx.scan import CellXml, Line
from qingzhuang.answer.writers.xlsx.values import letters
from qingzhuang.language import gettext as _
from qingzhuang.model.place import Area, Place
from qingzhuang.model.problem import Problem, Severity

_LARGEST = 20_000
_SHOWN = 12
_ELSEWHERE = frozenset(("name", "columns", "rows", "opaque"))
_REACHING = frozenset(("INDIRECT", "OFFSET", "INDEX", "VLOOKUP", "HLOOKUP", "LOOKUP"))


class Hollow:
    """Looks at what formulas refer to, also through other formulas; each cell is decided once."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._decided: dict[tuple[str, int, int], bool] = {}
        self._rows: dict[str, list[int]] = {}  # that got answers, by sheet

    def cell(self, edit: SheetEdit, line: Line, cell: CellXml) -> bool:
        """Tell whether all that a formula refers to is blank."""
        key = (edit.name, line.number, cell.column)
        if key not in self._decided:
            self._decided[key] = False
            areas = self._areas(edit, line, cell)
            self._decided[key] = bool(areas) and all(self._blank(sheet, area) for sheet, area in areas)
        return self._decided[key]

    def lacks(self, edit: SheetEdit, line: Line, cell: CellXml) -> bool:
        """Tell whether a single cell that a formula names is blank: the divisor of a rate."""
        areas = self._areas(edit, line, cell)
        return any(_is_single(area) and self._blank(sheet, area) for sheet, area in areas)

    def is_filled(self, edit: SheetEdit, line: Line, cell: CellXml) -> bool:
        """Tell whether answers went to the rows that a formula computes from, its own or those of a total."""
        areas = self._areas(edit, line, cell)
        here = [area for sheet, area in areas if sheet.casefold() == edit.name.casefold()]
        rows = self._answered(edit)
        return any(_reach(rows, area) for area in here)

    def _answered(self, edit: SheetEdit) -> list[int]:
        if edit.name not in self._rows:
            self._rows[edit.name] = sorted(edit.writes)
        return self._rows[edit.name]

    def _areas(self, edit: SheetEdit, line: Line, cell: CellXml) -> list[tuple[str, Area]]:
        """The areas of a formula; none when it reaches further than can be followed."""
        found = tokens(self._grid.formula(edit, line, cell))
        if any(map(_reaches, found)):
            return []
        return [(each.sheet or edit.name, area_of(each.body)) for each in found if each.kind == "area"]

    def _blank(self, sheet: str, area: Area) -> bool:
        if (area.bottom - area.top + 1) * (area.right - area.left + 1) > _LARGEST:
            return False
        try:
            edit = self._grid.sheet(sheet)
        except NotComputableError:
            return False
        return all(self._is_blank(edit, row, column) for row, column in _cells(area))

    def _is_blank(self, edit: SheetEdit, row: int, column: int) -> bool:
        writes = edit.writes.get(row, {})
        if column in writes:
            return writes[column].value in (None, "")
        line = edit.lines().get(row)
        cell = edit.xml.cell(line.source, column) if line else None
        if line is None or cell is None:
            return True
        if cell.formula is not None:
            return self.cell(edit, line, cell)
        return cell.type != "e" and self._grid.stored(cell) in (None, "")


def looks_like_an_answer(places: Sequence[Place]) -> Problem:
    """The warning that names the cells."""
    shown = "、".join(f"{letters(each.column)}{each.row}" for each in places[:_SHOWN])
    more = _("等 {count} 格").format(count=len(places)) if len(places) > _SHOWN else ""
    return Problem(
        "QZ-F040",
        str(places[0]),
        _("表里自带的公式还没有数可算，{cells}{more}打开后显示的 0、0% 或 #DIV/0! 不是答案。").format(
            cells=shown, more=more
        ),
        _("请先补上它们要算的空格；补不上的，上报时说明这几格没有数。"),
        Severity.DOUBT,
    )


def _reaches(token: Token) -> bool:
    return token.kind in _ELSEWHERE or (token.kind == "function" and token.body.upper() in _REACHING)


def _reach(rows: Sequence[int], area: Area) -> bool:
    """Tell whether any of the sorted rows lies in an area."""
    at = bisect_left(rows, area.top)
    return at < len(rows) and rows[at] <= area.bottom


def _is_single(area: Area) -> bool:
    return area.top == area.bottom and area.left == area.right


def _cells(area: Area) -> Iterator[tuple[int, int]]:
    for row in range(area.top, area.bottom + 1):
        for column in range(area.left, area.right + 1):
            yield row, column
