"""Where a table ends when somebody keeps a sum or a word for himself to the right of it: 总件数 =SUM(E3:E100)."""

from itertools import pairwise

from qingzhuang.intake.layout.body import find_body
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import find_header
from qingzhuang.intake.layout.rows import computes_beside

_FEWEST_COLUMNS = 3
_ROWS_LOOKED_AT = 40


def own_edge(grid: Grid, top: int, left: int, right: int) -> int:
    """Return the last column of the list that begins in a row; `right` when nothing stands beside it."""
    texts = grid.texts(top, left, right)
    for count, (before, after) in enumerate(pairwise(texts), 1):
        if count < _FEWEST_COLUMNS or before.top < top:
            continue
        if _is_cut(grid, top, before, after, right) and _holds_list(grid, top, left, before.right):
            return before.right
    return right


def _is_cut(grid: Grid, top: int, before: Box, after: Box, right: int) -> bool:
    if after.left > before.right + 1:
        return _is_open(grid, top, before.right + 1, after.left - 1)
    outside = before.bordered and _is_open(grid, top, after.left, right, texts=False)
    return outside or (not after.bordered and computes_beside(grid, after))


def _is_open(grid: Grid, top: int, left: int, right: int, *, texts: bool = True) -> bool:
    """Whether nothing is drawn (nor written) between two columns from a row on."""
    rows = range(top, min(top + _ROWS_LOOKED_AT, grid.bottom) + 1)
    boxes = (box for row in rows for box in grid.across(row, left, right))
    return not any(box.bordered or (texts and not box.blank) for box in boxes)


def _holds_list(grid: Grid, top: int, left: int, edge: int) -> bool:
    """Whether a header stands in these columns that rows follow, or blank lines to be written on."""
    header = find_header(grid, top, left, edge)
    if header is None or header.right < edge:
        return False
    body = find_body(grid, header, header.bottom + 1)
    below = range(header.bottom + 1, min(header.bottom + _ROWS_LOOKED_AT, grid.last_text) + 1)
    return bool(body.rows or body.totals) or not any(grid.texts(row, left, edge) for row in below)
