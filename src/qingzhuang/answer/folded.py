"""A list folded to save paper: the same columns once more on the right, where the numbers of the rows go on."""

import re
from collections.abc import Sequence

from qingzhuang.model.form import Item, ItemType, Table

_AGAIN = re.compile(r"#\d+$")
_NAME = re.compile(r"(姓名|户主|名称|店名|村名)$")


def blocks_of(columns: Sequence[Item]) -> tuple[tuple[Item, ...], ...]:
    """Return the columns block by block: one block, or several that begin with a row's number or a name and bear the same names in
    the same order. Each block of a row is a record of its own; only numbers tell that the list goes on there (`depth_of`)."""
    names = [tuple(_AGAIN.sub("", level) for level in item.path) for item in columns]
    count = names.count(names[0]) if names else 0
    size = len(columns) // count if count else 0
    if count < 2 or size < 2 or size * count != len(columns) or not _begins_record(columns[0]):
        return (tuple(columns),)
    if any(names[at] != names[at % size] for at in range(len(names))):
        return (tuple(columns),)
    return tuple(tuple(columns[at : at + size]) for at in range(0, len(columns), size))


def _begins_record(item: Item) -> bool:
    return item.type is ItemType.ROW_NUMBER or bool(_NAME.search(item.label))


def depth_of(table: Table, blocks: Sequence[Sequence[Item]], count: int) -> int:
    """Return how many of `count` subjects go below each other before the next block begins: the rows that are ruled, where they
    are enough; else all, and the other blocks stay blank. So they do without numbers: 姓名 twice may be husband and wife."""
    if len(blocks) == 1 or blocks[0][0].type is not ItemType.ROW_NUMBER:
        return count
    if table.data_start_row is None or table.data_end_row is None:
        return count
    rows = table.data_end_row - table.data_start_row + 1
    return rows if count <= rows * len(blocks) else count
