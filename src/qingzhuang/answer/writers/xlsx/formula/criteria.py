"""The conditions of SUMIF, COUNTIF and their like: ">60", "<>", "张*", 5."""

import re
from collections.abc import Callable

from qingzhuang.answer.writers.xlsx.formula.values import Value, compare, is_number

_SPLIT = re.compile(r"(<=|>=|<>|=|<|>)?(.*)", re.DOTALL)


def criterion(condition: Value) -> Callable[[Value], bool]:
    """Return a test for cell values."""
    if not isinstance(condition, str):
        wanted = 0 if condition is None else condition
        return lambda value: value is not None and _same(value, wanted)
    found = _SPLIT.fullmatch(condition)
    operator, operand = (found[1] or "=", found[2]) if found else ("=", condition)
    number = _number(operand)
    if operator in {"=", "<>"}:
        matches = _equal(operand, number, explicit=bool(found and found[1]))
        return matches if operator == "=" else lambda value: not matches(value)
    bound: Value = operand if number is None else number
    return lambda value: (
        value is not None
        and is_number(value) == is_number(bound)
        and _ordered(operator, compare(value, bound))
    )


def _equal(operand: str, number: float | None, *, explicit: bool) -> Callable[[Value], bool]:
    if number is not None:
        return lambda value: _number(value) == number
    if operand == "":
        return lambda value: value is None or (value == "" and not explicit)
    pattern = re.compile(_wildcards(operand), re.IGNORECASE | re.DOTALL)
    return lambda value: isinstance(value, str) and pattern.fullmatch(value) is not None


def _wildcards(operand: str) -> str:
    pieces = re.findall(r"~[*?~]|[*?]|.", operand, re.DOTALL)
    special = {"*": ".*", "?": "."}
    return "".join(special.get(piece) or re.escape(piece.removeprefix("~")) for piece in pieces)


def _number(value: Value) -> float | None:
    if isinstance(value, bool) or value is None:
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _same(value: Value, wanted: Value) -> bool:
    if is_number(wanted):
        return _number(value) == wanted
    return isinstance(value, bool) == isinstance(wanted, bool) and compare(value, wanted) == 0


def _ordered(operator: str, order: int) -> bool:
    return {"<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0}[operator]
