"""Planning the rows of a check list: what is known of each point at the place that the list is about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from qingzhuang.answer.plan_cell import Asked, Cell, Reading, State
from qingzhuang.answer.plan_found import Found
from qingzhuang.answer.plan_lists import Planned
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.plan_write import cell
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Item, Stub, Table
from qingzhuang.model.sheet import Scalar


def has_checks(table: Table, reading: Reading) -> bool:
    """Tell whether rows of a table are points of a check list."""
    return any((table.sheet, stub.row) in reading.checks for stub in table.stubs)


def plan_checks(
    table: Table, reading: Reading, about: Subject, resolver: Resolver, prefix: str = "", first: int = 0
) -> Planned:
    """Plan one row for each point."""
    rows: list[Mapping[str, Scalar]] = []
    cells: list[Cell] = []
    heads = [item for item in table.columns if item.place.column in table.stub_columns]
    for stub in table.stubs:
        check = reading.checks.get((table.sheet, stub.row))
        if check is None:
            continue
        planned = planned_check(check.result, check.asked, about, resolver, first + len(rows))
        planned = replace(planned, label=check.text)
        said = {} if planned.value is None else {prefix + check.result.key: planned.value}
        rows.append({**_named(stub, heads, prefix), **said})
        cells.append(planned)
    return Planned(tuple(rows), tuple(cells))


def planned_check(
    item: Item, asked: Asked, about: Subject, resolver: Resolver, row: int | None = None
) -> Cell:
    """Plan the cell of one point: said in the list's own words."""
    planned = cell(item, replace(asked, words=()), about, resolver, row)
    if not asked.words:
        return planned
    found = resolver.find(about, asked.key or "")
    if not found.origin.state.writes:
        return replace(planned, origin=found.origin, value=None, words=asked.words)
    if not _holds(found, asked, resolver):
        return replace(
            planned, origin=replace(found.origin, state=State.STALE), value=None, words=asked.words
        )
    word = dict(asked.words).get(str(found.value))
    state = found.origin.state if word is not None else State.UNPRINTED
    return replace(planned, origin=replace(found.origin, state=state), value=word, words=asked.words)


def _holds(found: Found, asked: Asked, resolver: Resolver) -> bool:
    """A visit of long ago answers its own list, whenever it is typed, and no other one."""
    lasts = asked.element.lasts_days if asked.element is not None else None
    return lasts is None or all(
        each.source.place.startswith(f"《{asked.listed}》")
        or each.as_of + timedelta(days=lasts) >= resolver.view.as_of
        for each in found.origin.facts
    )


def _named(stub: Stub, heads: list[Item], prefix: str) -> dict[str, Scalar]:
    keys = [prefix + head.key for head in heads]
    keys += [f"#{number}" for number in range(len(stub.labels) - len(keys))]
    return dict(zip(keys, stub.labels, strict=False))
