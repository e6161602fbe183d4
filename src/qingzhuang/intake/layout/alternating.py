"""Rows in which label and answer take turns, as in a filled card."""

import re

from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.rows import RowKind, row_kind
from qingzhuang.intake.layout.text import is_label, is_value

_CHECKED = re.compile(r"(内容|要点|标准|[检排巡核][查验](项目|事项))$")
"""Over points of a check list: their results are put in by rows, one list beside the other would mix them up."""


def alternates(grid: Grid, row: int, left: int, right: int) -> bool:
    """Whether label and answer take turns along a row, as in a filled card."""
    boxes = list(grid.across(row, left, right))
    if len(boxes) % 2 and boxes[0].height > 1 and not boxes[0].blank:
        boxes = boxes[1:]  # the label of a group of rows
    if len(boxes) < 2 or len(boxes) % 2 or boxes[0].label == "序号" or any(box.blank for box in boxes[::2]):
        return False
    labels, answers = boxes[::2], [box for box in boxes[1::2] if not box.blank]
    if not answers:
        return False
    if len(answers) > 1 and len({box.label for box in answers}) == 1:
        same = len({box.label for box in labels}) == 1  # 姓名 电话 姓名 电话 heads lists side by side
        return not same or bool(_CHECKED.search(labels[0].label))
    if all(box.strong for box in labels) and not any(box.strong for box in answers):
        return True
    other = sum(not is_label(box.text) for box in answers)
    wordy = all(is_label(box.text) for box in labels) and other * 2 >= len(answers)
    sure = any(is_value(box.text) for box in answers) or any(
        _begins_as_card(grid, near, left, right) for near in (row - 1, row + 1)
    )
    return wordy and sure


def _begins_as_card(grid: Grid, row: int, left: int, right: int) -> bool:
    boxes = list(grid.across(row, left, right))
    if len(boxes) < 2 or boxes[0].top != row or not is_label(boxes[0].text):
        return False
    if row_kind(grid, row, left, right) is not RowKind.GRID:
        return False
    return boxes[1].blank or not is_label(boxes[1].text)
