"""Printed lists that share their lines: 收入 | 支出 over 项目 | 预算数 | 项目 | 预算数."""

from itertools import pairwise

from qingzhuang.intake.layout.body import find_body
from qingzhuang.intake.layout.dividers import are_printed
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.text import is_value
from qingzhuang.intake.layout.words import STUB_HEADER

_FEWEST_ROWS, _FEWEST_LABELS = 2, 2


def twin_headers(grid: Grid, header: Header) -> tuple[Header, ...]:
    """Return the headers that one is in truth, those of lists side by side: their labels are the same, all of them print what
    their rows are, and all else is blank but for units and figures; none for anything else: a roster folded to save paper is one."""
    labels = list(grid.across(header.bottom, header.left, header.right))
    names = [box.label for box in labels]
    length = _period(names)
    if not length or not STUB_HEADER.search(names[0]):
        return ()
    edges = [box.left for box in labels[::length]] + [header.right + 1]
    if any(_is_cut(grid, header, edge) for edge in edges[1:-1]):
        return ()
    found = tuple(Header(header.top, header.bottom, left, after - 1) for left, after in pairwise(edges))
    return found if all(_is_printed(grid, each) for each in found) else ()


def _period(names: list[str]) -> int:
    """After how many labels they all come again; 0 when they do not."""
    lengths = range(_FEWEST_LABELS, len(names) // 2 + 1)
    whole = (length for length in lengths if len(names) % length == 0)
    return next((length for length in whole if names == names[:length] * (len(names) // length)), 0)


def _is_cut(grid: Grid, header: Header, edge: int) -> bool:
    """Whether a box of the header reaches over the edge between two lists."""
    rows = range(header.top, header.bottom + 1)
    return any(
        box.left < edge <= box.right for row in rows for box in grid.across(row, header.left, header.right)
    )


def _is_printed(grid: Grid, header: Header) -> bool:
    rows = find_body(grid, header, header.bottom + 1).rows
    if len(rows) >= _FEWEST_ROWS and are_printed(grid, header, rows):
        return True
    boxes = [list(grid.across(row, header.left, header.right)) for row in rows]
    named = [row for row in boxes if not row[0].blank]
    return len(named) >= _FEWEST_ROWS and all(map(_awaits, boxes))


def _awaits(row: list[Box]) -> bool:
    return not is_value(row[0].text) and all(box.blank or box.formula for box in row[1:])
