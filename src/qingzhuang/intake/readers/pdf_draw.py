"""What stands on the pages of a PDF, taken out by PDFium. Run as a program of its own, with the PDF on its input and JSON on its
output: PDFium is one thread's business, and a page made to keep it busy for hours ends with this process, not with ours.
Lengths in points from the page's top left corner as it is looked at."""

import ctypes
import itertools
import json
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium  # pyright: ignore[reportMissingImports]  # an extra

MAX_PAGES, MAX_CHARS, MAX_OBJECTS = 60, 300_000, 200_000
MEMORY = 1 << 30
_DEEPEST = 8
_FINE = 20  # device units a point: PDFium tells whole ones
_THIN = 3.0
_BOLD = 600
_LIGHT = 250  # what is painted lighter than that is paper
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_AS_IT_IS: Matrix = (1, 0, 0, 1, 0, 0)


def drawn(content: bytes) -> dict[str, Any]:
    """Return `pages` (each `size`, `chars`, `lines`, `fills`, `images`) and `count`, how many there are; or `trouble`:
    locked, broken, large."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        return {"trouble": "locked" if locked else "broken"}
    count = pdfium.FPDF_GetPageCount(document)
    budget = {"chars": MAX_CHARS, "objects": MAX_OBJECTS}
    pages: list[dict[str, Any]] = []
    for number in range(min(count, MAX_PAGES)):
        page = pdfium.FPDF_LoadPage(document, number)
        if page:
            pages.append(_page(page, budget))
            pdfium.FPDF_ClosePage(page)
        if min(budget.values()) < 0:
            return {"trouble": "large"}
    return {"pages": pages, "count": count} if pages else {"trouble": "broken"}


def _page(page: Any, budget: dict[str, int]) -> dict[str, Any]:
    size = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    view = _View(page, size)
    found: dict[str, Any] = {"size": size, "chars": [], "lines": [], "fills": [], "images": 0}
    for kind, each, matrix in _objects(page, budget):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found["images"] += 1
        else:
            _paint(each, matrix, view, found)
    found["chars"] = list(_chars(page, view, budget))
    return found


class _View:
    """From the page's own coordinates, turned and cut as it may be, to those of who looks at it."""

    def __init__(self, page: Any, size: Point) -> None:
        self._page, self._size = page, tuple(round(each * _FINE) for each in size)

    def __call__(self, x: float, y: float) -> Point:
        right, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(self._page, 0, 0, *self._size, 0, x, y, right, down)
        return right.value / _FINE, down.value / _FINE

    def box(self, left: float, top: float, right: float, bottom: float) -> list[float]:
        (a, b), (c, d) = self(left, top), self(right, bottom)
        return [min(a, c), min(b, d), max(a, c), max(b, d)]


def _chars(page: Any, view: _View, budget: dict[str, int]) -> Iterator[list[Any]]:
    """Text, box, size, whether bold, red, without a known letter."""
    text = pdfium.FPDFText_LoadPage(page)
    count = pdfium.FPDFText_CountChars(text)
    budget["chars"] -= count
    if budget["chars"] < 0:
        return
    box, colour = pdfium.FS_RECTF(), [ctypes.c_uint() for _ in range(4)]
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if pdfium.FPDFText_IsGenerated(text, at) == 1 or code <= ord(" ") or 0xD800 <= code < 0xE000:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetFillColor(text, at, *colour)
        red, green, blue = (each.value for each in colour[:3])
        yield [
            chr(code),
            *view.box(box.left, box.top, box.right, box.bottom),
            round(pdfium.FPDFText_GetFontSize(text, at), 1),
            int(pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD),
            int(red > 160 and green < 90 and blue < 90),
            int(pdfium.FPDFText_HasUnicodeMapError(text, at) == 1),
        ]
    pdfium.FPDFText_ClosePage(text)


def _objects(page: Any, budget: dict[str, int]) -> Iterator[tuple[int, Any, Matrix]]:
    """Every path and picture, also those inside drawings that are placed as one, with what moves it."""
    waiting = [
        (pdfium.FPDFPage_GetObject(page, at), _AS_IT_IS, 0)
        for at in range(min(pdfium.FPDFPage_CountObjects(page), budget["objects"] + 1))
    ]
    while waiting:
        each, around, depth = waiting.pop()
        budget["objects"] -= 1
        if budget["objects"] < 0:
            return
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        matrix = _times(_matrix(each), around)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield kind, each, matrix
        elif depth < _DEEPEST:
            inside = range(min(pdfium.FPDFFormObj_CountObjects(each), budget["objects"] + 1))
            waiting += [(pdfium.FPDFFormObj_GetObject(each, at), matrix, depth + 1) for at in inside]


def _matrix(each: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(each, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _paint(path: Any, matrix: Matrix, view: _View, found: dict[str, Any]) -> None:
    """A stroke along the page's edges is a line, so is a thin rectangle; a larger painted one is a fill."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    for points in _parts(path, matrix, view):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = [min(xs), min(ys), max(xs), max(ys)]
        if filled.value and min(box[2] - box[0], box[3] - box[1]) < _THIN:
            found["lines"].append(box)
        elif filled.value and _shade(path):
            found["fills"].append(box)
        if stroked.value:
            found["lines"] += [
                [min(a, c), min(b, d), max(a, c), max(b, d)]
                for (a, b), (c, d) in itertools.pairwise(points)
                if (abs(a - c) < 1) != (abs(b - d) < 1)
            ]


def _shade(path: Any) -> bool:
    colour = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(path, *colour)
    return min(each.value for each in colour[:3]) < _LIGHT and colour[3].value > 0


def _parts(path: Any, matrix: Matrix, view: _View) -> Iterator[list[Point]]:
    points: list[Point] = []
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(min(pdfium.FPDFPath_CountSegments(path), MAX_OBJECTS)):
        piece = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(piece, x, y)
        if pdfium.FPDFPathSegment_GetType(piece) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(view(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(piece):
            points.append(points[0])
    if points:
        yield points


def bounded(seconds: int) -> None:
    """The system ends this process where it takes too long or too much; where the system cannot, who started it waits no longer
    than a minute."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    bounded(int(sys.argv[1]))
    json.dump(drawn(sys.stdin.buffer.read()), sys.stdout)
