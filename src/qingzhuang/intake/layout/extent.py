"""How far a run of grid rows reaches, downwards and to the sides, and whether tables stand side by side in it."""

from collections.abc import Iterator

from qingzhuang.intake.layout.figures import end_over_figures, left_of_figures
from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.header import find_header
from qingzhuang.intake.layout.rows import RowKind, row_kind
from qingzhuang.intake.layout.text import is_label


def run_end(grid: Grid, top: int) -> int:
    """Return the last of the grid rows that follow each other from a row on."""
    bottom = top
    while bottom < grid.bottom and row_kind(grid, bottom + 1) in {RowKind.GRID, RowKind.RULED}:
        bottom += 1
    return bottom


def extent(grid: Grid, top: int, bottom: int) -> tuple[int, int]:
    """Return the first and the last column of a run of rows."""
    used = [
        box
        for row in range(top, min(bottom, top + 40) + 1)
        for box in grid.across(row)
        if box.bordered or not box.blank
    ]
    left, right = min(box.left for box in used), max(box.right for box in used)
    # an unruled field may lie one column beyond the last label
    return (left, right) if grid.ruled else (left_of_figures(grid, bottom + 1, left, right), right + 1)


def side_by_side(grid: Grid, top: int, bottom: int, left: int, right: int) -> list[tuple[int, int]]:
    """Return the column spans of tables that stand beside each other, one span when there is only one."""
    if end_over_figures(grid, top, left, right) is not None:
        return [(left, right)]
    texts = grid.texts(top, left, right)
    gaps = set(range(texts[0].left, texts[-1].right)) - set(_used(grid, top, left, right)) if texts else set()
    for row in range(top + 1, bottom + 1):
        if not gaps:
            break
        gaps.difference_update(_used(grid, row, left, right))
    if not gaps:  # each of several tables would have labels in the first row
        return [(left, right)]
    used = {column for row in range(top, bottom + 1) for column in _used(grid, row, left, right)}
    spans: list[tuple[int, int]] = []
    for column in range(left, right + 1):
        if column not in used:
            continue
        if spans and spans[-1][1] == column - 1:
            spans[-1] = (spans[-1][0], column)
        else:
            spans.append((column, column))
    if len(spans) < 2 or any(last == first for first, last in spans):
        return [(left, right)]
    headed = [find_header(grid, top, first, last) is not None for first, last in spans]
    beside = (is_card(grid, top, bottom, *span) for span, head in zip(spans, headed, strict=True) if not head)
    return spans if any(headed) and all(beside) else [(left, right)]


def is_card(grid: Grid, top: int, bottom: int, left: int, right: int) -> bool:
    """Whether every row of a block is a label with its drawn field: a card that stands beside a list."""
    rows = [grid.across(row, left, right) for row in range(top, bottom + 1) if grid.texts(row, left, right)]
    return len(rows) > 1 and all(
        len(boxes) == 2 and is_label(boxes[0].text) and boxes[1].bordered and not is_label(boxes[1].text)
        for boxes in rows
    )


def _used(grid: Grid, row: int, left: int, right: int) -> Iterator[int]:
    """The columns in which a row has text or lines."""
    for box in grid.across(row, left, right):
        if not box.blank or box.bordered:
            yield from range(box.left, box.right + 1)
