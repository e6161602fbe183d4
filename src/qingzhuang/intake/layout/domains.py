"""What a validation compares with, as a domain of the item. Only bounds that are written out count: nothing is calculated."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from qingzhuang.intake.readers.number_format import moment
from qingzhuang.model.domain import Bound, Domain, Measured
from qingzhuang.model.sheet import Bounds, Validation

_OF = {
    "whole": Measured.NUMBER,
    "decimal": Measured.NUMBER,
    "date": Measured.DAY,
    "textLength": Measured.LENGTH,
}
_LEN = re.compile(r"^=?LEN\(\$?[A-Z]{1,3}\$?\d+\)(>=|<=|=|>|<)(\d{1,5})$", re.IGNORECASE)
_LEN_OPERATORS = {
    "=": "equal",
    ">=": "greaterThanOrEqual",
    "<=": "lessThanOrEqual",
    ">": "greaterThan",
    "<": "lessThan",
}
_DATE = re.compile(r"^=?DATE\((\d{4}),(\d{1,2}),(\d{1,2})\)$", re.IGNORECASE)
_WRITTEN = re.compile(r"^\"?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def domain_of(rule: Validation | None) -> Domain | None:
    """Return the bounds of a validation; None when it has none, or they depend on other cells."""
    if rule is None or rule.bounds is None:
        return None
    bounds, kind = rule.bounds, rule.kind
    if kind == "custom" and (length := _LEN.match(bounds.first.replace(" ", ""))):
        kind, bounds = "textLength", Bounds(_LEN_OPERATORS[length[1]], length[2], soft=bounds.soft)
    of = _OF.get(kind)
    return _domain(of, bounds, whole=kind == "whole") if of else None


def _domain(of: Measured, bounds: Bounds, *, whole: bool) -> Domain | None:
    first, second = (_bound(of, text, bounds) for text in (bounds.first, bounds.second))
    if first is None:
        return None
    match bounds.operator:
        case "between" if second is not None:
            ordered = isinstance(first, date) is isinstance(second, date) and first <= second  # type: ignore[operator]
            return Domain(of, first, second, whole=whole, soft=bounds.soft) if ordered else None
        case "equal":
            return Domain(of, first, first, whole=whole, soft=bounds.soft)
        case "greaterThan" | "greaterThanOrEqual":
            above = bounds.operator == "greaterThan"
            return Domain(of, first, None, above=above, whole=whole, soft=bounds.soft)
        case "lessThan" | "lessThanOrEqual":
            below = bounds.operator == "lessThan"
            return Domain(of, None, first, below=below, whole=whole, soft=bounds.soft)
        case _:
            return None


def _bound(of: Measured, text: str, bounds: Bounds) -> Bound | None:
    bare = text.strip().replace(" ", "")
    if of is Measured.DAY and (named := _DATE.match(bare) or _WRITTEN.match(bare)):
        try:
            return date(*(int(part) for part in named.groups()))
        except ValueError:
            return None
    number = _number(bare.removeprefix("="))
    if number is None or of is not Measured.DAY:
        return number
    day = moment(float(number), date1904=bounds.date1904)
    return day.date() if isinstance(day, datetime) else day if isinstance(day, date) else None


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
