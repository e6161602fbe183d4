"""Constraints of OpenRosa that only bound the answer: `. >= 0 and . <= 120`, `string-length(.) = 18`. Any other says nothing here."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from qingzhuang.model.domain import Bound, Domain, Measured
from qingzhuang.model.form import ItemType

_NUMBER = r"-?\d+(?:\.\d+)?"
_DAY = r"date\(\s*['\"](\d{4})-(\d\d)-(\d\d)['\"]\s*\)"
_SIGN = r"(>=|<=|=|>|<)"
_OWN = r"(\.|string-length\(\s*\.\s*\))"
_CLAUSE = re.compile(rf"^{_OWN}\s*{_SIGN}\s*(?:({_NUMBER})|{_DAY})$")
_TURNED = re.compile(rf"^(?:({_NUMBER})|{_DAY})\s*{_SIGN}\s*{_OWN}$")
_MIRROR = {">": "<", "<": ">", ">=": "<=", "<=": ">=", "=": "="}
_AND = re.compile(r"\s+and\s+")
_NUMBERS = (ItemType.INTEGER, ItemType.NUMBER)


def domain_of(constraint: str, kind: ItemType) -> Domain | None:
    """Return the bounds that a constraint states; None unless all of it does."""
    clauses = [_clause(each) for each in _AND.split(_bare(constraint))]
    if not constraint.strip() or any(clause is None for clause in clauses):
        return None
    found = [clause for clause in clauses if clause]
    of = found[0][0]
    if any(each[0] is not of for each in found) or (of is Measured.NUMBER and kind not in _NUMBERS):
        return None
    return _joined(of, found, whole=kind is ItemType.INTEGER and of is Measured.NUMBER)


def _bare(text: str) -> str:
    """Without brackets around the whole or around single clauses."""
    text = " ".join(text.split())
    return " and ".join(_unbracketed(part) for part in _AND.split(_unbracketed(text)))


def _unbracketed(text: str) -> str:
    text = text.strip()
    while text.startswith("(") and text.endswith(")") and _closes_last(text):
        text = text[1:-1].strip()
    return text


def _closes_last(text: str) -> bool:
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return place == len(text) - 1
    return False


def _clause(text: str) -> tuple[Measured, str, Bound] | None:
    if found := _CLAUSE.match(text):
        own, sign, number, *day = found.groups()
    elif found := _TURNED.match(text):
        number, *day, sign, own = found.groups()
        sign = _MIRROR[sign]
    else:
        return None
    if number is None:
        return _of_day(own, sign, day)
    return (Measured.NUMBER if own == "." else Measured.LENGTH), sign, Decimal(number)


def _of_day(own: str, sign: str, parts: list[str]) -> tuple[Measured, str, Bound] | None:
    try:
        day = date(*(int(part) for part in parts))
    except ValueError:
        return None
    return (Measured.DAY, sign, day) if own == "." else None


def _joined(of: Measured, clauses: list[tuple[Measured, str, Bound]], *, whole: bool) -> Domain | None:
    lows = list(_bounds(clauses, ">"))
    highs = list(_bounds(clauses, "<"))
    if len(lows) > 1 or len(highs) > 1:
        return None
    low, above = lows[0] if lows else (None, False)
    high, below = highs[0] if highs else (None, False)
    return Domain(of, low, high, above, below, whole)


def _bounds(clauses: list[tuple[Measured, str, Bound]], sign: str) -> Iterator[tuple[Bound, bool]]:
    for _of, relation, bound in clauses:
        if relation == "=" or relation.startswith(sign):
            yield bound, relation == sign
