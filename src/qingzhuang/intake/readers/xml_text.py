"""XML that lies open as a text, as Office 2003 and report programs write it; also as a template with the marks of its engine."""

import re

from lxml import etree

from qingzhuang.intake.decode import decode_declared
from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.limits import Limits
from qingzhuang.ooxml.package import parse_xml, too_large

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENGINE = re.compile(r"</?[#@][^<>]*>|<%.*?%>|<#--.*?-->", re.DOTALL)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONE = re.compile(r"&(?!#?\w{1,12};)")


def parse_open(file: str, content: bytes, limits: Limits) -> etree._Element:
    """Return the root. A text that is not well formed is read once more without the loops of a template engine and without
    what no XML may hold. Raises ProblemError QZ-R005 (broken, or with a document type) or QZ-R006 (too large)."""
    if len(content) > limits.file_bytes:
        raise ProblemError(too_large(file, len(content)))
    text = _DECLARATION.sub("", decode_declared(content).lstrip("\ufeff"), count=1)
    try:
        return parse_xml(text.encode("utf-8", "replace"), file, file)
    except ProblemError:
        cleaned = _LONE.sub("&amp;", _NOT_XML.sub("", _ENGINE.sub("", text)))
        if cleaned == text:
            raise
        return parse_xml(cleaned.encode("utf-8", "replace"), file, file)


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""  # pyright: ignore[reportUnnecessaryIsInstance]  # comments and instructions


def attribute(element: etree._Element, name: str, default: str = "") -> str:
    """Return an attribute by its name, with or without the namespace that Office gives it."""
    found = element.get(f"{{urn:schemas-microsoft-com:office:spreadsheet}}{name}")
    return element.get(name, default) if found is None else found
