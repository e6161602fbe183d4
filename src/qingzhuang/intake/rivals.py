"""Where another reading of a list is near: the rows above or below that may be header too, answers that may be header, notes that may be
answers, a header lower down."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from qingzhuang.intake.layout.anew import may_head_anew
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import DEEPEST, Header
from qingzhuang.intake.layout.inline import inline_labels
from qingzhuang.intake.layout.rows import RowKind, is_date_line, row_kind
from qingzhuang.intake.layout.text import is_period, is_sentence, is_value, squash
from qingzhuang.intake.layout.units import measure
from qingzhuang.intake.layout.words import NOTE, SECTION, TOTAL
from qingzhuang.intake.taught import TaughtTable, words_of
from qingzhuang.language import later
from qingzhuang.model.form import Table
from qingzhuang.model.sheet import Sheet

_FEW_FIGURES, _MANY_FIGURES = 2, 3
_LONGEST = 24
_RANGE = re.compile(r"\d[\d.,]*[-–—~至]\d*[\d.,]*$")


class Reason(StrEnum):
    """What was close."""

    ABOVE = later("上面一行也像表头")
    BELOW = later("下面一行也像表头")
    DEEP = later("表头的最后一行也像要填的内容")
    NONE = later("没有读出表头，这几行像")
    FOOTER = later("最后几行也像说明")
    SECOND = later("中间一行也像另一张表的表头")


def told_as(sheet: Sheet, header: tuple[int, int], start: int, end: int | None) -> TaughtTable:
    """Write down a list by its rows and the marks of its header, as a person would teach it."""
    return TaughtTable(sheet.name, header, start, end, words=words_of(sheet, header))


def rivals(grid: Grid, table: Table, taken: frozenset[int]) -> Iterator[tuple[Reason, list[TaughtTable]]]:
    """Yield the other readings of a list, the part that differs first; `taken` are rows that cannot be its header."""
    top, bottom = table.header_rows or (0, 0)
    start, end = table.data_start_row or bottom + 1, table.data_end_row
    sheet = grid.sheet
    higher = _higher(grid, top, bottom, taken)
    if higher < top:
        yield Reason.ABOVE, [told_as(sheet, (higher, bottom), start, end)]
    if not table.stubs and _heads_too(grid, bottom, start):
        yield Reason.BELOW, [told_as(sheet, (top, start), start + 1, end)]
    if bottom > top and start == bottom + 1 and _fills(grid, top, bottom):
        yield Reason.DEEP, [told_as(sheet, (top, bottom - 1), bottom, end)]
    last = None if table.total_rows else _last_like_note(grid, start, end, table)
    if last is not None:
        yield Reason.FOOTER, [told_as(sheet, (top, bottom), start, last)]
    second = _second(grid, bottom, start, end)
    if second is not None:
        yield (
            Reason.SECOND,
            [
                told_as(sheet, (top, bottom), start, second - 1),
                told_as(sheet, (second, second), second + 1, end),
            ],
        )


def _higher(grid: Grid, top: int, bottom: int, taken: frozenset[int] = frozenset()) -> int:
    """The first row of those right above a header that may be levels of it: they head columns, and hold no field
    of their own."""
    (left, right), (also, far) = _extent(grid, bottom), _extent(grid, bottom + 1)
    left, right = min(left, also), max(right, far)
    row = top
    while (
        row - 1 not in taken and row > 1 and bottom - row + 1 < DEEPEST and _heads(grid, row - 1, left, right)
    ):
        row -= 1
    return row


def _extent(grid: Grid, row: int) -> tuple[int, int]:
    boxes = grid.texts(row) or list(grid.across(row))
    return min(box.left for box in boxes), max(box.right for box in boxes)


def _heads(grid: Grid, row: int, left: int, right: int) -> bool:
    texts = grid.texts(row)
    if not texts or any(_stands_alone(box) for box in texts):
        return False
    if any(box.left < left or box.right > right for box in texts):
        return False
    first, *more = texts
    return bool(more) or (first.left > left and first.right < right)


def _stands_alone(box: Box) -> bool:
    bare = squash(box.text)
    return (
        is_sentence(box.text)
        or len(bare) > _LONGEST * 2
        or bool(inline_labels(box.text))
        or bare.endswith(("：", ":"))
        or is_date_line(bare)
        or measure(box.text) is not None
        or bool(SECTION.match(bare))
        or bool(NOTE.match(bare))
    )


def _is_answer(text: str) -> bool:
    return is_value(text) and not is_period(text) and not _RANGE.match(squash(text))


def _heads_too(grid: Grid, bottom: int, start: int) -> bool:
    """Whether the first row to fill holds words only, under most columns, where the next row does not."""
    here, head = grid.texts(start), grid.texts(bottom)
    if (
        start > bottom + 2
        or len(here) < 2
        or len(here) * 2 < len(head)
        or any(box.top < start for box in here)
    ):
        return False
    plain = not any(
        _is_answer(box.text) or is_sentence(box.text) or len(squash(box.text)) > _LONGEST for box in here
    )
    below = grid.texts(start + 1)
    other = not below or any(_is_answer(box.text) for box in below)
    return plain and other and not TOTAL.match(squash(here[0].text))


def _fills(grid: Grid, top: int, bottom: int) -> bool:
    """Whether the last row of a header hangs on to no merged cell above it and holds what may be an answer."""
    texts = grid.texts(bottom)
    merged = any(box.width > 1 or box.height > 1 for row in range(top, bottom + 1) for box in grid.texts(row))
    return not merged and len(texts) > 1 and any(_is_answer(box.text) for box in texts[1:])


def _last_like_note(grid: Grid, start: int, end: int | None, table: Table) -> int | None:
    """The last row to fill before words that stand alone at the end of a table, none where there are no such words."""
    last = end or grid.last_text
    if table.footer_rows or last >= grid.last_text + 1:
        last = min([last, *(row - 1 for row in table.footer_rows)])
    row = last
    while row > start and _is_note(grid, row):
        row -= 1
    return row if row < last and row > start else None


def _is_note(grid: Grid, row: int) -> bool:
    texts = grid.texts(row)
    return not texts or (
        len(texts) == 1 and (is_sentence(texts[0].text) or len(squash(texts[0].text)) > _LONGEST)
    )


def _second(grid: Grid, bottom: int, start: int, end: int | None) -> int | None:
    """A row among those to fill that holds words alone, right behind a blank row or a lone text, or that looks like the
    header and unlike the rows about."""
    head = len(grid.texts(bottom))
    left, right = _extent(grid, bottom)
    header = Header(bottom, bottom, left, right)
    for row in range(start + 1, min(end or grid.bottom, start + 200)):
        if may_head_anew(grid, header, range(max(start, row - 3), row), row):
            return row
        texts = grid.texts(row)
        words = len(texts) > 2 and len(texts) * 2 >= head and not any(_is_answer(box.text) for box in texts)
        if (
            words
            and row > start + 1
            and len(grid.texts(row - 1)) < 2
            and any(_is_answer(box.text) for box in grid.texts(row + 1))
        ):
            return row
    return None


def missed(grid: Grid, tables: Sequence[Table]) -> tuple[int, int] | None:
    """The rows over the first figures of a sheet, where no header stands over these."""
    first = _first_figures(grid, _MANY_FIGURES if any(table.inputs for table in tables) else _FEW_FIGURES)
    heads = [table.header_rows for table in tables if table.header_rows]
    if first is None or any(top < first for top, _bottom in heads):
        return None
    bottom = first - 1
    while bottom > 0 and len(grid.texts(bottom)) < 2:
        bottom -= 1
    if bottom < 1:
        return None
    left, right = _extent(grid, bottom)
    top = bottom
    while (
        top > 1 and bottom - top + 1 < DEEPEST and _heads(grid, top - 1, min(left, 1), max(right, grid.right))
    ):
        top -= 1
    return top, bottom


def _first_figures(grid: Grid, fewest: int) -> int | None:
    """The first of rows that hold mostly figures behind their first cell."""
    run = first = 0
    for row in range(1, min(grid.last_text, 60) + 1):
        if row_kind(grid, row) is RowKind.BLANK:
            continue
        behind = grid.texts(row)[1:]
        figures = sum(_is_answer(box.text) for box in behind)
        if behind and figures * 2 > len(behind):
            run += 1
            first = row if run == 1 else first
            if run == fewest:
                return first
        elif behind:
            run = 0
    return None
