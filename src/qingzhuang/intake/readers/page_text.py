"""The text of a part of a page as a reader sees it: spaces run together, breaks where blocks and <br> make them."""

import re
from collections.abc import Iterator

from lxml import html

BLOCKS = frozenset(
    ("p", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "br", "table", "section",
     "article", "body", "caption", "center", "form", "fieldset", "ul", "ol", "dl", "dt", "dd", "hr", "pre")
)  # fmt: skip
SILENT = frozenset(("script", "style", "head", "noscript", "template", "select", "textarea", "xml", "object"))
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_SPACES_BUT_BREAKS = re.compile(r"[ \t\f\v]+")
_EDGES = re.compile(r" ?\n ?")
_TICKED = {True: "☑", False: "□"}


def text_of(element: html.HtmlElement) -> str:
    """Return the text inside an element; boxes to tick are □ or ☑, lists to choose from say nothing."""
    pieces = "".join(_pieces(element))
    return _EDGES.sub("\n", _SPACES_BUT_BREAKS.sub(" ", pieces)).replace("\u00a0", " ").strip()


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    yield _run_together(element.text)
    for child in element:
        tag = child.tag.lower() if isinstance(child.tag, str) else ""
        if tag == "input":
            yield _box(child)
        elif tag and tag not in SILENT:
            edge = "\n" if tag in BLOCKS else ""
            yield edge
            yield from _pieces(child)
            yield edge if tag != "br" else ""
        yield _run_together(child.tail)


def _run_together(text: str | None) -> str:
    return _SPACES.sub(" ", text) if text else ""


def _box(field: html.HtmlElement) -> str:
    kind = str(field.get("type", "text")).lower()
    if kind in {"checkbox", "radio"}:
        return _TICKED[field.get("checked") is not None]
    return str(field.get("value", "")) if kind == "text" else ""
