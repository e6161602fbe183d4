"""Hidden columns: the issuer keeps something there for himself; nobody sees them to answer."""

from collections.abc import Iterable
from dataclasses import replace

from qingzhuang.intake.layout.grid import Grid
from qingzhuang.model.form import Item, Table


def without_hidden(grid: Grid, tables: Iterable[Table]) -> tuple[list[Table], list[Item]]:
    """Return the tables of a sheet without what they ask in hidden columns (printed stubs stay), and what that is, by columns."""
    tables = list(tables)
    if not grid.sheet.hidden_columns:
        return tables, []
    hidden = {item for table in tables for item in table.items if _is_hidden(grid, table, item)}
    return [_less(table, hidden) for table in tables], sorted(hidden, key=lambda item: item.place.column)


def _is_hidden(grid: Grid, table: Table, item: Item) -> bool:
    if item.place.sheet != grid.sheet.name or item.place.column in table.stub_columns:
        return False
    box = grid.box(item.place.row, item.place.column)
    return grid.sheet.hidden_columns.issuperset(range(box.left, box.right + 1))


def _less(table: Table, hidden: set[Item]) -> Table:
    columns = tuple(item for item in table.columns if item not in hidden)
    return replace(table, columns=columns, inputs=tuple(item for item in table.inputs if item not in hidden))
