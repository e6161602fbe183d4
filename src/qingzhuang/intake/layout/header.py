"""Header rows: where they begin and how deep they reach."""

from dataclasses import dataclass, replace
from itertools import pairwise

from qingzhuang.intake.layout.alternating import alternates
from qingzhuang.intake.layout.choices import has_boxes
from qingzhuang.intake.layout.codes import names_fields
from qingzhuang.intake.layout.corner import fills_corner
from qingzhuang.intake.layout.figures import end_over_figures
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.inline import inline_labels
from qingzhuang.intake.layout.overhang import overhangs
from qingzhuang.intake.layout.rows import RowKind, row_kind
from qingzhuang.intake.layout.spread import spreads
from qingzhuang.intake.layout.text import (
    is_period,
    is_placeholder,
    is_sentence,
    is_someones,
    is_value,
    squash,
)
from qingzhuang.intake.layout.words import TOTAL

DEEPEST, _UNMERGED = 6, 2
_LAST_DAY = 31
_MOST_VALUES = 0.34
"""Share of boxes of a header that may look like answers (years, numbers of months and days do not count)."""


@dataclass(frozen=True, slots=True)
class Header:
    """Header rows `top`..`bottom` over the columns `left`..`right`."""

    top: int
    bottom: int
    left: int
    right: int


def find_header(grid: Grid, top: int, left: int, right: int) -> Header | None:
    """Return the header that begins in a row, or None when the row begins something else."""
    if names_fields(grid, top, left, right):
        return find_header(grid, top + 1, left, right)
    found = _by_labels(grid, top, left, right)
    end = end_over_figures(grid, top, left, right) if found is None or found.bottom < grid.last_text else None
    if end is None or (found is not None and found.bottom >= end):
        return found
    return Header(top, end, left, _last_column(grid, top, end, left, right))


def _by_labels(grid: Grid, top: int, left: int, right: int) -> Header | None:
    texts = grid.texts(top, left, right)
    if not texts:
        return None
    first, *more = texts
    if first.height > 1 and first.label.isdigit():
        return None  # a running number beside the rows of one entry
    spread = spreads(grid, top, left)
    if not (more or spread) or TOTAL.match(squash(first.text)) or any(box.top < top for box in texts):
        return None
    bottom = top + spread
    while True:
        bottom = _closed(grid, top, bottom, left, right)
        if bottom - top >= DEEPEST:
            return None
        edge = _last_column(grid, top, bottom, left, right)
        header = Header(top, bottom, left, edge)
        if _has_more(grid, header, right):
            bottom += 1
            continue
        fits = _covers(grid, header) and _speaks(grid, header) and _reaches(grid, header, right)
        return header if fits else None


def _has_more(grid: Grid, header: Header, right: int) -> bool:
    """Whether the row below is a level of the same header."""
    if _goes_on(grid, header) or _names_corner(grid, header):
        return True
    if overhangs(grid, header.bottom, header.left, header.right, right):
        return True
    return not _covers(grid, header) and _completes(grid, header)


def _closed(grid: Grid, top: int, bottom: int, left: int, right: int) -> int:
    """The last row that merged header cells reach down to."""
    reached = bottom
    for row in range(top, bottom + 1):
        for box in grid.across(row, left, right):
            if box.top >= top and box.height <= DEEPEST and (not box.blank or box.width > 1 or row > top):
                reached = max(reached, box.bottom)
    return reached if reached == bottom else _closed(grid, top, reached, left, right)


def _last_column(grid: Grid, top: int, bottom: int, left: int, right: int) -> int:
    return max(
        (min(box.right, right) for row in range(top, bottom + 1) for box in grid.texts(row, left, right)),
        default=left,
    )


def _reaches(grid: Grid, header: Header, right: int) -> bool:
    """Whether the labels reach the right edge; a merged field behind the last label speaks for a card."""
    behind = [
        box
        for row in range(header.top, header.bottom + 1)
        for box in grid.across(row, header.right + 1, right)
        if box.bordered
    ]
    labels = grid.texts(header.bottom, header.left, header.right)
    return not behind or (len(labels) > 2 and all(box.width == 1 and box.height == 1 for box in behind))


def _column_boxes(grid: Grid, header: Header, column: int) -> list[Box]:
    """The boxes over a column from the outermost to the innermost, each once."""
    found: list[Box] = []
    row = header.top
    while row <= header.bottom:
        box = grid.box(row, column)
        found.append(box)
        row = box.bottom + 1
    return found


def _covers(grid: Grid, header: Header) -> bool:
    """Whether every column has a label and blanks stand only where a header may have them."""
    bare = [
        column
        for column in range(header.left, header.right + 1)
        if all(box.blank for box in _column_boxes(grid, header, column))
    ]
    if not bare:
        return True
    # the corner of a matrix may be blank
    return (
        bare == list(range(header.left, header.left + len(bare)))
        and len(bare) <= 2
        and _has_stubs(grid, header)
    )


def _has_stubs(grid: Grid, header: Header) -> bool:
    below = grid.box(header.bottom + 1, header.left)
    return bool(below.label) and not is_value(below.text)


