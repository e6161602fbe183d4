"""A sheet cut into its parts from top to bottom: free text, lists with their header and body, rows of a card."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from qingzhuang.intake.layout.body import Body, find_body
from qingzhuang.intake.layout.divided import divisions
from qingzhuang.intake.layout.dividers import are_printed
from qingzhuang.intake.layout.extent import extent, is_card, run_end, side_by_side
from qingzhuang.intake.layout.figures import are_figures, is_afterword
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header, find_header
from qingzhuang.intake.layout.hints import HintKind, hint_rows
from qingzhuang.intake.layout.inline import inline_labels
from qingzhuang.intake.layout.margin import own_edge
from qingzhuang.intake.layout.paired import pairs_up
from qingzhuang.intake.layout.rows import RowKind, row_kind
from qingzhuang.intake.layout.spread import heads_alone
from qingzhuang.intake.layout.text import is_label, is_sentence, is_value
from qingzhuang.intake.layout.twins import twin_headers

_OPINION = re.compile(r"(意见|评语|签章|盖章)([（(].*[)）])?$")
"""What stands beside or below such a label is written by hand."""


@dataclass(frozen=True, slots=True)
class FreePart:
    """Free text in one row."""

    row: int
    boxes: tuple[Box, ...]

    @property
    def text(self) -> str:
        """All text of the row."""
        return "  ".join(box.text for box in self.boxes)


@dataclass(frozen=True, slots=True)
class ListPart:
    """A header with what stands under it; `label` is the vertical label at its left, if any."""

    header: Header
    hints: tuple[tuple[int, HintKind], ...]
    body: Body
    label: str | None = None

    @property
    def row(self) -> int:
        """The first row."""
        return self.header.top


@dataclass(frozen=True, slots=True)
class CardPart:
    """Rows of a card."""

    row: int
    bottom: int
    left: int
    right: int


Part = FreePart | ListPart | CardPart


def parts_of(grid: Grid) -> Iterator[Part]:
    """Yield the parts of a sheet from top to bottom."""
    row, bottom = 1, 0
    last: CardPart | None = None
    while row <= grid.last_text:
        if grid.is_bare(row):
            row += 1
            continue
        kind = row_kind(grid, row)
        first = next(iter(grid.texts(row)), None)
        if first is not None and is_afterword(grid, row, first.left, grid.right):
            yield FreePart(row, grid.texts(row))
            row += 1
        elif heads_alone(grid, row) or (
            kind is RowKind.GRID and not (_is_title_over_lines(grid, row, last) or _over_tables(grid, row))
        ):
            bottom = bottom if row <= bottom else run_end(grid, row)
            found, row = _block(grid, row, bottom, last)
            last = found[-1] if isinstance(found[-1], CardPart) else None
            yield from found
        elif last is not None and kind is RowKind.FREE and _goes_on(grid, row, last):
            last = CardPart(row, row, last.left, last.right)
            yield last
            row += 1
        elif kind in {RowKind.FREE, RowKind.GRID}:
            boxes = tuple(box for box in grid.texts(row) if box.top == row)
            if boxes:
                yield FreePart(row, boxes)
            row += 1
        else:
            row += 1


def _goes_on(grid: Grid, row: int, card: CardPart) -> bool:
    """Whether a lone label right under the rows of an unruled card is one of its rows."""
    texts = grid.texts(row)
    alone = len(texts) == 1 and texts[0].width == 1 and not inline_labels(texts[0].text)
    return card.bottom == row - 1 and alone and not grid.ruled and is_label(texts[0].text)


def _over_tables(grid: Grid, row: int) -> bool:
    """Whether the texts of a row are titles of tables that stand side by side."""
    texts = grid.texts(row)
    gaps = all(after.left > before.right + 1 for before, after in pairwise(texts))
    if len(texts) < 2 or not gaps or any(box.width < 2 or box.top != row for box in texts):
        return False
    return all(len(grid.texts(row + 1, box.left, box.right)) > 1 for box in texts)


def _is_title_over_lines(grid: Grid, row: int, last: CardPart | None) -> bool:
    """Whether a lone text over drawn but unmerged cells is a title: the row below is full of labels."""
    texts = grid.texts(row)
    if len(texts) != 1 or texts[0].top != row or (last is not None and last.bottom == row - 1):
        return False
    if any(box.blank and (box.width > 1 or box.height > 1) for box in grid.across(row)):
        return False
    below = list(grid.across(row + 1, texts[0].left))
    labels = [box for box in below if not box.blank]
    return len(labels) >= 3 and len(labels) >= 0.8 * len(
        [box for box in below if box.bordered or not box.blank]
    )


def _block(grid: Grid, top: int, bottom: int, card: CardPart | None) -> tuple[list[Part], int]:
    """Return the parts that begin in a grid row, and the row after them; `bottom` ends the run of grid rows."""
    left, right = extent(grid, top, bottom)
    spans = side_by_side(grid, top, bottom, left, right)
    found = _beside(grid, top, bottom, spans) if len(spans) > 1 else []
    if found:
        return list(found), max(each.body.end if isinstance(each, ListPart) else bottom for each in found) + 1
    right = own_edge(grid, top, left, right)
    header = find_header(grid, top, left, right)
    twins = twin_headers(grid, header) if header is not None else ()
    if twins:
        pair: list[Part] = [ListPart(each, (), find_body(grid, each, each.bottom + 1)) for each in twins]
        return pair, max(part.body.end for part in pair if isinstance(part, ListPart)) + 1
    sub = _labelled_list(grid, top, left, right)
    whole = sub or (None if card is not None and _is_alike(grid, top, card) else _list(grid, header))
    if whole is not None and sub is None and _is_filled_card(grid, whole, right):
        return [CardPart(row, row, left, right) for row in (top, *whole.body.rows)], whole.body.end + 1
    if whole is not None and _takes_turns(grid, whole.header, whole.body):
        return [CardPart(top, whole.body.end, left, right)], whole.body.end + 1
    if whole is not None:
        lists = _divided(grid, whole)
        return list(lists), max(whole.header.bottom, *(each.body.end for each in lists)) + 1
    end = min(_card_end(grid, top, left, right), bottom)
    return [CardPart(top, end, left, right)], end + 1


def _is_filled_card(grid: Grid, part: ListPart, right: int) -> bool:
    printed = are_printed(grid, part.header, part.body.rows)
    return not printed and pairs_up(grid, part.header, part.body, right)


def _beside(grid: Grid, top: int, bottom: int, spans: Sequence[tuple[int, int]]) -> list[ListPart | CardPart]:
    """The lists that stand beside each other, and the cards beside them; nothing where there is no list."""
    lists = [_list(grid, find_header(grid, top, *span)) for span in spans]
    if not any(lists):
        return []
    pairs = zip(lists, spans, strict=True)
    cards = {span: CardPart(top, bottom, *span) for span in spans if is_card(grid, top, bottom, *span)}
    return [part for each, span in pairs if (part := each or cards.get(span)) is not None]


def _divided(grid: Grid, whole: ListPart) -> list[ListPart]:
    """A list with the parts that lines across it divide it into; a line right under the header leaves no part above it."""
    parts = [
        ListPart(whole.header, (), body, name) for name, body in divisions(grid, whole.header, whole.body)
    ]
    return [whole, *parts] if whole.body.rows or whole.body.totals or not parts else parts


def _list(grid: Grid, header: Header | None) -> ListPart | None:
    if header is None:
        return None
    hints = hint_rows(grid, header)
    body = find_body(grid, header, hints[-1][0] + 1 if hints else header.bottom + 1)
    if header.right == header.left or not _is_list(grid, header, body):
        return None
    return ListPart(header, hints, body)


def _is_list(grid: Grid, header: Header, body: Body) -> bool:
    """Two texts side by side are a header only when the rows below go on under them."""
    boxes = list(grid.across(header.top, header.left, header.right))
    if not body.rows and not body.totals and len(boxes) == 4 and _stands_on_grid(grid, header):
        return False  # a filled row of a card: label, answer, label, answer
    if len(boxes) <= 4 and _stands_on_header(grid, header):
        return False
    if len(boxes) > 2 or len(grid.texts(header.bottom, header.left, header.right)) > 2:
        return True  # two groups may stand over all columns
    if _OPINION.search(boxes[0].label):
        return False
    if not body.rows:
        alone = not grid.ruled or (
            header.bottom >= grid.last_text and not any(grid.texts(row) for row in range(1, header.top))
        )
        return alone and is_label(boxes[0].text)
    if not grid.ruled and are_figures(grid, body.rows, header.left, header.right):
        return True
    edges = [box.left for box in boxes]
    aligned = all(
        set(edges) <= {box.left for box in grid.across(row, header.left, header.right)}
        for row in body.rows[:5]
    )
    answer = is_sentence(boxes[1].text) or is_value(boxes[1].text) or _is_cut(grid, body, boxes[1])
    return aligned and not answer and (is_label(boxes[1].text) or boxes[1].strong)


def _stands_on_grid(grid: Grid, header: Header) -> bool:
    return row_kind(grid, header.bottom + 1, header.left, header.right) is RowKind.GRID


def _stands_on_header(grid: Grid, header: Header) -> bool:
    """Whether the row right below is the header of another table: labels cut more finely, in several rows."""
    row = header.bottom + 1
    below = grid.texts(row, header.left, header.right)
    if len(below) <= max(3, len(grid.texts(header.bottom, header.left, header.right))):
        return False
    other = find_header(grid, row, header.left, header.right) if _are_labels(below) else None
    return other is not None and other.bottom > row


def _is_cut(grid: Grid, body: Body, box: Box) -> bool:
    """Whether texts stand side by side under one box, so that it heads no column."""
    return any(
        below.left > box.left for row in body.rows[:5] for below in grid.texts(row, box.left, box.right)
    )


def _is_alike(grid: Grid, row: int, card: CardPart) -> bool:
    """Whether a row is cut like the card row right above it and does not consist of labels only."""
    here = list(grid.across(row, card.left, card.right))
    above = list(grid.across(card.bottom, card.left, card.right))
    if card.bottom != row - 1 or [box.left for box in here] != [box.left for box in above] or len(here) % 2:
        return False
    answers = [box for box in here[1::2] if not box.blank]
    return len(answers) < len(here) // 2 or sum(not is_label(box.text) for box in answers) * 2 > len(answers)


def _takes_turns(grid: Grid, header: Header, body: Body) -> bool:
    """Whether rows of labels and blank rows take turns: a card with its fields below the labels."""
    if len(body.rows) < 3 or len(body.rows) % 2 == 0:
        return False
    blank = all(not grid.texts(row, header.left, header.right) for row in body.rows[::2])
    return blank and all(
        _are_labels(list(grid.across(row, header.left, header.right))) for row in body.rows[1::2]
    )


def _are_labels(boxes: Sequence[Box]) -> bool:
    plain = not any(box.blank or is_value(box.text) for box in boxes)
    return plain and sum(is_label(box.text) for box in boxes) * 2 >= len(boxes)


def _labelled_list(grid: Grid, top: int, left: int, right: int) -> ListPart | None:
    """A list with a tall label at its left, as in 家庭成员 | 称谓 姓名 年龄, whose rows the label holds together."""
    label = grid.box(top, left)
    if label.blank or label.bottom <= top or label.right >= right:
        return None
    first = label.right + 1
    heads = list(grid.across(top, first, right))
    if (
        len(heads) < 3
        or not _are_labels(heads)
        or any(box.blank or box.height >= label.height for box in heads)
    ):
        return None
    header = find_header(grid, top, first, right)
    if header is None or header.bottom >= label.bottom:
        return None
    edges = {box.left for box in grid.across(header.bottom, first, right)}
    below = range(header.bottom + 1, label.bottom + 1)
    rows = tuple(takewhile(lambda row: {box.left for box in grid.across(row, first, right)} == edges, below))
    if not rows or any(_are_labels(list(grid.across(row, first, right))) for row in rows):
        return None
    name = None if label.label.isdigit() else label.label
    return ListPart(header, (), Body(rows[0], rows[-1], label.bottom, (), rows), name)


def _card_end(grid: Grid, top: int, left: int, right: int) -> int:
    """The last row of the boxes that begin in a row, tall group labels and photographs left aside."""
    heights = [box.bottom for box in grid.across(top, left, right) if not box.blank]
    return min(heights, default=top)
