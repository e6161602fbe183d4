"""The cells of one worksheet part (ECMA-376 part 1, 18.3.1)."""

from collections.abc import Callable, Iterator, Sequence
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
    looks: dict[str, Style] = field(default_factory=dict[str, Style])

    def read(self, root: "etree._Element") -> dict[tuple[int, int], Cell]:
        """Return the cells that hold text, a formula or a visible style. Raises ProblemError QZ-R012."""
        found: dict[tuple[int, int], Cell] = {}
        for row, column, element in _positions(root, self._is_seen):
            cell = self._cell(element, row, column)
            if cell is not None:
                found[row, column] = cell
                if len(found) > DEFAULT_LIMITS.cells:
                    raise ProblemError(too_many_cells(self.file, self.sheet))
        return found

    def _is_seen(self, element: "etree._Element") -> bool:
        """Whether a cell holds anything or its blank can be seen: most cells of many files are neither."""
        return len(element) > 0 or (self.blanks and self._style(element).visible)

    def _cell(self, element: "etree._Element", row: int, column: int) -> Cell | None:
        style, parts = self._style(element), _parts(element)
        formula = self._formula(parts.get("f"), row, column)
        text, value = self._content(element, parts, style)
        if not text and formula is None and not (style.visible and self.blanks):
            return None
        return Cell(
            row,
            column,
            text,
            value,
            formula,
            style.bold,
            style.red,
            style.filled,
            style.bordered,
            style.centred,
            style.size,
            style.number_format,
        )

    def _style(self, element: "etree._Element") -> Style:
        index = element.get("s", "0")
        style = self.looks.get(index)
        if style is None:
            known = index.isdigit() and int(index) < len(self.styles)
            style = self.looks[index] = self.styles[int(index)] if known else PLAIN
        return style

    def _formula(self, found: "etree._Element | None", row: int, column: int) -> str | None:
        if found is None:
            return None
        text, key = found.text or "", found.get("si")
        if found.get("t") != "shared" or key is None:
            return text or None
        if text:
            self.masters[key] = (text, row, column)
            return text
        master = self.masters.get(key)
        return moved(master[0], row - master[1], column - master[2]) if master else ""

    def _content(
        self, element: "etree._Element", parts: "dict[str, etree._Element]", style: Style
    ) -> tuple[str, Scalar]:
        kind = element.get("t", "n")
        if kind == "inlineStr":
            inline = parts.get("is")
            text = plain_text(inline) if inline is not None else ""
            return text, text or None
        found = parts.get("v")
        raw = found.text if found is not None else None
        if raw is None:
            return "", None
        if kind == "s":
            text = self.strings[int(raw)] if raw.strip().isdigit() and int(raw) < len(self.strings) else ""
            return text, text or None
        if kind == "b":
            return ("TRUE" if raw == _TRUE else "FALSE"), raw == _TRUE
        if kind in {"str", "e", "d"}:
            return unescape(raw), unescape(raw)
        return number_content(raw, style.number_format, date1904=self.date1904)


def _parts(element: "etree._Element") -> "dict[str, etree._Element]":
    """The children of a cell by name, the first of each."""
    found: dict[str, etree._Element] = {}
    for child in element:
        if isinstance(child.tag, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # comments and instructions
            found.setdefault(child.tag.rpartition("}")[2], child)
    return found


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


def _positions(
    root: "etree._Element", wanted: "Callable[[etree._Element], bool]"
) -> Iterator[tuple[int, int, "etree._Element"]]:
    """Yield row, column and element of each wanted cell; both numbers may be left out in the file and then count on."""
    row = 0
    for line in root.iterfind("{*}sheetData/{*}row"):
        number = line.get("r", "")
        row = int(number) if number.isdigit() else row + 1
        column, passed = 0, ""
        for element in line.iterchildren("{*}c"):
            reference = element.get("r", "")
            if reference and not wanted(element):
                passed = reference  # where it stands matters only to a cell that does not say where it is
                continue
            if passed and not reference:
                row, column = _place(passed, row, column)
            passed = ""
            row, column = _place(reference, row, column)
            yield row, column, element


def _place(reference: str, row: int, column: int) -> tuple[int, int]:
    try:
        return parse_a1(reference)
    except ValueError:
        return row, column + 1
