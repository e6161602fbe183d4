"""Draws header levels: groups merged over their columns, leaves merged down."""

from itertools import groupby

from qingzhuang.demo.forms.drawing import Drawing, Look
from qingzhuang.demo.forms.labels import printed_choices
from qingzhuang.demo.forms.spec import EMPTY_LEVEL, REPEAT, Column, Listing
from qingzhuang.model.form import Item
from qingzhuang.model.place import Place

Span = tuple[int, int]


def spans(columns: tuple[Column, ...]) -> list[Span]:
    """Return first and last grid column (from 1) of each column."""
    found, first = [], 1
    for column in columns:
        found.append((first, first + column.span - 1))
        first += column.span
    return found


def _bare(level: str) -> str:
    return level.partition(REPEAT)[0]


def draw_header(drawing: Drawing, listing: Listing) -> tuple[Item, ...]:
    """Draw the header from the drawing's row on, move the row below it, return the items of its columns."""
    columns, places = listing.columns, spans(listing.columns)
    top, depth = drawing.row, max(len(column.path) for column in columns)
    _draw_leaves(drawing, listing, places, depth)
    for level in range(depth - 1):
        _draw_groups(drawing, listing, places, level)
    drawing.row = top + depth
    return tuple(
        _item(drawing, column, place, top, listing) for column, place in zip(columns, places, strict=True)
    )


def _item(drawing: Drawing, column: Column, place: Span, top: int, listing: Listing) -> Item:
    row = top + len(column.path) - 1
    cell = Place(drawing.sheet, row, place[0] + drawing.left - 1)
    computed = column.formula is not None and bool(listing.rows or listing.stubs)
    return Item(column.read, cell, codes=column.codes or printed_choices(column.preset), formula=computed)


def _stub_head(listing: Listing) -> Span:
    return 1, sum(column.span for column in listing.columns[: listing.stub_columns])


def _in_stub_head(listing: Listing, column: Column) -> bool:
    """Tell whether one header cell covers all stub columns (their paths differ by the repeat mark only)."""
    heads = listing.columns[: listing.stub_columns]
    return len(heads) > 1 and column in heads and len({_bare(head.path[-1]) for head in heads}) == 1


def _draw_leaves(drawing: Drawing, listing: Listing, places: list[Span], depth: int) -> None:
    top = drawing.row
    for column, (first, last) in zip(listing.columns, places, strict=True):
        if _in_stub_head(listing, column):
            if first > 1:
                continue
            last = _stub_head(listing)[1]  # noqa: PLW2901  one cell over all stubs
        area = drawing.area(top + len(column.path) - 1, first, last, top + depth - 1)
        text = column.shown or _bare(column.path[-1])
        drawing.ink(area, Look.RED_HEAD if column.red else Look.HEAD, text)


def _draw_groups(drawing: Drawing, listing: Listing, places: list[Span], level: int) -> None:
    deep = [
        (column.path[: level + 1] if len(column.path) > level + 1 else (), place)
        for column, place in zip(listing.columns, places, strict=True)
    ]
    for path, members in groupby(deep, key=lambda each: each[0]):
        cells = [place for _, place in members]
        if path:
            _draw_group(drawing, listing, path[-1], drawing.row + level, (cells[0][0], cells[-1][1]))


def _draw_group(drawing: Drawing, listing: Listing, level: str, row: int, span: Span) -> None:
    text = "" if level.startswith(EMPTY_LEVEL) else _bare(level)
    first, last = span
    end = first if level in listing.unmerged else min(last, first + listing.short.get(level, last) - 1)
    drawing.ink(drawing.area(row, first, end), Look.HEAD, text)
    for column in range(end + 1, last + 1):
        drawing.ink(drawing.area(row, column, column), Look.HEAD)
