"""Tables without lines: words of lines that follow each other and stand under each other in columns."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from qingzhuang.intake.readers.pdf_text import Words

_FEWEST_LINES = 2
_FEWEST_COLUMNS = 3
_PITCH = 3.5


@dataclass(frozen=True, slots=True)
class Aligned:
    """Columns and rows with their words; `start` and `end` count the lines that are part of it."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[tuple[int, int, int, int], Words], ...]
    start: int
    end: int


def aligned(lines: Sequence[tuple[Words, ...]]) -> Aligned | None:
    """Return the longest run of lines that share three columns or more, if there is one of two lines."""
    best: tuple[int, int] = (0, 0)
    start = 0
    for at in range(len(lines) + 1):
        if at == len(lines) or (at > start and not _goes_on(lines[start:at], lines[at])):
            if at - start > best[1] - best[0] and len(_columns(lines[start:at])) >= _FEWEST_COLUMNS:
                best = (start, at)
            start = at
    first, end = best
    return _table(lines, first, end) if end - first >= _FEWEST_LINES else None


def _goes_on(run: Sequence[tuple[Words, ...]], line: tuple[Words, ...]) -> bool:
    """Whether a line has a place for each of its words in the columns of those above it."""
    gap = line[0].box.top - run[-1][0].box.top
    if gap > _PITCH * line[0].size * 1.5 or len(line) < 2 or len(run[-1]) < 2:
        return False
    columns = _columns([*run, line])
    wide = max(len(each) for each in (*run, line))
    return len(columns) >= _FEWEST_COLUMNS and len(columns) >= wide


def _columns(lines: Sequence[tuple[Words, ...]]) -> list[tuple[float, float]]:
    """Where words stand from left to right, taken together over the lines."""
    spans = sorted((each.box.left, each.box.right) for line in lines for each in line)
    found: list[tuple[float, float]] = []
    for left, right in spans:
        if found and left < found[-1][1]:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _table(lines: Sequence[tuple[Words, ...]], start: int, end: int) -> Aligned:
    run = lines[start:end]
    columns = _columns(run)
    middles = [(before[1] + after[0]) / 2 for before, after in itertools.pairwise(columns)]
    xs = (columns[0][0], *middles, columns[-1][1])
    pitch = median([b[0].box.top - a[0].box.top for a, b in itertools.pairwise(run)])
    ys = (*(line[0].box.top for line in run), run[-1][0].box.top + pitch)
    cells = tuple(
        ((row, column, row, column), each)
        for row, line in enumerate(run)
        for each in line
        for column in [sum(each.box.x > middle for middle in middles)]
    )
    return Aligned(xs, ys, cells, start, end)
