"""A table of a Word document as a sheet."""

from collections.abc import Iterator

from qingzhuang.intake.readers.docx_styles import Look, Styles, look_of
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Cell, Line, Sheet, Validation
from qingzhuang.ooxml.word import Element, paragraphs, value, w
from qingzhuang.ooxml.word_grid import GridCell, grid
from qingzhuang.ooxml.word_text import block_text, pieces

_PLAIN_SIZE = 10.5
_NO_FILL = ("auto", "FFFFFF", "ffffff", "", None)


def read_table(
    table: Element, name: str, styles: Styles, before: tuple[Line, ...] = (), after: tuple[Line, ...] = ()
) -> Sheet:
    """Return a table as a sheet; nested tables are not part of it."""
    places = grid(table)
    frame = look_of(table).over(styles.named(value(table, "tblPr", "tblStyle"))).over(styles.table)
    cells = (_cell(each, styles, frame) for each in places)
    return Sheet(
        name,
        cells={(cell.row, cell.column): cell for cell in cells},
        merges=tuple(_area(each) for each in places if (each.bottom, each.right) != (each.row, each.column)),
        validations=tuple(_code_lists(places)),
        before=before,
        after=after,
    )


def _area(place: GridCell) -> Area:
    return Area(place.row, place.column, place.bottom, place.right)


def _cell(place: GridCell, styles: Styles, frame: Look) -> Cell:
    element = place.element
    text = block_text(element)
    look = _look(element, styles)
    fill = element.find(f"{w('tcPr')}/{w('shd')}")
    own = element.find(f"{w('tcPr')}/{w('tcBorders')}")
    return Cell(
        place.row,
        place.column,
        text,
        text or None,
        bold=bool(look.bold),
        red=look.red,
        filled=fill is not None and fill.get(w("fill")) not in _NO_FILL,
        bordered=bool(frame.bordered)
        or any(each.get(w("val")) not in ("nil", "none") for each in _children(own)),
        centred=bool(look.centred),
        size=look.size or _PLAIN_SIZE,
    )


def _children(element: Element | None) -> tuple[Element, ...]:
    return () if element is None else tuple(element)


def _look(cell: Element, styles: Styles) -> Look:
    """The look of a cell's first words, or of its empty first paragraph."""
    first: Element | None = None
    for paragraph in paragraphs(cell):
        first = paragraph if first is None else first
        for piece in pieces(paragraph):
            if piece.text.strip() and piece.run is not None:
                return _run_look(piece.run, paragraph, styles)
    return look_of(first).over(styles.paragraph)


def _run_look(run: Element, paragraph: Element, styles: Styles) -> Look:
    named = styles.named(value(run, "rPr", "rStyle"))
    paragraph_style = styles.named(value(paragraph, "pPr", "pStyle"))
    centred = look_of(paragraph).centred
    return look_of(run).over(named).over(Look(centred=centred)).over(paragraph_style).over(styles.paragraph)


def _code_lists(places: list[GridCell]) -> Iterator[Validation]:
    """The words that drop-down controls and form fields offer."""
    for place in places:
        codes = _codes(place.element)
        if codes:
            yield Validation((_area(place),), "list", codes)


def _codes(cell: Element) -> tuple[str, ...]:
    words: list[str] = []
    for paragraph in paragraphs(cell):
        for entry in paragraph.iter(w("listItem")):
            # the prompt of a list ("choose an item") is an entry without a value
            words += (
                [entry.get(w("displayText"), "") or entry.get(w("value"), "")]
                if entry.get(w("value"))
                else []
            )
        words += [entry.get(w("val"), "") for entry in paragraph.iter(w("listEntry"))]
    return tuple(dict.fromkeys(word for word in words if word))
