"""Which path each column has under its header rows."""

from collections.abc import Iterator

from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.words import SIDE_COLUMNS

_FARTHEST = (
    100  # no group is meant to reach over more columns; looking farther costs the square of a wide sheet
)


def column_path(grid: Grid, header: Header, column: int) -> tuple[str, ...]:
    """Return the labels over a column from outer to inner; blank levels and repeats of the one above are left out.
    A child that is wider than its parent belongs to the parent over the child's first column."""
    levels: list[str] = []
    row, at = header.bottom, column
    while row >= header.top:
        box = grid.box(row, at)
        if box.label:
            levels.append(box.label)
            at = max(box.left, header.left)
        elif levels and (group := _unmerged_group(grid, header, box)):
            levels.append(group.label)
        row = box.top - 1
    outer_first = levels[::-1]
    return tuple(
        name for place, name in enumerate(outer_first) if place == 0 or name != outer_first[place - 1]
    )


def _unmerged_group(grid: Grid, header: Header, box: Box) -> Box | None:
    """The group that stands further left in the row of a blank single cell and is meant to reach over it."""
    below = grid.box(box.bottom + 1, box.left)
    if box.width > 1 or box.height > 1 or below.label in SIDE_COLUMNS:
        return None
    for left in _leftwards(grid, header, box):
        if left.blank and left.width == 1 and left.height == 1:
            continue
        child = grid.box(left.bottom + 1, left.left)
        if left.blank or left.bottom >= header.bottom or not child.label:
            return None
        if left.width == 1 or _merges_singles(grid, header):
            return left
        return None
    return None


def _leftwards(grid: Grid, header: Header, box: Box) -> Iterator[Box]:
    column = box.left - 1
    while column >= max(header.left, box.left - _FARTHEST):
        left = grid.box(box.top, column)
        yield left
        column = left.left - 1


def _merges_singles(grid: Grid, header: Header) -> bool:
    """Whether columns without a group are merged downwards, so that a blank space above a label means something."""
    return any(box.height > 1 and not box.blank for box in grid.across(header.top, header.left, header.right))
