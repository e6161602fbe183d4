"""Names and references: what may be a name (an XML name), and ${name} in expressions and labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = rf"[{_START}][{_START}\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]*"
_SHORTEST = len("${a")
_XML_NAME = re.compile(rf"{_NAME}(?::{_NAME})?")
_INNER = re.compile(rf"(?:last-saved#)?({_NAME})")
_OUTER = re.compile(r"\$\{([^}]+)\}|\$\{[^}]*$")


class BrokenReferenceError(ValueError):
    """A ${…} that holds no name or does not end."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One ${name}, with where it begins and ends in its text."""

    name: str
    start: int
    end: int


def is_name(text: str) -> bool:
    """Tell whether a text can name an element of XML, with or without a prefix."""
    return _XML_NAME.fullmatch(text) is not None


def references(text: str) -> Iterator[Reference]:
    """Yield the ${name}s of a text. Raises BrokenReferenceError at one that is none."""
    if "${" not in text or len(text) < _SHORTEST:
        return
    for found in _OUTER.finditer(text):
        inner = _INNER.fullmatch(found.group(1) or "")
        if inner is None:
            raise BrokenReferenceError(found.group())
        yield Reference(inner.group(1), found.start(), found.end())


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that a text refers to; none when a reference is broken."""
    try:
        return tuple(each.name for each in references(text))
    except BrokenReferenceError:
        return ()


def is_reference(text: str) -> bool:
    """Tell whether a text is one reference and nothing else."""
    try:
        found = list(references(text))
    except BrokenReferenceError:
        return False
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))


def has_reference(text: str) -> bool:
    """Tell whether a text refers to anything."""
    return bool(names_in(text))
