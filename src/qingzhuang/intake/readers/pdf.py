"""Reads the tables of a PDF that holds text: each is a sheet named by its page, 第1页, 第1页表2, 第2-3页, whose rows are the lines
above it, its own rows, and the lines below it. Needs the extra `pdf`."""

from collections import Counter
from collections.abc import Iterator, Sequence

from qingzhuang.intake.readers.pdf_blocks import Block, Line, Piece, cuts
from qingzhuang.intake.readers.pdf_marks import Page, pages_of
from qingzhuang.intake.readers.pdf_pages import column_of, whole
from qingzhuang.intake.readers.pdf_problems import goes_on_beside, no_letters, scanned, too_long, unruled
from qingzhuang.intake.readers.pdf_text import Words
from qingzhuang.model import sheet as model
from qingzhuang.model.place import Area
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Workbook

_BODY = "正文"
_MOST_UNKNOWN = 0.3


def read(file: str, content: bytes) -> Workbook:
    """Return the tables of a PDF. Raises ProblemError QZ-F150 (nothing here reads PDF), QZ-F151 (a scan), QZ-F152 (too much, too
    slow), QZ-F153 (broken), QZ-F157 (fonts without letters), QZ-R003 (password)."""
    pages, count = pages_of(file, content)
    _refuse(file, pages)
    problems = (too_long(file, len(pages), count),) if count > len(pages) else ()
    return book_of(file, pages, problems)


def book_of(file: str, pages: Sequence[Page], problems: tuple[Problem, ...] = ()) -> Workbook:
    """Return what stands on pages as sheets."""
    blocks, rest = whole(cuts(pages))
    if not blocks:
        return Workbook(file, FileKind.PDF, (Sheet(_BODY, {}, before=_numbered(rest)),), problems)
    names = _names(blocks)
    sheets = [
        _sheet(name, block, rest if block is blocks[-1] else ())
        for name, block in zip(names, blocks, strict=True)
    ]
    doubts = [
        told(f"{file} {name}")
        for name, block in zip(names, blocks, strict=True)
        for told, so in ((unruled, not block.drawn), (goes_on_beside, block.beside))
        if so
    ]
    return Workbook(file, FileKind.PDF, tuple(sheets), (*problems, *doubts))


def _refuse(file: str, pages: Sequence[Page]) -> None:
    chars = [char for page in pages for char in page.chars]
    if not chars and any(page.images for page in pages):
        raise ProblemError(scanned(file))
    if sum(char.unknown for char in chars) > _MOST_UNKNOWN * len(chars):
        raise ProblemError(no_letters(file))


def _names(blocks: Sequence[Block]) -> list[str]:
    many = Counter((block.first, block.last) for block in blocks)
    seen: Counter[tuple[int, int]] = Counter()
    names: list[str] = []
    for block in blocks:
        key = (block.first, block.last)
        seen[key] += 1
        pages = f"第{block.first}页" if block.first == block.last else f"第{block.first}-{block.last}页"
        names.append(pages if many[key] == 1 else f"{pages}表{seen[key]}")
    return names


def _numbered(lines: Sequence[Line], start: int = 1) -> tuple[model.Line, ...]:
    return tuple(
        model.Line(number, "  ".join(each.text for each in line)) for number, line in enumerate(lines, start)
    )


def _sheet(name: str, block: Block, rest: Sequence[Line]) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    merges: list[Area] = []
    start = len(block.before) + 1
    for area, cell in _all(block, start):
        cells[area.top, area.left] = cell
        if (area.top, area.left) != (area.bottom, area.right):
            merges.append(area)
    before = _numbered(block.around)
    return Sheet(name, cells, tuple(merges), before=before, after=_numbered(rest, len(before) + 1))


def _all(block: Block, start: int) -> Iterator[tuple[Area, Cell]]:
    for row, line in enumerate(block.before, 1):
        yield from _line(block, row, line)
    for piece in block.pieces:
        region = piece.region
        area = Area(region.top + start, region.left + 1, region.bottom + start, region.right + 1)
        yield area, _cell(area, piece, block.drawn)
    for row, line in enumerate(block.after, start + block.rows):
        yield from _line(block, row, line)


def _cell(area: Area, piece: Piece, drawn: bool) -> Cell:
    words = piece.words
    text = words.text if words else ""
    return Cell(
        area.top,
        area.left,
        text,
        text or None,
        bold=bool(words and words.bold),
        red=bool(words and words.red),
        filled=piece.filled,
        bordered=drawn,
        centred=piece.centred,
        size=words.size if words else 11.0,
    )


def _line(block: Block, row: int, line: Line) -> Iterator[tuple[Area, Cell]]:
    """Words beside a table as cells of its columns: each reaches to where the next begins."""
    columns = len(block.xs) - 1
    parts = list(_in_columns(block, line))
    for at, (left, words) in enumerate(parts):
        right = parts[at + 1][0] - 1 if at + 1 < len(parts) else columns
        middle = (block.xs[0] + block.xs[-1]) / 2
        centred = len(parts) == 1 and abs(words.box.x - middle) < (block.xs[-1] - block.xs[0]) / 20
        cell = Cell(
            row,
            left,
            words.text,
            words.text,
            bold=words.bold,
            red=words.red,
            centred=centred,
            size=words.size,
        )
        yield Area(row, left, row, right), cell


def _in_columns(block: Block, line: Line) -> Iterator[tuple[int, Words]]:
    """Column, from 1, and words; those that would share a column stand in it together."""
    found: list[tuple[int, Words]] = []
    for words in line:
        left = 1 if not found else column_of(block.xs, words.box.left + 1) + 1
        if found and left <= found[-1][0]:
            column, last = found[-1]
            found[-1] = (column, _together(last, words))
        else:
            found.append((left, words))
    yield from found


def _together(one: Words, two: Words) -> Words:
    gap = "    "
    return Words(f"{one.text}{gap}{two.text}", one.box, one.size, one.bold, one.red)
