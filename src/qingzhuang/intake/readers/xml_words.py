"""Reads WordprocessingML 2003, the one XML that Word 2003 and many report programs write and call .doc or .xml. Its tables
are those of .docx under another name, so they are renamed and read as such."""

from lxml import etree

from qingzhuang.intake.readers.docx import sheets_of
from qingzhuang.intake.readers.docx_styles import read_styles
from qingzhuang.intake.readers.xml_text import local, parse_open
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind, Workbook
from qingzhuang.ooxml.limits import DEFAULT_LIMITS, Limits
from qingzhuang.ooxml.names import WORD
from qingzhuang.ooxml.package import broken
from qingzhuang.ooxml.word import w

_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_NAMES = {"vmerge": "vMerge", "hmerge": "hMerge"}
_WRAPPERS = frozenset(("sect", "sub-section", "pBdrGroup"))


def read(file: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Workbook:
    """Return tables and lines. Raises ProblemError QZ-R005 or QZ-R006."""
    root = parse_open(file, content, limits)
    _rename(root)
    body = root.find(w("body"))
    if body is None:
        raise ProblemError(broken(file, "body"))
    _unwrap(body)
    try:
        return Workbook(file, FileKind.XML_WORDS, sheets_of(body, read_styles(root.find(w("styles")))))
    except RecursionError as error:
        raise ProblemError(broken(file, "body")) from error


def _rename(root: etree._Element) -> None:
    for element in root.iter(f"{_OLD}*"):
        name = local(element)
        element.tag = f"{{{WORD}}}{_NAMES.get(name, name)}"
        for key, said in [(str(key), str(said)) for key, said in element.attrib.items()]:
            if key.startswith(_OLD):
                del element.attrib[key]
                value = "1" if key.endswith("}default") and said == "on" else said
                element.set(f"{{{WORD}}}{key.rpartition('}')[2]}", value)


def _unwrap(body: etree._Element) -> None:
    """Lift what sections and groups of bordered paragraphs hold into the body."""
    while wrapped := [each for each in body if local(each) in _WRAPPERS]:
        for each in wrapped:
            place = body.index(each)
            body[place : place + 1] = list(each)
