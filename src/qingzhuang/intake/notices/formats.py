"""Paragraphs of each format, each with where it stands."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree, html
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from qingzhuang.intake.decode import decode
from qingzhuang.intake.notices.problems import broken_pdf, too_long
from qingzhuang.intake.read import reader_of
from qingzhuang.language import gettext as _
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind

Paragraphs = Iterator[tuple[str, str]]
MAX_PAGES = 500
_BLOCKS = frozenset(
    (
        "p",
        "div",
        "li",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "table",
        "section",
        "article",
        "body",
    )
)
_SILENT = frozenset(("script", "style", "head", "noscript", "template"))


def from_text(content: bytes) -> Paragraphs:
    """Lines of a plain text."""
    place = _("第{number}行")
    for number, line in enumerate(decode(content).splitlines(), 1):
        yield place.format(number=number), line


def from_office(file: str, content: bytes, kind: FileKind) -> Paragraphs:
    """Paragraphs and cells of a document, in reading order. Raises ProblemError as the reader of forms does."""
    for sheet in reader_of(kind)(file, content).sheets:
        for line in sheet.before:
            yield _("第{number}段").format(number=line.number), line.text
        for (row, column), cell in sorted(sheet.cells.items()):
            yield str(Place(sheet.name, row, column)), cell.text
        for line in sheet.after:
            yield _("第{number}段").format(number=line.number), line.text


def from_html(content: bytes) -> Paragraphs:
    """Blocks of a page, scripts and styles left out."""
    try:
        root = html.document_fromstring(
            decode(content).encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=False)
        )
    except (etree.ParserError, ValueError):
        return
    for number, text in enumerate(_blocks(root), 1):
        yield _("第{number}段").format(number=number), text


def _blocks(root: "html.HtmlElement") -> Iterator[str]:
    pieces: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        silent = tag in _SILENT or any(parent.tag in _SILENT for parent in node.iterancestors())
        if tag in _BLOCKS and pieces:
            yield from _joined(pieces)
            pieces = []
        text = node.text if event == "start" and tag and not silent else node.tail if event == "end" else None
        if text and not (event == "end" and any(parent.tag in _SILENT for parent in node.iterancestors())):
            pieces.append(text)
    yield from _joined(pieces)


def _joined(pieces: list[str]) -> Iterator[str]:
    text = re.sub(r"\s+", " ", "".join(pieces)).strip()
    if text:
        yield text


def from_pdf(file: str, content: bytes, problems: list[Problem]) -> Paragraphs:
    """Lines of each page, joined where a line only wraps; adds QZ-R043 when there are more pages than are read. Raises
    ProblemError QZ-R042."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd is said by our own problem
    try:
        pages = PdfReader(BytesIO(content)).pages
        texts = [page.extract_text() for page in pages[:MAX_PAGES]]
    except (PyPdfError, ValueError, KeyError, OSError, RecursionError, NotImplementedError) as error:
        raise ProblemError(broken_pdf(file)) from error
    if len(pages) > MAX_PAGES:
        problems.append(too_long(file, MAX_PAGES))
    for number, text in enumerate(texts, 1):
        for paragraph in unwrapped(text.splitlines()):
            yield _("第{number}页").format(number=number), paragraph


_ENDS = ("。", "！", "？", "；", "：", ":", ".", "!", "?")


def unwrapped(lines: list[str]) -> list[str]:
    """Join lines that break in the middle of a sentence: what is long and ends without a stop goes on below."""
    longest = max((len(line.strip()) for line in lines), default=0)
    joined: list[str] = []
    open_ = False
    for line in lines:
        text = line.strip()
        if not text:
            open_ = False
            continue
        if open_:
            joined[-1] += text
        else:
            joined.append(text)
        open_ = len(text) >= longest * 0.75 and not text.endswith(_ENDS)
    return joined
