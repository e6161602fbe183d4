"""How values of cells behave in formulas: numbers, text, truth values, blanks (None) and errors."""

import math

Value = float | int | str | bool | None


class FormulaError(Exception):
    """An error value such as #DIV/0!, on its way through a formula."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def number(value: Value) -> float:
    """The value as arithmetic takes it. Raises FormulaError #VALUE! for words."""
    if value is None or value == "":
        if value == "":
            raise FormulaError("#VALUE!")
        return 0
    if isinstance(value, str):
        try:
            return float(value.strip().replace(",", ""))
        except ValueError:
            raise FormulaError("#VALUE!") from None
    return value


def text(value: Value) -> str:
    """The value as & takes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    return general(value)


def general(value: float) -> str:
    """A number as the General format shows it, up to 15 digits."""
    if float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def truth(value: Value) -> bool:
    """The value as a condition takes it. Raises FormulaError #VALUE! for words."""
    if isinstance(value, str):
        upper = value.upper()
        if upper not in {"TRUE", "FALSE"}:
            raise FormulaError("#VALUE!")
        return upper == "TRUE"
    return bool(value)


def compare(left: Value, right: Value) -> int:
    """-1, 0 or 1: numbers before text before truth values; text regardless of case; a blank is the other's zero."""
    left, right = _filled(left, right), _filled(right, left)
    ranks = _rank(left), _rank(right)
    if ranks[0] != ranks[1]:
        return -1 if ranks[0] < ranks[1] else 1
    if isinstance(left, str) and isinstance(right, str):
        one, two = left.casefold(), right.casefold()
        return (one > two) - (one < two)
    one_number, two_number = float(left or 0), float(right or 0)
    if math.isclose(one_number, two_number, rel_tol=1e-15, abs_tol=0):
        return 0
    return (one_number > two_number) - (one_number < two_number)


def _filled(value: Value, other: Value) -> Value:
    if value is not None:
        return value
    if isinstance(other, str):
        return ""
    return False if isinstance(other, bool) else 0


def _rank(value: Value) -> int:
    if isinstance(value, bool):
        return 2
    return 1 if isinstance(value, str) else 0


def is_number(value: Value) -> bool:
    """Tell whether SUM and COUNT over a range take the value: numbers only, no truth values, no text."""
    return isinstance(value, int | float) and not isinstance(value, bool)
