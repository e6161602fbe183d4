"""What kind of row a row is: blank, free text beside the tables, or part of a grid."""

import re
from enum import Enum, auto

from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.inline import is_inline
from qingzhuang.intake.layout.text import is_label, is_sentence, squash
from qingzhuang.intake.layout.units import measure
from qingzhuang.intake.layout.words import ATTACHMENT, NOTE, REMARK, TOTAL


class RowKind(Enum):
    """BLANK: nothing, no border. RULED: bordered, no text. FREE: text that is no part of a grid. GRID: the rest."""

    BLANK = auto()
    RULED = auto()
    FREE = auto()
    GRID = auto()


def row_kind(grid: Grid, row: int, left: int = 1, right: int | None = None) -> RowKind:
    """Return the kind of a row, looking at the columns from `left` to `right` only."""
    if grid.is_bare(row):
        return RowKind.BLANK
    boxes = list(grid.across(row, left, right))
    texts = [box for box in boxes if not box.blank]
    if not texts:
        return RowKind.RULED if any(box.bordered for box in boxes) else RowKind.BLANK
    if len(texts) == 1:
        return _single(grid, boxes, texts[0])
    if any(box.top < row for box in texts):
        return RowKind.GRID
    return RowKind.FREE if _is_loose(grid, boxes, texts) else RowKind.GRID


def _single(grid: Grid, boxes: list[Box], text: Box) -> RowKind:
    fields = [box for box in boxes if box is not text and box.bordered and box.blank]
    if fields and REMARK.match(squash(text.text)):
        return RowKind.GRID
    if not fields or NOTE.match(squash(text.text)):
        return RowKind.FREE
    if text.width >= 3 * sum(box.width for box in fields) and not is_label(text.text):
        return RowKind.FREE
    if is_sentence(text.text) and not TOTAL.match(squash(text.text)) and text.width > 2:
        return RowKind.FREE
    return RowKind.GRID


def _is_loose(grid: Grid, boxes: list[Box], texts: list[Box]) -> bool:
    """Several texts in one row that still are no part of a grid: inline labels, a date, a unit, an attachment mark."""
    if any(box.bordered for box in texts):
        return _is_bordered_footer(boxes, texts)
    rest = _without_sums(grid, texts)
    if len(rest) == 1 < len(texts) and rest[0].width > 1:
        return True
    texts = rest
    if all(_is_aside(box.text) for box in texts):
        return True
    few = grid.ruled and len(texts) <= 4
    return few and sum(_is_aside(box.text) for box in texts) * 2 >= len(texts)


def _without_sums(grid: Grid, texts: list[Box]) -> list[Box]:
    """The texts of a row without a label that computes a number beside it, provided something else is left."""
    labels = [box for box in texts if computes_beside(grid, box)]
    edges = {label.right + 1 for label in labels}
    rest = [box for box in texts if box not in labels and box.left not in edges]
    return rest or texts


def computes_beside(grid: Grid, box: Box) -> bool:
    """Whether an undrawn cell right beside a label computes a number."""
    beside = grid.box(box.top, box.right + 1)
    counts = beside.cell is not None and not isinstance(beside.cell.value, str)
    return beside.formula and counts and not beside.bordered and not box.formula


def _is_bordered_footer(boxes: list[Box], texts: list[Box]) -> bool:
    if len(texts) != len(boxes) or len(texts) > 5:
        return False
    asides = sum(_is_aside(box.text) for box in texts)
    return asides == len(texts) or (
        asides * 2 >= len(texts) and _is_aside(texts[0].text) and any(box.width > 1 for box in texts)
    )


def _is_aside(text: str) -> bool:
    bare = squash(text)
    return (
        is_inline(text)
        or NOTE.match(bare) is not None
        or ATTACHMENT.match(bare) is not None
        or measure(text) is not None
        or is_date_line(bare)
    )


_UNTIL = re.compile(r"^(?:数据|统计|时间)?截[至止]到?")


def is_date_line(bare: str) -> bool:
    """Tell whether a text without white space is a date to be filled in or a printed one: 年月日, 2026年10月, 截至6月30日."""
    told = _UNTIL.sub("", bare)
    dated = "年" in told or (told != bare and "月" in told)
    return dated and len(told) <= 14 and not told.strip("0123456789年月日第季度上下半末底止-—_－至（()） ")
