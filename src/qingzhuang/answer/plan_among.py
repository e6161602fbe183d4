"""The words that say what a figure is about: those over its column and beside its row, with whatever 其中 refers to."""

import re
from collections.abc import Sequence

from qingzhuang.model.form import Item, Stub, Table

_AMONG = re.compile(r"^其中")
_ALL = re.compile(r"^(?:户籍)?(?:总)?(?:人口|人数|户数)(?:总数|数|合计)?$|^(?:合计|总计|小计|总数|总户)$")
Ways = tuple[tuple[str, ...], ...]


def ways_of_column(item: Item, table: Table) -> Ways:
    """Return the words of a column in each way that they may be meant: 其中：女性 behind 0-17岁 and 60岁以上 may be about
    these or about all."""
    depth = next((depth for depth, level in enumerate(item.path) if _AMONG.match(level)), None)
    if depth is None:
        return (item.path,)
    before = []
    for each in reversed(table.columns[: table.columns.index(item)]):
        if each.place.column in table.stub_columns or each.path[:depth] != item.path[:depth]:
            break
        if not any(map(_AMONG.match, each.path)) and len(each.path) == len(item.path):
            before.append(each.label)  # not one of a group that ended before
    return _ways(before, item.path)


def ways_of_row(stub: Stub, words: Sequence[str], table: Table) -> Ways:
    """Return the words of a row in each way that they may be meant."""
    if not words or not _AMONG.match(words[-1]):
        return (tuple(words),)
    before = []
    for each in reversed([one for one in table.stubs if one.row < stub.row]):
        if each.labels[:-1] != stub.labels[:-1]:
            break
        if not any(map(_AMONG.match, each.labels)):
            before.append(each.labels[-1])
    return _ways(before, tuple(words))


def _ways(before: Sequence[str], words: tuple[str, ...]) -> Ways:
    """`before` are the neighbours that 其中 may refer to, the nearest first."""
    if not before or _ALL.match(before[0]):
        return (words,)
    return ((before[0], *words),) if len(before) == 1 else ((before[0], *words), words)
