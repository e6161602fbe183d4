"""What a reader should find on a form of the example, by its own specification."""

import re
from dataclasses import dataclass

from qingzhuang.demo.forms.compose import compose_document, compose_sheet
from qingzhuang.demo.forms.drawing import Drawing
from qingzhuang.demo.forms.spec import FormSpec, Title
from qingzhuang.model.form import Form, Item, Stub, Table


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a reading on which a specification and a reader must agree. Whether a card and the list below it
    are one table or two is left to the reader; every list, column, row and field is not."""

    title: str | None
    lists: tuple[tuple[object, ...], ...]
    inputs: tuple[tuple[str, str, str], ...]
    stubs: tuple[tuple[int, tuple[str, ...]], ...]
    codes: tuple[tuple[str, tuple[str, ...]], ...]


def expected(form: FormSpec) -> Reading:
    """Return what the specification says."""
    if form.file.endswith(".docx"):
        parts, inline = compose_document(form.sheets[0])
        drawings = [part for part in parts if isinstance(part, Drawing)]
    else:
        drawings = [compose_sheet(spec) for spec in form.sheets]
        inline = [item for drawing in drawings for item in drawing.inputs]
    tables = [table for drawing in drawings for table in drawing.tables]
    return _reading(_title(form), tables, inline)


def found(form: Form) -> Reading:
    """Return what a reader says."""
    return _reading(form.title, list(form.tables), [])


def _title(form: FormSpec) -> str | None:
    """The title that is printed, without the mark that a template's filler was to replace."""
    printed = next((block.text for block in form.sheets[0].blocks if isinstance(block, Title)), None)
    return re.sub(r"\$\{[^{}]*\}年?", "", printed) if printed else printed


def _reading(title: str | None, tables: list[Table], inline: list[Item]) -> Reading:
    inputs = [item for table in tables for item in table.inputs] + inline
    items = [item for table in tables for item in table.items]
    return Reading(
        title,
        tuple(sorted(_list(table) for table in tables if table.columns)),
        tuple(sorted((item.key, str(item.place), item.entry.value) for item in inputs)),
        tuple(
            (stub.row, stub.labels) for table in tables for stub in table.stubs if not _totals(table, stub)
        ),
        tuple(sorted((item.key, item.codes) for item in items if item.codes)),
    )


def _totals(table: Table, stub: Stub) -> bool:
    """A reader may name the total row as well: nobody fills it."""
    return stub.row in table.total_rows


def _list(table: Table) -> tuple[object, ...]:
    columns = tuple((column.key, column.place.cell, column.formula) for column in table.columns)
    kind = "matrix" if table.stubs else "list"
    return (table.sheet, table.header_rows, columns, table.data_start_row, table.total_rows, kind)
