"""What a worksheet says beside its cells: the header and footer of its pages (ECMA-376 part 1, 18.3.1.46) and its text boxes."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from qingzhuang.ooxml.package import Package
from qingzhuang.ooxml.relations import Relation

if TYPE_CHECKING:
    from lxml import etree

_SECTION = re.compile(r"&[LCR]")
_CODE = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d+|&[A-Za-z]')
_HEADERS = ("oddHeader", "firstHeader", "evenHeader", "oddFooter")
_AMPERSAND = "\0"


def page_texts(root: "etree._Element") -> tuple[str, ...]:
    """Return the words of the pages' header and footer without their codes, left to right, each once."""
    found = [root.findtext(f"{{*}}headerFooter/{{*}}{name}") or "" for name in _HEADERS]
    parts = (
        _CODE.sub("", part.replace("&&", _AMPERSAND)).strip()
        for text in found
        for part in _SECTION.split(text)
    )
    return tuple(dict.fromkeys(part.replace(_AMPERSAND, "&") for part in parts if part))


def box_texts(package: Package, related: Iterable[Relation]) -> tuple[str, ...]:
    """Return the words of the text boxes drawn over a sheet, box by box, by the relations of its part. Raises ProblemError QZ-R005."""
    drawings = (each.target for each in related if each.kind == "drawing")
    roots = (package.xml(target) for target in drawings if package.has(target))
    boxes = (box for root in roots for box in root.iterfind(".//{*}sp/{*}txBody"))
    return tuple(text for box in boxes if (text := _text(box)))


def _text(box: "etree._Element") -> str:
    lines = ("".join(each.text or "" for each in line.iterfind(".//{*}t")) for line in box.iterfind("{*}p"))
    return "\n".join(lines).strip()
