"""The grid of a table (ECMA-376 part 1, 17.4): which cell element stands where, merges resolved."""

from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.ooxml.word import WRAPPERS, Element, value, w

_WIDEST = 1000  # Word itself stops at 63 columns


@dataclass(slots=True)
class GridCell:
    """One visible cell and the rectangle that it covers; rows and columns count from 1, bounds included."""

    element: Element
    row: int
    column: int
    bottom: int
    right: int


def rows(table: Element) -> Iterator[Element]:
    """Yield a table's own rows, also those in content controls; rows that were deleted are left out."""
    for row in _own(table, w("tr")):
        if row.find(f"{w('trPr')}/{w('del')}") is None:
            yield row


def grid(table: Element) -> list[GridCell]:
    """Return the visible cells in reading order; a cell that continues the one above or before it widens that one."""
    found: list[GridCell] = []
    above: dict[int, GridCell] = {}
    for number, row in enumerate(rows(table), start=1):
        current: dict[int, GridCell] = {}
        previous: GridCell | None = None
        for cell in _row_cells(row, number):
            opener = above.get(cell.column) if _continues(cell.element, "vMerge") else None
            if opener is not None and opener.right == cell.right:
                opener.bottom = number
                current[cell.column] = opener
            elif previous is not None and _continues(cell.element, "hMerge"):
                previous.right = cell.right
            else:
                found.append(cell)
                previous = cell
                if value(cell.element, "tcPr", "vMerge") is not None:
                    current[cell.column] = cell
        above = current
    return found


def _row_cells(row: Element, number: int) -> Iterator[GridCell]:
    column = 1 + _count(value(row, "trPr", "gridBefore"), 0)
    for cell in _own(row, w("tc")):
        span = _count(value(cell, "tcPr", "gridSpan"), 1) or 1
        yield GridCell(cell, number, column, number, column + span - 1)
        column += span


def _own(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _own(child, tag)


def _continues(cell: Element, direction: str) -> bool:
    return value(cell, "tcPr", direction) in ("", "continue")


def _count(text: str | None, default: int) -> int:
    return min(int(text[:6]), _WIDEST) if text and text.isdecimal() else default
