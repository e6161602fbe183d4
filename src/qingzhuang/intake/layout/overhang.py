"""A header whose last group is not merged and has more children than columns of its own, as in a list saved without merges."""

from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.text import is_sentence, is_value


def overhangs(grid: Grid, bottom: int, left: int, edge: int, right: int) -> bool:
    """Whether the row below `bottom`, whose last label stands at `edge`, holds the children of that label alone: they begin
    under it, reach beyond it without a gap, are no answers, and the row after them begins at the left again."""
    if edge <= left or edge >= right or grid.box(bottom, edge).width > 1:
        return False
    below = grid.texts(bottom + 1, left, right)
    places = [box.left for box in below]
    if len(below) < 2 or places != list(range(edge, edge + len(below))):
        return False
    if any(is_value(box.text) or is_sentence(box.text) for box in below):
        return False
    after = grid.texts(bottom + 2, left, right)
    return bool(after) and after[0].left == left
