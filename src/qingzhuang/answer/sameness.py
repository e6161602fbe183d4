"""When two values say the same, however they were typed."""

import unicodedata
from datetime import date, datetime
from functools import lru_cache

from qingzhuang.answer.derive_numbers import decimal
from qingzhuang.model.sheet import Scalar


@lru_cache(1 << 14, typed=True)
def canonical(value: Scalar) -> tuple[str, str]:
    """Return a comparable pair of kind and text: numbers by value, days by ISO text, words by half width without
    white space. A number typed as text equals the number; True and 1 stay apart."""
    if isinstance(value, bool):
        return "bool", str(value)
    if isinstance(value, datetime):
        return "text", value.isoformat(sep=" ")
    if isinstance(value, date):
        return "text", value.isoformat()
    if isinstance(value, str):
        return _words(value)
    return _number(value) or ("text", str(value))


def alike(first: Scalar, second: Scalar) -> bool:
    """Tell whether two values say the same."""
    return canonical(first) == canonical(second)


def _words(text: str) -> tuple[str, str]:
    plain = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    leading_zero = plain.startswith("0") and plain.isdigit() and plain != "0"
    return (None if leading_zero else _number(plain)) or ("text", plain)


def _number(value: Scalar) -> tuple[str, str] | None:
    number = decimal(value)
    return None if number is None else ("number", format(number.normalize(), "f"))
