"""A header lower down among the rows of a list: another table, or the roster going on, without a blank line between."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header, find_header
from qingzhuang.intake.layout.rows import RowKind, row_kind
from qingzhuang.intake.layout.text import is_dash, is_label, is_sentence, is_value, squash
from qingzhuang.intake.layout.words import TOTAL

_NEAR = 3
"""How many rows above and below a row is held against."""
_FEWEST, _SHORT = 3, 6


def heads_anew(grid: Grid, header: Header, rows: Sequence[int], row: int) -> bool:
    """Whether a row among those under a header is a header itself: it says again what the header says, or it holds
    labels alone where the rows about it hold figures or nothing. `rows` are the rows of the list so far."""
    texts = grid.texts(row, header.left, header.right)
    if not rows or not _are_words(texts, row):
        return False
    if says_again(grid, header, texts):
        return find_header(grid, row, header.left, header.right) is not None
    labels = sum(is_label(box.text) for box in texts)
    if labels * 2 < len(texts):
        return False
    signs = _signs(grid, header, rows, row)
    if signs > 1 or (signs == 1 and labels == len(texts)) or _fills_blanks(grid, header, rows, row):
        return True
    if len(texts) < _FEWEST or not _sounds(texts) or not _is_whole(texts, header):
        return False
    return _is_set_off(grid, header, row) or _closes(grid, header, rows, row)


def may_head_anew(grid: Grid, header: Header, rows: Sequence[int], row: int) -> bool:
    """Whether a row might be one: it says again what the header says, is unlike the rows about, or is set like the header and half of
    its words are those of labels."""
    texts = grid.texts(row, header.left, header.right)
    if not rows or not _are_words(texts, row):
        return False
    if says_again(grid, header, texts):
        return True
    if len(texts) < _FEWEST:
        return _is_whole(texts, header) and _stands_in_blanks(grid, header, rows, row)
    signs = _signs(grid, header, rows, row)
    labels = sum(is_label(box.text) for box in texts) * 2 >= len(texts)
    if signs > 1 or (labels and (signs > 0 or _is_set_off(grid, header, row))):
        return True
    return _is_whole(texts, header) and _speaks_alone(grid, header, rows, row)


def _are_words(texts: Sequence[Box], row: int) -> bool:
    """Whether a row says two things or more, each once, none of them an answer. What is cheap to see goes first."""
    if len(texts) < 2 or any(is_value(box.text) for box in texts):
        return False
    if any(box.top < row or is_dash(box.text) or is_sentence(box.text) for box in texts):
        return False
    names = [box.label for box in texts]
    return len(set(names)) == len(names) and not TOTAL.match(names[0])


def says_again(grid: Grid, header: Header, texts: Sequence[Box]) -> bool:
    """Whether the words of a row are those of the header: half of them over the same columns, or most of them anywhere."""
    said: dict[int, set[str]] = {}
    for level in range(header.top, header.bottom + 1):
        for box in grid.texts(level, header.left, header.right):
            said.setdefault(box.left, set()).add(box.label)
    anywhere = set().union(*said.values())
    same = sum(box.label in said.get(box.left, ()) for box in texts)
    known = sum(box.label in anywhere for box in texts)
    return (same >= 2 and same * 2 >= len(texts)) or (known >= 2 and known * 4 >= len(texts) * 3)


def _signs(grid: Grid, header: Header, rows: Sequence[int], row: int) -> int:
    """Over how many columns words stand where the rows above hold figures, or over the first figures below words."""
    texts = grid.texts(row, header.left, header.right)
    below = _below(grid, header, row)
    if not below or (
        len(texts) == 2 and any(grid.texts(near, texts[1].right + 1, header.right) for near in below)
    ):
        return 0
    above = rows[-_NEAR:]
    return sum(
        _holds_figures(grid, above, box)
        or (_holds_figures(grid, below, box) and _holds_words(grid, above, box))
        for box in texts
    )


def _is_whole(texts: Sequence[Box], header: Header) -> bool:
    """Whether words stand side by side from the first column on, each in a box of its own."""
    return texts[0].left == header.left and all(
        after.left == before.right + 1 for before, after in pairwise(texts)
    )


def _closes(grid: Grid, header: Header, rows: Sequence[int], row: int) -> bool:
    """Whether labels end an undrawn sheet under columns of figures: a header whose rows nobody has drawn."""
    if any(grid.texts(near) for near in range(row + 1, grid.last_text + 1)) or row < grid.bottom:
        return False
    above = rows[-_NEAR:]
    texts = grid.texts(row, header.left, header.right)
    figures = sum(_holds_figures(grid, above, box) for box in texts)
    return figures > 1 or (figures == 1 and all(is_label(box.text) for box in texts))


def _until_words(grid: Grid, header: Header, rows: Sequence[int]) -> list[int]:
    """The rows before the first that says words only, as a further header does; all where the first one does."""
    texts = (grid.texts(row, header.left, header.right) for row in rows[1:])
    count = sum(
        1 for _ in takewhile(lambda boxes: not _are_words(boxes, boxes[0].top if boxes else 0), texts)
    )
    return list(rows[: count + 1])


def _stands_in_blanks(grid: Grid, header: Header, rows: Sequence[int], row: int) -> bool:
    """Whether words, some of them labels, stand where the rows above and below are drawn and wholly blank."""
    texts = grid.texts(row, header.left, header.right)
    blank = not any(grid.texts(near, header.left, header.right) for near in (rows[-1], row + 1))
    drawn = row_kind(grid, row + 1, header.left, header.right) is RowKind.RULED
    return blank and drawn and any(is_label(box.text) for box in texts)


def _speaks_alone(grid: Grid, header: Header, rows: Sequence[int], row: int) -> bool:
    """Whether the words of a row are short and those of labels, where of the rows about none or hardly any are."""
    texts = grid.texts(row, header.left, header.right)
    if not _sounds(texts) or any(len(squash(box.text)) > _SHORT for box in texts):
        return False
    about = [*rows[-_NEAR:], *_below(grid, header, row)]
    others = [grid.texts(near, header.left, header.right) for near in about]
    said = {box.label for boxes in others for box in boxes}
    plain = [boxes for boxes in others if len(boxes) * 2 > len(texts)]
    near = sum(is_label(box.text) for boxes in plain for box in boxes)
    few = near * 4 <= sum(map(len, plain))
    return bool(plain) and few and not any(box.label in said for box in texts)


def _sounds(texts: Sequence[Box]) -> bool:
    return sum(is_label(box.text) for box in texts) * 3 >= len(texts) * 2


def _fills_blanks(grid: Grid, header: Header, rows: Sequence[int], row: int) -> bool:
    """Whether a row is full of words where the rows about are not even begun but for their numbers or their stubs."""
    texts = grid.texts(row, header.left, header.right)
    above, below = rows[-_NEAR:], _until_words(grid, header, _below(grid, header, row))
    if len(texts) < 3 or len(texts) * 4 < 3 * (texts[-1].right - texts[0].left + 1) or not below:
        return False
    labels = all(is_label(box.text) for box in texts)
    open_above = sum(_is_open(grid, above, box) for box in texts)
    apart = sum(_is_open(grid, [*above, *below], box) for box in texts)
    begun = open_above < len(texts) or len(above) < 2
    return apart > 1 and apart * 2 >= len(texts) and (labels or not begun)


def _below(grid: Grid, header: Header, row: int) -> list[int]:
    """The next rows of the table whose header would begin in a row; none where no header does."""
    other = find_header(grid, row, header.left, header.right)
    return [] if other is None else list(islice(_filled_or_drawn(grid, other.bottom + 1, header), _NEAR))


def _filled_or_drawn(grid: Grid, first: int, header: Header) -> Iterator[int]:
    for row in range(first, grid.bottom + 1):
        if row_kind(grid, row, header.left, header.right) not in {RowKind.GRID, RowKind.RULED}:
            return
        yield row


def _holds_figures(grid: Grid, rows: Sequence[int], box: Box) -> bool:
    found = [near for row in rows if not (near := grid.box(row, box.left)).blank]
    return bool(found) and all(is_value(near.text) for near in found)


def _holds_words(grid: Grid, rows: Sequence[int], box: Box) -> bool:
    found = [near for row in rows if not (near := grid.box(row, box.left)).blank]
    return bool(found) and not any(is_value(near.text) for near in found)


def _is_open(grid: Grid, rows: Sequence[int], box: Box) -> bool:
    """Whether rows hold nothing but answers, or nothing, under or over a box."""
    about = (grid.box(row, box.left) for row in rows)
    return all(near.blank or near.formula or is_value(near.text) or is_dash(near.text) for near in about)


def _is_set_off(grid: Grid, header: Header, row: int) -> bool:
    """Whether a row is bold or filled as the header is, and the rows next to it are not."""

    def strong(near: int) -> bool:
        return any(box.strong for box in grid.texts(near, header.left, header.right))

    here = grid.texts(row, header.left, header.right)
    alone = not strong(row - 1) and not strong(row + 1)
    return alone and strong(header.bottom) and all(box.strong for box in here)


def lone_above(grid: Grid, rows: Sequence[int], header: Header) -> int:
    """How many of the last rows hold one text alone: words over the header that follows, and no answers."""
    count = 0
    while count < len(rows) - 1:
        texts = grid.texts(rows[-1 - count], header.left, header.right)
        if len(texts) != 1 or is_value(texts[0].text) or not squash(texts[0].text):
            break
        count += 1
    return count if count <= 1 else 0
