"""Spreadsheets that list apps, accounts or groups: found among the tables of a file by their columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.answer.harvest_cells import Grid, record_rows
from qingzhuang.check.inventory.columns import fields_of, register_kind
from qingzhuang.check.inventory.row import Row
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.read import form_of, read_workbook
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.load import default
from qingzhuang.match.normalise import normalise
from qingzhuang.model.case import CaseKind
from qingzhuang.model.form import Form, Item, Table
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Workbook


@dataclass(frozen=True, slots=True)
class Register:
    """One table that lists apps, accounts or groups."""

    file: str
    title: str
    kind: CaseKind
    rows: tuple[Row, ...]


def registers(file: str, content: bytes, *, converter: Converter | None = None) -> tuple[Register, ...]:
    """Return the registers of a file; none when it is another kind of form. Raises ProblemError as reading does."""
    book = read_workbook(file, content, converter=converter)
    return registers_of(form_of(book), book)


def registers_of(form: Form, book: Workbook, lexicon: Lexicon | None = None) -> tuple[Register, ...]:
    """Return the registers among the tables of a form."""
    words = lexicon or default()
    grids = {sheet.name: Grid.of(sheet) for sheet in book.sheets}
    return tuple(
        found
        for table in form.tables
        if table.columns
        and table.sheet in grids
        and (found := _register(form, table, grids[table.sheet], words))
    )


def _register(form: Form, table: Table, grid: Grid, words: Lexicon) -> Register | None:
    labels = [normalise(item.label, words).core or item.label for item in table.columns]
    fields = fields_of(labels)
    title = table.title or form.title or table.sheet
    kind = register_kind(fields, f"{title} {form.file}")
    if kind is None:
        return None
    columns = {field: table.columns[index] for field, index in fields.items()}
    return Register(form.file, title, kind, tuple(_rows(table, grid, columns, kind)))


def _rows(table: Table, grid: Grid, columns: dict[str, Item], kind: CaseKind) -> Iterator[Row]:
    for number in record_rows(table, grid, [], grid.last_row + 1):
        places = {field: Place(table.sheet, number, item.place.column) for field, item in columns.items()}
        values = {field: grid.content(columns[field], place)[0] for field, place in places.items()}
        if str(values.get("name") or "").strip():
            cells = {field: str(place) for field, place in places.items()}
            yield Row(kind, values, cells, str(places["name"]))
