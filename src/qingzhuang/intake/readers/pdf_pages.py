"""Tables that go on over pages put together: downwards without the header rows that each page repeats, and sideways."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.intake.layout.text import squash
from qingzhuang.intake.readers.pdf_blocks import Block, Cut, Line, Piece
from qingzhuang.intake.readers.pdf_rules import Region

_NEAR, _SAME = 4.0, 1.0
_FEWEST_ROWS = 2


def whole(cuts: Sequence[Cut]) -> tuple[list[Block], tuple[Line, ...]]:
    """Return the tables of all pages in order, and the lines of pages without a table that no table follows."""
    found: list[Block] = []
    waiting: tuple[Line, ...] = ()
    for cut in cuts:
        waiting += cut.lines
        for place, block in enumerate(cut.blocks):
            last = found[-1] if found else None
            joined = None
            if last is not None and not waiting and place == 0 and last.last == block.first - 1:
                joined = _below(last, block) or _beside(last, block)
            if joined is None and not any(piece.words for piece in block.pieces):
                continue  # a drawing, or boxes that belong to nothing
            if joined is None:
                found.append(replace(block, around=waiting))
                waiting = ()
            else:
                found[-1] = joined
    return found, waiting


def _below(upper: Block, lower: Block) -> Block | None:
    """The second as a continuation of the first: the same columns, nothing between but the title or header once more."""
    if upper.after or not (upper.drawn and lower.drawn):
        return None
    titled = bool(lower.before)
    if titled and _said(lower.before) != _said(upper.before)[-len(lower.before) :]:
        return None
    xs = _both(upper.xs, lower.xs, _NEAR)
    if xs is None:
        return None
    above, below = _on(upper, xs), _on(lower, xs)
    repeated = _repeated(above, below)
    if titled and not repeated:
        return None
    shift = upper.rows - repeated
    moved = [
        replace(piece, region=_moved(piece.region, shift, 0))
        for piece in below
        if piece.region.top >= repeated
    ]
    if not moved:
        return replace(upper, last=lower.last, after=lower.after)
    return replace(upper, xs=xs, pieces=(*above, *moved), last=lower.last, after=lower.after)


def _said(lines: Sequence[Line]) -> list[str]:
    return [squash("".join(each.text for each in line)) for line in lines]


def _both(xs: Sequence[float], others: Sequence[float], near: float) -> tuple[float, ...] | None:
    """The edges of two tables as one set; None where neither has all those of the other."""
    if abs(xs[0] - others[0]) > near or abs(xs[-1] - others[-1]) > near:
        return None
    more, less = (xs, others) if len(xs) >= len(others) else (others, xs)
    inside = all(min(abs(x - each) for each in more) <= near for x in less)
    return tuple(more) if inside else None


def _on(block: Block, xs: Sequence[float]) -> list[Piece]:
    """The cells of a block on finer columns."""
    if len(xs) == len(block.xs):
        return list(block.pieces)
    at = [min(range(len(xs)), key=lambda place: abs(xs[place] - x)) for x in block.xs]
    return [
        replace(
            piece,
            region=Region(
                piece.region.top, at[piece.region.left], piece.region.bottom, at[piece.region.right + 1] - 1
            ),
        )
        for piece in block.pieces
    ]


def _repeated(above: Sequence[Piece], below: Sequence[Piece]) -> int:
    """How many rows of the first page stand at the top of the second again."""
    mine, theirs = _by_row(above), _by_row(below)
    count = 0
    while count in mine and count in theirs and mine[count] == theirs[count]:
        count += 1
    while count and not any(text for *_, text in mine[count - 1]):
        count -= 1  # empty rows at its end are rows to fill, not header
    return count


def _by_row(pieces: Sequence[Piece]) -> dict[int, list[tuple[int, int, str]]]:
    rows: dict[int, list[tuple[int, int, str]]] = {}
    for piece in sorted(pieces, key=lambda each: each.region.left):
        text = squash(piece.words.text) if piece.words else ""
        rows.setdefault(piece.region.top, []).append((piece.region.left, piece.region.right, text))
    return rows


def _moved(region: Region, down: int, right: int) -> Region:
    return Region(region.top + down, region.left + right, region.bottom + down, region.right + right)


def _beside(left: Block, right: Block) -> Block | None:
    """The second as the columns that found no room on the first's page: other columns, rows that part at the same heights,
    and no title of its own."""
    ys = _both(left.ys, right.ys, _SAME)
    fewest = min(len(left.ys), len(right.ys))
    if ys is None or fewest <= _FEWEST_ROWS or left.first != left.last or _both(left.xs, right.xs, _NEAR):
        return None
    if right.before or not (left.drawn and right.drawn) or not any(piece.words for piece in right.pieces):
        return None
    columns, shift = len(left.xs) - 1, left.xs[-1] - right.xs[0]
    moved = [replace(piece, region=_moved(piece.region, 0, columns)) for piece in _in_rows(right, ys)]
    return replace(
        left,
        xs=(*left.xs, *(x + shift for x in right.xs[1:])),
        ys=ys,
        pieces=(*_in_rows(left, ys), *moved),
        last=right.last,
        after=_level_with(left.after, right.after, shift),
        beside=True,
    )


def _in_rows(block: Block, ys: Sequence[float]) -> list[Piece]:
    at = [min(range(len(ys)), key=lambda place: abs(ys[place] - y)) for y in block.ys]
    return [
        replace(
            piece,
            region=replace(piece.region, top=at[piece.region.top], bottom=at[piece.region.bottom + 1] - 1),
        )
        for piece in block.pieces
    ]


def _level_with(lines: Sequence[Line], others: Sequence[Line], shift: float) -> tuple[Line, ...]:
    """Lines of two pages side by side; those at the same height are one."""
    found = list(lines)
    for line in others:
        moved = tuple(replace(each, box=each.box.moved(shift)) for each in line)
        same = next(
            (at for at, each in enumerate(found) if abs(each[0].box.y - moved[0].box.y) < _NEAR), None
        )
        if same is None:
            found.append(moved)
        else:
            found[same] = (*found[same], *moved)
    return tuple(sorted(found, key=lambda each: each[0].box.y))


def column_of(xs: Sequence[float], x: float) -> int:
    """The column, from 0, in which a place lies; the first or last where it lies outside."""
    return min(max(bisect_left(xs, x) - 1, 0), len(xs) - 2)
