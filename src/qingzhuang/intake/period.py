"""Times in Chinese text: 2026年10月, 2026年第三季度, 2026年上半年, 截至2026年9月30日, 2026年度."""

import calendar
import re
from datetime import date

from qingzhuang.intake.layout.text import squash
from qingzhuang.model.form import Period

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"((?:19|20)\d\d)年?"
_DAY = re.compile(r"(?:截[至止]到?)?((?:19|20)\d\d)[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?")
_MONTH = re.compile(r"((?:19|20)\d\d)[年.\-/](\d{1,2})月")
_QUARTER = re.compile(_YEAR + r"第?([一二三四1234])季度")
_HALF = re.compile(_YEAR + r"(上|下)半年")
_WHOLE = re.compile(r"((?:19|20)\d\d)年(度)?")


def find_period(text: str) -> Period | None:
    """Return the first time that a text names, the narrowest reading of it, or None."""
    bare = squash(text)
    return _day(bare) or _quarter(bare) or _half(bare) or _month(bare) or _year(bare)


def _span(text: str, year: int, first: int, last: int) -> Period:
    end = date(year, last, calendar.monthrange(year, last)[1])
    return Period(text, date(year, first, 1), end, end)


def _day(text: str) -> Period | None:
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        when = date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
    return Period(found.group(0), as_of=when)


def _quarter(text: str) -> Period | None:
    found = _QUARTER.search(text)
    if found is None:
        return None
    quarter = _QUARTERS[found.group(2)]
    return _span(found.group(0), int(found.group(1)), quarter * 3 - 2, quarter * 3)


def _half(text: str) -> Period | None:
    found = _HALF.search(text)
    if found is None:
        return None
    first, last = (1, 6) if found.group(2) == "上" else (7, 12)
    return _span(found.group(0), int(found.group(1)), first, last)


def _month(text: str) -> Period | None:
    found = _MONTH.search(text)
    if found is None or not 1 <= int(found.group(2)) <= 12:
        return None
    return _span(found.group(0), int(found.group(1)), int(found.group(2)), int(found.group(2)))


def _year(text: str) -> Period | None:
    found = _WHOLE.search(text)
    return _span(found.group(0), int(found.group(1)), 1, 12) if found else None
