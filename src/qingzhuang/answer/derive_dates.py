"""Days, however they were kept, and the age that follows from them."""

from datetime import date, datetime

from qingzhuang.model.sheet import Scalar


def age(birth: date, as_of: date) -> int | None:
    """Return the age in full years (周岁) on a date, None before birth. A year is full on the birthday. Who was born
    on 29 February is a year older on 28 February of common years (Civil Code, article 202: where the month has no
    such day, its last day)."""
    if as_of < birth:
        return None
    month, day = birth.month, birth.day
    if (month, day) == (2, 29) and not _leap(as_of.year):
        day = 28
    return as_of.year - birth.year - ((as_of.month, as_of.day) < (month, day))


def as_date(value: Scalar) -> date | None:
    """Return the day of a date, a timestamp or ISO text (also 19800203, 1980-2-3, 1980.02.03, 1980年2月3日)."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    parts = _parts(value) if isinstance(value, str) else ()
    try:
        return date(*parts) if len(parts) == 3 else None
    except ValueError:
        return None


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _parts(text: str) -> tuple[int, ...]:
    text = text.strip().partition("T")[0]
    if text.isascii() and text.isdigit():
        return (int(text[:4]), int(text[4:6]), int(text[6:])) if len(text) == 8 else ()
    for mark in "年月./":
        text = text.replace(mark, "-")
    parts = text.partition(" ")[0].rstrip("日").split("-")
    return tuple(int(part) for part in parts) if all(p.isascii() and p.isdigit() for p in parts) else ()
