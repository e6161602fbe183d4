"""The rows under a header: where the answers begin and end, which rows are totals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.intake.layout.anew import heads_anew, lone_above
from qingzhuang.intake.layout.dividers import divides_rows
from qingzhuang.intake.layout.figures import divides_figures, is_afterword
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header, find_header
from qingzhuang.intake.layout.inline import is_inline
from qingzhuang.intake.layout.rows import RowKind, is_date_line, row_kind
from qingzhuang.intake.layout.text import is_label, is_mark, is_sentence, is_value, squash
from qingzhuang.intake.layout.words import ATTACHMENT, NOTE, SECTION, TOTAL

_SHORT = 12
_ORDINAL = re.compile(r"^[（(]?[一二三四五六七八九十]{1,3}[)）、]?$")
_IN_WORDS = re.compile(r"[（(]?大\s*写[)）]?")


@dataclass(frozen=True, slots=True)
class Body:
    """`first` is where answers begin; `last` the last row set aside for them, None when nothing follows; `end` the
    last row that belongs to the table."""

    first: int
    last: int | None
    end: int
    totals: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()


def find_body(grid: Grid, header: Header, first: int) -> Body:
    """Return the body that begins at row `first`, under the header and its hints."""
    rows: list[int] = []
    totals: list[int] = []
    gap, stopped, row = False, False, first
    while row <= grid.bottom:
        kind = row_kind(grid, row, header.left, header.right)
        if kind is RowKind.BLANK:
            gap = True
        elif kind is RowKind.RULED:
            if gap and _resumes_elsewhere(grid, header, row):
                break
            rows.append(row)
        elif is_total_row(grid, row, header):
            totals.append(row)
            gap = False
        elif not gap and kind is RowKind.GRID and heads_anew(grid, header, rows, row):
            del rows[len(rows) - lone_above(grid, rows, header) :]
            stopped = True
            break
        elif _ends(grid, header, row, kind, gap=gap, began=bool(rows)):
            stopped = True
            break
        else:
            if kind is not RowKind.FREE or grid.box(row, header.left).right < header.right:
                rows.append(row)
            gap = False
        row += 1
    stop = row if stopped else max(grid.last_text, first - 1) + 1
    end = max([*rows, *totals, first - 1])
    begin = _first_answer_row(first, rows, totals)
    return Body(begin, _last(begin, rows, totals, stop, stopped=stopped), end, tuple(totals), tuple(rows))


def _first_answer_row(first: int, rows: list[int], totals: list[int]) -> int:
    """Answers begin below totals that stand at the top, provided there are rows below them."""
    begin = first
    while begin in totals and any(row > begin for row in rows):
        begin += 1
    return begin


def _last(begin: int, rows: list[int], totals: list[int], stop: int, *, stopped: bool) -> int | None:
    answers = [row for row in rows if row >= begin]
    closing = [row for row in totals if row >= begin and (not answers or row > answers[-1])]
    if not stopped and not closing:
        return None
    if answers:
        return answers[-1]
    return max((closing[0] if closing else stop) - 1, begin - 1)


def is_total_row(grid: Grid, row: int, header: Header) -> bool:
    """Tell whether a row sums up others: its first words say 合计, 小计, 总计."""
    texts = [box for box in grid.texts(row, header.left, header.right) if not is_value(box.text)]
    if any(_IN_WORDS.search(box.text) for box in texts):
        return False  # a sum to be written out is a field of its own
    if len(texts) > 1 and _ORDINAL.match(squash(texts[0].text)):
        texts = texts[1:]
    return bool(texts) and texts[0].left <= header.left + 3 and bool(TOTAL.match(squash(texts[0].text)))


def _resumes_elsewhere(grid: Grid, header: Header, row: int) -> bool:
    """Whether ruled rows after a gap belong to something else."""
    return row > grid.last_text


def _ends(grid: Grid, header: Header, row: int, kind: RowKind, *, gap: bool, began: bool) -> bool:
    texts = grid.texts(row, header.left, header.right)
    if divides_rows(grid, header, row):
        return False
    if divides_figures(grid, row, header.left, header.right, first=not began):
        return False
    if is_afterword(grid, row, header.left, header.right):
        return True
    if kind is RowKind.FREE and not began and not gap and is_mark(texts[0].text):
        return False  # the loop of a template engine stands for the rows
    if kind is RowKind.FREE:
        if began and not gap and _goes_on_below(grid, header, row):
            return False
        return _is_beside(grid, header, row, texts, gap=gap)
    if SECTION.match(squash(texts[0].text)) and len(texts) == 1 and texts[0].width > 1:
        return True
    if _is_card_row(grid, header, row):
        return True
    return _is_new_header(grid, header, row, gap=gap, began=began)


def _goes_on_below(grid: Grid, header: Header, row: int) -> bool:
    """Whether a row across a matrix only divides it: the next rows are again a stub and blanks, cut like the header,
    as the row above is."""
    edges = [box.left for box in grid.across(header.bottom, header.left, header.right)]

    def is_stub_row(boxes: list[Box]) -> bool:
        stub = not boxes[0].blank and not is_value(boxes[0].text) and all(box.blank for box in boxes[1:])
        return stub and [box.left for box in boxes] == edges and boxes[-1].bordered

    above, below = (list(grid.across(near, header.left, header.right)) for near in (row - 1, row + 1))
    return len(grid.texts(row)) == 1 and is_stub_row(above) and is_stub_row(below)


def _is_beside(grid: Grid, header: Header, row: int, texts: Sequence[Box], *, gap: bool) -> bool:
    """Whether free text ends the table; a short word in a leading column of an unruled table is data or a stub."""
    if len(texts) != 1:
        return True
    box, bare = texts[0], squash(texts[0].text)
    outside = box.width > 1 or is_sentence(bare) or is_inline(box.text) or is_date_line(bare)
    if (
        outside
        or gap
        or NOTE.match(bare)
        or ATTACHMENT.match(bare)
        or SECTION.match(bare)
        or len(bare) > _SHORT
    ):
        return True
    if box.bordered:
        return False
    return grid.ruled or box.left > header.left + 1


def _is_card_row(grid: Grid, header: Header, row: int) -> bool:
    """Whether the boxes of a row do not lie under the columns and label and field take turns in it."""
    boxes = list(grid.across(row, header.left, header.right))
    leaves = list(grid.across(header.bottom, header.left, header.right))
    if _takes_turns(boxes):
        return True
    edges = {box.left for box in leaves}
    if {box.left for box in boxes} == edges or len(leaves) < 3:
        return False
    texts = [box for box in boxes if not box.blank]
    if not texts or is_value(texts[0].text) or len(boxes) >= len(leaves):
        return False
    if len(boxes) <= 2:
        return boxes[0] is texts[0] and boxes[-1].width > 1 and boxes[-1].right >= header.right
    after_blank = any(boxes[at].blank and is_label(boxes[at + 1].text) for at in range(len(boxes) - 1))
    return after_blank and is_label(texts[0].text)


def _takes_turns(boxes: list[Box]) -> bool:
    """Whether label and blank field alternate all along a row, as in 经办人 | | 审核人 | ."""
    labels, fields = boxes[::2], boxes[1::2]
    plain = len(boxes) >= 4 and len(boxes) % 2 == 0 and all(box.blank and not box.formula for box in fields)
    return plain and all(is_label(box.text) for box in labels)


def _is_new_header(grid: Grid, header: Header, row: int, *, gap: bool, began: bool) -> bool:
    """Whether another header begins in a row. What is cheap to see goes first: every row of data is asked."""
    texts = grid.texts(row, header.left, header.right)
    words = sum(is_label(box.text) for box in texts) * 2 >= len(texts)
    if gap:
        may_be = words or _is_styled_like(grid, header, row)
    else:
        may_be = began and words and len(texts) >= 3 and _is_styled_like(grid, header, row)
        may_be = may_be and _edges(grid, header.bottom) != _edges(grid, row)
    return may_be and find_header(grid, row, header.left, header.right) is not None


def _edges(grid: Grid, row: int) -> set[int]:
    return {box.left for box in grid.across(row)}


def _is_styled_like(grid: Grid, header: Header, row: int) -> bool:
    head = [box.strong for box in grid.texts(header.top, header.left, header.right)]
    here = [box.strong for box in grid.texts(row, header.left, header.right)]
    return bool(here) and all(here) == all(head)
