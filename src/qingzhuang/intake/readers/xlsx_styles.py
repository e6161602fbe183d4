"""The styles of a spreadsheet package, reduced to what tells a label from a field (ECMA-376 part 1, 18.8)."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from qingzhuang.intake.readers.number_format import BUILT_IN_FORMATS
from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.package import Package, broken, parse_xml
from qingzhuang.ooxml.workbook import WorkbookMap

if TYPE_CHECKING:
    from lxml import etree

_RED_INDEXES = frozenset({"2", "10", "16", "60"})
_WHITE = frozenset({"FFFFFFFF", "00FFFFFF", "FFFFFF"})
_T = TypeVar("_T")
_LARGE, _REMEMBERED = 1 << 15, 16
"""Bytes of a part that is not remembered, and how many smaller ones are."""
_SIDES = tuple(f"{{*}}{name}" for name in ("left", "right", "start", "end", "top", "bottom"))
_ITEMS = {"cellXfs": "xf", "fonts": "font", "fills": "fill", "borders": "border", "numFmts": "numFmt"}


class Style(NamedTuple):
    """One cell format; fields as the last ones of model.sheet.Cell."""

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


class Styles(dict[str | None, Style]):
    """The cell formats by index as a cell writes it, None for one that writes none; each is read when it is first asked for,
    because a part holds many that no cell bears."""

    def __init__(self, root: "etree._Element | None" = None) -> None:
        """Take the root of a part of styles."""
        super().__init__()
        self._formats = _children(root, "cellXfs")
        self._fonts = _Parts(_children(root, "fonts"), _font, (False, False, 11.0))
        self._fills = _Parts(_children(root, "fills"), _filled, False)
        self._borders = _Parts(_children(root, "borders"), _bordered, False)
        self._codes = {
            number(each, "numFmtId"): each.get("formatCode", "General") for each in _children(root, "numFmts")
        }

    def __missing__(self, index: str | None) -> Style:
        """Read one; an index that the part does not know is a plain cell."""
        written = "0" if index is None else index
        place = int(written) if written.isdecimal() else len(self._formats)
        known = place < len(self._formats) and str(place) == written
        found = self[index] = self._style(self._formats[place]) if known else PLAIN
        return found

    def _style(self, each: "etree._Element") -> Style:
        bold, red, size = self._fonts[number(each, "fontId")]
        code = number(each, "numFmtId")
        return Style(
            bold=bold,
            red=red,
            filled=self._fills[number(each, "fillId")],
            bordered=self._borders[number(each, "borderId")],
            centred=_centred(each),
            size=size,
            number_format=self._codes.get(code) or BUILT_IN_FORMATS.get(code, "General"),
        )


class _Parts(dict[int, _T]):
    """What formats are made of, by number, each read once; `default` for a number that the part does not know."""

    def __init__(
        self, elements: "list[etree._Element]", read: "Callable[[etree._Element], _T]", default: _T
    ) -> None:
        super().__init__()
        self._elements, self._read, self._default = elements, read, default

    def __missing__(self, index: int) -> _T:
        known = index < len(self._elements)
        found = self[index] = self._read(self._elements[index]) if known else self._default
        return found


def read_styles(package: Package, workbook: WorkbookMap) -> Styles:
    """Return the cell formats. Raises ProblemError QZ-R005."""
    part = workbook.related.get("styles", "")
    if not package.has(part):
        return Styles()
    content = package.part(part)
    if len(content) > _LARGE:
        return Styles(parse_xml(content, package.file, part))
    try:
        return _styles_of(content)
    except ProblemError as error:
        raise ProblemError(broken(package.file, part)) from error


@lru_cache(_REMEMBERED)
def _styles_of(content: bytes) -> Styles:
    """The copies of one form that come back from fifty villages have the same styles to the letter."""
    return Styles(parse_xml(content, "", ""))


def _children(root: "etree._Element | None", name: str) -> "list[etree._Element]":
    """The elements of a list of the part; only the kind that the list is of."""
    found = root.find(f"{{*}}{name}") if root is not None else None
    return [] if found is None else list(found.iterchildren("{*}" + _ITEMS[name]))


def number(element: "etree._Element", name: str) -> int:
    """Return an attribute as a number, 0 when absent or odd."""
    text = element.get(name, "0")
    return int(text) if text.isdigit() else 0


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
    return any(side.get("style", "none") != "none" for side in border.iterchildren(*_SIDES))


def _centred(xf: "etree._Element") -> bool:
    alignment = xf.find("{*}alignment")
    return alignment is not None and alignment.get("horizontal", "") in {
        "center",
        "centerContinuous",
        "distributed",
    }
