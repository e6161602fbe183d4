"""A header whose first column is named only in its last rows: the corner above it is blank."""

from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.text import is_sentence, is_value


def fills_corner(grid: Grid, bottom: int, left: int, right: int) -> bool:
    """Whether the row below `bottom`, where a header ends whose first column is blank so far, names all columns: it splits a
    group, no label of it lies under two, and answers (blanks or values) begin below it."""
    above = list(grid.across(bottom, left, right))
    below = list(grid.across(bottom + 1, left, right))
    if not above[0].blank or above[0].right >= below[-1].left or not _are_labels(below):
        return False
    if below[0].width > 1 or below[0].left != left or below[0].top != bottom + 1:
        return False
    parts = [
        [box for box in below if over.left <= box.left <= over.right] for over in above if not over.blank
    ]
    within = sum(map(len, parts)) + 1 == len(below) and all(
        part and part[-1].right <= over.right
        for part, over in zip(parts, (box for box in above if not box.blank), strict=True)
    )
    return within and any(len(part) > 1 for part in parts) and _answers_follow(grid, below, right)


def _are_labels(boxes: list[Box]) -> bool:
    prose = sum(is_sentence(box.text) for box in boxes)
    return prose * 5 <= len(boxes) and not any(box.blank or is_value(box.text) for box in boxes)


def _answers_follow(grid: Grid, labels: list[Box], right: int) -> bool:
    """Whether the row after the labels, or after those of them that reach further down, is blank or holds values."""
    under = list(grid.across(max(box.bottom for box in labels) + 1, labels[1].left, right))
    return bool(under) and sum(box.blank or is_value(box.text) for box in under) * 2 >= len(under)
