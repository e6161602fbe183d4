"""A form as a spreadsheet of ours: what an XLSForm asks, in cells that a village can fill."""

from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.pipeline.shorter import Block, Shorter

_BLANK_ROWS = 20


def as_sheet(form: Form, rows: int = 0) -> Shorter:
    """Return every table of a form as a block, whole, in its order; a list has so many blank rows, 20 where nobody
    knows. What the form computes itself is left out: a sheet of ours computes nothing."""
    title = form.title or form.file.rpartition(".")[0]
    blocks = tuple(_block(table, title, rows or _BLANK_ROWS) for table in form.tables)
    return Shorter(title, tuple(each for each in blocks if each.columns or each.fields), whole=True)


def _block(table: Table, title: str, rows: int) -> Block:
    matrix = table.kind is TableKind.MATRIX
    heads = tuple(item for item in table.columns if matrix and item.place.column in table.stub_columns)
    columns = tuple(item for item in table.columns if item not in heads and _asked(item))
    named = table.section or table.title or title
    return Block(
        named,
        title if named == title else f"{title}（{named}）",
        heads,
        columns,
        table.stubs if matrix else (),
        tuple(item for item in table.inputs if _asked(item)),
        rows if columns and not matrix else 0,
    )


def _asked(item: Item) -> bool:
    return not item.formula or item.type is ItemType.ROW_NUMBER
