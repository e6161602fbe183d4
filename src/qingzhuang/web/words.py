"""How figures read in Chinese."""

from datetime import date
from gettext import gettext as _


def number(value: float) -> str:
    """A whole number with thousands separators."""
    return f"{value:,.0f}"


def duration(minutes: float) -> str:
    """Minutes under an hour as 42 分, above as 19 小时 06 分, from a hundred hours on as whole hours."""
    whole = round(minutes)
    if whole < 60:
        return _("{minutes} 分").format(minutes=whole)
    if whole >= 6000:
        return _("{hours} 小时").format(hours=number(whole / 60))
    return _("{hours} 小时 {minutes:02d} 分").format(hours=whole // 60, minutes=whole % 60)


def day(value: date) -> str:
    """A date as 2026 年 11 月 24 日."""
    return _("{year} 年 {month} 月 {day} 日").format(year=value.year, month=value.month, day=value.day)
