"""Records of several lines: labels stand below each other over one column, and every record has as many rows as the header."""

from qingzhuang.intake.layout.body import Body
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header

_FEWEST = 2


def is_stacked(grid: Grid, header: Header, body: Body) -> bool:
    """Whether a record takes as many rows as the header has, so that no column holds one thing: labels of one column's width stand
    below each other, and a cell of the first record is as high as the header."""
    depth = header.bottom - header.top + 1
    if depth < _FEWEST or not body.rows:
        return False
    stacked = sum(_stack(grid, header, column) for column in range(header.left, header.right + 1))
    first = grid.across(body.first, header.left, header.right)
    tall = [box for box in first if box.top == body.first and box.height == depth]
    return stacked >= _FEWEST and any(_is_tall(grid.box(header.top, box.left), box, depth) for box in tall)


def _stack(grid: Grid, header: Header, column: int) -> bool:
    boxes = [grid.box(row, column) for row in range(header.top, header.bottom + 1)]
    return all(not box.blank and box.width == 1 and box.height == 1 for box in boxes)


def _is_tall(head: Box, record: Box, depth: int) -> bool:
    return head.height == depth and head.left == record.left and head.right == record.right
