"""Groups that are not merged: a word over the first of several labels stands for all of them, as 2025 | | | over
户数 | 人口 | 面积."""

from itertools import pairwise

from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.inline import is_inline
from qingzhuang.intake.layout.text import is_placeholder, is_sentence, is_someones, is_value, squash
from qingzhuang.intake.layout.words import FORM_END, NOTE

_LONGEST_LONE = 16
_NEAR = 3


def spreads(grid: Grid, row: int, left: int) -> bool:
    """Whether the texts of a row are groups over the labels of the next: these begin in the second column, leave no
    gap, are more than the groups, and reach further to the right."""
    groups = [box for box in grid.texts(row, left) if box.left > left]
    labels = grid.texts(row + 1, left)
    if not groups or len(labels) < 2 or len(labels) <= len(groups) or grid.ruled:
        return False
    if any(box.width > 1 or box.height > 1 or box.top < row for box in (*groups, *labels)):
        return False
    joined = all(after.left == before.left + 1 for before, after in pairwise(labels))
    if not joined or labels[0].left != left + 1 or groups[0].left != left + 1:
        return False
    spoken = not any(
        is_value(box.text) or is_sentence(box.text) or is_someones(box.text) or is_placeholder(box.text)
        for box in (*groups, *labels)
    )
    return spoken and labels[-1].left > groups[-1].left and _has_stub(grid, row + 2, left)


def heads_alone(grid: Grid, row: int) -> bool:
    """Whether the only text of a row is such a group and no title."""
    texts = grid.texts(row)
    if len(texts) != 1 or texts[0].left < 2:
        return False
    bare = squash(texts[0].text)
    plain = len(bare) <= _LONGEST_LONE and not FORM_END.search(bare) and not NOTE.match(bare)
    return plain and not is_inline(texts[0].text) and spreads(grid, row, texts[0].left - 1)


def _has_stub(grid: Grid, row: int, left: int) -> bool:
    """Whether the first row with text below begins in the first column and goes on with figures."""
    below = next((texts for near in range(row, row + _NEAR) if (texts := grid.texts(near, left))), ())
    if not below or below[0].left != left or is_value(below[0].text):
        return False
    return len(below) == 1 or is_value(below[1].text)
