"""The places of a document: which element stands at a table's grid cell or a paragraph's number."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from qingzhuang.answer.writers.docx.spot import Spot
from qingzhuang.model.place import Place
from qingzhuang.ooxml.word import Element, paragraphs, tables, w
from qingzhuang.ooxml.word_grid import GridCell, grid, rows
from qingzhuang.ooxml.word_text import block_text

BODY = "正文"


@dataclass(slots=True)
class GridTable:
    """One table as it was when the form was read; elements stay what they are when rows are put in."""

    element: Element
    rows: list[Element] = field(default_factory=list)
    cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)

    @classmethod
    def of(cls, element: Element) -> "GridTable":
        """Measure a table."""
        covered = {
            (row, column): cell
            for cell in grid(element)
            for row in range(cell.row, cell.bottom + 1)
            for column in range(cell.column, cell.right + 1)
        }
        return cls(element, list(rows(element)), covered)

    def text(self, row: int, column: int) -> str:
        """The text at a place, "" where there is none."""
        cell = self.cells.get((row, column))
        return "" if cell is None else block_text(cell.element)

    def spot(self, row: int, column: int) -> Spot | None:
        """What can be written to at a place, with the label beside or above it as a model."""
        cell = self.cells.get((row, column))
        if cell is None:
            return None
        beside = (self.cells.get((cell.row, cell.column - 1)), self.cells.get((cell.row - 1, cell.column)))
        labels = (next(each.element.iter(w("r")), None) for each in beside if each is not None)
        return Spot(cell.element, next((run for run in labels if run is not None), None))


class Document:
    """The body of a document by places."""

    def __init__(self, body: Element) -> None:
        self.body = body
        self.tables = {f"表{number}": GridTable.of(each) for number, each in enumerate(tables(body), start=1)}
        self._paragraphs = list(paragraphs(body))

    def spot(self, place: Place) -> Spot | None:
        """What stands at a place, None when the document has no such place."""
        if place.sheet == BODY:
            known = 0 < place.row <= len(self._paragraphs)
            return Spot(self._paragraphs[place.row - 1]) if known else None
        table = self.tables.get(place.sheet)
        return None if table is None else table.spot(place.row, place.column)

    def places(self) -> Iterator[tuple[Element, Place]]:
        """Yield every cell and paragraph with its place as it is now."""
        for number, paragraph in enumerate(self._paragraphs, start=1):
            yield paragraph, Place(BODY, number, 1)
        for number, table in enumerate(tables(self.body), start=1):
            for cell in grid(table):
                yield cell.element, Place(f"表{number}", cell.row, cell.column)
