"""A table of a page as a sheet: the grid that rowspan and colspan make (HTML, 4.9.12), with the looks of its cells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import html

from qingzhuang.intake.readers.page_styles import NOTHING, Look, look_of
from qingzhuang.intake.readers.page_text import text_of
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Cell, Line, Sheet, Validation

_WIDEST, _TALLEST = 1000, 65_534
_DIGITS = re.compile(r"\s*(\d{1,6})")


@dataclass(slots=True)
class _Grid:
    """Cells as they are put down; `taken` holds for each column the last row that a cell from above covers."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    rules: list[Validation] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    taken: dict[int, int] = field(default_factory=dict)


def read_table(
    table: html.HtmlElement, name: str, looks: Mapping[str, Look], before: tuple[Line, ...], most: int
) -> Sheet:
    """Return a table as a sheet; not more than `most` cells are read."""
    grid = _Grid()
    ruled = str(table.get("border", "0")).strip() not in {"0", ""}
    whole = Look(bordered=True) if ruled else NOTHING
    rows = list(own_rows(table))
    for number, row in enumerate(rows, 1):
        own = look_of(row, looks)
        if own.hidden:
            grid.hidden.add(number)
        column = 1
        for element in (each for each in row if each.tag in {"td", "th"}):
            while grid.taken.get(column, 0) >= number:
                column += 1
            column = _put(grid, element, (number, column), len(rows), own.over(whole), looks)
        if len(grid.cells) > most:
            break
    return Sheet(
        name,
        grid.cells,
        merges=tuple(grid.merges),
        validations=tuple(grid.rules),
        hidden_rows=frozenset(grid.hidden),
        before=before,
    )


def own_rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the rows of a table, not those of tables inside it."""
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is table:
            yield row


def _put(
    grid: _Grid,
    element: html.HtmlElement,
    place: tuple[int, int],
    last: int,
    around: Look,
    looks: Mapping[str, Look],
) -> int:
    """Put a cell down and return the column after it."""
    row, column = place
    width = min(_span(element, "colspan") or 1, _WIDEST)
    height = _span(element, "rowspan")
    bottom = last if height == 0 else min(row + height - 1, last)
    area = Area(row, column, bottom, column + width - 1)
    if bottom > row:
        grid.taken.update(dict.fromkeys(range(area.left, area.right + 1), bottom))
    if (area.bottom, area.right) != place:
        grid.merges.append(area)
    own = look_of(element, looks).over(around)
    look = _first_words(element, looks).over(own)
    text = "" if own.hidden else text_of(element)
    if text or look.bordered or own.filled:
        grid.cells[place] = _cell(place, text, look, own)
    codes = _offered(element)
    if codes:
        grid.rules.append(Validation((area,), "list", codes))
    return area.right + 1


def _cell(place: tuple[int, int], text: str, look: Look, own: Look) -> Cell:
    return Cell(
        *place,
        text,
        text or None,
        bold=bool(look.bold),
        red=bool(look.red),
        filled=bool(own.filled),
        bordered=bool(own.bordered),
        centred=bool(look.centred),
        size=look.size or 11.0,
    )


def _first_words(cell: html.HtmlElement, looks: Mapping[str, Look]) -> Look:
    """The look of the element in which a cell's first words stand, with those around it inside the cell."""
    if (cell.text or "").strip():
        return NOTHING
    for each in cell.iterdescendants():
        if isinstance(each.tag, str) and (each.text or "").strip():
            look = look_of(each, looks)
            for around in each.iterancestors():
                if around is cell:
                    return Look(look.bold, look.red, None, None, look.centred, look.size)
                look = look.over(look_of(around, looks))
    return NOTHING


def _offered(cell: html.HtmlElement) -> tuple[str, ...]:
    """The words that a selection in a cell offers; an entry without a value is only its prompt."""
    words = [
        " ".join(each.text_content().split())
        for each in cell.iter("option")
        if each.get("value", "x").strip() and each.text_content().strip()
    ]
    return tuple(dict.fromkeys(words))


def _span(element: html.HtmlElement, name: str) -> int:
    found = _DIGITS.match(str(element.get(name, "1")))
    return min(int(found[1]), _TALLEST) if found else 1
