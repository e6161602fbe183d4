"""Statistics without lines: rows that begin with a word and go on in figures show where the header above them ends, whatever
its labels look like, and what below them is no row of the table."""

import re
from collections.abc import Iterable, Sequence

from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.inline import is_inline
from qingzhuang.intake.layout.text import is_dash, is_number, is_sentence, is_value, squash

_FEWEST_ROWS, _FEWEST_FIGURES = 3, 2
_DEEPEST, _FAR = 6, 12
_NUMERAL = re.compile(r"^[(（$€£¥￥+\-−–—]*\d[\d,，.]*[%％]?[)）]?[A-Za-z*†‡]?$")
_AROUND = re.compile(r"^[(（$€£¥￥]+|[)）A-Za-z*†‡]+$")
_SIGN = re.compile(r"^(n\.?a\.?|n/a|[xX])$", re.IGNORECASE)
_MARK = re.compile(r"^([（(]?\d{1,2}[)）.]?|[*＊†]+|[^\d\s]{1,12}[:：])$")
"""What a footnote begins with in a cell of its own."""


def is_figures(grid: Grid, row: int, left: int, right: int) -> bool:
    """Tell whether a row begins in the first column with a word, or a year, and holds figures and nothing else behind it."""
    texts = grid.texts(row, left, right)
    if len(texts) < 2 or texts[0].left != left or _is_figure(texts[0]):
        return False
    named = len(texts) > _FEWEST_FIGURES and not is_number(texts[1].text) and not _is_figure(texts[1])
    figures = texts[2:] if named else texts[1:]
    if len(figures) < _FEWEST_FIGURES and not squash(texts[0].text).isdigit():
        return False  # a word with one figure behind it is a label with its answer as well
    sure = sum(map(_is_figure, figures))
    return 0 < len(figures) <= 2 * sure and all(_is_figure(box) or is_number(box.text) for box in figures)


def _is_figure(box: Box) -> bool:
    """A number that is no year, with what statistics put around one, or a sign in its place."""
    bare = squash(box.text)
    sign = is_dash(bare) or (len(bare) == 1 and not bare.isalnum()) or _SIGN.match(bare) is not None
    return box.width == 1 and (sign or (is_value(_AROUND.sub("", bare)) and _NUMERAL.match(bare) is not None))


def end_over_figures(grid: Grid, top: int, left: int, right: int) -> int | None:
    """Return the last row of the header that begins in a row of an undrawn sheet, where three rows of figures or more stand
    under it and each of their columns has a label in one of its rows; None where it is not as plain as that."""
    if grid.ruled:
        return None
    labelled: set[int] = set()
    bottom, first = None, None
    for row in range(top, min(top + _FAR, grid.last_text + 1)):
        texts = grid.texts(row, left, right)
        if is_figures(grid, row, left, right):
            first = row
            break
        if len(texts) == 1 and texts[0].left == left and bottom is not None:
            continue  # the first group of rows has a name
        if not all(map(_may_label, texts)) or (texts and bottom is not None and texts[0].left == left):
            return None
        if texts:
            bottom = row
            labelled |= {column for box in texts for column in range(box.left, box.right + 1)}
    if bottom is None or first is None or bottom - top >= _DEEPEST:
        return None
    figured = _figured(grid, range(first, min(first + _FAR, grid.last_text + 1)), left, right)
    return bottom if figured and figured <= labelled else None


def _may_label(box: Box) -> bool:
    return box.height == 1 and not is_sentence(box.text) and not is_inline(box.text)


def _figured(grid: Grid, rows: Iterable[int], left: int, right: int) -> set[int]:
    """The columns in which rows of figures have any; none where such rows are few."""
    found = [grid.texts(row, left, right) for row in rows if is_figures(grid, row, left, right)]
    return {box.left for texts in found for box in texts[1:]} if len(found) >= _FEWEST_ROWS else set()


def divides_figures(grid: Grid, row: int, left: int, right: int, *, first: bool) -> bool:
    """Tell whether a row is a lone word at the left with rows of figures above and below it; `first` where the header stands
    above."""
    texts = grid.texts(row, left, right)
    alone = not grid.ruled and len(texts) == 1 and texts[0].left == left and not is_inline(texts[0].text)
    below = any(is_figures(grid, near, left, right) for near in (row + 1, row + 2))
    return alone and below and (first or is_figures(grid, row - 1, left, right))


def are_figures(grid: Grid, rows: Sequence[int], left: int, right: int) -> bool:
    """Tell whether rows are many enough and all of figures."""
    return len(rows) >= _FEWEST_ROWS and all(is_figures(grid, row, left, right) for row in rows)


def left_of_figures(grid: Grid, row: int, left: int, right: int) -> int:
    """Return the first column of the rows of figures that begin at a row of an undrawn sheet, a lone word above them left
    aside; `left` where none begin further to the left."""
    for near in range(row, min(row + 3, grid.last_text + 1)):
        texts = grid.texts(near, 1, right)
        if texts and texts[0].left < left and is_figures(grid, near, texts[0].left, right):
            return texts[0].left
        if len(texts) > 1:
            break
    return left


def is_afterword(grid: Grid, row: int, left: int, right: int) -> bool:
    """Tell whether a row of an undrawn sheet is a footnote in cells below three rows of figures, perhaps with others between:
    it begins with a mark or a word with its colon and holds words only; no row of figures comes after it."""
    if grid.ruled or not _is_marked(grid, row, left, right):
        return False
    last = row - 1
    while _is_marked(grid, last, left, right):
        last -= 1
    above = all(is_figures(grid, near, left, right) for near in range(last - _FEWEST_ROWS + 1, last + 1))
    below = range(row + 1, min(row + _FAR, grid.last_text + 1))
    return above and not any(is_figures(grid, near, left, right) for near in below)


def _is_marked(grid: Grid, row: int, left: int, right: int) -> bool:
    texts = grid.texts(row, left, right)
    if not texts or texts[0].left != left or not _MARK.match(squash(texts[0].text)):
        return False
    alone = len(texts) == 1 and not texts[0].text.rstrip().endswith((":", "："))
    return not alone and not any(map(_is_figure, texts[1:]))