def _goes_on(grid: Grid, header: Header) -> bool:
    """Whether the row below holds the children of a group that is merged in the last row, and nothing else."""
    groups = [
        box
        for box in grid.across(header.bottom, header.left, header.right)
        if box.width > 1 and not box.blank
    ]
    below = list(grid.across(header.bottom + 1, header.left, header.right))
    texts = [box for box in below if not box.blank]
    if not groups or len(texts) < 2 or any(is_value(box.text) or is_sentence(box.text) for box in texts):
        return False
    inside = [box for box in texts if any(group.left <= box.left <= group.right for group in groups)]
    split = all(
        sum(group.left <= box.left <= group.right for box in below) > 1
        and not any(group.left <= box.left <= group.right and box.blank for box in below)
        for group in groups
    )
    alone = [box for box in texts if box not in inside]
    # a lone group over the first columns heads the stubs of a matrix
    return split and not alone and [group.left for group in groups] != [header.left]


def _completes(grid: Grid, header: Header) -> bool:
    """Whether the row below gives labels to columns that have none yet (groups that are not merged)."""
    row = header.bottom + 1
    if row_kind(grid, row, header.left) is RowKind.FREE:
        return False
    texts = grid.texts(row, header.left, max(header.right, header.left))
    if len(texts) < 2 or any(is_value(box.text) or is_sentence(box.text) for box in texts):
        return False
    if any(_joins_labels(grid, header, box) for box in texts) or not _leaves_one_alone(grid, header):
        return False
    bare = {
        column
        for column in range(header.left, header.right + 1)
        if all(box.blank for box in _column_boxes(grid, header, column))
    }
    filled = {
        column
        for box in grid.texts(row, header.left, grid.right)
        for column in range(box.left, box.right + 1)
    }
    bare.discard(header.left)  # the corner of a matrix may stay blank
    if not bare or bare <= filled:
        return bool(bare)
    return (
        bool(bare & filled) and row - header.top < _UNMERGED and _completes(grid, replace(header, bottom=row))
    )


def _names_corner(grid: Grid, header: Header) -> bool:
    bare = all(box.blank for box in _column_boxes(grid, header, header.left))
    return bare and fills_corner(grid, header.bottom, header.left, header.right)


def _leaves_one_alone(grid: Grid, header: Header) -> bool:
    """Whether the first column takes no part in groups: its label has nothing below, or stands below a blank."""
    first = [box for box in _column_boxes(grid, header, header.left) if not box.blank]
    below = grid.box(header.bottom + 1, header.left)
    return len(first) + (not below.blank and below.top > header.bottom) <= 1


def _joins_labels(grid: Grid, header: Header, box: Box) -> bool:
    """Whether a box lies under several labels of the last header row: a child has one parent."""
    above = {other.left for other in grid.texts(header.bottom, box.left, min(box.right, header.right))}
    return len(above) > 1


def _speaks(grid: Grid, header: Header) -> bool:
    """Whether the boxes read like labels, not like answers, and do not alternate like those of a filled card."""
    boxes = [
        box
        for row in range(header.top, header.bottom + 1)
        for box in grid.texts(row, header.left, header.right)
    ]
    boxes = [box for box in boxes if box.top >= header.top]
    if any(_awaits(box) or is_someones(box.text) for box in boxes):
        return False
    values = sum(is_value(box.text) for box in boxes) - _counting(boxes)
    prose = sum(is_sentence(box.text) for box in boxes)
    if values > _MOST_VALUES * len(boxes) or prose * 2 > len(boxes):
        return False
    return not _blanks_between(grid, header) and not alternates(grid, header.top, header.left, header.right)


def _awaits(box: Box) -> bool:
    """Whether a box holds its own field: 签字：____, (盖章), □是 □否."""
    inside = inline_labels(box.text)
    ends = box.text.rstrip().endswith(("：", ":"))
    return is_placeholder(box.text) or (bool(inside) and not ends) or len(inside) > 1 or has_boxes(box.text)


def _counting(boxes: list[Box]) -> int:
    """How many boxes number columns, or name days or months in their order: none comes twice in a row, all go up."""
    found = 0
    for row in {box.top for box in boxes}:
        texts = [squash(box.text) for box in boxes if box.top == row]
        small = [int(text) for text in texts if text.isdigit() and int(text) <= _LAST_DAY]
        periods = [text for text in texts if is_period(text)]
        found += len(small) if _goes_up(small) else 0
        found += len(periods) if len(set(periods)) == len(periods) else 0
    return found


def _goes_up(numbers: list[int]) -> bool:
    """Whether numbers go up, perhaps anew under each group."""
    return all(after > before or after == numbers[0] for before, after in pairwise(numbers))


def _blanks_between(grid: Grid, header: Header) -> bool:
    """Whether labels and blank fields take turns, as in a card whose rows are merged unevenly."""
    for row in range(header.top, header.bottom + 1):
        for box in grid.across(row, header.left, header.right):
            if box.blank and not _may_be_blank(grid, header, box):
                return True
    return False


def _may_be_blank(grid: Grid, header: Header, box: Box) -> bool:
    if box.left == header.left:
        return True
    under = all(
        any(not below.blank for below in _column_boxes(grid, header, column) if below.top > box.bottom)
        for column in range(box.left, min(box.right, header.right) + 1)
    )
    above = grid.box(box.top - 1, box.left) if box.top > header.top else None
    return under or (above is not None and (not above.blank or _may_be_blank(grid, header, above)))
