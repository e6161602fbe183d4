"""The places of a document: which element stands at a table's grid cell or a paragraph's number. Measured once; a copy of
the document is known by the order of its elements."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from qingzhuang.answer.writers.docx.spot import Spot
from qingzhuang.model.place import Place
from qingzhuang.ooxml.word import Element, paragraphs, tables
from qingzhuang.ooxml.word_grid import GridCell, grid, rows
from qingzhuang.ooxml.word_text import block_text

BODY = "正文"


@dataclass(slots=True)
class TableLayout:
    """One table as it was when the form was read. `rows` and `at` are positions among the document's elements, the
    latter of the cell that covers a grid place; `tops` the first row and column of that cell, `texts` its text."""

    name: str
    rows: list[int] = field(default_factory=list)
    at: dict[tuple[int, int], int] = field(default_factory=dict)
    tops: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    cells: list[tuple[int, Place]] = field(default_factory=list)
    _spots: dict[tuple[int, int], tuple[int, int | None, int | None]] = field(default_factory=dict)

    def spot(self, row: int, column: int) -> tuple[int, int | None, int | None] | None:
        """The positions of a cell and of those beside and above it; None where there is no cell."""
        key = row, column
        if key not in self._spots:
            at = self.at.get(key)
            if at is None:
                return None
            top, left = self.tops[key]
            self._spots[key] = at, self.at.get((top, left - 1)), self.at.get((top - 1, left))
        return self._spots[key]


class Layout:
    """The places of a document, by the order of its elements."""

    def __init__(self, body: Element) -> None:
        order = {element: at for at, element in enumerate(body.iter())}
        self.tables = [
            _layout(f"表{number}", each, order) for number, each in enumerate(tables(body), start=1)
        ]
        self.paragraphs = [order[each] for each in paragraphs(body)]


def _layout(name: str, table: Element, order: dict[Element, int]) -> TableLayout:
    made = TableLayout(name, [order[row] for row in rows(table)])
    for cell in grid(table):
        text, at = block_text(cell.element), order[cell.element]
        made.cells.append((at, Place(name, cell.row, cell.column)))
        for spot in _covered(cell):
            made.at[spot], made.tops[spot], made.texts[spot] = at, (cell.row, cell.column), text
    return made


def _covered(cell: GridCell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.bottom + 1):
        for column in range(cell.column, cell.right + 1):
            yield row, column


class GridTable:
    """One table of a copy; elements stay what they are when rows are put in."""

    def __init__(self, layout: TableLayout, elements: Sequence[Element]) -> None:
        self._layout = layout
        self._elements = elements
        self.height = len(layout.rows)
        self.grew = False

    def row(self, number: int) -> Element:
        """The element of a row, counted from 1."""
        return self._elements[self._layout.rows[number - 1]]

    def text(self, row: int, column: int) -> str:
        """The text that the form prints at a place, "" where there is none."""
        return self._layout.texts.get((row, column), "")

    def spot(self, row: int, column: int) -> Spot | None:
        """What can be written to at a place, with the cells beside and above it, whose labels are a model."""
        found = self._layout.spot(row, column)
        if found is None:
            return None
        elements = self._elements
        at, left, above = found
        if left is None or above is None:
            return Spot(elements[at], tuple(elements[each] for each in (left, above) if each is not None))
        return Spot(elements[at], (elements[left], elements[above]))


class Document:
    """The body of a copy by places; `layout` is that of the document it was copied from."""

    def __init__(self, body: Element, layout: Layout) -> None:
        self.body = body
        self._layout = layout
        self._elements = list(body.iter())
        self.tables = {each.name: GridTable(each, self._elements) for each in layout.tables}

    def spot(self, place: Place) -> Spot | None:
        """What stands at a place, None when the document has no such place."""
        if place.sheet == BODY:
            known = 0 < place.row <= len(self._layout.paragraphs)
            return Spot(self._elements[self._layout.paragraphs[place.row - 1]]) if known else None
        table = self.tables.get(place.sheet)
        return None if table is None else table.spot(place.row, place.column)

    def places(self, written: Set[Element]) -> Iterator[Place]:
        """Yield the places that the cells and paragraphs written to have now."""
        for number, at in enumerate(self._layout.paragraphs, start=1):
            if self._elements[at] in written:
                yield Place(BODY, number, 1)
        if any(table.grew for table in self.tables.values()):
            yield from self._anew(written)
            return
        for layout in self._layout.tables:
            yield from (place for at, place in layout.cells if self._elements[at] in written)

    def _anew(self, written: Set[Element]) -> Iterator[Place]:
        for number, table in enumerate(tables(self.body), start=1):
            for cell in grid(table):
                if cell.element in written:
                    yield Place(f"表{number}", cell.row, cell.column)
