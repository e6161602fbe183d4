"""The cells of a worksheet part of the plain shape, in one pass of a pattern over its text: as Excel, WPS, LibreOffice and most
libraries write them. What is left when the cells are taken out must be bare rows; with the rest of the part it goes to the
parser, which finds what is wrong with it. Any other shape is read element by element (`xlsx_cells`)."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qingzhuang.intake.readers.xlsx_contents import Contents
from qingzhuang.intake.readers.xlsx_styles import Styles
from qingzhuang.model.place import column_number
from qingzhuang.model.sheet import Cell
from qingzhuang.ooxml.limits import DEFAULT_LIMITS
from qingzhuang.ooxml.plain import cut, letters

if TYPE_CHECKING:
    from lxml import etree

Cells = dict[tuple[int, int], Cell]

_CELL = re.compile(
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]+)")?(?: t="([a-zA-Z]+)")?(?: ?/>|>'
    r'(?:<f(?: t="([a-z]+)")?(?: aca="\w+")?(?: ref="[A-Z0-9:]+")?(?: ca="\w+")?(?: si="([0-9]+)")?(?: ?/>|>([^<]*)</f>))?'
    r'(?:<v>([^<]*)</v>|<v ?/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)',
    re.ASCII,
)
_GROUPS = _CELL.groups
_MAKE = tuple.__new__
"""Makes a named tuple three times as fast as calling it."""
_TAKEN = "\0"
"""Stands where a cell was: no text of XML holds it."""
_ROWS = re.compile(r"[ \t\n]*(?:<row(?: [^<>\0]*)?(?:/>|(?<!/)>[\0 \t\n]*</row>)[ \t\n]*)*")
_ROW_END = "</row>"
_AT_ONCE = 1 << 16
"""Letters looked at together: of a long sheet only a few rows are held twice."""


def scan(content: bytes, contents: Contents, styles: Styles, *, blanks: bool) -> tuple[Cells, bytes] | None:
    """Return the cells of a part as `cells_of` would, and the part without them; None for any other shape, and beyond the
    limits."""
    parts = cut(content, "sheetData")
    if parts is None:
        return None
    head, text, tail = parts
    found: Cells = {}
    rest: list[str] = []
    for piece in _pieces(text):
        fields = _CELL.split(piece)
        bare = _TAKEN.join(fields[:: _GROUPS + 1])
        if _ROWS.fullmatch(bare) is None or len(found) > DEFAULT_LIMITS.cells:
            return None
        rest.append(bare.replace(_TAKEN, ""))
        _put(
            found,
            [fields[at :: _GROUPS + 1] for at in range(1, _GROUPS + 1)],
            contents,
            styles,
            blanks=blanks,
        )
    return found, b"".join((head, *(each.encode() for each in rest), tail))


def is_plain(root: "etree._Element") -> bool:
    """Tell whether the rows that were scanned are those of the sheet, by the root of what was left."""
    data = root.find("{*}sheetData")
    return data is not None and str(data.tag).rpartition("}")[0] == str(root.tag).rpartition("}")[0]


def _pieces(text: str) -> Iterator[str]:
    """Cut a text behind the ends of rows."""
    begin = 0
    while begin < len(text):
        end = text.find(_ROW_END, begin + _AT_ONCE)
        end = len(text) if end < 0 else end + len(_ROW_END)
        yield text[begin:end]
        begin = end


def _put(
    found: Cells, fields: Sequence[Sequence[str | None]], contents: Contents, styles: Styles, *, blanks: bool
) -> None:
    """Put the cells of a piece to the others; `fields` are the groups of the pattern, one list each."""
    unseen = {look for look in set(fields[2]) if not (blanks and styles[look].visible)}
    for letter, digits, look, kind, shared, key, formula, raw, inline in zip(*fields, strict=True):
        held = raw or inline or formula or shared
        if not held and look in unseen:
            continue
        style = styles[look]
        place = int(digits or 0), column_number(letter or "")
        if not held:
            found[place] = _MAKE(Cell, (*place, "", None, None, *style))
            continue
        computed = (
            contents.formula(shared, key, letters(formula or ""), *place) if formula or shared else None
        )
        words = letters(raw) if raw else None
        text, value = contents.content(
            kind or "n", words, letters(inline) if inline else None, style.number_format
        )
        if text or computed is not None or look not in unseen:
            found[place] = _MAKE(Cell, (*place, text, value, computed, *style))
