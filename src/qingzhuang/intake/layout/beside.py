"""Fields beside a list: 填报人：____ to the right of its rows."""

from collections.abc import Iterator, Sequence

from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.inline import inline_labels, pairs
from qingzhuang.intake.layout.parts import FreePart, ListPart, Part
from qingzhuang.intake.layout.text import is_placeholder, squash


def beside(grid: Grid, part: ListPart, parts: Sequence[Part]) -> Iterator[Box]:
    """Yield the texts left and right of a list that leave something to be filled in and belong to no other part."""
    header, end = part.header, max(part.body.end, part.header.bottom)
    if any(each is not part and each.row <= end and _end(each) >= header.top for each in parts):
        return
    for row in range(header.top, end + 1):
        for box in grid.texts(row):
            outside = box.right < header.left or box.left > header.right
            if outside and box.top == row and _asks(box.text):
                yield box


def _end(part: Part) -> int:
    if isinstance(part, FreePart):
        return part.row
    return part.body.end if isinstance(part, ListPart) else part.bottom


def _asks(text: str) -> bool:
    blank = all(not squash(value) or is_placeholder(value) for _label, value in pairs(text))
    return blank and bool(inline_labels(text))
