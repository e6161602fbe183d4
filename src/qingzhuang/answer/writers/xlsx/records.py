"""Records of lists and rows of matrices as writes to cells."""

from collections.abc import Sequence

from qingzhuang.answer.keys import RowAnswer
from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.cards import formula_kept
from qingzhuang.answer.writers.xlsx.convert import Converter
from qingzhuang.answer.writers.xlsx.edit import Line, SheetEdit
from qingzhuang.answer.writers.xlsx.lists import Allocation
from qingzhuang.answer.writers.xlsx.values import Write
from qingzhuang.model.form import Item, ItemType, Table
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.workbook import SheetPart


class RecordWriter:
    """Writes records of one sheet into its edit."""

    def __init__(self, book: Book, sheet: SheetPart, edit: SheetEdit, converter: Converter) -> None:
        self._book = book
        self._sheet = sheet
        self._edit = edit
        self._converter = converter
        self._kept: set[str] = set()

    def list(self, allocation: Allocation) -> None:
        """Write the records of a list to the rows allotted to them; rows put in beyond the values keep no old text."""
        table = allocation.table
        for source, row, record in allocation.targets(self._edit.rowmap):
            if source not in self._edit.xml.rows:
                self._edit.models[row] = allocation.first
            copied = row != self._edit.rowmap.row(source)
            if copied:
                self._empty(table, source, row)
            self._record(table, source, row, record)
        self._number(allocation)

    def matrix(self, table: Table, records: Sequence[RowAnswer]) -> None:
        """Write each record to the row that its stub names."""
        for record in records:
            if record.stub is not None:
                row = record.stub.row
                self._record(table, row, self._edit.rowmap.row(row), record)

    def _record(self, table: Table, source: int, row: int, record: RowAnswer) -> None:
        for index, value in record.values.items():
            item = table.columns[index]
            if value is None or (item.type is ItemType.ROW_NUMBER and value == ""):
                continue
            self._put(item, source, row, value)

    def _put(self, item: Item, source: int, row: int, value: Scalar) -> None:
        at, column = self._book.top_left(self._sheet, source, item.place.column)
        cell = self._edit.xml.cell(at, column)
        if cell is not None and cell.formula is not None:
            self._keep(item, row)
            return
        target = row + at - source
        where = f"{self._sheet.name}!{item.place.cell}"
        style = self._edit.style(Line(target, at), column)
        self._edit.write(target, column, self._converter.write(value, item, style, where))

    def _keep(self, item: Item, row: int) -> None:
        if item.key not in self._kept:
            self._kept.add(item.key)
            self._converter.problems.append(formula_kept(f"{self._sheet.name}!{item.place.cell}", item.key))

    def _empty(self, table: Table, source: int, row: int) -> None:
        """A copied row must not repeat what the row it was copied from happens to hold."""
        for item in table.columns:
            cell = self._edit.xml.cell(source, item.place.column)
            if cell is not None and cell.value is not None and cell.formula is None:
                self._edit.write(row, item.place.column, Write(None))

    def _number(self, allocation: Allocation) -> None:
        """Number the records from 1 in a column for running numbers, where the form has not done so itself."""
        column = next(
            (item.place.column for item in allocation.table.columns if item.type is ItemType.ROW_NUMBER), None
        )
        if column is None:
            return
        start = self._edit.rowmap.row(allocation.first)
        for source, row, record in allocation.targets(self._edit.rowmap):
            cell = self._edit.xml.cell(source, column)
            given = any(
                value is not None and allocation.table.columns[index].type is ItemType.ROW_NUMBER
                for index, value in record.values.items()
            )
            number = row - start + 1
            computed = cell is not None and cell.formula is not None
            standing = row == self._edit.rowmap.row(source) and self._book.text(cell).strip() == str(number)
            if not given and not computed and not standing:
                self._edit.write(row, column, Write(number))
