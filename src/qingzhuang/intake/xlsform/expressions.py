"""Expressions (XPath of OpenRosa): brackets, functions, what is dynamic, and values that wait for each other. What is
found here are doubts: pyxform 4.5 takes such a form, and the person who fills it meets the error."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_TOKEN = re.compile(
    r"""(?P<text>"[^"]*"|'[^']*')|(?P<ref>\$\{[^}]*\})|(?P<call>[A-Za-z_][\w.\-]*(?::[A-Za-z_][\w.\-]*)?)\s*\("""
    r"""|(?P<open>[(\[])|(?P<close>[)\]])|(?P<quote>["'])|(?P<word>[^"'$()\[\]]+?)(?=[A-Za-z_"'$()\[\]]|$)|.""",
    re.DOTALL,
)
_PAIRS = {")": "(", "]": "["}
_DYNAMIC = re.compile(r"[*+|]|(?:^|[^\w])-(?![\d.])| mod | div |\$\{|[\w:.-]+\(")
_HYPHENED = frozenset({"date", "dateTime", "geopoint", "geotrace", "geoshape"})
_NAMES = (
    "abs acos area asin atan atan2 boolean boolean-from-string ceiling checklist coalesce concat contains cos count "
    "count-non-empty count-selected current date date-time decimal-date-time decimal-time digest distance "
    "ends-with enclosed-area exp exp10 extract-signed false floor format-date format-date-time geofence id if "
    "indexed-repeat instance int intersects is-null-or-empty jr:choice-name jr:itext join last local-name log log10 max "
    "min name namespace-uri node normalize-space not now number once pi position pow property pulldata random randomize "
    "regex replace round search selected selected-at sin sqrt starts-with string string-length substr substring "
    "substring-after substring-before sum tan text thousands-sep today translate true uuid version weighted-checklist "
    "base64-decode comment processing-instruction lang"
)
FUNCTIONS = frozenset(_NAMES.split())
"""Functions of ODK XForms (getodk.github.io/xforms-spec) and of XPath 1.0."""
_OPERATORS = frozenset({"and", "or", "div", "mod"})


@lru_cache(maxsize=4096)
def balanced(text: str) -> bool:
    """Tell whether brackets and quotation marks match."""
    depth: list[str] = []
    for found in _TOKEN.finditer(text):
        if found.group("quote"):
            return False
        if found.group("call") is not None:
            depth.append("(")
        elif found.group("open"):
            depth.append(found.group("open"))
        elif found.group("close") and (not depth or depth.pop() != _PAIRS[found.group("close")]):
            return False
    return not depth


@lru_cache(maxsize=4096)
def unknown_functions(text: str) -> tuple[str, ...]:
    """Return the names that are called and that OpenRosa does not have; a program's own (with a prefix) are let be."""
    called = (found.group("call") for found in _TOKEN.finditer(text) if found.group("call"))
    words = dict.fromkeys(word for word in called if ":" not in word)
    return tuple(word for word in words if word not in FUNCTIONS | _OPERATORS)


def dynamic(text: str, kind: str) -> bool:
    """Tell whether a default is computed. A hyphen in a date or a place is none."""
    if kind in _HYPHENED and "-" in text:
        return False
    return _DYNAMIC.search(text) is not None


def circles(waits: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield names that wait for each other, each circle once, beginning with the name that comes first."""
    done: set[str] = set()
    for start in waits:
        if start not in done:
            yield from _from(start, waits, done)


def _from(start: str, waits: Mapping[str, tuple[str, ...]], done: set[str]) -> Iterator[tuple[str, ...]]:
    """Walk in depth without recursion: a form may chain ten thousand questions."""
    path: list[str] = [start]
    at = {start: 0}
    nexts = [iter(waits.get(start, ()))]
    while nexts:
        name = next(nexts[-1], None)
        if name is None:
            nexts.pop()
            done.add(path[-1])
            del at[path.pop()]
        elif name in at:
            yield tuple(path[at[name] :])
        elif name not in done and name in waits:
            at[name] = len(path)
            path.append(name)
            nexts.append(iter(waits[name]))
