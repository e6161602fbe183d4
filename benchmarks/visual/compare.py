"""Pages held against the template's outside the filled cells, though rows moved. A page falls into bands, between the edges of
filled rows and at blank lines; each band is looked for in the template, first where the one above it was found. What the
template prints is then looked for in the filled pages in the same way, so that nothing is lost either."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

Box = tuple[int, int, int, int]

_INK = 80  # of 255: less is how a line falls between two pixels
_CELL = 8  # regions are told apart by squares of this size
_LEAST = 6  # pixels that a region must have
_STRIP = 6  # a band below this height is no line of text
_CHUNK = 12
_FAR = 1200
_WHITE = 200


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a filled file: as it is, and where its filled cells are (not black in `mask`)."""

    picture: Image.Image
    mask: Image.Image


@dataclass(frozen=True, slots=True)
class Region:
    """Something that differs outside the filled cells: page from 0, box in pixels; `lost` when the template has it and
    its page is meant."""

    page: int
    box: Box
    lost: bool = False


def mask_of(plain: Image.Image, marked: Image.Image) -> Image.Image:
    """Return where a page changed when its cells were coloured, with the letters in them and the lines round them: 255
    or 127 in turns, row by row."""
    if plain.size != marked.size:
        return Image.new("L", plain.size, 0)
    _red, green, blue = ImageChops.difference(plain.convert("RGB"), marked.convert("RGB")).split()
    even, odd = _spread(green), _spread(blue)
    return ImageChops.lighter(even, odd.point(lambda value: value // 2))


def _spread(band: Image.Image) -> Image.Image:
    changed = band.point(lambda value: 255 * (value > 60))
    return changed.filter(ImageFilter.BoxBlur(3)).point(lambda value: 255 * (value > 25))


def differing(template: Sequence[Image.Image], pages: Sequence[Page]) -> list[Region]:
    """Return the regions of the pages that the template does not show, and of the template that no page shows."""
    blank = [Page(each, Image.new("L", each.size, 0)) for each in template]
    before, after = _Stack(blank), _Stack(pages)
    found: list[Region] = []
    for number, page in enumerate(pages):
        bands = _bands(page.mask, page.picture.convert("L"))
        found += [Region(number, box) for box in _regions(_unlike(before, after, number, bands))]
    for number, page in enumerate(blank):
        chunks = (
            (top, min(top + _CHUNK, page.picture.height)) for top in range(0, page.picture.height, _CHUNK)
        )
        found += [Region(number, box, True) for box in _regions(_unlike(after, before, number, chunks))]
    return found


class _Stack:
    """Pages below each other, with the ink of each pixel's neighbours and what is not filled."""

    def __init__(self, pages: Sequence[Page]) -> None:
        size = (
            max((page.picture.width for page in pages), default=1),
            sum(page.picture.height for page in pages) or 1,
        )
        self.picture, mask = Image.new("L", size, 255), Image.new("L", size, 0)
        self.tops, self.heights, at = [], [page.picture.height for page in pages], 0
        for page in pages:
            self.picture.paste(page.picture.convert("L"), (0, at))
            mask.paste(page.mask, (0, at))
            self.tops.append(at)
            at += page.picture.height
        self.dark = self.picture.filter(ImageFilter.MinFilter(3))
        self.outside = mask.point(lambda value: 255 * (value == 0))


def _unlike(there: _Stack, here: _Stack, number: int, bands: Iterator[tuple[int, int]]) -> Image.Image:
    """Return what page `number` here has and nothing there is like, white on black."""
    width, start = here.picture.width, here.tops[number]
    made = Image.new("L", (width, here.heights[number]), 0)
    shift = there.tops[min(number, len(there.tops) - 1)] - start if there.tops else 0
    for top, bottom in bands:
        box = (0, start + top, width, start + bottom)
        if _is_white(here.picture.crop(box)):
            continue
        unlike, shift = _best(there, here, box, shift)
        made.paste(unlike, (0, top))
    return made


def _best(there: _Stack, here: _Stack, box: Box, shift: int) -> tuple[Image.Image, int]:
    best, nearest = _against(there, here, box, shift), shift
    count = _ink(best)
    for far in range(1, _FAR):
        if count < _LEAST:
            break
        for other in (shift - far, shift + far):
            if box[1] + other < 0 or box[3] + other > there.picture.height:
                continue
            unlike = _against(there, here, box, other)
            if _ink(unlike) < count:
                best, nearest, count = unlike, other, _ink(unlike)
    return best, nearest


def _against(there: _Stack, here: _Stack, box: Box, shift: int) -> Image.Image:
    at = (box[0], box[1] + shift, box[2], box[3] + shift)
    more = ImageChops.subtract(there.dark.crop(at), here.picture.crop(box))  # ink here and none near it there
    less = ImageChops.subtract(here.dark.crop(box), there.picture.crop(at))
    found = ImageChops.lighter(more, less).point(lambda value: 255 * (value > _INK))
    return ImageChops.multiply(ImageChops.multiply(found, here.outside.crop(box)), there.outside.crop(at))


def _is_white(picture: Image.Image) -> bool:
    return not any(picture.histogram()[: _WHITE + 1])


def _ink(picture: Image.Image) -> int:
    return picture.histogram()[255]


def _bands(mask: Image.Image, picture: Image.Image) -> Iterator[tuple[int, int]]:
    """Yield the bands of a page: a new one begins where another row is filled, and where a line of the page is blank."""
    edges = [0]
    before: object = None
    narrow = mask.resize((max(mask.width // 4, 1), mask.height), Image.Resampling.NEAREST)
    for row in range(mask.height):
        blank = _is_white(picture.crop((0, row, picture.width, row + 1)))
        line = (narrow.crop((0, row, narrow.width, row + 1)).tobytes(), blank)
        if line != before and row - edges[-1] >= _STRIP:
            edges.append(row)
        before = line
    edges.append(mask.height)
    yield from itertools.pairwise(edges)


def _regions(unlike: Image.Image) -> list[Box]:
    """Return the boxes of what hangs together, by squares."""
    whole = unlike.getbbox()
    if whole is None:
        return []
    counts = {}
    for row in range(whole[1] // _CELL, whole[3] // _CELL + 1):
        for column in range(whole[0] // _CELL, whole[2] // _CELL + 1):
            box = column * _CELL, row * _CELL, (column + 1) * _CELL, (row + 1) * _CELL
            ink = _ink(unlike.crop(box))
            if ink:
                counts[column, row] = ink
    found = []
    while counts:
        group, ink = _group(counts)
        if ink >= _LEAST:
            columns, rows = [each[0] * _CELL for each in group], [each[1] * _CELL for each in group]
            found.append((min(columns), min(rows), max(columns) + _CELL, max(rows) + _CELL))
    return found


def _group(counts: dict[tuple[int, int], int]) -> tuple[list[tuple[int, int]], int]:
    start, ink = counts.popitem()
    group, waiting = [start], [start]
    while waiting:
        column, row = waiting.pop()
        for near in [(column + x, row + y) for x in (-2, -1, 0, 1, 2) for y in (-1, 0, 1)]:
            if near in counts:
                ink += counts.pop(near)
                group.append(near)
                waiting.append(near)
    return group, ink
