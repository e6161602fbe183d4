"""A row of a program's own names over the header that people read: name | id_no over 姓名 | 身份证号."""

import re

from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.text import is_sentence, is_value, squash

_CODE = re.compile(r"^[A-Za-z][A-Za-z0-9_.\-]*$")
_SPOKEN = re.compile(r"[\u4e00-\u9fff]")
_FEWEST = 3


def names_fields(grid: Grid, row: int, left: int, right: int) -> bool:
    """Tell whether a row holds nothing but such names, with Chinese words below each of them."""
    texts = grid.texts(row, left, right)
    if len(texts) < _FEWEST or not all(box.top == row and _CODE.match(squash(box.text)) for box in texts):
        return False
    below = grid.texts(row + 1, left, right)
    if [box.left for box in below] != [box.left for box in texts]:
        return False
    words = not any(is_value(box.text) or is_sentence(box.text) for box in below)
    return words and all(box.top == row + 1 and _SPOKEN.search(box.text) for box in below)
