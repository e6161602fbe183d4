"""A roster that lines across it divide: 第一党小组, then its people, 第二党小组, then its people, all under one header."""

from collections.abc import Iterator

from qingzhuang.intake.layout.body import Body, find_body
from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.inline import is_inline
from qingzhuang.intake.layout.rows import is_date_line
from qingzhuang.intake.layout.text import is_label, is_sentence, is_value, level, squash
from qingzhuang.intake.layout.words import ATTACHMENT, NOTE, TOTAL


def divisions(grid: Grid, header: Header, body: Body) -> Iterator[tuple[str, Body]]:
    """Yield the parts that follow the first rows of a list under the same header, each with the words of the line over it."""
    end = max(body.end, header.bottom)
    while end < grid.bottom:
        if not _divides(grid, header, end + 1):
            return
        part = find_body(grid, header, end + 2)
        yield level(grid.texts(end + 1)[0].text), part
        end = max(part.end, end + 1)


def _divides(grid: Grid, header: Header, row: int) -> bool:
    """Whether a row is one text across the list, and the row below goes on as a record: cut like the header, begun by a number or
    not at all."""
    texts = grid.texts(row)
    if len(texts) != 1 or texts[0].top != row or texts[0].bottom != row:
        return False
    box, bare = texts[0], squash(texts[0].text)
    across = box.left <= header.left and box.right >= header.right > header.left
    said = is_sentence(bare) or is_inline(box.text) or is_date_line(bare) or is_value(bare)
    if not across or said or NOTE.match(bare) or ATTACHMENT.match(bare) or TOTAL.match(bare):
        return False
    return _is_record(grid, header, row + 1)


def _is_record(grid: Grid, header: Header, row: int) -> bool:
    boxes = grid.across(row, header.left, header.right)
    edges = [box.left for box in grid.across(header.bottom, header.left, header.right)]
    if row > grid.bottom or [box.left for box in boxes] != edges or any(box.height > 1 for box in boxes):
        return False
    texts = [box for box in boxes if not box.blank]
    if not texts:
        return all(box.bordered for box in boxes)
    begun = len(texts) == 1 and texts[0] is boxes[0] and is_value(texts[0].text)
    return begun or (
        any(is_value(box.text) for box in texts) and not all(is_label(box.text) for box in texts)
    )
