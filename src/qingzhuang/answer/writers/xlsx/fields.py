"""Where each column of a list stands in each of its rows, and which values may go there as they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qingzhuang.answer.writers.xlsx.book import Book, Slot
from qingzhuang.answer.writers.xlsx.figures import awaits_figure
from qingzhuang.model.form import Entry, Item, ItemType, Table
from qingzhuang.ooxml.workbook import SheetPart

_DATES = frozenset((ItemType.DATE, ItemType.MONTH))
_SPELT = frozenset((ItemType.ID_NUMBER, ItemType.PHONE))
BARE = -1


@dataclass(slots=True)
class Field:
    """A column's cell in a row. `words` and `numbers` tell that such values need no second thought there: no formula
    or merge in the way, no date or figure to be made of them, no number that must be spelt out."""

    slot: Slot
    words: bool
    numbers: bool


class Fields:
    """Answers from what it worked out before: rows of one template are asked for again with every copy."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._rows: dict[tuple[int, str, int, int], tuple[Field, ...]] = {}

    def row(self, table: Table, sheet: SheetPart, row: int, model: int) -> tuple[Field, ...]:
        """Return the fields of a template's row in the order of the table's columns; `model` is the row that a missing
        one takes its looks from, or 0; BARE: a new row takes the looks of that row and nothing else."""
        key = (id(table), sheet.part, row, model)
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = tuple(self._fields(table, sheet, row, model))
        return found

    def _fields(self, table: Table, sheet: SheetPart, row: int, model: int) -> Iterator[Field]:
        seen: set[int] = set()
        for item in table.columns:
            column = item.place.column
            if model == BARE:
                slot = Slot(row, column, self._book.style(sheet, row, column), False, False)
            else:
                slot = self._book.slot(sheet, row, column, model)
            if slot.column in seen:  # a merge joins two columns: only the first is seen
                slot = replace(slot, covered=True)
            seen.add(slot.column)
            yield self._field(slot, item)

    def _field(self, slot: Slot, item: Item) -> Field:
        free = not slot.formula and not slot.covered and item.entry is not Entry.CHOICE
        styles = self._book.styles
        words = free and item.type not in _DATES and not styles.is_date(slot.style)
        words = words and not awaits_figure(item, slot.style, styles)
        return Field(slot, words, free and item.type not in _SPELT)
