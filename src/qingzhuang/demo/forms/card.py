"""Draws a card: labels beside their fields, sections across, side labels at the left."""

from itertools import groupby

from qingzhuang.demo.forms.drawing import Codes, Drawing, Look
from qingzhuang.demo.forms.labels import normal, numbered
from qingzhuang.demo.forms.spec import Card, CardRow, Entry
from qingzhuang.model.form import Entry as Way
from qingzhuang.model.form import Item, Table, TableKind
from qingzhuang.model.place import Place


def draw_card(drawing: Drawing, card: Card) -> None:
    """Draw the card from the drawing's row on and add the table that a reader should find."""
    items: list[Item] = []
    section: tuple[str, ...] = ()
    for side, rows in groupby(card.rows, key=lambda row: row.side):
        top = drawing.row
        for row in rows:
            if row.section:
                section = (normal(row.section),)
                drawing.ink(drawing.area(drawing.row, 1, card.grid), Look.SECTION, row.section)
                drawing.row += 1
                continue
            above = (normal(side),) if side else section
            items += _draw_row(drawing, card.grid, row, above)
        if side:
            drawing.ink(drawing.area(top, 1, 1, drawing.row - 1), Look.LABEL, side)
    drawing.tables.append(Table(drawing.sheet, TableKind.CARD, inputs=numbered(items)))


def _draw_row(drawing: Drawing, grid: int, row: CardRow, above: tuple[str, ...]) -> list[Item]:
    first, items = (2 if row.side else 1), []
    taken = first - 1 + sum(entry.label_wide + (entry.wide or entry.boxes) for entry in row.entries)
    open_ones = [entry for entry in row.entries if not entry.wide and not entry.boxes]
    share = (grid - taken) // len(open_ones) if open_ones else 0
    for entry in row.entries:
        wide = entry.wide or entry.boxes or share
        if entry is row.entries[-1]:
            wide = grid - first - entry.label_wide + 1
        items.append(_draw_entry(drawing, entry, first, wide, above))
        first += entry.label_wide + wide
    if row.high:
        drawing.heights[drawing.row] = row.high
    drawing.row += 1
    return items


def _draw_entry(drawing: Drawing, entry: Entry, first: int, wide: int, above: tuple[str, ...]) -> Item:
    row, start = drawing.row, first + entry.label_wide
    drawing.ink(drawing.area(row, first, start - 1), Look.LABEL, entry.shown or entry.label)
    path, place = (*above, entry.label), Place(drawing.sheet, row, start + drawing.left - 1)
    if entry.boxes:
        return _draw_boxes(drawing, entry, start, path)
    area = drawing.area(row, start, start + wide - 1)
    if entry.codes:
        drawing.codes.append(Codes(area, entry.codes))
    if entry.choice:
        text = "  ".join(f"□{word}" for word in entry.choice)
        drawing.ink(area, Look.CHOICE, text)
        return Item(path, place, codes=entry.choice, entry=Way.CHOICE)
    drawing.ink(area, Look.FIELD, entry.text)
    return Item(path, place, codes=entry.codes)


def _draw_boxes(drawing: Drawing, entry: Entry, start: int, path: tuple[str, ...]) -> Item:
    boxes = []
    for column in range(start, start + entry.boxes):
        drawing.ink(drawing.area(drawing.row, column, column), Look.FIELD)
        boxes.append(Place(drawing.sheet, drawing.row, column + drawing.left - 1))
    return Item(path, boxes[0], entry=Way.BOXES, boxes=tuple(boxes))
