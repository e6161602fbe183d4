"""Reads .docx: every table is a sheet 表1, 表2 …, with the paragraphs around it; without tables there is one, 正文."""

from collections.abc import Iterator
from dataclasses import replace

from qingzhuang.intake.problems import boxes_unread
from qingzhuang.intake.readers.docx_styles import Styles, read_styles
from qingzhuang.intake.readers.docx_tables import read_table
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind, Line, Sheet, Workbook
from qingzhuang.ooxml.package import Package, broken, open_package
from qingzhuang.ooxml.relations import relations
from qingzhuang.ooxml.word import Element, blocks, document_part, nested_tables, paragraphs, parse_document, w
from qingzhuang.ooxml.word_text import paragraph_text

BODY = "正文"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(file: str, content: bytes) -> Workbook:
    """Return a document's tables and lines. Raises ProblemError QZ-R004, QZ-R005 or QZ-R006."""
    return read_package(open_package(file, content))


def read_package(package: Package) -> Workbook:
    """Return the tables and lines of an opened document. Raises ProblemError QZ-R005."""
    part = document_part(package)
    try:
        return _read(package, part)
    except RecursionError as error:
        raise ProblemError(broken(package.file, part)) from error


def _read(package: Package, part: str) -> Workbook:
    body = parse_document(package, part).find(w("body"))
    if body is None:
        raise ProblemError(broken(package.file, part))
    styles = read_styles(_styles_part(package, part))
    boxes = tuple(_boxes(body))
    sheets = sheets_of(body, styles)
    first = replace(sheets[0], aside=(*boxes, *_page_headers(package, part)))
    return Workbook(package.file, FileKind.DOCX, (first, *sheets[1:]), boxes_unread(package.file, boxes))


def _page_headers(package: Package, part: str) -> Iterator[str]:
    """The paragraphs of the pages' headers."""
    named = (each.target for each in relations(package, part) if each.kind == "header")
    roots = (parse_document(package, name) for name in dict.fromkeys(named) if package.has(name))
    return (text for root in roots for each in paragraphs(root) if (text := paragraph_text(each).strip()))


def _styles_part(package: Package, part: str) -> Element | None:
    named = (each.target for each in relations(package, part) if each.kind == "styles")
    found = next((name for name in named if package.has(name)), None)
    return None if found is None else parse_document(package, found)


def sheets_of(body: Element, styles: Styles) -> tuple[Sheet, ...]:
    """Return the tables of a body. A paragraph goes with the table that follows it; those behind the last table with
    that one."""
    groups, rest = _groups(body)
    if not groups:
        return (Sheet(BODY, {}, before=rest),)
    sheets: list[Sheet] = []
    for number, (table, before) in enumerate(groups, start=1):
        after = rest if number == len(groups) else ()
        sheets.append(read_table(table, f"表{len(sheets) + 1}", styles, before, after))
        sheets += (
            read_table(nested, f"表{place}", styles)
            for place, nested in enumerate(nested_tables(table), start=len(sheets) + 1)
        )
    return tuple(sheets)


def _groups(body: Element) -> tuple[list[tuple[Element, tuple[Line, ...]]], tuple[Line, ...]]:
    """The tables of the body, each with the lines before it, and the lines behind the last."""
    groups: list[tuple[Element, tuple[Line, ...]]] = []
    waiting: list[Line] = []
    number = 0
    for block in blocks(body):
        if block.tag == w("p"):
            number += 1
            waiting.append(Line(number, paragraph_text(block)))
        else:
            groups.append((block, tuple(waiting)))
            waiting = []
    return groups, tuple(waiting)


def _boxes(body: Element) -> Iterator[str]:
    boxes = (
        each for each in body.iter(w("txbxContent")) if next(each.iterancestors(_FALLBACK), None) is None
    )
    return (text for text in map(_box_text, boxes) if text)


def _box_text(box: Element) -> str:
    return "\n".join(paragraph_text(each) for each in paragraphs(box)).strip()
