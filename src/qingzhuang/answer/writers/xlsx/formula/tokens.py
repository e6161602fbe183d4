"""A formula cut into tokens (ECMA-376 part 1, 18.17.2). Joining the texts of the tokens gives the formula back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.model.place import Area, column_number

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}"
_TOKEN = re.compile(
    rf"""
    (?P<string>"(?:[^"]|"")*")
  | (?P<error>\#(?:REF!|DIV/0!|N/A|NAME\?|VALUE!|NUM!|NULL!))
  | (?P<sheet>'(?:[^']|'')+'!|(?:\[\d+\])?[^\W\d][\w.]*(?::[^\W\d][\w.]*)?!)?
    (?:(?P<area>{_CELL}(?::{_CELL})?)(?![\w(.!\[])
      |(?P<columns>\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}})(?![\w(.!])
      |(?P<rows>\$?[1-9][0-9]*:\$?[1-9][0-9]*)(?![\w.]))
  | (?P<function>[^\W\d][\w.]*)\(
  | (?P<opaque>(?:'(?:[^']|'')+'!|[^\W\d][\w.]*!)?[^\W\d][\w.\\?]*\[(?:[^\[\]]|\[[^\]]*\])*\]|\[\d+\][^-+*/^&=<>%(),;:{{}}\s]*)
  | (?P<name>(?:'(?:[^']|'')+'!|[^\W\d][\w.]*!)?[^\W\d][\w.\\?]*)
  | (?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][-+]?[0-9]+)?)
  | (?P<space>\s+)
  | (?P<operator><=|>=|<>|[-+*/^&=<>%(),;:{{}}@\#!])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS = (
    "string",
    "error",
    "area",
    "columns",
    "rows",
    "function",
    "opaque",
    "name",
    "number",
    "space",
    "operator",
    "other",
)


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is the whole token as written; of a reference `sheet` is the sheet's name without quotes ("" when the
    formula's own is meant) and `body` the rest. The bracket after a function's name belongs to its token."""

    kind: str
    text: str
    sheet: str = ""
    body: str = ""


@lru_cache(maxsize=4096)
def tokens(formula: str) -> tuple[Token, ...]:
    """Cut a formula, given without its leading =, into tokens."""
    return tuple(_cut(formula))


def _cut(formula: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(formula):
        kind = next(kind for kind in _KINDS if found.group(kind) is not None)
        yield Token(kind, found.group(0), _unquoted(found.group("sheet") or ""), found.group(kind))


@lru_cache(maxsize=4096)
def area_of(body: str) -> Area:
    """Return the bounds of a reference token's body: an area, whole columns (A:C) or whole rows (1:3)."""
    body = body.replace("$", "").upper()
    first, _, last = body.partition(":")
    if first.isdigit():
        low, high = sorted((int(first), int(last)))
        return Area(low, 1, high, LAST_COLUMN)
    if first.isalpha():
        low, high = sorted((column_number(first), column_number(last)))
        return Area(1, low, LAST_ROW, high)
    return Area.from_a1(body)


def _unquoted(sheet: str) -> str:
    name = sheet[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name
