"""The shared strings of a spreadsheet package (ECMA-376 part 1, 18.4)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qingzhuang.ooxml.package import Package
from qingzhuang.ooxml.workbook import WorkbookMap

if TYPE_CHECKING:
    from lxml import etree

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared_strings(package: Package, workbook: WorkbookMap) -> tuple[str, ...]:
    """Return the plain text of every shared string, by index. Raises ProblemError QZ-R005."""
    part = workbook.related.get("sharedStrings", "")
    if not package.has(part):
        return ()
    return tuple(_text_of(item) for item in package.xml(part).iterchildren("{*}si"))


def _text_of(item: "etree._Element") -> str:
    """The text of one that is most often a single piece, perhaps with a guide how to read it."""
    first = item[0] if len(item) else None
    if first is None or len(item) > 2 or not str(first.tag).endswith("}t"):
        return plain_text(item)
    if len(item) > 1 and not str(item[1].tag).endswith("}phoneticPr"):
        return plain_text(item)
    return unescape(first.text or "")


def plain_text(item: "etree._Element") -> str:
    """Return the text of a string item (si, is, comment text): its runs joined, phonetic guides left out."""
    return unescape("".join(_pieces(item)))


def unescape(text: str) -> str:
    """Undo _x000D_ and its like (ECMA-376 part 1, 22.9.2.19)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)


def _pieces(item: "etree._Element") -> Iterator[str]:
    for child in item:
        if not isinstance(child.tag, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # comments and instructions
            continue
        name = child.tag.rpartition("}")[2]
        if name == "t":
            yield child.text or ""
        elif name == "r":
            yield from _pieces(child)
