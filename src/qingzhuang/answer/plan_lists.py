"""Planning lists: one row a subject."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qingzhuang.answer.folded import blocks_of, depth_of
from qingzhuang.answer.keys import place_name
from qingzhuang.answer.plan_cell import Asked, Cell, Origin, Reading, State
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.plan_sums import with_sums
from qingzhuang.answer.plan_write import cell, plannable
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Item, ItemType, Table
from qingzhuang.model.sheet import Scalar

MEMBER = "家庭成员@"
NAME_KEY, NUMBER_KEY = "person.name", "form.no"


@dataclass(frozen=True, slots=True)
class Planned:
    """Rows for the writer, and every cell behind them."""

    rows: tuple[Mapping[str, Scalar], ...] = ()
    cells: tuple[Cell, ...] = ()


def plan_rows(
    table: Table,
    reading: Reading,
    subjects: Sequence[Subject],
    resolver: Resolver,
    prefix: str = "",
    first: int = 0,
    listed: int = 0,
) -> Planned:
    """Plan one row for each subject. `prefix` tells the table from others of the form, `first` numbers the rows, `listed` is
    how many stand in the parts of the list above."""
    members = lists_members(table, reading) or _named_as_members(table, reading)
    columns = [
        (item, _of_here(table, item, _own(reading.of(item)) if members else reading.of(item)))
        for item in table.columns
        if item.place.column not in table.stub_columns
    ]
    asks = dict(columns)
    blocks = blocks_of([item for item, _asked in columns])
    depth = depth_of(table, blocks, len(subjects))
    rows: list[dict[str, Scalar]] = []
    cells: list[Cell] = []
    for number, subject in enumerate(subjects):
        here = [(item, asks[item]) for item in blocks[number // depth]]
        row = number % depth
        planned = [
            cell(item, asked, subject, resolver, first + row)
            for item, asked in here
            if plannable(item, asked)
        ]
        planned += [
            _number(item, listed + number + 1, subject, first + row)
            for item, asked in here
            if _numbers_rows(item, asked)
        ]
        planned = list(with_sums(table, planned, subject, first + row))
        if row == len(rows):
            rows.append({})
        rows[row] |= {prefix + each.item.key: each.value for each in planned if each.value is not None}
        cells += planned
    return Planned(tuple(rows), tuple(cells))


def lists_members(table: Table, reading: Reading) -> bool:
    """Tell whether the rows are the members of one household: most columns ask about 家庭成员."""
    roles = Counter(
        (reading.of(item).key or "").startswith(MEMBER) for item in table.columns if reading.of(item).fact
    )
    return roles[True] > roles[False]


def _named_as_members(table: Table, reading: Reading) -> bool:
    """Tell whether the only name of a row is a member's; beside a name of its own, 家属电话 is somebody else's."""
    keys = {reading.of(item).key for item in table.columns}
    return f"{MEMBER}{NAME_KEY}" in keys and NAME_KEY not in keys


def prefix_of(table: Table, form: Form) -> str:
    """Return what must stand before a key so that it means this list alone; empty when it does anyway."""
    others = [each for each in form.tables if each.columns and each is not table]
    mine = {item.key for item in table.columns}
    rivals = [each for each in others if mine & {item.key for item in each.columns}]
    for name in ("section", "title", "sheet"):
        text = getattr(table, name)
        if rivals and text and all(getattr(each, name) != text for each in rivals):
            return f"{text}/"
    return f"{place_name(table)}/" if rivals else ""


def _own(asked: Asked) -> Asked:
    """In a list of members the member is the row's own subject."""
    key = asked.key or ""
    return replace(asked, key=key.removeprefix(MEMBER)) if key.startswith(MEMBER) else asked


def _of_here(table: Table, item: Item, asked: Asked) -> Asked:
    """What is said of a photograph is said of this list's occasion; another list's photograph is another one."""
    if item.type is not ItemType.PHOTO or not asked.fact:
        return asked
    return replace(asked, key=f"~{(table.title or '')[:80]}·{item.label[:80]}", element=None, also=None)


def _numbers_rows(item: Item, asked: Asked) -> bool:
    return (item.type is ItemType.ROW_NUMBER or asked.key == NUMBER_KEY) and not item.formula


def _number(item: Item, number: int, subject: Subject, row: int) -> Cell:
    return Cell(item, Origin(State.GIVEN), number, subject, None, row)
