"""Reads tables of pages, also those that are called .xls and those in a mail archive (.mht): each table that holds more than
one text is a sheet 表1, 表2 …, with the lines before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy

from lxml import etree, html

from qingzhuang.intake.decode import decode_declared
from qingzhuang.intake.problems import no_table, too_many_cells
from qingzhuang.intake.readers.page_styles import Look, rules_of
from qingzhuang.intake.readers.page_tables import own_rows, read_table
from qingzhuang.intake.readers.page_text import BLOCKS, SILENT, text_of
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind, Line, Sheet, Workbook
from qingzhuang.ooxml.limits import DEFAULT_LIMITS, Limits
from qingzhuang.ooxml.package import too_large

_ARCHIVE = re.compile(rb"^\s*(?:From:|MIME-Version:|Content-Type:)", re.IGNORECASE)
_NAME = re.compile(r"<x:Name>([^<]{1,31})</x:Name>")
_ENGINE = re.compile(r"</?[#@][^<>]*>")  # marks of a template engine
_FEWEST_CELLS = 4
"""A table of fewer cells inside another one's cell is a part of that cell."""


@dataclass(slots=True)
class _Walk:
    """What was met so far: sheets, and the lines that wait for the next table."""

    looks: dict[str, Look]
    most: int
    sheets: list[Sheet] = field(default_factory=list)
    waiting: list[Line] = field(default_factory=list)
    lines: int = 0

    def line(self, text: str) -> None:
        """Note a line of text."""
        for each in text.split("\n"):
            if each.strip():
                self.lines += 1
                self.waiting.append(Line(self.lines, each.strip()))

    def table(self, element: html.HtmlElement) -> None:
        """Note a table; one with a single text is a line."""
        sheet = read_table(element, f"表{len(self.sheets) + 1}", self.looks, tuple(self.waiting), self.most)
        texts = [cell.text for cell in sheet.cells.values() if cell.text]
        if len(texts) < 2:
            self.line("\n".join(texts))
            return
        self.most -= len(sheet.cells)
        self.sheets.append(sheet)
        self.waiting = []


def read(file: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Workbook:
    """Return the tables of a page. Raises ProblemError QZ-R006, QZ-R012 (too large) or QZ-R051 (no table)."""
    if len(content) > limits.file_bytes:
        raise ProblemError(too_large(file, len(content)))
    sheets = [sheet for text in _pages(content) for sheet in _sheets(text, limits)]
    if sum(len(sheet.cells) for sheet in sheets) > limits.cells:
        raise ProblemError(too_many_cells(file, sheets[-1].name))
    if not sheets:
        raise ProblemError(no_table(file))
    named = {f"表{number}": each for number, each in enumerate(sheets, 1)} if len(sheets) > 1 else {}
    return Workbook(
        file, FileKind.HTML, tuple(replace(sheet, name=name) for name, sheet in named.items()) or (sheets[0],)
    )


def _pages(content: bytes) -> Iterator[str]:
    if not _ARCHIVE.match(content[:200]):
        yield decode_declared(content)
        return
    for part in message_from_bytes(content, policy=policy.compat32).walk():
        if part.get_content_type() == "text/html":
            inside = part.get_payload(decode=True)
            yield decode_declared(inside) if isinstance(inside, bytes) else ""


def _sheets(text: str, limits: Limits) -> list[Sheet]:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    try:
        root = html.document_fromstring(
            _ENGINE.sub("", text.replace("\x00", "")).encode("utf-8", "replace"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    walk = _Walk(dict(rules_of(root)), limits.cells + 1)
    body = root.find("body")
    _go_through(root if body is None else body, walk)
    sheets = walk.sheets
    if sheets and walk.waiting:
        sheets[-1] = replace(sheets[-1], after=tuple(walk.waiting))
    name = _NAME.search(text)
    return [replace(sheets[0], name=name[1])] if name and len(sheets) == 1 else sheets


def _go_through(element: html.HtmlElement, walk: _Walk) -> None:
    """Walk over the blocks of an element; what stands between them is joined to lines."""
    loose = [element.text or ""]
    for child in element:
        tag = child.tag.lower() if isinstance(child.tag, str) else ""
        if tag == "table" and not _is_frame(child):
            _say(loose, walk)
            for caption in child.iterchildren("caption"):
                walk.line(text_of(caption))
            walk.table(child)
        elif tag in BLOCKS or (tag and tag not in SILENT and next(child.iter("table"), None) is not None):
            _say(loose, walk)
            _go_through(child, walk)
        elif tag and tag not in SILENT:
            loose.append(text_of(child))
        loose.append(child.tail or "")
    _say(loose, walk)


def _say(loose: list[str], walk: _Walk) -> None:
    walk.line(" ".join("".join(loose).split()))
    loose.clear()


def _is_frame(table: html.HtmlElement) -> bool:
    """Whether a table only lays out others: one inside it has cells enough to be a table of its own."""
    return any(
        inner is not table and sum(len(row) for row in own_rows(inner)) >= _FEWEST_CELLS
        for inner in table.iter("table")
    )
