"""What a person said of how a form is to be read, and reading a copy of it accordingly. A copy is known by the words of the
taught header or labels themselves, wherever rows moved them; where they are not found nothing is applied."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qingzhuang.intake.layout.assemble import Assembler
from qingzhuang.intake.layout.body import find_body
from qingzhuang.intake.layout.grid import Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.parts import ListPart
from qingzhuang.intake.layout.text import level
from qingzhuang.intake.layout.types import type_of
from qingzhuang.intake.reissue import steady
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place, parse_a1
from qingzhuang.model.sheet import Sheet, Workbook

_ALIKE = 0.75
_REACH = 20
"""How many rows a header may have moved up or down."""


@dataclass(frozen=True, slots=True)
class TaughtInput:
    """An answer's cell and the cell of its label, both in A1 notation, as the taught file numbers them."""

    label: str
    cell: str
    label_cell: str


@dataclass(frozen=True, slots=True)
class TaughtTable:
    """One table as a person reads it; a sheet without header and inputs is no form. `words` are the marks of the header's
    labels. `inputs` None: those that the machine reads."""

    sheet: str
    header_rows: tuple[int, int] | None = None
    data_start_row: int | None = None
    data_end_row: int | None = None
    inputs: tuple[TaughtInput, ...] | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taught:
    """What a person said of one form; it stands for all copies and later editions."""

    title: str
    tables: tuple[TaughtTable, ...]


def mark(text: str) -> str:
    """A label's mark: enough to know it again, without its words."""
    return hashlib.sha256(steady(level(text)).encode()).hexdigest()[:12]


def words_of(sheet: Sheet, rows: tuple[int, int]) -> tuple[str, ...]:
    """The marks of the labels in some rows, in their order."""
    return tuple(
        mark(cell.text)
        for (row, _), cell in sorted(sheet.cells.items())
        if rows[0] <= row <= rows[1] and level(cell.text)
    )


def by_teaching(book: Workbook, form: Form, lessons: Iterable[Taught]) -> Form:
    """Return the form as the first lesson that fits says, else as it was read."""
    for lesson in lessons:
        shifts = _shifts(book, lesson)
        if shifts is not None:
            return _applied(book, form, lesson, shifts)
    return form


def _shifts(book: Workbook, lesson: Taught) -> dict[TaughtTable, int] | None:
    """By how many rows each taught table has moved in a book; None when the lesson is about another form."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    found: dict[TaughtTable, int] = {}
    for table in lesson.tables:
        sheet = sheets.get(table.sheet) or (book.sheets[0] if len(book.sheets) == 1 else None)
        shift = None if sheet is None else _shift(sheet, table)
        if shift is None:
            return None
        found[table] = shift
    known = any(table.words or table.inputs for table in lesson.tables)
    return found if known else None


def _shift(sheet: Sheet, table: TaughtTable) -> int | None:
    for shift in sorted(range(-_REACH, _REACH + 1), key=abs):
        if table.header_rows and table.words:
            first, last = (row + shift for row in table.header_rows)
            if first >= 1 and _overlap(words_of(sheet, (first, last)), table.words) >= _ALIKE:
                return shift
        elif not table.inputs or all(_stands(sheet, each, shift) for each in table.inputs):
            return shift
    return None


def _overlap(mine: Sequence[str], theirs: Sequence[str]) -> float:
    return sum((Counter(mine) & Counter(theirs)).values()) / max(len(mine), len(theirs), 1)


def _stands(sheet: Sheet, each: TaughtInput, shift: int) -> bool:
    row, column = parse_a1(each.label_cell)
    cell = sheet.cells.get((row + shift, column))
    return cell is not None and steady(level(each.label)) in steady(level(cell.text))


def _applied(book: Workbook, form: Form, lesson: Taught, shifts: Mapping[TaughtTable, int]) -> Form:
    named = {sheet.name: sheet for sheet in book.sheets}
    taught = {table.sheet for table in lesson.tables}
    kept = [table for table in form.tables if table.sheet not in taught and len(named) > 1]
    read = [
        made
        for table in lesson.tables
        for sheet in [named.get(table.sheet, book.sheets[0])]
        if (made := _table(book.file, sheet, form, table, shifts[table])) is not None
    ]
    order = list(named)
    tables = sorted([*kept, *read], key=lambda table: order.index(table.sheet))
    return replace(
        form,
        tables=tuple(tables),
        problems=tuple(each for each in form.problems if each.code not in {"QZ-R009", "QZ-R011"}),
    )


def _table(file: str, sheet: Sheet, form: Form, taught: TaughtTable, shift: int) -> Table | None:
    inputs = tuple(_inputs(sheet, form, taught, shift))
    if taught.header_rows is None:
        return Table(sheet.name, TableKind.CARD, form.title, inputs=inputs) if inputs else None
    grid = Grid(sheet)
    top, bottom = (row + shift for row in taught.header_rows)
    boxes = [box for row in range(top, bottom + 1) for box in grid.texts(row)]
    header = Header(top, bottom, min(box.left for box in boxes), max(box.right for box in boxes))
    start = taught.data_start_row + shift if taught.data_start_row else bottom + 1
    body = find_body(grid, header, start)
    table = Assembler(file, sheet, grid).table_of(ListPart(header, (), body))
    end = taught.data_end_row + shift if taught.data_end_row else table.data_end_row
    last = max([end or grid.last_text, *table.total_rows])
    footers = tuple(row for row in range(last + 1, grid.last_text + 1) if grid.texts(row))
    return replace(
        table, title=form.title, data_start_row=start, data_end_row=end, footer_rows=footers, inputs=inputs
    )


def _inputs(sheet: Sheet, form: Form, taught: TaughtTable, shift: int) -> Iterator[Item]:
    if taught.inputs is None:
        head = range((taught.header_rows or (0, 0))[0] + shift, (taught.header_rows or (0, 0))[1] + shift + 1)
        own = (item for table in form.tables if table.sheet == sheet.name for item in table.inputs)
        yield from (item for item in own if item.place.row not in head)
        return
    for each in taught.inputs:
        row, column = parse_a1(each.cell)
        yield Item((each.label,), Place(sheet.name, row + shift, column), type=type_of(each.label))
