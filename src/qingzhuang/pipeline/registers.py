"""Spreadsheets that list apps, accounts or groups: found among the tables of a file by their columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qingzhuang.answer.harvest_cells import Grid, record_rows
from qingzhuang.check.inventory.columns import field_of, fields_of, register_kind
from qingzhuang.check.inventory.row import Row
from qingzhuang.check.inventory.values import is_no
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.read import form_of, read_workbook
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.normalise import normalise
from qingzhuang.model.case import CaseKind
from qingzhuang.model.form import Form, Item, Table
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Scalar, Workbook

_TIMES = {"万": 10_000, "千": 1_000}


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
    fields = fields_of([_label(item, words) for item in table.columns])
    title = table.title or form.title or table.sheet
    kind = register_kind(fields, f"{title} {form.file}")
    if kind is None:
        return None
    columns = {field: [table.columns[index] for index in indexes] for field, indexes in fields.items()}
    return Register(form.file, title, kind, tuple(_rows(table, grid, columns, kind)))


def _label(item: Item, words: Lexicon) -> str:
    """The label of a column; with what stands above it where it says nothing of itself."""
    label = normalise(item.label, words).core or item.label
    above = "".join(item.path[-2:])
    return above if field_of(label) is None and field_of(above) else label


def _rows(table: Table, grid: Grid, columns: dict[str, list[Item]], kind: CaseKind) -> Iterator[Row]:
    for number in record_rows(table, grid, [], grid.last_row + 1):
        cells = {field: _cell(table, grid, items, number) for field, items in columns.items()}
        if str(cells["name"].value or "").strip():
            yield Row(
                kind,
                {field: cell.value for field, cell in cells.items()},
                {field: str(cell.place) for field, cell in cells.items()},
                str(cells["name"].place),
                {field: cell.label for field, cell in cells.items()},
            )


@dataclass(frozen=True, slots=True)
class _Cell:
    value: Scalar
    place: Place
    label: str


def _cell(table: Table, grid: Grid, items: Sequence[Item], number: int) -> _Cell:
    """Of several columns for one thing the first that says anything, one that says more than "no" before one that does not."""
    found: list[_Cell] = []
    for item in items:
        place = Place(table.sheet, number, item.place.column)
        found.append(_Cell(_whole(grid.content(item, place)[0], item), place, item.label))
    said = [each for each in found if str(each.value or "").strip()]
    return next((each for each in said if not is_no(str(each.value))), (said or found)[0])


def _whole(value: Scalar, item: Item) -> Scalar:
    """A number in ten thousands, as its header says, in ones."""
    times = _TIMES.get((item.unit or "")[:1], 1)
    return value * times if isinstance(value, int | float) and not isinstance(value, bool) else value
