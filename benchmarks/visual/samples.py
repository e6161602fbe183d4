"""Invented answers for any form: the same for every tool, short enough for the cell, of the type that is asked."""

from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Entry, Form, Item, ItemType, Table
from qingzhuang.model.sheet import Scalar

_NEVER = frozenset((ItemType.PHOTO, ItemType.SIGNATURE, ItemType.ROW_NUMBER))
_BY_TYPE: dict[ItemType, Scalar] = {
    ItemType.INTEGER: 3,
    ItemType.NUMBER: 2.5,
    ItemType.DATE: "2026-03-05",
    ItemType.MONTH: "2026-03",
    ItemType.YESNO: True,
    ItemType.ID_NUMBER: "990101199003071234",
    ItemType.PHONE: "01012345678",
}
_WORDS = "甲乙"
_NEW_ROWS = 3


def answers(form: Form, *, longer: bool) -> Answers:
    """Return values for every item; lists get as many rows as they have blank ones at most three, `longer` three more than
    they have."""
    rows: list[dict[str, Scalar]] = []
    for table in form.tables:
        if table.stubs:
            rows += _matrix(table)
        elif table.columns:
            rows += [_values(table.columns)] * _count(table, longer=longer)
    inputs = tuple(item for table in form.tables for item in table.inputs)
    return Answers(tuple(rows), _values(inputs))


def _matrix(table: Table) -> list[dict[str, Scalar]]:
    heads = [item for item in table.columns if item.place.column in table.stub_columns]
    free = tuple(item for item in table.columns if item not in heads)
    return [
        {**_values(free), **{item.key: label for item, label in zip(heads, stub.labels, strict=False)}}
        for stub in table.stubs
    ]


def _count(table: Table, *, longer: bool) -> int:
    first = table.data_start_row or 1
    blank = (table.data_end_row or first) - first + 1
    return min(blank, 40) + _NEW_ROWS if longer else min(blank, _NEW_ROWS)


def _values(items: tuple[Item, ...]) -> dict[str, Scalar]:
    return {item.key: _value(item) for item in items if item.type not in _NEVER and not item.formula}


def _value(item: Item) -> Scalar:
    if item.codes:
        return item.codes[0]
    if item.entry is Entry.CHOICE:
        return None
    return _BY_TYPE.get(item.type, _WORDS)
