"""Draws a list or matrix below its header: hints, blank or stubbed rows, totals."""

from itertools import groupby

from qingzhuang.demo.forms.drawing import Codes, Drawing, Ink, Look
from qingzhuang.demo.forms.header import Span, draw_header, spans
from qingzhuang.demo.forms.spec import Column, Listing, Total
from qingzhuang.model.form import Stub, Table, TableKind
from qingzhuang.model.place import column_letters


def draw_listing(drawing: Drawing, listing: Listing) -> None:
    """Draw the block from the drawing's row on and add the table that a reader should find."""
    places = spans(listing.columns)
    top = drawing.row
    items = draw_header(drawing, listing)
    bottom = drawing.row - 1
    drawing.print_rows = drawing.print_rows or (1, bottom)
    for texts in listing.under:
        _draw_texts(drawing, places, texts)
    total = listing.total
    totals = [_draw_total(drawing, listing, total, places)] if total and total.first else []
    start = drawing.row
    _draw_rows(drawing, listing, places)
    end = drawing.row - 1
    if total and not total.first:
        totals.append(_draw_total(drawing, listing, total, places, (start, end)))
    _note_codes(drawing, listing, places, (start, max(start, end)))
    drawing.tables.append(
        Table(
            drawing.sheet,
            TableKind.MATRIX if listing.stubs else TableKind.LIST,
            header_rows=(top, bottom),
            columns=items,
            data_start_row=start,
            data_end_row=end if end >= start else None,
            total_rows=tuple(totals),
            stub_columns=tuple(drawing.left + index for index in range(_stub_width(listing))),
            stubs=tuple(Stub(start + index, labels) for index, labels in enumerate(listing.stubs)),
        )
    )


def _stub_width(listing: Listing) -> int:
    return sum(column.span for column in listing.columns[: listing.stub_columns])


def _draw_texts(drawing: Drawing, places: list[Span], texts: tuple[str, ...]) -> None:
    padded = texts + ("",) * (len(places) - len(texts))
    for (first, last), text in zip(places, padded, strict=True):
        drawing.ink(drawing.area(drawing.row, first, last), Look.HINT, text)
    drawing.row += 1


def _draw_rows(drawing: Drawing, listing: Listing, places: list[Span]) -> None:
    start = drawing.row
    for index in range(len(listing.stubs) or listing.rows):
        row = start + index
        for number, (column, place) in enumerate(zip(listing.columns, places, strict=True)):
            if number >= listing.stub_columns:
                text = str(index + 1) if listing.numbered and number == 0 else column.preset
                _draw_cell(drawing, listing, (row, column, place), text)
    drawing.row = start + (len(listing.stubs) or listing.rows)
    for level in range(listing.stub_columns):
        _draw_stubs(drawing, listing, places[level], level, start)


def _draw_cell(drawing: Drawing, listing: Listing, at: tuple[int, Column, Span], text: str) -> None:
    row, column, (first, last) = at
    formula = _formula(drawing, listing, column.formula, row) if column.formula else None
    area = drawing.area(row, first, last)
    drawing.inks.append(Ink(area, Look.DATA, text, formula, column.number_format))


def _formula(drawing: Drawing, listing: Listing, pattern: str, row: int) -> str:
    """Put the cells of this row in the place of {labels}."""
    places = spans(listing.columns)
    cells = {
        "/".join(column.path): f"{column_letters(first + drawing.left - 1)}{row}"
        for column, (first, _) in zip(listing.columns, places, strict=True)
    }
    for label, cell in cells.items():
        pattern = pattern.replace("{" + label + "}", cell)
    return "=" + pattern


def _draw_stubs(drawing: Drawing, listing: Listing, place: Span, level: int, start: int) -> None:
    rows = [
        (labels[: level + 1] if level < len(labels) else (), index)
        for index, labels in enumerate(listing.stubs)
    ]
    whole = level < listing.stub_columns - 1
    for labels, members in groupby(rows, key=lambda each: each[0]):
        found = [index for _, index in members]
        groups = [found] if whole and labels else [[index] for index in found]
        for group in groups:
            _draw_stub(
                drawing, listing, (start + group[0], start + group[-1], place), labels[-1] if labels else ""
            )


def _draw_stub(drawing: Drawing, listing: Listing, at: tuple[int, int, Span], text: str) -> None:
    top, bottom, (first, last) = at
    if not listing.filled_down:
        drawing.ink(drawing.area(top, first, last, bottom), Look.STUB, text)
        return
    for row in range(top, bottom + 1):
        drawing.ink(drawing.area(row, first, last), Look.STUB, text if row == top else "")


def _draw_total(
    drawing: Drawing, listing: Listing, total: Total, places: list[Span], rows: Span | None = None
) -> int:
    row = drawing.row
    first, last = rows or (row + 1, row + (len(listing.stubs) or listing.rows))
    drawing.ink(drawing.area(row, 1, places[total.over - 1][1]), Look.TOTAL, total.label)
    for column, (left, right) in list(zip(listing.columns, places, strict=True))[total.over :]:
        letters = column_letters(left + drawing.left - 1)
        summed = f"=SUM({letters}{first}:{letters}{last})" if "/".join(column.path) in total.sums else None
        drawing.inks.append(Ink(drawing.area(row, left, right), Look.TOTAL, "", summed, column.number_format))
    drawing.row += 1
    return row


def _note_codes(drawing: Drawing, listing: Listing, places: list[Span], rows: Span) -> None:
    for column, (first, last) in zip(listing.columns, places, strict=True):
        grid = drawing.left + first - 1
        if column.width:
            drawing.widths[grid] = column.width
        if column.codes:
            area = drawing.area(rows[0], first, last, rows[1])
            drawing.codes.append(Codes(area, column.codes, column.hidden))
