"""Stacks the blocks of a spreadsheet, and puts paragraphs between the tables of a text document."""

from dataclasses import dataclass

from qingzhuang.demo.forms.card import draw_card
from qingzhuang.demo.forms.drawing import Drawing, Look
from qingzhuang.demo.forms.labels import inline_items
from qingzhuang.demo.forms.listing import draw_listing
from qingzhuang.demo.forms.spec import Block, Card, Gap, Line, Listing, Note, SheetSpec, Title
from qingzhuang.model.form import Item
from qingzhuang.model.place import Place

BODY = "正文"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text document; `number` counts from 1."""

    number: int
    look: Look
    text: str


Part = Paragraph | Drawing


def _block_width(block: Block) -> int:
    if isinstance(block, Listing):
        return sum(column.span for column in block.columns)
    return block.grid if isinstance(block, Card) else 0


def grid_width(spec: SheetSpec) -> int:
    """Return the number of grid columns that the sheet's widest block needs."""
    return max(_block_width(block) for block in spec.blocks)


def compose_sheet(spec: SheetSpec) -> Drawing:
    """Return a spreadsheet's sheet drawn."""
    drawing = Drawing(spec.name, spec.left, grid_width(spec))
    for block in spec.blocks:
        _stack(drawing, block)
    for column, width in enumerate(spec.widths, spec.left):
        drawing.widths[column] = width
    return drawing


def _stack(drawing: Drawing, block: Block) -> None:
    if isinstance(block, Listing):
        draw_listing(drawing, block)
    elif isinstance(block, Card):
        draw_card(drawing, block)
    elif isinstance(block, Gap):
        drawing.row += block.rows
    else:
        _write(drawing, block)
        drawing.row += 1


def _write(drawing: Drawing, block: Title | Line | Note) -> None:
    row = drawing.row
    if isinstance(block, Line):
        _spread(drawing, block)
    elif isinstance(block, Title):
        drawing.title = drawing.title or block.text
        drawing.heights[row] = 30
        drawing.ink(drawing.area(row, block.first, drawing.width), Look.TITLE, block.text)
    else:
        drawing.ink(
            drawing.area(row, 1, drawing.width), Look.SECTION if block.section else Look.NOTE, block.text
        )
        drawing.heights[row] = block.high or 20


def _spread(drawing: Drawing, line: Line) -> None:
    """Share the width among the texts of a line."""
    share, first = drawing.width // len(line.texts), 1
    for index, text in enumerate(line.texts):
        last = drawing.width if index == len(line.texts) - 1 else first + share - 1
        area = drawing.area(drawing.row, first, last)
        drawing.ink(area, Look.LINE, text.removeprefix("="))
        drawing.inputs += inline_items(text, Place(drawing.sheet, area.top, area.left))
        first = last + 1


def compose_document(spec: SheetSpec) -> tuple[list[Part], list[Item]]:
    """Return the parts of a text document in order, and the inputs in its paragraphs."""
    parts: list[Part] = []
    inputs: list[Item] = []
    tables = 0
    for block in spec.blocks:
        if isinstance(block, Listing | Card):
            if not (parts and isinstance(parts[-1], Drawing)):
                tables += 1
                parts.append(Drawing(f"表{tables}", 1, _block_width(block)))
            _stack(_last_table(parts), block)
        else:
            number = sum(isinstance(part, Paragraph) for part in parts) + 1
            parts.append(_paragraph(number, block))
            inputs += _inline(block, number)
    return parts, inputs


def _last_table(parts: list[Part]) -> Drawing:
    return next(part for part in reversed(parts) if isinstance(part, Drawing))


def _paragraph(number: int, block: Block) -> Paragraph:
    if isinstance(block, Title):
        return Paragraph(number, Look.TITLE, block.text)
    if isinstance(block, Note):
        return Paragraph(number, Look.SECTION if block.section else Look.NOTE, block.text)
    texts = block.texts if isinstance(block, Line) else ()
    return Paragraph(number, Look.LINE, "        ".join(text.removeprefix("=") for text in texts))


def _inline(block: Block, number: int) -> list[Item]:
    if not isinstance(block, Line):
        return []
    return [item for text in block.texts for item in inline_items(text, Place(BODY, number, 1))]
