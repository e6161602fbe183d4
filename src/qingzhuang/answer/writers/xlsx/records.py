"""Records of lists and rows of matrices as writes to cells."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter

from qingzhuang.answer.keys import RowAnswer
from qingzhuang.answer.writers.xlsx.book import Book, Slot
from qingzhuang.answer.writers.xlsx.cards import chosen_words, formula_kept, no_box
from qingzhuang.answer.writers.xlsx.convert import Converter, Where, spoken
from qingzhuang.answer.writers.xlsx.dates import over_blanks
from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.fields import BARE, Fields
from qingzhuang.answer.writers.xlsx.flow import Flow, UnknownRow
from qingzhuang.answer.writers.xlsx.inline import ticks
from qingzhuang.answer.writers.xlsx.lists import Allocation, Target
from qingzhuang.answer.writers.xlsx.values import LONGEST_TEXT, Write
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Entry, Item, ItemType, Table
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.workbook import SheetPart

_LARGE = 1e15  # beyond it programs round
Numbering = Callable[[int, int, RowAnswer], RowAnswer]


class RecordWriter:
    """Writes records of one sheet into its edit."""

    def __init__(
        self, book: Book, sheet: SheetPart, edit: SheetEdit, converter: Converter, fields: Fields
    ) -> None:
        self._book = book
        self._fields = fields
        self._sheet = sheet
        self._edit = edit
        self._converter = converter
        self._kept: set[str] = set()

    def list(self, allocation: Allocation) -> None:
        """Write the records of a list to the rows allotted to them; a copied row keeps nothing of what its model holds."""
        targets = allocation.targets(self._edit.rowmap)
        numbered = self._numbering(allocation, targets)
        for source, row, record in targets:
            self._put(allocation, source, row, numbered(source, row, record))

    def flow(self, allocation: Allocation, records: Iterator[RowAnswer]) -> Flow:
        """Take the rows that an allocation gives to records to come; they are written when the sheet is."""
        targets = sorted(allocation.targets(self._edit.rowmap), key=itemgetter(1))
        unknown = UnknownRow(tuple(sorted(item.place.column for item in allocation.table.columns)))
        self._edit.writes |= dict.fromkeys((row for _source, row, _record in targets), unknown)
        numbered = self._numbering(allocation, targets)

        def put(source: int, row: int, record: RowAnswer) -> Mapping[int, Write]:
            del self._edit.writes[row]
            self._put(allocation, source, row, numbered(source, row, record))
            self._edit.unsure.clear()
            return self._edit.writes.pop(row, {})

        found = self._edit.flow = Flow(iter(targets), records, put)
        return found

    def _put(self, allocation: Allocation, source: int, row: int, record: RowAnswer) -> None:
        table = allocation.table
        if allocation.insert is not None and allocation.insert.bare:
            self._dress(source, row)
        elif source not in self._edit.xml.rows and allocation.first in self._edit.xml.rows:
            self._edit.models[row] = allocation.first
        if row in self._edit.models or (row != source and row != self._edit.rowmap.row(source)):
            self._empty(table, self._edit.models.get(row, source), row)
        self._record(table, source, row, record)

    def _dress(self, source: int, row: int) -> None:
        """A new row of a list that had none looks like the row it was put before."""
        self._edit.models[row] = BARE
        below = self._edit.xml.rows.get(source)
        for cell in below.cells.values() if below else ():
            self._edit.write(row, cell.column, Write(None, cell.style))

    def matrix(self, table: Table, records: Sequence[RowAnswer]) -> None:
        """Write each record to the row that its stub names."""
        for record in records:
            if record.stub is not None:
                row = record.stub.row
                self._record(table, row, self._edit.rowmap.row(row), record)

    def _record(self, table: Table, source: int, row: int, record: RowAnswer) -> None:
        seat = source, self._edit.models.get(row, 0)
        if row not in self._edit.writes:
            plain = self._fields.plain(table, self._sheet, seat, record.values)
            if plain is not None:
                self._edit.writes[row] = plain
                return
        columns, writes, unsure = table.columns, self._edit.cells(row), self._edit.unsure
        fields = self._fields.row(table, self._sheet, *seat)
        for index, value in record.values.items():
            field = fields[index]
            kind = type(value)
            if kind is str:
                easy = field.words and value.isprintable() and len(value) <= LONGEST_TEXT  # type: ignore[union-attr, arg-type]
            else:
                easy = field.numbers and (kind is int or kind is float) and -_LARGE < value < _LARGE  # type: ignore[operator]
            if easy:
                column = field.column
                writes[column] = Write(value, field.style)
                if field.dated if kind is not str else len(value) > field.short:  # type: ignore[arg-type]
                    unsure.append((row, column))
            elif value is not None:
                self._carefully(columns[index], field.slot, row, value)

    def _carefully(self, item: Item, slot: Slot, row: int, value: Scalar) -> None:
        if slot.formula:
            self._keep(item)
            return
        if slot.covered:
            self._covered(item, slot, row, value)
            return
        printed = self._book.text(self._edit.xml.cell(slot.row, slot.column))
        if item.entry is Entry.CHOICE and printed:
            self._tick(item, slot, row, value, printed)
        elif (over := over_blanks(value, printed)) is not None:
            self._edit.write(row, slot.column, Write(over, slot.style))
        else:
            write = self._converter.write(value, item, slot.style, (self._sheet.name, row, slot.column))
            self._edit.write(row, slot.column, write)

    def _covered(self, item: Item, slot: Slot, row: int, value: Scalar) -> None:
        """A cell of a merged area that begins further up shows what stands there: the same value or none at all."""
        top = self._edit.rowmap.row(slot.row)
        write = self._converter.write(value, item, slot.style, (self._sheet.name, row, slot.column))
        standing = self._edit.writes.get(top, {}).get(slot.column)
        if standing is None:
            self._edit.write(top, slot.column, write)
        elif standing.value != write.value:
            self._converter.problems.append(_hidden((self._sheet.name, row, slot.column), item))

    def _tick(self, item: Item, slot: Slot, row: int, value: Scalar, printed: str) -> None:
        words = spoken(value, item) if isinstance(value, bool) else str(value)
        changes = ticks(printed, item.label, item.codes, chosen_words(words, item))
        if changes is None:
            self._converter.problems.append(no_box(item, words))
            return
        for change in sorted(changes, key=lambda each: each.start, reverse=True):
            printed = printed[: change.start] + change.new + printed[change.end :]
        self._edit.write(row, slot.column, Write(printed, slot.style))

    def _keep(self, item: Item) -> None:
        if item.key not in self._kept:
            self._kept.add(item.key)
            self._converter.problems.append(formula_kept(f"{self._sheet.name}!{item.place.cell}", item.key))

    def _empty(self, table: Table, source: int, row: int) -> None:
        for item in table.columns:
            if item.entry is Entry.CHOICE:
                continue
            cell = self._edit.xml.cell(source, item.place.column)
            if cell is not None and cell.value is not None and cell.formula is None:
                self._edit.write(row, item.place.column, Write(None, cell.style))

    def _numbering(self, allocation: Allocation, targets: Sequence[Target]) -> Numbering:
        """Number the records from 1 in a column for running numbers, where neither the form nor the answers do so."""
        columns, rowmap = allocation.table.columns, self._edit.rowmap
        index = next((i for i, item in enumerate(columns) if item.type is ItemType.ROW_NUMBER), None)
        if index is None:
            return lambda _source, _row, record: record
        start = min((rowmap.row(allocation.first), *(row for _, row, _ in targets)))

        def numbered(source: int, row: int, record: RowAnswer) -> RowAnswer:
            model = self._edit.models.get(row, 0)
            slot = self._fields.row(allocation.table, self._sheet, source, model)[index].slot
            if slot.formula or slot.covered or record.values.get(index) is not None:
                return record
            standing = self._book.text(self._edit.xml.cell(source, slot.column)).strip()
            if standing == str(row - start + 1) and row == rowmap.row(source):
                return record
            return RowAnswer(record.number, {**record.values, index: row - start + 1}, record.stub)

        return numbered


def _hidden(where: Where, item: Item) -> Problem:
    return Problem(
        "QZ-F011",
        str(Place(*where)),
        _("这一格与上面的格子合并了，“{key}”没有写进去。").format(key=item.key),
        _("请拆开合并的格子，或让这几行的值相同。"),
        Severity.DOUBT,
    )
