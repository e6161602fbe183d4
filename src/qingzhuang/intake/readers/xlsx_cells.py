"""The cells of one worksheet part (ECMA-376 part 1, 18.3.1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qingzhuang.intake.problems import too_many_cells
from qingzhuang.intake.readers.number_format import moment, shows_date
from qingzhuang.intake.readers.shared_formula import moved
from qingzhuang.intake.readers.xlsx_styles import PLAIN, Style
from qingzhuang.model.place import parse_a1
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Cell, Scalar
from qingzhuang.ooxml.limits import DEFAULT_LIMITS
from qingzhuang.ooxml.strings import plain_text, unescape

if TYPE_CHECKING:
    from lxml import etree

_TRUE = "1"


@dataclass(slots=True)
class CellReader:
    """Reads cells with what the whole workbook shares; one for each sheet, because of its shared formulas. `blanks` keeps
    cells of which only the style can be seen."""

    file: str
    sheet: str
    strings: Sequence[str]
    styles: Sequence[Style]
    date1904: bool
    blanks: bool = True
    masters: dict[str, tuple[str, int, int]] = field(default_factory=dict)

    def read(self, root: "etree._Element") -> dict[tuple[int, int], Cell]:
        """Return the cells that hold text, a formula or a visible style. Raises ProblemError QZ-R012."""
        found: dict[tuple[int, int], Cell] = {}
        styles = {str(index): style for index, style in enumerate(self.styles)}
        for row, column, element in _positions(root):
            style = styles.get(element.get("s", "0"), PLAIN)
            if len(element):
                formula, text, value = self._inside(element, row, column, style)
            else:
                formula, text, value = None, "", None
            if not text and formula is None and not (self.blanks and style.visible):
                continue
            found[row, column] = Cell(
                row, column, text, value, formula, style.bold, style.red, style.filled, style.bordered,
                style.centred, style.size, style.number_format,
            )  # fmt: skip
            if len(found) > DEFAULT_LIMITS.cells:
                raise ProblemError(too_many_cells(self.file, self.sheet))
        return found

    def _inside(
        self, element: "etree._Element", row: int, column: int, style: Style
    ) -> tuple[str | None, str, Scalar]:
        """Formula, text and value of a cell."""
        raw: str | None = None
        formula: str | None = None
        inline: etree._Element | None = None
        for child in element.iterchildren("*"):
            name = str(child.tag)[-2:]
            if name == "}v":
                raw = child.text if raw is None else raw
            elif name == "}f":
                formula = self._formula(child, row, column)
            elif name == "is":
                inline = child
        text, value = self._content(element.get("t", "n"), raw, inline, style)
        return formula, text, value

    def _formula(self, found: "etree._Element", row: int, column: int) -> str | None:
        text, key = found.text or "", found.get("si")
        if found.get("t") != "shared" or key is None:
            return text or None
        if text:
            self.masters[key] = (text, row, column)
            return text
        master = self.masters.get(key)
        return moved(master[0], row - master[1], column - master[2]) if master else ""

    def _content(
        self, kind: str, raw: str | None, inline: "etree._Element | None", style: Style
    ) -> tuple[str, Scalar]:
        if kind == "inlineStr":
            text = plain_text(inline) if inline is not None else ""
            return text, text or None
        if raw is None:
            return "", None
        if kind == "s":
            text = self.strings[int(raw)] if raw.strip().isdecimal() and int(raw) < len(self.strings) else ""
            return text, text or None
        if kind == "b":
            return ("TRUE" if raw == _TRUE else "FALSE"), raw == _TRUE
        if kind in {"str", "e", "d"}:
            return unescape(raw), unescape(raw)
        return number_content(raw, style.number_format, date1904=self.date1904)


def number_content(raw: str, number_format: str, *, date1904: bool) -> tuple[str, Scalar]:
    """Return text and value of a stored number: a date when the format shows one, else int or float."""
    try:
        number = float(raw)
    except ValueError:
        return raw, raw
    if shows_date(number_format):
        when = moment(number, date1904=date1904)
        if when is not None:
            return when.isoformat(), when
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number)), int(number)
    return f"{number:.15g}", number


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
