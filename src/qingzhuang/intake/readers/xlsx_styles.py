"""The styles of a spreadsheet package, reduced to what tells a label from a field (ECMA-376 part 1, 18.8)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from qingzhuang.intake.readers.number_format import BUILT_IN_FORMATS
from qingzhuang.ooxml.package import Package
from qingzhuang.ooxml.workbook import WorkbookMap

if TYPE_CHECKING:
    from lxml import etree

_RED_INDEXES = frozenset({"2", "10", "16", "60"})
_WHITE = frozenset({"FFFFFFFF", "00FFFFFF", "FFFFFF"})
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Style:
    """One cell format; fields as in model.sheet.Cell."""

    bold: bool = False
    red: bool = False
    filled: bool = False
    bordered: bool = False
    centred: bool = False
    size: float = 11.0
    number_format: str = "General"

    @property
    def visible(self) -> bool:
        """Whether an empty cell of this style can be seen."""
        return self.filled or self.bordered


PLAIN = Style()


def read_styles(package: Package, workbook: WorkbookMap) -> tuple[Style, ...]:
    """Return the cell formats by index. Raises ProblemError QZ-R005."""
    part = workbook.related.get("styles", "")
    if not package.has(part):
        return ()
    root = package.xml(part)
    fonts = [_font(font) for font in root.iterfind("{*}fonts/{*}font")]
    fills = [_filled(fill) for fill in root.iterfind("{*}fills/{*}fill")]
    borders = [_bordered(border) for border in root.iterfind("{*}borders/{*}border")]
    formats = {
        number(each, "numFmtId"): each.get("formatCode", "General")
        for each in root.iterfind("{*}numFmts/{*}numFmt")
    }
    found = []
    for each in root.iterfind("{*}cellXfs/{*}xf"):
        bold, red, size = _pick(fonts, number(each, "fontId"), (False, False, 11.0))
        code = number(each, "numFmtId")
        found.append(
            Style(
                bold=bold,
                red=red,
                size=size,
                filled=_pick(fills, number(each, "fillId"), False),
                bordered=_pick(borders, number(each, "borderId"), False),
                centred=_centred(each),
                number_format=formats.get(code) or BUILT_IN_FORMATS.get(code, "General"),
            )
        )
    return tuple(found)


def number(element: "etree._Element", name: str) -> int:
    """Return an attribute as a number, 0 when absent or odd."""
    text = element.get(name, "0")
    return int(text) if text.isdigit() else 0


def _pick(items: list[_T], index: int, default: _T) -> _T:
    return items[index] if index < len(items) else default


def _font(font: "etree._Element") -> tuple[bool, bool, float]:
    bold, colour, size = font.find("{*}b"), font.find("{*}color"), font.find("{*}sz")
    return (
        bold is not None and bold.get("val", "1") not in {"0", "false"},
        colour is not None and _is_red(colour),
        float(size.get("val", "11")) if size is not None else 11.0,
    )


def _is_red(colour: "etree._Element") -> bool:
    if colour.get("indexed") in _RED_INDEXES:
        return True
    code = colour.get("rgb", "")[-6:]
    try:
        red, green, blue = (int(code[place : place + 2], 16) for place in (0, 2, 4))
    except ValueError:
        return False
    return red >= 0xC0 and green <= 0x50 and blue <= 0x50


def _filled(fill: "etree._Element") -> bool:
    pattern = fill.find("{*}patternFill")
    if pattern is None:
        return fill.find("{*}gradientFill") is not None
    if pattern.get("patternType", "none") in {"none", "gray125"}:
        return False
    colour = pattern.find("{*}fgColor")
    return not (
        colour is not None
        and (
            colour.get("rgb", "").upper() in _WHITE or colour.get("indexed") == "9" or _is_theme_white(colour)
        )
    )


def _is_theme_white(colour: "etree._Element") -> bool:
    return colour.get("theme") == "0" and colour.get("tint") is None


def _bordered(border: "etree._Element") -> bool:
    return any(
        side.get("style", "none") != "none"
        for name in ("left", "right", "start", "end", "top", "bottom")
        for side in border.iterfind(f"{{*}}{name}")
    )


def _centred(xf: "etree._Element") -> bool:
    alignment = xf.find("{*}alignment")
    return alignment is not None and alignment.get("horizontal", "") in {
        "center",
        "centerContinuous",
        "distributed",
    }
