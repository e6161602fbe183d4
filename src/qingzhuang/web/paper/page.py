"""A filled file laid out as the sheet it is: merges, headings, what was filled, what is still blank."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.model.place import Area, column_letters
from qingzhuang.model.sheet import Cell, Line, Sheet, Workbook
from qingzhuang.privacy.shown import veiled
from qingzhuang.web.ledger.shown import covered
from qingzhuang.web.shelf import Paper
from qingzhuang.web.words import number

MOST_ROWS, MOST_COLUMNS = 200, 60
_WHOLE = re.compile(r"[0-9Xx.,%/:+-]{6,24}")
WIDE = 10  # columns; more are printed across


@dataclass(frozen=True, slots=True)
class Box:
    """One drawn cell; `kind` holds its classes, `merged` tells that it is of several rows or columns."""

    text: str
    rows: int
    columns: int
    kind: str
    merged: bool = False


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet. `more` counts rows that are not drawn."""

    name: str
    before: tuple[str, ...]
    rows: tuple[tuple[Box, ...], ...]
    after: tuple[str, ...]
    more: int
    wide: bool


@dataclass(frozen=True, slots=True)
class PaperPage:
    """All that the template needs."""

    paper: Paper
    sheets: tuple[SheetView, ...]
    filled: str
    blank: str

    @property
    def many(self) -> bool:
        """Only one of several sheets needs its name above it."""
        return len(self.sheets) > 1

    @property
    def wide(self) -> bool:
        """One wide sheet turns the paper."""
        return any(sheet.wide for sheet in self.sheets)


@dataclass(frozen=True, slots=True)
class Marks:
    """Cells by sheet!cell: `new` carry an answer, `open` wait for one. `covered` are texts that hold a number of somebody
    whatever its shape."""

    new: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    covered: frozenset[str] = frozenset()


def sheet_views(workbook: Workbook, marks: Marks) -> tuple[SheetView, ...]:
    """Lay out every visible sheet that holds anything."""
    sheets = [sheet for sheet in workbook.sheets if not sheet.hidden and (sheet.cells or sheet.before)]
    return tuple(_view(sheet, marks) for sheet in sheets)


def paper_page(paper: Paper, workbook: Workbook) -> PaperPage:
    """Lay out a paper of the shelf."""
    views = sheet_views(workbook, Marks(frozenset(paper.written)))
    return PaperPage(paper, views, number(paper.filled), number(paper.blank) if paper.blank else "")


def _view(sheet: Sheet, marks: Marks) -> SheetView:
    bottom = max((row for row, _column in sheet.cells), default=0)
    right = min(max((column for _row, column in sheet.cells), default=0), MOST_COLUMNS)
    shown = min(bottom, MOST_ROWS)
    tops = {(area.top, area.left): area for area in sheet.merges}
    covered = frozenset(_covered(sheet.merges, shown, right))
    rows = tuple(
        tuple(
            _box(sheet, row, column, tops, marks)
            for column in range(1, right + 1)
            if (row, column) not in covered
        )
        for row in range(1, shown + 1)
        if row not in sheet.hidden_rows
    )
    return SheetView(
        sheet.name, _texts(sheet.before), rows, _texts(sheet.after), bottom - shown, right > WIDE
    )


def _covered(merges: tuple[Area, ...], bottom: int, right: int) -> Iterator[tuple[int, int]]:
    for area in merges:
        for row in range(area.top, min(area.bottom, bottom) + 1):
            for column in range(area.left, min(area.right, right) + 1):
                if (row, column) != (area.top, area.left):
                    yield row, column


def _box(sheet: Sheet, row: int, column: int, tops: dict[tuple[int, int], Area], marks: Marks) -> Box:
    cell = sheet.cells.get((row, column), Cell(row, column))
    area = tops.get((row, column), Area(row, column, row, column))
    place = f"{sheet.name}!{column_letters(column)}{row}"
    hints = {
        "is-new": place in marks.new,
        "is-open": place in marks.open,
        "is-line": cell.bordered,
        "is-whole": _WHOLE.fullmatch(cell.text) is not None,
        "is-bold": cell.bold,
        "is-mid": cell.centred,
        "is-big": cell.size >= 15,
        "is-blank": cell.bordered and not cell.text.strip(),
    }
    kind = " ".join(name for name, holds in hints.items() if holds)
    rows, columns = area.bottom - area.top + 1, area.right - area.left + 1
    return Box(_shown(cell.text, marks), rows, columns, kind, rows > 1 or columns > 1)


def _shown(text: str, marks: Marks) -> str:
    """Numbers of the shape of an identity, a telephone or a card keep their last places, as does every number that the ledger
    covers; lines stay lines."""
    if text.strip() in marks.covered:
        return covered(text)
    return "\n".join(map(veiled, text.split("\n")))


def _texts(lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(veiled(line.text) for line in lines if line.text.strip())
