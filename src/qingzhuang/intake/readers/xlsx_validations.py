"""Data validations of a worksheet part, also those that newer programs keep in an extension, and the words that a
list stands for (ECMA-376 part 1, 18.3.1.32; MS-XLSX 2.4.41)."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Bounds, Cell, Validation
from qingzhuang.ooxml.workbook import WorkbookMap

if TYPE_CHECKING:
    from lxml import etree

Cells = Mapping[tuple[int, int], Cell]
_RANGE = re.compile(r"^(?:'((?:[^']|'')+)'!|([^'!\"(),]+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$")
_LONGEST_LIST = 2000


def read_validations(
    root: "etree._Element", sheet: str, workbook: WorkbookMap, sheets: Mapping[str, Cells]
) -> tuple[Validation, ...]:
    """Return the validations of a sheet with their lists resolved; `sheets` holds the cells of every sheet."""
    return tuple(
        Validation(
            areas,
            element.get("type", "none"),
            _codes(element, formula, sheet, workbook, sheets),
            element.get("prompt", ""),
            _bounds(element, formula, date1904=workbook.date1904),
        )
        for element, formula, reference in _elements(root)
        if (areas := _areas(reference))
    )


def _elements(root: "etree._Element") -> Iterator[tuple["etree._Element", str, str]]:
    for element in root.iterfind("{*}dataValidations/{*}dataValidation"):
        yield element, element.findtext("{*}formula1") or "", element.get("sqref", "")
    for element in root.iterfind("{*}extLst/{*}ext/{*}dataValidations/{*}dataValidation"):
        formula = element.findtext("{*}formula1/{*}f") or element.findtext("{*}formula1") or ""
        yield element, formula, element.findtext("{*}sqref") or element.get("sqref") or ""


def _bounds(element: "etree._Element", first: str, *, date1904: bool) -> Bounds | None:
    """What numbers, days and lengths are held against; `between` is what a file need not write (18.3.1.32)."""
    if element.get("type", "none") in {"none", "list"} or not first:
        return None
    second = element.findtext("{*}formula2/{*}f") or element.findtext("{*}formula2") or ""
    soft = element.get("errorStyle", "stop") != "stop"
    return Bounds(element.get("operator", "between"), first, second, soft, date1904)


def _areas(reference: str) -> tuple[Area, ...]:
    found = []
    for piece in reference.split():
        try:
            found.append(Area.from_a1(piece))
        except ValueError:
            continue
    return tuple(found)


def _codes(
    element: "etree._Element", formula: str, sheet: str, workbook: WorkbookMap, sheets: Mapping[str, Cells]
) -> tuple[str, ...]:
    if element.get("type") != "list":
        return ()
    return list_words(formula, sheet, workbook, sheets)


def list_words(
    formula: str, sheet: str, workbook: WorkbookMap, sheets: Mapping[str, Cells]
) -> tuple[str, ...]:
    """Return the words behind a list formula: written out, a range, or a name of one. Computed lists give none."""
    formula = formula.strip().lstrip("=")
    if formula.startswith('"'):
        return tuple(word.strip() for word in formula.strip('"').split(",") if word.strip())
    for name in workbook.names:
        if name.name.casefold() == formula.casefold():
            formula = name.reference.strip()
            break
    found = _RANGE.match(formula.upper() if "!" not in formula else formula)
    if found is None:
        return ()
    owner = (found.group(1) or found.group(2) or sheet).replace("''", "'")
    return _words_in(sheets.get(owner, {}), Area.from_a1(found.group(3).replace("$", "")))


def _words_in(cells: Cells, area: Area) -> tuple[str, ...]:
    inside = sorted(place for place, cell in cells.items() if cell.text.strip() and area.holds(*place))
    return tuple(cells[place].text.strip() for place in inside[:_LONGEST_LIST])
