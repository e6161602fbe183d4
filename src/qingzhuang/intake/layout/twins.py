"""Two printed lists that share their lines: 收入 | 支出 over 项目 | 预算数 | 项目 | 预算数."""

from qingzhuang.intake.layout.body import find_body
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.text import is_value
from qingzhuang.intake.layout.words import STUB_HEADER

_FEWEST_ROWS = 2


def twin_headers(grid: Grid, header: Header) -> tuple[Header, Header] | None:
    """Return the two headers that one is in truth, those of lists side by side: their labels are the same, both print what
    their rows are, and all else is blank; None for anything else."""
    labels = list(grid.across(header.bottom, header.left, header.right))
    half = len(labels) // 2
    names = [box.label for box in labels]
    if half < 2 or len(labels) % 2 or names[:half] != names[half:] or not STUB_HEADER.search(names[0]):
        return None
    middle = labels[half].left
    if any(box.left < middle <= box.right for box in grid.across(header.top, header.left, header.right)):
        return None
    first = Header(header.top, header.bottom, header.left, middle - 1)
    second = Header(header.top, header.bottom, middle, header.right)
    return (first, second) if _is_printed(grid, first) and _is_printed(grid, second) else None


def _is_printed(grid: Grid, header: Header) -> bool:
    rows = find_body(grid, header, header.bottom + 1).rows
    boxes = [list(grid.across(row, header.left, header.right)) for row in rows]
    named = [row for row in boxes if not row[0].blank]
    return len(named) >= _FEWEST_ROWS and all(map(_awaits, boxes))


def _awaits(row: list[Box]) -> bool:
    return not is_value(row[0].text) and all(box.blank or box.formula for box in row[1:])
