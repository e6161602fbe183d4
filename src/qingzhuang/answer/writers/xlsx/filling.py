"""One fill: from placed answers to the parts that change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.answer.keys import RowAnswer
from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.calcpr import calculate_on_load
from qingzhuang.answer.writers.xlsx.cards import CardWriter
from qingzhuang.answer.writers.xlsx.convert import Converter
from qingzhuang.answer.writers.xlsx.dimension import stretched
from qingzhuang.answer.writers.xlsx.edit import SheetEdit
from qingzhuang.answer.writers.xlsx.fields import Fields
from qingzhuang.answer.writers.xlsx.flow import Flow
from qingzhuang.answer.writers.xlsx.furniture import move_furniture
from qingzhuang.answer.writers.xlsx.hollow import looks_like_an_answer
from qingzhuang.answer.writers.xlsx.lists import Allocation, Allocator, side_by_side
from qingzhuang.answer.writers.xlsx.low import too_low
from qingzhuang.answer.writers.xlsx.narrow import too_narrow
from qingzhuang.answer.writers.xlsx.recalculate import left_to_program, recalculate
from qingzhuang.answer.writers.xlsx.records import RecordWriter
from qingzhuang.answer.writers.xlsx.relocate import relocate
from qingzhuang.answer.writers.xlsx.render import SheetRenderer, frame_of
from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.answer.writers.xlsx.totals import sum_up, sum_up_places
from qingzhuang.model.form import Form, Item, Table
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.workbook import SheetPart


@dataclass(slots=True)
class _Work:
    sheet: SheetPart
    edit: SheetEdit


class Filling:
    """Gathers the changes of all sheets, then renders the parts."""

    def __init__(self, book: Book, form: Form, allocator: Allocator, fields: Fields) -> None:
        self._book = book
        self._form = form
        self._inputs = tuple(item for table in form.tables for item in table.inputs)
        self._converter = Converter(book.styles, book.map.date1904)
        self._allocator = allocator
        self._fields = fields
        self._edits: dict[str, _Work] = {}
        self.written: list[Place] = []
        self.streams: dict[str, Iterator[bytes]] = {}

    @property
    def problems(self) -> list[Problem]:
        """What a person should know about this fill."""
        return self._converter.problems

    @property
    def edits(self) -> tuple[SheetEdit, ...]:
        """What changes, sheet by sheet."""
        return tuple(work.edit for work in self._edits.values())

    def add(
        self, sheet: SheetPart, rows: Mapping[int, Sequence[RowAnswer]], cards: Sequence[tuple[Item, Scalar]]
    ) -> None:
        """Take the answers of one sheet in: lists and matrices by table index, then cards."""
        edit = SheetEdit(sheet.name, self._book.sheet(sheet))
        self._edits[sheet.part] = _Work(sheet, edit)
        allocations = self._allocate(sheet, rows)
        edit.rowmap = RowMap(side_by_side(allocations))
        edit.lists = _columns(self._form.tables[index] for index in rows)
        records = RecordWriter(self._book, sheet, edit, self._converter, self._fields)
        for allocation in allocations:
            records.list(allocation)
            note = sum_up(self._book, sheet, edit, allocation)
            self._converter.problems += [note] if note else []
        for index, answers in rows.items():
            if self._form.tables[index].stubs:
                records.matrix(self._form.tables[index], answers)
                note = sum_up_places(self._book, sheet, edit, self._form.tables[index], answers)
                self._converter.problems += [note] if note else []
        self._cards(sheet, edit, cards)
        note = too_narrow(edit, self._book.styles)
        low = too_low(edit, self._book.styles)
        self._converter.problems += [each for each in (note, low) if each]
        self.written += self._book.places(sheet, edit.writes)

    def pour(
        self,
        sheet: SheetPart,
        table: Table,
        records: Iterator[RowAnswer],
        count: int,
        cards: Sequence[tuple[Item, Scalar]],
    ) -> Flow:
        """Set the rows of a list aside for records that come while its sheet is written; cards of the same sheet go in
        at once."""
        edit = SheetEdit(sheet.name, self._book.sheet(sheet))
        self._edits[sheet.part] = _Work(sheet, edit)
        allocation = self._allocator.allocate(table, sheet, [RowAnswer(0, {})] * count)
        edit.rowmap = RowMap(side_by_side([allocation]))
        edit.lists = _columns([table])
        self._cards(sheet, edit, cards)
        return RecordWriter(self._book, sheet, edit, self._converter, self._fields).flow(allocation, records)

    def _allocate(self, sheet: SheetPart, rows: Mapping[int, Sequence[RowAnswer]]) -> list[Allocation]:
        return [
            self._allocator.allocate(self._form.tables[index], sheet, answers)
            for index, answers in rows.items()
            if not self._form.tables[index].stubs
        ]

    def _cards(self, sheet: SheetPart, edit: SheetEdit, cards: Sequence[tuple[Item, Scalar]]) -> None:
        writer = CardWriter(self._book, sheet, self._converter, self._inputs)
        for item, value in cards:
            writer.put(item, value)
        for (row, column), write in writer.writes.items():
            edit.write(edit.rowmap.row(row), column, write)

    def finish(self) -> dict[str, bytes]:
        """Return the new content of every part that changes."""
        edits = {
            part: work.edit for part, work in self._edits.items() if work.edit.writes or work.edit.rowmap
        }
        maps = {edit.name.casefold(): edit.rowmap for edit in edits.values()}
        if any(maps.values()):
            edits |= self._followers(edits, maps)
        changed: dict[str, bytes] = {}
        self._recalculate(edits, maps, changed)
        for part, edit in edits.items():
            if edit.flow is not None:
                self.streams[part] = self._renderer(part, edit, maps).pieces()
            elif edit.writes or edit.results or edit.moves(maps):
                changed[part] = self._renderer(part, edit, maps).render()
        if any(maps.values()):
            relocate(self._book, edits, maps, changed)
        if self._converter.new_styles:
            changed[self._book.styles_part] = self._converter.new_styles.render()
        return changed

    def _followers(self, edits: Mapping[str, SheetEdit], maps: Mapping[str, RowMap]) -> dict[str, SheetEdit]:
        """The sheets without answers whose formulas name a sheet whose rows move."""
        found = {
            sheet.part: SheetEdit(sheet.name, self._book.sheet(sheet))
            for sheet in self._book.map.sheets
            if sheet.part not in edits
        }
        return {part: edit for part, edit in found.items() if edit.moves(maps)}

    def _recalculate(
        self, edits: dict[str, SheetEdit], maps: Mapping[str, RowMap], changed: dict[str, bytes]
    ) -> None:
        unknown, hollow = recalculate(self._book, edits, maps, self._fixed())
        if hollow:
            self._converter.problems.append(looks_like_an_answer(hollow))
        if unknown:
            package, part = self._book.package, self._book.map.part
            changed[part] = calculate_on_load(package.part(part), package.file, part)
            self._converter.problems.append(left_to_program(unknown[0], len(unknown)))

    def _fixed(self) -> dict[str, frozenset[int]]:
        """The rows of matrices, by sheet."""
        found: dict[str, set[int]] = {}
        for table in self._form.tables:
            rows = (*(stub.row for stub in table.stubs), *(table.total_rows if table.stubs else ()))
            found.setdefault(table.sheet, set()).update(rows)
        return {sheet: frozenset(rows) for sheet, rows in found.items()}

    def _renderer(self, part: str, edit: SheetEdit, maps: Mapping[str, RowMap]) -> SheetRenderer:
        frame = frame_of(edit.xml)
        if edit.moves(maps) or edit.models:
            frame = move_furniture(self._book.package.file, part, edit, maps)(frame)
        return SheetRenderer(edit, maps, stretched(frame, edit.writes))


def _columns(tables: Iterable[Table]) -> frozenset[int]:
    """The columns from the first to the last of each list."""
    found: set[int] = set()
    for places in ([item.place.column for item in table.columns] for table in tables):
        found.update(range(min(places, default=1), max(places, default=0) + 1))
    return frozenset(found)
