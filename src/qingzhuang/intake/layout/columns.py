"""The leaf columns of a header as items."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from qingzhuang.intake.layout.body import Body
from qingzhuang.intake.layout.choices import has_boxes, header_choices, printed_choices
from qingzhuang.intake.layout.dimensions import unit_for
from qingzhuang.intake.layout.domains import domain_of
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.hints import HintKind
from qingzhuang.intake.layout.path import column_path
from qingzhuang.intake.layout.spelling import spelling_of
from qingzhuang.intake.layout.text import is_starred, squash
from qingzhuang.intake.layout.types import type_of
from qingzhuang.intake.layout.units import measure, unit_of
from qingzhuang.model.form import Entry, Item
from qingzhuang.model.sheet import Cell, Validation

_SAMPLES = 20


def leaf_columns(grid: Grid, header: Header, body: Body) -> tuple[int, ...]:
    """Return the first grid column of every leaf: columns merged with each other in the header and in every row of
    the body are one leaf."""
    cuts = {header.left}
    rows = body.rows + body.totals or (body.first,)
    for column in range(header.left + 1, header.right + 1):
        if grid.box(header.bottom, column).left == column or any(
            _cuts(grid, row, column) for row in rows[:60]
        ):
            cuts.add(column)
    return tuple(sorted(cuts))


def _cuts(grid: Grid, row: int, column: int) -> bool:
    """Whether a row has a visible boundary left of a column."""
    box = grid.box(row, column)
    return box.left == column and (box.bordered or not box.blank or box.width > 1)


def items_of(
    grid: Grid, header: Header, body: Body, hints: Sequence[tuple[int, HintKind]], units: Sequence[str]
) -> tuple[Item, ...]:
    """Return the columns as items; `units` are those of the whole table, for columns which name none."""
    columns = leaf_columns(grid, header, body)
    paths = numbered(column_path(grid, header, column) for column in columns)
    filled = _filled(grid, body, columns)
    return tuple(
        _item(grid, header, body, column, path, hints, units, filled)
        for column, path in zip(columns, paths, strict=True)
        if path
    )


def numbered(paths: Iterator[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Mark repeats of a path with #2, #3 on the last level."""
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for path in paths:
        seen[path] = seen.get(path, 0) + 1
        found.append((*path[:-1], f"{path[-1]}#{seen[path]}") if path and seen[path] > 1 else path)
    return tuple(found)


def _item(
    grid: Grid,
    header: Header,
    body: Body,
    column: int,
    path: tuple[str, ...],
    hints: Sequence[tuple[int, HintKind]],
    units: Sequence[str],
    filled: Sequence[int],
) -> Item:
    box = _label_box(grid, header, column)
    samples = _samples(grid, body, column)
    rule = validation_at(grid.sheet.validations, body.first, column)
    told = {kind: grid.box(row, column).text.strip() for row, kind in hints}
    printed = next((cell.text for cell in samples if has_boxes(cell.text)), "")
    codes = (rule.codes if rule else ()) or printed_choices(printed) or header_choices(box.text)
    own_unit = unit_of(box.text) or measure(told.get(HintKind.UNITS, "")) or _unit_above(path)
    first = grid.box(body.first, column)
    kind = partial(
        type_of,
        path[-1],
        codes=codes,
        validation=rule.kind if rule else "",
        number_format=first.cell.number_format if first.cell else "General",
        samples=[cell.value for cell in samples],
    )
    unit = own_unit or (unit_for(path, kind(), units) if units else None)
    hint = _hint(grid, (box, first), rule, told)
    shown = [grid.box(row, column).text for row in filled]
    if HintKind.EXAMPLE in told:
        shown.append(told[HintKind.EXAMPLE])
    return Item(
        path=path,
        place=grid.place(box.top, column),
        unit=unit,
        type=kind(unit=unit),
        codes=codes,
        required=is_starred(box.text) or _is_red(grid, header, box) or "必填" in told.get(HintKind.HINT, ""),
        hint=hint,
        entry=Entry.CHOICE if printed else Entry.CELL,
        formula=bool(samples) and all(cell.formula is not None for cell in samples),
        spelling=()
        if printed
        else spelling_of(
            box.text,
            hint or "",
            codes=rule.codes if rule else (),
            kind=kind(unit=unit),
            samples=shown,
        ),
        domain=domain_of(rule),
    )


def _label_box(grid: Grid, header: Header, column: int) -> Box:
    row = header.bottom
    while row > header.top and not grid.box(row, column).label:
        row = grid.box(row, column).top - 1
    return grid.box(row, column)


def _unit_above(path: tuple[str, ...]) -> str | None:
    return next((unit for name in reversed(path[:-1]) if (unit := unit_of(name))), None)


def _samples(grid: Grid, body: Body, column: int) -> list[Cell]:
    cells: Mapping[tuple[int, int], Cell] = grid.sheet.cells
    found = (cells.get((row, column)) for row in body.rows[:_SAMPLES])
    return [cell for cell in found if cell is not None and (squash(cell.text) or cell.formula is not None)]


def _filled(grid: Grid, body: Body, columns: Sequence[int]) -> tuple[int, ...]:
    """The first rows of the body with text in half of the columns or more."""
    cells: Mapping[tuple[int, int], Cell] = grid.sheet.cells
    found = []
    for row in body.rows[:_SAMPLES]:
        texts = sum((row, column) in cells and bool(cells[row, column].text) for column in columns)
        if texts * 2 >= len(columns) > 1:
            found.append(row)
    return tuple(found)


def validation_at(validations: Sequence[Validation], row: int, column: int) -> Validation | None:
    """Return the validation of a cell, or else of the nearest rows below it in the same column."""
    below: Validation | None = None
    for each in validations:
        for area in each.areas:
            if area.left <= column <= area.right and area.bottom >= row:
                if area.top <= row:
                    return each
                below = below or each
    return below


def _is_red(grid: Grid, header: Header, box: Box) -> bool:
    """Red marks what is required, unless the whole header is red."""
    if box.cell is None or not box.cell.red:
        return False
    labels = [
        other
        for row in range(header.top, header.bottom + 1)
        for other in grid.texts(row, header.left, header.right)
    ]
    return not all(other.cell is not None and other.cell.red for other in labels)


def _hint(
    grid: Grid, boxes: Sequence[Box], rule: Validation | None, told: Mapping[HintKind, str]
) -> str | None:
    """What comments on the header and on its first blank cell say, what a cell shows when it is entered, what stands below."""
    comments = (
        grid.sheet.comments.get((box.top, box.left), "").strip()
        for box in boxes
        if box is boxes[0] or box.blank
    )
    parts = [
        *comments,
        rule.prompt.strip() if rule else "",
        told.get(HintKind.HINT, ""),
        told.get(HintKind.EXAMPLE, ""),
    ]
    return "；".join(dict.fromkeys(part for part in parts if part)) or None
