"""Lines that divide the printed rows of a matrix: 一、东村, then its items, 二、西村, then the same items again."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.inline import is_inline
from qingzhuang.intake.layout.rows import is_date_line
from qingzhuang.intake.layout.text import is_dash, is_number, is_sentence, is_value, level, squash
from qingzhuang.intake.layout.units import measure
from qingzhuang.intake.layout.words import ATTACHMENT, NAMES_ROWS, NOTE, SECTION, TOTAL
from qingzhuang.model.form import Stub

_FEWEST_COLUMNS, _FAR = 2, 60
_PLACE = re.compile(r"(村|社区|组|镇|乡|街道|居委会|村委会|县|区|市|小学|中学|学校)$")


def divides_rows(grid: Grid, header: Header, row: int) -> bool:
    """Tell whether a row is a lone text at the left of a table, with a printed row of the same table below it: where the header
    names rows (项目, 指标) a word, then units, figures or blanks only; under any header the same words as below another line."""
    if not _is_line(grid, header, row):
        return False
    if NAMES_ROWS.search(grid.box(header.bottom, header.left).label):
        return _is_printed(grid, header, row + 1)
    return _comes_again(grid, header, row)


def _comes_again(grid: Grid, header: Header, row: int) -> bool:
    """Whether the two rows below a line stand below another line as well, their last column open in both."""
    near = range(max(header.bottom + 1, row - _FAR), min(row + _FAR, grid.last_text))
    here = [_words(grid, header, row + step) for step in (1, 2)]
    if not all(here) or here[0] == here[1]:
        return False
    return any(
        other != row
        and [_words(grid, header, other + step) for step in (1, 2)] == here
        and _is_line(grid, header, other)
        for other in near
    )


def _words(grid: Grid, header: Header, row: int) -> tuple[str, ...]:
    """The words that a row prints before its last column; none where that is not open or where it begins with a figure."""
    boxes = grid.across(row, header.left, header.right)
    edges = [box.left for box in grid.across(header.bottom, header.left, header.right)]
    cut = row <= grid.last_text and [box.left for box in boxes] == edges
    if not cut or boxes[0].blank or is_value(boxes[0].text) or not _awaits(boxes[-1]):
        return ()
    return tuple(box.label for box in boxes[:-1] if not _awaits(box) or box is boxes[0])


def _is_line(grid: Grid, header: Header, row: int) -> bool:
    texts = grid.texts(row, header.left, header.right)
    if len(texts) != 1 or texts[0].left > header.left or texts[0].top != row or texts[0].bottom != row:
        return False
    box, bare = texts[0], squash(texts[0].text)
    said = is_sentence(bare) or is_inline(box.text) or is_date_line(bare) or is_value(bare)
    return not (said or NOTE.match(bare) or ATTACHMENT.match(bare) or TOTAL.match(bare))


def _is_printed(grid: Grid, header: Header, row: int) -> bool:
    boxes = grid.across(row, header.left, header.right)
    edges = [box.left for box in grid.across(header.bottom, header.left, header.right)]
    if row > grid.last_text or len(edges) < _FEWEST_COLUMNS or [box.left for box in boxes] != edges:
        return False
    first, *more = boxes
    named = not first.blank and first.top == row and not is_value(first.text)
    return named and not is_inline(first.text) and all(map(_awaits, more)) and len(grid.texts(row)) > 1


def _awaits(box: Box) -> bool:
    bare = squash(box.text)
    return not bare or box.formula or is_dash(bare) or is_number(bare) or measure(bare) is not None


def are_printed(grid: Grid, header: Header, rows: Sequence[int]) -> bool:
    """Tell whether all rows under a header that names rows (项目, 指标) are printed ones or lines between them."""
    if not rows or not NAMES_ROWS.search(grid.box(header.bottom, header.left).label):
        return False
    return all(_is_printed(grid, header, row) or _is_line(grid, header, row) for row in rows)


def told_apart(grid: Grid, header: Header, stubs: Sequence[Stub], columns: Sequence[int]) -> tuple[Stub, ...]:
    """Return the stubs, those under dividing lines with the line's words as their outer label where the same stubs come again
    under another line; the lines themselves then name no row. `columns` hold the stubs. Unchanged where that does not tell all
    of them apart."""
    plain = [stub for stub in stubs if not TOTAL.match(stub.labels[-1])]
    if not _repeat(plain):
        return tuple(stubs)
    lines = {
        row: SECTION.sub("", level(grid.texts(row, header.left, header.right)[0].text))
        for row in range(header.bottom + 1, stubs[-1].row)
        if _is_line(grid, header, row) and _only_divides(grid, header, row, columns)
    }
    if any(row + 1 in lines or row + 1 not in {stub.row for stub in plain} for row in lines):
        return tuple(stubs)
    found: list[Stub] = []
    for stub in stubs:
        over = next((lines[row] for row in sorted(lines, reverse=True) if row < stub.row), "")
        if stub.row not in lines:
            found.append(replace(stub, labels=(over, *stub.labels)) if over else stub)
    return tuple(stubs) if _repeat(found) else tuple(found)


def _repeat(stubs: Sequence[Stub]) -> bool:
    return max(Counter(map(_named, stubs)).values(), default=1) > 1


def _named(stub: Stub) -> tuple[str, ...]:
    """The labels of a stub without its running number."""
    return tuple(label for label in stub.labels if not label.isdigit())


def _only_divides(grid: Grid, header: Header, row: int, columns: Sequence[int]) -> bool:
    """Whether a line cannot be a row to be filled as well: it reaches over all columns, leaves a stub blank beside it, or names
    a place."""
    box = grid.texts(row, header.left, header.right)[0]
    bare = box.right < columns[-1]
    return box.right >= header.right or bare or bool(_PLACE.search(squash(box.text)))
