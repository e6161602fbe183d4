"""Names and blocks of WordprocessingML (ECMA-376 part 1, 17): what reader and writer must see alike."""

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from lxml import etree

from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.names import WORD
from qingzhuang.ooxml.package import Package, broken, parse_xml
from qingzhuang.ooxml.relations import relations

Element: TypeAlias = etree._Element

STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"


@cache
def w(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return f"{{{WORD}}}{name}"


@cache
def w14(name: str) -> str:
    """Return the full name of an element or attribute of the namespace that Word 2010 added."""
    return f"{{{WORD_2010}}}{name}"


WRAPPERS = frozenset(
    w(name)
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple")
)


def document_part(package: Package) -> str:
    """Return the name of the main part. Raises ProblemError QZ-R005 if there is none."""
    named = (each.target for each in relations(package) if each.kind == "officeDocument")
    found = next(named, "word/document.xml")
    if not package.has(found):
        raise ProblemError(broken(package.file, found))
    return found


def parse_document(package: Package, part: str) -> Element:
    """Parse a part; one in the strict namespace is read as if it were transitional. Raises ProblemError QZ-R005."""
    content = package.part(part).replace(STRICT_WORD.encode(), WORD.encode())
    return parse_xml(content, package.file, part)


def blocks(container: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of a body or cell in order, also those in content controls; not what stands
    inside a table, and nothing that was deleted or moved away."""
    for child in container:
        if child.tag in (w("p"), w("tbl")):
            yield child
        elif child.tag in WRAPPERS:
            yield from blocks(child)


def paragraphs(container: Element) -> Iterator[Element]:
    """Yield the paragraphs of a body or cell in order, without those of its tables."""
    return (block for block in blocks(container) if block.tag == w("p"))


def nested_tables(table: Element) -> Iterator[Element]:
    """Yield the tables inside a table's cells, each followed by those inside itself."""
    for cell in table.iter(w("tc")):
        if next(cell.iterancestors(w("tbl"))) is table:
            for block in blocks(cell):
                if block.tag == w("tbl"):
                    yield block
                    yield from nested_tables(block)


def tables(body: Element) -> Iterator[Element]:
    """Yield all tables of a body in order of their beginning: the first is 表1 of every reader and writer."""
    for block in blocks(body):
        if block.tag == w("tbl"):
            yield block
            yield from nested_tables(block)


def child(parent: Element | None, name: str) -> Element | None:
    """Return the first child of that name."""
    return None if parent is None else parent.find(w(name))


def value(parent: Element | None, *names: str) -> str | None:
    """Return the w:val at the end of a path of children; "" where the attribute is absent, None where the element is."""
    for name in names:
        parent = child(parent, name)
        if parent is None:
            return None
    return None if parent is None else parent.get(w("val"), "")


def is_on(parent: Element | None, *names: str) -> bool:
    """Tell whether an on/off property at the end of a path of children is set (ECMA-376 part 1, 17.17.4)."""
    return value(parent, *names) not in (None, "0", "false", "off", "none")
