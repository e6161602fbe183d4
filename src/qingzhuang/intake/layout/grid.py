"""A sheet as a person sees it: boxes, which are single cells or merged areas, clipped to where something stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from qingzhuang.intake.layout.text import is_dash, level, squash
from qingzhuang.model.place import Area, Place
from qingzhuang.model.sheet import Cell, Sheet

_REACH = 40
"""How many columns beyond the last text a blank field may lie."""
_MOST_MERGED = 50_000  # cells of one merged area: more of it than that is as if it were not there
_ROWS_AT_HAND = 512
"""How many rows of boxes are kept: neighbours are asked for again and again, a long sheet need not be held twice."""
_SPANS_AT_HAND = 1024
"""How many stretches of rows are kept, for the same reason."""
_Span = tuple[int, int, int]
"""A row with its first and last column."""


class Box(NamedTuple):
    """A cell or a merged area with the text and style of its top left cell. `text` is as written; `blank` tells that
    there is nothing to read in it; the numbers are the bounds of its area, included. A named tuple, because a sheet
    has one for every cell (decision 0036)."""

    area: Area
    text: str
    cell: Cell | None
    bordered: bool
    blank: bool
    top: int
    left: int
    bottom: int
    right: int

    @property
    def width(self) -> int:
        """How many columns."""
        return self.right - self.left + 1

    @property
    def height(self) -> int:
        """How many rows."""
        return self.bottom - self.top + 1

    @property
    def label(self) -> str:
        """The text as one level of a path; a dash is none."""
        return "" if is_dash(self.text) else level(self.text)

    @property
    def strong(self) -> bool:
        """Whether bold type or a fill sets the box off."""
        return self.cell is not None and (self.cell.bold or self.cell.filled)

    @property
    def formula(self) -> bool:
        """Whether the form computes the box itself."""
        return self.cell is not None and self.cell.formula is not None


@dataclass(slots=True)
class Grid:
    """The boxes of a sheet. Rows and columns as in the file; `bottom` is the last row with text or a border,
    `right` the last column worth looking at."""

    sheet: Sheet
    bottom: int = 0
    right: int = 0
    ruled: bool = False
    last_text: int = 0
    _merged: dict[tuple[int, int], Area] = field(default_factory=dict)
    _drawn: frozenset[int] = frozenset()
    _used: frozenset[int] = frozenset()
    _rows: dict[int, tuple[Box, ...]] = field(default_factory=dict)
    _spans: dict[_Span, tuple[Box, ...]] = field(default_factory=dict)
    _said: dict[_Span, tuple[Box, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        texts = [cell for cell in self.sheet.cells.values() if self._readable(cell)]
        if not texts:
            return
        self.last_text = max(cell.row for cell in texts)
        edge = max(cell.column for cell in texts)
        reach = edge + _REACH
        drawn = [cell for cell in self.sheet.cells.values() if cell.bordered and cell.column <= reach]
        spans = [area.right for area in self.sheet.merges if area.right <= reach]
        self._drawn = frozenset(cell.row for cell in drawn)
        self.bottom = self.last_text
        while self.bottom + 1 in self._drawn:
            self.bottom += 1
        self.right = max(edge, max((cell.column for cell in drawn), default=0), max(spans, default=0))
        if self.right >= reach:  # lines drawn over empty columns on and on
            places = {(cell.row, cell.column) for cell in texts}
            held = (area.right for area in self.sheet.merges if (area.top, area.left) in places)
            self.right = max(edge, max((right for right in held if right < reach), default=0))
        self.ruled = sum(cell.bordered for cell in texts) * 3 >= len(texts)
        for area in self.sheet.merges:
            right = min(area.right, self.right)
            most = area.top + _MOST_MERGED // max(right - area.left + 1, 1)
            clipped = Area(area.top, area.left, min(area.bottom, self.bottom, most), right)
            for row in range(clipped.top, clipped.bottom + 1):
                for column in range(clipped.left, clipped.right + 1):
                    self._merged[row, column] = clipped
        self._used = frozenset(row for row, _ in self.sheet.cells) | frozenset(row for row, _ in self._merged)

    def is_bare(self, row: int) -> bool:
        """Tell whether a row has no cell at all: a sheet may have a million of them above its last word."""
        return row not in self._used

    def _readable(self, cell: Cell) -> bool:
        return bool(cell.text and squash(cell.text)) and cell.row not in self.sheet.hidden_rows

    def place(self, row: int, column: int) -> Place:
        """The place of a cell of this sheet."""
        return Place(self.sheet.name, row, column)

    def box(self, row: int, column: int) -> Box:
        """The box that covers a cell; blank when nothing stands there."""
        if 1 <= column <= self.right:
            return (self._rows.get(row) or self._row(row))[column - 1]
        return self._box(row, column)

    def _row(self, row: int) -> tuple[Box, ...]:
        """For every column the box that covers its cell in a row."""
        found = self._rows.get(row)
        if found is None:
            if len(self._rows) >= _ROWS_AT_HAND:
                self._rows.clear()
            found = self._rows[row] = tuple(self._box(row, column) for column in range(1, self.right + 1))
        return found

    def _box(self, row: int, column: int) -> Box:
        area = self._merged.get((row, column))
        cell = self.sheet.cells.get((row, column) if area is None else (area.top, area.left))
        if cell is None:
            text = ""
        else:
            text = "" if self.sheet.hidden_rows and cell.row in self.sheet.hidden_rows else cell.text
        blank = not squash(text)
        bordered = cell is not None and cell.bordered if area is None else self._bordered(area, cell)
        bounds = (area.top, area.left, area.bottom, area.right) if area else (row, column, row, column)
        return Box(area or Area(*bounds), "" if blank else text, cell, bordered, blank, *bounds)

    def _bordered(self, area: Area, cell: Cell | None) -> bool:
        if cell is not None and cell.bordered:
            return True
        if (area.top, area.left) == (area.bottom, area.right):
            return False
        corner = self.sheet.cells.get((area.bottom, area.right))
        return corner is not None and corner.bordered

    def across(self, row: int, left: int = 1, right: int | None = None) -> tuple[Box, ...]:
        """The boxes of a row from left to right; those that begin further up are among them."""
        span = row, left, self.right if right is None else right
        found = self._spans.get(span)
        if found is None:
            if len(self._spans) >= _SPANS_AT_HAND:
                self._spans.clear()
            found = self._spans[span] = tuple(self._boxes(*span))
        return found

    def _boxes(self, row: int, column: int, last: int) -> Iterator[Box]:
        boxes = self._rows.get(row) or self._row(row)
        while column <= last:
            box = boxes[column - 1] if 1 <= column <= self.right else self._box(row, column)
            yield box
            column = box.right + 1

    def texts(self, row: int, left: int = 1, right: int | None = None) -> tuple[Box, ...]:
        """The boxes of a row that hold text."""
        if row not in self._used:
            return ()
        span = row, left, self.right if right is None else right
        found = self._said.get(span)
        if found is None:
            if len(self._said) >= _SPANS_AT_HAND:
                self._said.clear()
            found = self._said[span] = tuple(box for box in self.across(*span) if not box.blank)
        return found
