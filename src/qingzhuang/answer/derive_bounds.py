"""Whether a number, or the years since a day, reach a bound: 是否3层及以上, 是否满15年, 是否60周岁以上."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from qingzhuang.answer.derive_dates import age, as_date
from qingzhuang.answer.derive_numbers import decimal
from qingzhuang.model import id_number
from qingzhuang.model.sheet import Scalar

YES, NO = "是", "否"
_TESTS: Mapping[str, Callable[[Fraction, Fraction], bool]] = MappingProxyType(
    {
        "ge": lambda number, bound: number >= bound,
        "gt": lambda number, bound: number > bound,
        "le": lambda number, bound: number <= bound,
        "lt": lambda number, bound: number < bound,
    }
)


def usable(parameter: str) -> bool:
    """Whether a parameter is a bound: ge.3, lt.18, or two joined by "+" (ge.16+le.59)."""
    return all(_bound(part) is not None for part in parameter.split("+"))


def number(parameter: str, value: Scalar) -> Scalar:
    """Whether a number keeps within the bound."""
    found = decimal(value)
    return None if found is None else _answer(parameter, Fraction(found))


def years(parameter: str, value: Scalar, as_of: date) -> Scalar:
    """Whether the full years from a day to `as_of` keep within the bound."""
    day = as_date(value)
    passed = None if day is None else age(day, as_of)
    return None if passed is None else _answer(parameter, Fraction(passed))


def id_years(parameter: str, value: Scalar, as_of: date) -> Scalar:
    """The same for the birth date in an ID number."""
    holder = id_number.parse(value, as_of) if isinstance(value, str) else None
    return None if holder is None else years(parameter, holder.birth, as_of)


def _answer(parameter: str, found: Fraction) -> str | None:
    bounds = [_bound(part) for part in parameter.split("+")]
    if any(bound is None for bound in bounds):
        return None
    return YES if all(_TESTS[bound[0]](found, bound[1]) for bound in bounds if bound) else NO


def _bound(part: str) -> tuple[str, Fraction] | None:
    name, _, text = part.partition(".")
    limit = decimal(text)
    return (name, Fraction(limit)) if name in _TESTS and limit is not None else None
