"""A page of a PDF cut into blocks: a table with the lines above it, and below the last one."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from qingzhuang.intake.layout.text import squash
from qingzhuang.intake.readers.pdf_aligned import aligned
from qingzhuang.intake.readers.pdf_marks import Char, Page, Rect
from qingzhuang.intake.readers.pdf_rules import Region, Ruled, ruled
from qingzhuang.intake.readers.pdf_text import Words, cell_words, lines_of, parted, words

Line = tuple[Words, ...]
"""Words of one line of a page, cut where it leaves wide gaps."""
_MARGIN = 0.09
_INDENT = 3
_COLUMN_GAP = 0.8
_SAME = 3.0
_FIGURES = re.compile(r"[\d.,%％+\-−–—]+")
_PAGE = re.compile(r"第\d+页[，,/]?(共\d+页)?")
_NUMBER = re.compile(r"[-—–－·]*\d+(/\d+)?[-—–－·]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell of a block: its region, its words, its look."""

    region: Region
    words: Words | None = None
    filled: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A table on pages `first` to `last`, with the lines above and below it. `ys` are those of its first page."""

    first: int
    last: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    pieces: tuple[Piece, ...]
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    drawn: bool = True
    beside: bool = False
    around: tuple[Line, ...] = field(default=())  # of earlier pages that hold no table

    @property
    def rows(self) -> int:
        """How many rows."""
        return max(piece.region.bottom for piece in self.pieces) + 1


@dataclass(frozen=True, slots=True)
class Cut:
    """A page cut: its blocks, or where it has none its lines."""

    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]


def cuts(pages: Sequence[Page]) -> list[Cut]:
    """Cut every page; what only numbers the pages or heads each of them is left out."""
    repeated = _repeated(pages)
    found: list[Cut] = []
    for number, page in enumerate(pages, start=1):
        earlier = [block.xs for block in found[-1].blocks] if found else []
        found.append(_cut(number, page, repeated, earlier))
    return found


def _repeated(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """Words that stand at the same height in the margin of more than half of several pages."""
    if len(pages) < 3:
        return frozenset()
    seen = Counter(
        key for page in pages for key in {_margin_key(line) for line in _margin_lines(page, page.chars)}
    )
    return frozenset(key for key, count in seen.items() if count * 2 > len(pages))


def _margin_lines(page: Page, chars: Iterable[Char]) -> list[Words]:
    return [found for line in lines_of(chars) if _in_margin(page, (found := words(line)).box)]


def _in_margin(page: Page, box: Rect) -> bool:
    return box.y < page.size[1] * _MARGIN or box.y > page.size[1] * (1 - _MARGIN)


def _margin_key(found: Words) -> tuple[str, int]:
    return found.text, round(found.box.top / 4)


def _cut(
    number: int, page: Page, repeated: frozenset[tuple[str, int]], earlier: Sequence[tuple[float, ...]]
) -> Cut:
    grids = ruled(page)
    grids = tuple(grid for grid in grids if not any(_within(grid, other) for other in grids))
    grids = _without_charts(page, grids, earlier)
    inside, loose = _shared(page, grids)
    rows = [line for line in lines_of(loose) if not _is_furniture(page, words(line), repeated)]
    lines = [tuple(words(part) for part in parted(line)) for line in rows]
    tables = [_ruled_block(number, page, grid, inside[at]) for at, grid in enumerate(grids)]
    if not tables:
        return _without_lines(number, rows, lines)
    return Cut(tuple(_placed(tables, lines)), ())


def _within(grid: Ruled, other: Ruled) -> bool:
    """Whether a grid lies inside a cell of another."""
    mine, around = grid.box, other.box
    inside = around.left < mine.left and around.top < mine.top and mine.right < around.right
    return grid is not other and inside and mine.bottom < around.bottom


def _without_charts(
    page: Page, grids: tuple[Ruled, ...], earlier: Sequence[tuple[float, ...]]
) -> tuple[Ruled, ...]:
    """The grids that are tables. Axes and gridlines of a chart touch like the lines of a table, but no word stands between them:
    nothing at all, or figures beside a table that has words. Rows that go on from the page before have its columns."""
    inside, _loose = _shared(page, grids)
    said = [squash("".join(char.text for char in inside[at])) for at in range(len(grids))]
    words = [bool(text) and not _FIGURES.fullmatch(text) for text in said]
    return tuple(
        grid
        for at, grid in enumerate(grids)
        if words[at] or any(_is_alike(grid.xs, xs) for xs in earlier) or (said[at] and not any(words))
    )


def _is_alike(xs: Sequence[float], others: Sequence[float]) -> bool:
    return len(xs) == len(others) and all(abs(a - b) < _SAME for a, b in zip(xs, others, strict=True))


def _is_furniture(page: Page, line: Words, repeated: frozenset[tuple[str, int]]) -> bool:
    bare = squash(line.text)
    if _PAGE.fullmatch(bare):
        return True
    return _in_margin(page, line.box) and bool(_NUMBER.fullmatch(bare) or _margin_key(line) in repeated)


def _shared(page: Page, grids: Sequence[Ruled]) -> tuple[dict[int, list[Char]], list[Char]]:
    inside: dict[int, list[Char]] = defaultdict(list)
    loose: list[Char] = []
    for char in page.chars:
        at = next((at for at, grid in enumerate(grids) if _holds(grid.box, char.box)), None)
        (loose if at is None else inside[at]).append(char)
    return inside, loose


def _holds(box: Rect, char: Rect) -> bool:
    return box.left <= char.x <= box.right and box.top <= char.y <= box.bottom


def _ruled_block(number: int, page: Page, grid: Ruled, chars: Sequence[Char]) -> Block:
    at = {
        (row, column): region
        for region in grid.regions
        for row in range(region.top, region.bottom + 1)
        for column in range(region.left, region.right + 1)
    }
    held: dict[Region, list[Char]] = defaultdict(list)
    for char in chars:
        held[at[_index(grid.ys, char.box.y), _index(grid.xs, char.box.x)]].append(char)
    pieces = (_piece(page, grid.place(region), region, held[region]) for region in grid.regions)
    return Block(number, number, grid.xs, grid.ys, tuple(pieces))


def _index(edges: Sequence[float], at: float) -> int:
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def _piece(page: Page, place: Rect, region: Region, chars: Sequence[Char]) -> Piece:
    read = cell_words(chars, place)
    filled = any(_holds(fill, place) for fill in page.fills)
    if read is None:
        return Piece(region, filled=filled)
    left, right = read.box.left - place.left, place.right - read.box.right
    return Piece(region, read, filled, abs(left - right) < 4 and left > read.size / 2)


def _placed(blocks: Sequence[Block], lines: Sequence[Line]) -> Iterable[Block]:
    """Blocks with the lines over them; those under the last one are its own."""
    ends = [max(block.ys[-1] for block in blocks[: at + 1]) for at in range(len(blocks))]
    over: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        over[sum(line[0].box.y > end for end in ends)].append(line)
    for at, block in enumerate(blocks):
        last = at == len(blocks) - 1
        yield replace(block, before=_unwrapped(over[at]), after=_unwrapped(over[len(blocks)]) if last else ())


def _without_lines(number: int, rows: Sequence[list[Char]], lines: Sequence[Line]) -> Cut:
    """A page without a grid: what stands in columns is a table all the same."""
    table = aligned([tuple(words(part) for part in parted(row, _COLUMN_GAP)) for row in rows])
    if table is None:
        return Cut((), _unwrapped(lines))
    pieces = tuple(Piece(Region(*region), found) for region, found in table.cells)
    block = Block(number, number, table.xs, table.ys, pieces, drawn=False)
    before, after = _unwrapped(lines[: table.start]), _unwrapped(lines[table.end :])
    return Cut((replace(block, before=before, after=after),), ())


def _unwrapped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines of one piece that reach the right edge go on in the next line, unless that is indented."""
    if not lines:
        return ()
    edge = max(line[-1].box.right for line in lines)
    margin = min(line[0].box.left for line in lines)
    found: list[Line] = []
    full = False
    for line in lines:
        alone = len(line) == 1
        if full and alone and line[0].box.left < margin + line[0].size * _INDENT / 2:
            (last,) = found[-1]
            found[-1] = (replace(last, text=last.text + line[0].text),)
        else:
            found.append(line)
        long = line[-1].box.right - line[0].box.left > line[0].size * 20
        full = alone and len(found[-1]) == 1 and long and line[0].box.right > edge - line[0].size * 1.5
    return tuple(found)
