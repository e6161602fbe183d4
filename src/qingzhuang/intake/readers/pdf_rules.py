"""Lines on a page → ruled grids. Lines that touch make one grid; two cells without a line between them are one."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.intake.readers.pdf_marks import Page, Rect

_NEAR = 3.0
_SHORTEST = 6.0
_THIN = 3.0
_WALL = 0.5
_MOST_CELLS = 60_000


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a grid: rows and columns from 0, both ends in."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Ruled:
    """A grid: where its columns and rows part, and its cells, merged ones as one."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]

    @property
    def box(self) -> Rect:
        """The outer edge."""
        return Rect(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def place(self, region: Region) -> Rect:
        """Where a cell lies on the page."""
        return Rect(
            self.xs[region.left], self.ys[region.top], self.xs[region.right + 1], self.ys[region.bottom + 1]
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A line at `at`, from `start` to `end` along the other axis."""

    at: float
    start: float
    end: float


def ruled(page: Page) -> tuple[Ruled, ...]:
    """The grids of a page from top to bottom; a frame around others, or around nothing but a text, is none."""
    across = _joined(
        _Line(line.y, line.left, line.right)
        for line in page.lines
        if line.bottom - line.top < _THIN and line.right - line.left > line.bottom - line.top
    )
    down = _joined(
        _Line(line.x, line.top, line.bottom)
        for line in page.lines
        if line.right - line.left < _THIN and line.bottom - line.top > line.right - line.left
    )
    grids = [
        grid
        for part in _touching(across, down)
        if (grid := _grid(*part)) is not None and len(grid.regions) > 1
    ]
    return tuple(sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0])))


def _joined(lines: Iterable[_Line]) -> list[_Line]:
    """Pieces of the same line as one, however finely it is dotted."""
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda each: each.at):
        if rows and line.at - rows[-1][-1].at <= _NEAR / 2:
            rows[-1].append(line)
        else:
            rows.append([line])
    found: list[_Line] = []
    for row in rows:
        at = sum(line.at for line in row) / len(row)
        start = end = None
        for line in sorted(row, key=lambda each: each.start):
            if end is not None and start is not None and line.start > end + _NEAR:
                found.append(_Line(at, start, end))
                start = end = None
            start = line.start if start is None else start
            end = line.end if end is None else max(end, line.end)
        if start is not None and end is not None:
            found.append(_Line(at, start, end))
    return [line for line in found if line.end - line.start >= _SHORTEST]


def _touching(across: Sequence[_Line], down: Sequence[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    heads = list(range(len(across) + len(down)))

    def head(at: int) -> int:
        while heads[at] != at:
            heads[at] = heads[heads[at]]
            at = heads[at]
        return at

    order = sorted(range(len(across)), key=lambda at: across[at].at)
    heights = [across[at].at for at in order]
    for number, line in enumerate(down):
        first = bisect_right(heights, line.start - _NEAR)
        for at in order[first : bisect_right(heights, line.end + _NEAR)]:
            other = across[at]
            if other.start - _NEAR <= line.at <= other.end + _NEAR:
                heads[head(at)] = head(len(across) + number)
    parts: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for at, line in enumerate((*across, *down)):
        parts.setdefault(head(at), ([], []))[at >= len(across)].append(line)
    return list(parts.values())


def _grid(across: Sequence[_Line], down: Sequence[_Line]) -> Ruled | None:
    """Sides that are not drawn lie where the lines across, or down, end."""
    if len(across) < 2 or not down:
        return None
    xs = _edges(down, across)
    ys = _edges(across, down)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return None
    walls = [_cover(down, xs, x, ys) for x in xs[1:-1]]
    floors = [_cover(across, ys, y, xs) for y in ys[1:-1]]
    return Ruled(tuple(xs), tuple(ys), tuple(_regions(walls, floors, len(ys) - 1, len(xs) - 1)))


def _edges(lines: Sequence[_Line], others: Sequence[_Line]) -> list[float]:
    ends = [min(line.start for line in others), max(line.end for line in others)]
    inner = sorted(line.at for line in lines)
    outer = [end for end in ends if end < inner[0] - _SHORTEST or end > inner[-1] + _SHORTEST]
    edges: list[float] = []
    for at in sorted([*inner, *outer]):
        if not edges or at - edges[-1] > _NEAR:
            edges.append(at)
    return edges


def _cover(lines: Sequence[_Line], edges: Sequence[float], at: float, stops: Sequence[float]) -> list[bool]:
    """For each stretch between two stops, whether the lines at an edge run along it."""
    mine = [line for line in lines if abs(line.at - at) <= _NEAR]
    return [
        sum(max(0.0, min(line.end, end) - max(line.start, start)) for line in mine) >= _WALL * (end - start)
        for start, end in itertools.pairwise(stops)
    ]


def _regions(
    walls: Sequence[Sequence[bool]], floors: Sequence[Sequence[bool]], rows: int, columns: int
) -> Iterable[Region]:
    """Cells without a wall or floor between them; where they make no rectangle, row by row."""
    seen = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if seen[row][column]:
                continue
            group = _group(walls, floors, rows, columns, (row, column))
            for each_row, each_column in group:
                seen[each_row][each_column] = True
            tops, lefts = [each[0] for each in group], [each[1] for each in group]
            whole = Region(min(tops), min(lefts), max(tops), max(lefts))
            if (whole.bottom - whole.top + 1) * (whole.right - whole.left + 1) == len(group):
                yield whole
            else:
                yield from _by_row(group)


def _group(
    walls: Sequence[Sequence[bool]],
    floors: Sequence[Sequence[bool]],
    rows: int,
    columns: int,
    first: tuple[int, int],
) -> set[tuple[int, int]]:
    group, waiting = {first}, [first]
    while waiting:
        row, column = waiting.pop()
        near = []
        if column + 1 < columns and not walls[column][row]:
            near.append((row, column + 1))
        if column and not walls[column - 1][row]:
            near.append((row, column - 1))
        if row + 1 < rows and not floors[row][column]:
            near.append((row + 1, column))
        if row and not floors[row - 1][column]:
            near.append((row - 1, column))
        new = [each for each in near if each not in group]
        group.update(new)
        waiting += new
    return group


def _by_row(group: set[tuple[int, int]]) -> Iterable[Region]:
    start: tuple[int, int] | None = None
    last = (-1, -1)
    for row, column in sorted(group):
        if start is not None and (row != start[0] or column != last[1] + 1):
            yield Region(start[0], start[1], last[0], last[1])
            start = None
        start = start or (row, column)
        last = (row, column)
    if start is not None:
        yield Region(start[0], start[1], last[0], last[1])
