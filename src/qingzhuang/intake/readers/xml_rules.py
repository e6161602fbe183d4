"""Data validations of SpreadsheetML 2003, whose references count rows and columns by number (R2C3)."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from qingzhuang.intake.readers.xlsx_validations import list_words
from qingzhuang.intake.readers.xml_text import attribute
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Bounds, Cell, Validation
from qingzhuang.ooxml.workbook import DefinedName, WorkbookMap

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_REFERENCE = re.compile(r"^(?:R(\d+))?(?:C(\d+))?(?::(?:R(\d+))?(?:C(\d+))?)?$")
_KINDS = {"List": "list", "Whole": "whole", "Decimal": "decimal", "Date": "date", "Time": "time",
          "TextLength": "textLength", "Custom": "custom"}  # fmt: skip

_OPERATORS = {"Between": "between", "NotBetween": "notBetween", "Equal": "equal", "NotEqual": "notEqual", "Greater": "greaterThan",
              "GreaterOrEqual": "greaterThanOrEqual", "Less": "lessThan", "LessOrEqual": "lessThanOrEqual"}  # fmt: skip


def read_rules(
    sheet: etree._Element,
    root: etree._Element,
    name: str,
    cells: Mapping[str, Mapping[tuple[int, int], Cell]],
) -> tuple[Validation, ...]:
    """Return the validations of a worksheet with their lists resolved; `cells` are those of every worksheet."""
    book = WorkbookMap("", (), tuple(_names(root)), {})
    return tuple(
        Validation(
            areas,
            kind,
            list_words(formula, name, book, cells) if kind == "list" else (),
            prompt,
            _bounds(each, kind),
        )
        for each in sheet.iterfind("{*}DataValidation")
        if (areas := _areas(each.findtext("{*}Range") or ""))
        for kind in [_KINDS.get(each.findtext("{*}Type") or "", "none")]
        for formula in [in_letters(each.findtext("{*}Value") or "")]
        for prompt in [each.findtext("{*}InputMessage") or ""]
    )


def _bounds(rule: etree._Element, kind: str) -> Bounds | None:
    """What is compared: Value with one bound, Min and Max with two (these are what a file need not qualify)."""
    if kind in {"none", "list"}:
        return None
    lone, low, high = (rule.findtext(f"{{*}}{name}") or "" for name in ("Value", "Min", "Max"))
    word = rule.findtext("{*}Qualifier") or "Between"
    soft = (rule.findtext("{*}ErrorStyle") or "Stop") != "Stop"
    return Bounds(_OPERATORS.get(word, word), lone or low, high, soft) if lone or low else None


def area_of(reference: str) -> Area | None:
    """Return the area of R2C3, R2C3:R9C3, C3 (a whole column) or R2 (a whole row); None for anything else."""
    found = _REFERENCE.match(reference.strip().upper())
    if not found or not any(found.groups()):
        return None
    top, left, bottom, right = (int(each) if each else 0 for each in found.groups())
    if ":" not in reference:
        bottom, right = top, left
    return Area(top or 1, left or 1, bottom or _LAST_ROW, right or _LAST_COLUMN)


def in_letters(formula: str) -> str:
    """Return a list's formula with its reference as letters and numbers, as newer formats write it."""
    owner, mark, reference = formula.strip().lstrip("=").rpartition("!")
    area = area_of(reference)
    return f"{owner}{mark}{area.a1}" if area else formula


def _areas(text: str) -> tuple[Area, ...]:
    return tuple(area for each in text.split(",") if (area := area_of(each)))


def _names(root: etree._Element) -> Iterator[DefinedName]:
    for each in root.iterfind("{*}Names/{*}NamedRange"):
        yield DefinedName(attribute(each, "Name"), in_letters(attribute(each, "RefersTo")))
