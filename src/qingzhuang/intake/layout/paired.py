"""Cards whose fields are filled: label, answer, label, answer in every row, so that no row is a header."""

from qingzhuang.intake.layout.body import Body
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.text import is_label, is_value
from qingzhuang.intake.layout.units import unit_of

_FEWEST_ROWS, _FEWEST_BOXES, _NAMED = 3, 4, 0.75
_LABELS, _ANSWERS_LIKE_LABELS, _FIRST_ANSWERS_LIKE_LABELS = 0.75, 0.34, 0.5
"""Share of the labels' places that must look like labels; share of the answers' places that may (石桥村, 汉族)."""


def pairs_up(grid: Grid, header: Header, body: Body, right: int) -> bool:
    """Tell whether what looks like a header and its rows is a card: pairs of a label and its answer in all rows."""
    edge = (
        right if grid.ruled or (right - header.left) % 2 else right - 1
    )  # an unruled sheet has no last column
    numbers = (header.top, *body.rows)
    if header.bottom > header.top or len(numbers) < _FEWEST_ROWS:
        return False
    if not all(_even(list(grid.across(row, header.left, edge))) for row in numbers):
        return False
    rows = [list(grid.across(row, header.left, edge)) for row in numbers]
    places = [box for row in rows for box in row[::2]]
    labels = [box for box in places if not box.blank]
    if len(labels) < _NAMED * len(places):
        return False  # only the first column goes on: printed rows under a header
    answers = [box for row in rows for box in row[1::2]]
    if any(is_value(box.text) for box in labels) or any(row[0].blank for row in rows):
        return False
    return (
        _share(labels) >= _LABELS
        and _share(answers) <= _ANSWERS_LIKE_LABELS
        and _share(rows[0][1::2]) <= _FIRST_ANSWERS_LIKE_LABELS
    )


def _even(row: list[Box]) -> bool:
    return len(row) % 2 == 0 and len(row) >= _FEWEST_BOXES


def _share(boxes: list[Box]) -> float:
    return sum(map(_is_label, boxes)) / len(boxes) if boxes else 1.0


def _is_label(box: Box) -> bool:
    return not box.blank and (
        is_label(box.text) or (not is_value(box.text) and unit_of(box.text) is not None)
    )
