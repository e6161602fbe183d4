"""Numbers, exactly as written: arithmetic is decimal, so that 0.1 万元 is 1000 元 and not 1000.0000001."""

from datetime import date, time
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from qingzhuang.model.sheet import Scalar


def decimal(value: Scalar) -> Decimal | None:
    """Return the number, None for anything that is no finite number. 1,200 counts as 1200."""
    if value is None or isinstance(value, bool | date | time):
        return None
    try:
        number = Decimal(str(value).strip().replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def plain_number(number: Fraction) -> int | float:
    """Return an int where nothing is lost, else the nearest float (whose shortest print is the decimal again)."""
    return int(number) if number.denominator == 1 else float(number)
