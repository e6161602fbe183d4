"""The same file once more with a uniform colour behind chosen cells: where they are on the page, whatever moved."""

import re
from collections.abc import Iterable
from html import unescape

from lxml import etree

from qingzhuang.answer.writers.docx.document import BODY
from qingzhuang.model.place import Place, parse_a1
from qingzhuang.model.sheet import FileKind
from qingzhuang.ooxml.package import open_package
from qingzhuang.ooxml.save import save
from qingzhuang.ooxml.word import child, document_part, paragraphs, parse_document, tables, w
from qingzhuang.ooxml.word_grid import grid
from qingzhuang.ooxml.workbook import read_map

_COLOURS = ("FF00FF", "FFFF00")  # in turns, row by row: neither hides from the other where rows meet
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def marked(file: str, content: bytes, kind: FileKind, places: Iterable[Place]) -> bytes:
    """Return the file with a colour behind these places and, in spreadsheets, behind every formula: what it shows follows
    from the answers."""
    return (
        _sheets(file, content, set(places)) if kind is FileKind.XLSX else _words(file, content, set(places))
    )


def _words(file: str, content: bytes, places: set[Place]) -> bytes:
    package = open_package(file, content)
    part = document_part(package)
    root = parse_document(package, part)
    body = root.find(w("body"))
    assert body is not None
    for number, each in enumerate(paragraphs(body), start=1):
        if Place(BODY, number, 1) in places:
            _shade(each, "pPr", number)
    for number, table in enumerate(tables(body), start=1):
        for cell in grid(table):
            if Place(f"表{number}", cell.row, cell.column) in places:
                _shade(cell.element, "tcPr", cell.row)
    changed = {part: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}
    return save(package.with_changes(changed))


def _shade(element: etree._Element, properties: str, row: int) -> None:
    """Shade a paragraph or a cell and all that lies above it: runs and paragraphs may have a ground of their own."""
    found = child(element, properties)
    if found is None:
        found = etree.Element(w(properties))
        element.insert(0, found)
    for old in [*element.iter(w("shd")), *element.iter(w("highlight"))]:
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)
    made = etree.SubElement(found, w("shd"))
    made.set(w("val"), "clear")
    made.set(w("color"), "auto")
    made.set(w("fill"), _COLOURS[row % 2])
    late = (
        "noWrap",
        "tcMar",
        "textDirection",
        "tcFitText",
        "vAlign",
        "hideMark",
        "tabs",
        "suppressAutoHyphens",
    )
    after = (
        "spacing",
        "ind",
        "contextualSpacing",
        "jc",
        "textAlignment",
        "outlineLvl",
        "rPr",
        "sectPr",
        "kinsoku",
    )
    follower = next((each for each in found if each.tag in {w(name) for name in (*late, *after)}), None)
    if follower is not None:
        follower.addprevious(made)


def _sheets(file: str, content: bytes, places: set[Place]) -> bytes:
    package = open_package(file, content)
    book = read_map(package)
    styles_part = next(name for name in package.names if name.endswith("styles.xml"))
    styles = etree.fromstring(package.part(styles_part))
    painter = _Painter(styles)
    changed: dict[str, bytes] = {}
    for sheet in book.sheets:
        root = etree.fromstring(package.part(sheet.part))
        for rule in root.findall(f"{_MAIN}conditionalFormatting"):
            root.remove(rule)
        wanted = {place.cell for place in places if place.sheet == sheet.name}
        wanted |= {each.get("r", "") for each in root.iter(f"{_MAIN}c") if each.find(f"{_MAIN}f") is not None}
        for cell in root.iter(f"{_MAIN}c"):
            if cell.get("r") in wanted:
                row = parse_a1(cell.get("r", ""))[0]
                cell.set("s", str(painter.painted(int(cell.get("s", "0")), row % 2)))
        changed[sheet.part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    changed[styles_part] = etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True)
    return save(package.with_changes(changed))


class _Painter:
    """Cell formats that are like others but for their ground."""

    def __init__(self, styles: etree._Element) -> None:
        fills, formats = styles.find(f"{_MAIN}fills"), styles.find(f"{_MAIN}cellXfs")
        assert fills is not None and formats is not None  # noqa: PT018  no program leaves them out
        self._formats = formats
        self._fills = [_filled(fills, colour) for colour in _COLOURS]
        self._made: dict[tuple[int, int], int] = {}

    def painted(self, style: int, colour: int) -> int:
        if (style, colour) not in self._made:
            twin = etree.fromstring(etree.tostring(self._formats[style]))
            twin.set("fillId", self._fills[colour])
            twin.set("applyFill", "1")
            self._formats.append(twin)
            self._formats.set("count", str(len(self._formats)))
            self._made[style, colour] = len(self._formats) - 1
        return self._made[style, colour]


def _filled(fills: etree._Element, colour: str) -> str:
    pattern = etree.SubElement(
        etree.SubElement(fills, f"{_MAIN}fill"), f"{_MAIN}patternFill", patternType="solid"
    )
    etree.SubElement(pattern, f"{_MAIN}fgColor", rgb=f"FF{colour}")
    etree.SubElement(pattern, f"{_MAIN}bgColor", indexed="64")
    fills.set("count", str(len(fills)))
    return str(len(fills) - 1)


def shown(text: str) -> str:
    """A name from a file as one word that a file system takes."""
    return re.sub(r"[^\w.-]+", "_", unescape(text))
