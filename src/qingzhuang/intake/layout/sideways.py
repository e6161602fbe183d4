"""Rosters laid on their side: what is asked stands below each other at the left, and each further column is one person."""

import re
from collections.abc import Iterator

from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.text import is_label, is_value, level, squash

_NAME = re.compile(r"^(.{0,4}姓名|户主)$")
_NUMBER = frozenset(("序号", "编号"))
_FEWEST_ROWS, _FEWEST_PEOPLE, _FEWEST_BLANK = 3, 2, 3
_FEW_LABELS, _LONGEST = 4, 16


def sideways(grid: Grid) -> Iterator[tuple[int, int]]:
    """Yield the first and last row of each such roster."""
    begin = sorted({cell.row for cell in grid.sheet.cells.values() if _may_begin(cell.text)})
    bottom = 0
    for row in begin:
        if row > bottom and (end := _end(grid, row)):
            bottom = end
            yield row, bottom


def _may_begin(text: str) -> bool:
    """What is cheap to see goes first: a long list has a hundred thousand cells."""
    return len(text) < _LONGEST and ("名" in text or "主" in text or "号" in text) and _begins(level(text))


def _begins(label: str) -> bool:
    return label in _NUMBER or bool(_NAME.match(label))


def _end(grid: Grid, top: int) -> int:
    """The last row of the roster that begins in a row; 0 where none does."""
    texts = grid.texts(top)
    if not texts or not _begins(texts[0].label):
        return 0
    left, edges = texts[0].left, _edges(grid, top, texts[0].left)
    people = _people(grid, top, left)
    if not people:
        return 0
    bottom = top
    while _is_row(grid, bottom + 1, left, edges):
        bottom += 1
    named = [row for row in range(top, bottom + 1) if _NAME.match(grid.box(row, left).label)]
    labels = [grid.box(row, left) for row in range(top, bottom + 1)]
    said = sum(is_label(box.text) for box in labels) * 3 >= len(labels) * 2
    apart = len({box.label for box in labels}) == len(labels)
    whole = bottom - top + 1 >= _FEWEST_ROWS and len(named) == 1 and named[0] <= top + 1
    sure = whole and said and apart and _are_names(grid, named[0], left)
    return bottom if sure and _labels_stand_left(grid, range(top, bottom + 1), left, edges) else 0


def _edges(grid: Grid, row: int, left: int) -> list[int]:
    """Where the boxes of a row begin, those of an undrawn sheet as far as its words reach."""
    boxes = grid.across(row, left)
    last = max((box.left for box in boxes if not box.blank or box.bordered), default=left)
    return [box.left for box in boxes if box.left <= last]


def _people(grid: Grid, top: int, left: int) -> bool:
    """Whether enough columns stand beside the first label: more of them where nothing is written."""
    if grid.box(top, left).width > 1 or grid.box(top, left).height > 1:
        return False
    beside = [box for box in grid.across(top, left)[1:] if not box.blank or box.bordered]
    if any(box.height > 1 for box in beside) or len({box.width for box in beside}) != 1:
        return False
    if grid.box(top, left).label in _NUMBER:
        numbers = [squash(box.text) for box in beside]
        return len(beside) >= _FEWEST_PEOPLE and numbers == [str(at) for at in range(1, len(numbers) + 1)]
    return len(beside) >= (_FEWEST_BLANK if all(box.blank for box in beside) else _FEWEST_PEOPLE)


def _is_row(grid: Grid, row: int, left: int, edges: list[int]) -> bool:
    first = grid.box(row, left)
    if row > grid.bottom or first.blank or is_value(first.text) or first.height > 1:
        return False
    here = _edges(grid, row, left)
    return here == edges if grid.ruled else set(here) <= set(edges)


def _are_names(grid: Grid, row: int, left: int) -> bool:
    """Whether what stands beside 姓名 may be names: no numbers, and hardly a word like a label's."""
    beside = [box for box in grid.across(row, left)[1:] if not box.blank]
    return not any(map(_is_figure, beside)) and sum(
        is_label(box.text) for box in beside
    ) * _FEW_LABELS <= len(beside)


def _labels_stand_left(grid: Grid, rows: range, left: int, edges: list[int]) -> bool:
    """Whether no further column holds labels, as in a card of two pairs a row."""
    columns = ([grid.box(row, column) for row in rows] for column in edges if column > left)
    return all(sum(is_label(box.text) for box in boxes) * 2 <= len(boxes) for boxes in columns)


def _is_figure(box: Box) -> bool:
    return is_value(box.text)
