"""The cells of one worksheet part, element by element (ECMA-376 part 1, 18.3.1)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qingzhuang.intake.problems import too_many_cells
from qingzhuang.intake.readers.xlsx_contents import Contents
from qingzhuang.intake.readers.xlsx_styles import Styles
from qingzhuang.model.place import parse_a1
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Cell, Scalar
from qingzhuang.ooxml.limits import DEFAULT_LIMITS
from qingzhuang.ooxml.strings import plain_text

if TYPE_CHECKING:
    from lxml import etree

Cells = dict[tuple[int, int], Cell]


def cells_of(
    root: "etree._Element", contents: Contents, styles: Styles, where: tuple[str, str], *, blanks: bool
) -> Cells:
    """Return the cells that hold text or a formula, and with `blanks` those of which a style can be seen. `where` is the file
    and the sheet. Raises ProblemError QZ-R012."""
    found: Cells = {}
    for row, column, element in _positions(root):
        style = styles[element.get("s")]
        formula, text, value = None, "", None
        if len(element):
            formula, text, value = _inside(element, row, column, contents, style.number_format)
        if not text and formula is None and not (blanks and style.visible):
            continue
        found[row, column] = Cell(row, column, text, value, formula, *style)
        if len(found) > DEFAULT_LIMITS.cells:
            raise ProblemError(too_many_cells(*where))
    return found


def _inside(
    element: "etree._Element", row: int, column: int, contents: Contents, number_format: str
) -> tuple[str | None, str, Scalar]:
    """Formula, text and value of a cell."""
    raw: str | None = None
    formula: str | None = None
    inline: str | None = None
    for child in element.iterchildren("*"):
        name = str(child.tag)[-2:]
        if name == "}v":
            raw = child.text if raw is None else raw
        elif name == "}f":
            formula = contents.formula(child.get("t"), child.get("si"), child.text or "", row, column)
        elif name == "is":
            inline = plain_text(child)
    if formula is None and element.get("t") == "e" and element.get("vm"):
        return None, "", None  # a picture placed in the cell: programs that do not know it see an error
    text, value = contents.content(element.get("t", "n"), raw, inline, number_format)
    return formula, text, value


def _positions(root: "etree._Element") -> Iterator[tuple[int, int, "etree._Element"]]:
    """Yield row, column and element of each cell; both numbers may be left out in the file and then count on."""
    row = 0
    space = str(root.tag).rpartition("}")[0] + "}"
    name = f"{space}c" if len(space) > 1 else "c"
    for line in root.iterfind("{*}sheetData/{*}row"):
        number = line.get("r", "")
        row = int(number) if number.isdigit() else row + 1
        column = 0
        for element in line.iterchildren(name):
            try:
                row, column = parse_a1(element.get("r", ""))
            except ValueError:
                column += 1
            yield row, column, element
