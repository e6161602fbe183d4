"""Where each column of a list stands in each of its rows, and which values may go there as they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qingzhuang.answer.id_spelling import spelling
from qingzhuang.answer.sample_spelling import shows_sample
from qingzhuang.answer.writers.xlsx.book import Book, Slot
from qingzhuang.answer.writers.xlsx.figures import awaits_figure
from qingzhuang.answer.writers.xlsx.plain import Kinds, Pattern, Plain, PlainRow, Shape
from qingzhuang.model.form import Entry, Item, ItemType, Table
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.workbook import SheetPart

_USUAL = frozenset((str, int, float, type(None)))
_DATES = frozenset((ItemType.DATE, ItemType.MONTH))
_SPELT = frozenset((ItemType.ID_NUMBER, ItemType.PHONE))
BARE = -1


@dataclass(slots=True)
class Field:
    """A column's cell in a row. `words` and `numbers` tell that such values need no second thought there: no formula
    or merge in the way, no date or figure to be made of them, no number that must be spelt out. `column` and `style`
    are those of the slot; a text up to `short` letters fits whatever it is; `dated`: numbers are shown as dates."""

    slot: Slot
    words: bool
    numbers: bool
    column: int
    style: str
    short: int
    dated: bool


class Fields:
    """Answers from what it worked out before: rows of one template are asked for again with every copy."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._rows: dict[tuple[int, str, int, int], tuple[Field, ...]] = {}
        self._plains: dict[tuple[int, str, tuple[int, ...], Kinds], Plain] = {}

    def row(self, table: Table, sheet: SheetPart, row: int, model: int) -> tuple[Field, ...]:
        """Return the fields of a template's row in the order of the table's columns; `model` is the row that a missing
        one takes its looks from, or 0; BARE: a new row takes the looks of that row and nothing else."""
        row = min(row, self._book.beyond(sheet))
        key = (id(table), sheet.part, row, model)
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = tuple(self._fields(table, sheet, row, model))
        return found

    def plain(
        self, table: Table, sheet: SheetPart, seat: tuple[int, int], values: Mapping[int, Scalar]
    ) -> PlainRow | None:
        """Return the writes of a record's values by column index, None when they need to be looked at one by one; `seat`
        are row and model as in `row`."""
        seat = min(seat[0], self._book.beyond(sheet)), seat[1]
        given = tuple(values.values())
        indexes, kinds = tuple(values), tuple(map(type, given))
        plain = self._plains.get((id(table), sheet.part, indexes, kinds))
        if plain is None:
            plain = self._plains[id(table), sheet.part, indexes, kinds] = self._plain(table, indexes, kinds)
        if plain.shape is None:
            return None
        if seat not in plain.patterns:
            plain.patterns[seat] = self._pattern(self.row(table, sheet, *seat), indexes, kinds)
        pattern = plain.patterns[seat]
        ordered = plain.shape.values(given) if pattern is not None else None
        return PlainRow(plain.shape, pattern, ordered) if pattern is not None and ordered else None

    def _plain(self, table: Table, indexes: tuple[int, ...], kinds: Kinds) -> Plain:
        columns = [table.columns[index].place.column for index in indexes]
        usual = all(kind in _USUAL for kind in kinds) and len(set(columns)) == len(columns)
        return Plain(Shape(columns, kinds) if usual else None)

    def _pattern(self, fields: Sequence[Field], indexes: tuple[int, ...], kinds: Kinds) -> Pattern | None:
        """A row as a pattern when no value of these types needs a second thought in it."""
        styles: dict[int, str] = {}
        dated: list[int] = []
        for index, kind in zip(indexes, kinds, strict=True):
            each = fields[index]
            if kind is type(None):
                continue
            if not (each.words if kind is str else each.numbers):
                return None
            styles[each.column] = each.style
            if each.dated and kind is not str:
                dated.append(each.column)
        return Pattern(styles, tuple(dated))

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
            yield self._field(slot, item, self._book.sheet(sheet).column_width(slot.column))

    def _field(self, slot: Slot, item: Item, width: float) -> Field:
        free = not slot.formula and not slot.covered and item.entry is not Entry.CHOICE
        styles = self._book.styles
        dated = styles.is_date(slot.style)
        words = free and item.type not in _DATES and not dated
        words = words and not awaits_figure(item, slot.style, styles)
        if item.type is ItemType.ID_NUMBER:
            words = words and spelling(item.label, item.hint or "") is None
        if item.type in _SPELT:
            words = words and not shows_sample(item.hint)
        numbers = free and item.type not in _SPELT
        return Field(slot, words, numbers, slot.column, slot.style, int(width / 2), dated)
