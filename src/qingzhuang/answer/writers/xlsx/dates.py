"""Dates as a form wants them: a serial number under a date format, or text in the template's own way of writing."""

import re
from datetime import date, datetime, time

_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_SHAPE = re.compile(
    r"(?P<year>[Yy]{4}|(?:19|20)\d{2}|[XxＸ×]{4})(?P<a>\s*[-./年]\s*|)"
    r"(?P<month>[Mm]{1,2}|[01]?\d(?!\d)|[01]\d(?=\d\d(?!\d))|[XxＸ×]{1,2})(?P<b>\s*[-./月]\s*|)"
    r"(?P<day>[Dd]{1,2}|[0-3]?\d|[XxＸ×]{1,2})?(?P<c>日?)"
)
_GAP = r"[\s_\uff3f]*"
_BLANK_DATE = re.compile(  # parts of the date may be printed: 2026年  月  日, 20__年__月__日
    rf"(?<![0-9〇零○一二三四五六七八九])(?:(?:19|20)[0-9]{{0,2}}|[一二][〇零○一二三四五六七八九]{{1,3}})?{_GAP}年(?!度)"
    rf"(?P<m>{_GAP}[0-9]{{0,2}}{_GAP}月)?(?P<d>{_GAP}[0-9]{{0,2}}{_GAP}日)?"
)
_BLANK_DAY = re.compile(r"(?:^|(?<=[\s_\uff3f:：]))[\s_\uff3f]*月[\s_\uff3f]+日")
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_MARCH_1900 = date(1900, 3, 1)


def parse_date(value: object) -> date | datetime | None:
    """Return the date that a value is or states as ISO text (2026-11-24, with or without a time), else None."""
    if isinstance(value, date):
        return value
    found = _ISO_DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return None
    year, month, day, *clock = (int(part) if part else 0 for part in found.groups())
    try:
        if found[4] is None:
            return date(year, month, day)
        return datetime(year, month, day, clock[0], clock[1], clock[2])  # noqa: DTZ001  # forms know no zones
    except ValueError:
        return None


def parse_month(value: object) -> date | None:
    """Return the first day of a month given as 2026-11, else None."""
    found = _ISO_MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or not 1 <= int(found.group(2)) <= 12:
        return None
    return date(int(found.group(1)), int(found.group(2)), 1)


def serial(moment: date | datetime | time, date1904: bool) -> float | int | None:
    """Return the serial number of a moment (ECMA-376 part 1, 18.17.4.1), None before the epoch."""
    if isinstance(moment, time):
        return _fraction(moment)
    day = moment.date() if isinstance(moment, datetime) else moment
    early = not date1904 and day < _MARCH_1900  # the program's calendar has a 29 February 1900
    number = (day - (_EPOCH_1904 if date1904 else _EPOCH)).days - early
    if number < (0 if date1904 else 1):
        return None
    return number + _fraction(moment.time()) if isinstance(moment, datetime) else number


def _fraction(clock: time) -> float:
    return (clock.hour * 3600 + clock.minute * 60 + clock.second) / 86_400


def shape_of(hint: str) -> re.Match[str] | None:
    """Find how a hint or label wants dates written: yyyy.mm, 1990-01-01, XXXX年XX月."""
    for found in _SHAPE.finditer(hint):
        if found["year"] and (found["a"] or len(found["month"]) == 2):
            return found
    return None


def in_shape(moment: date, shape: re.Match[str], *, day: bool = True) -> str:
    """Write a date in the shape found in a hint, without its day when no `day` is known."""
    text = f"{moment.year:04d}{shape['a'].strip()}{_padded(moment.month, shape['month'])}"
    figure = shape["day"]
    if not figure or not day:
        return text + (shape["b"].strip() if "月" in shape["b"] else "")
    return f"{text}{shape['b'].strip()}{_padded(moment.day, figure)}{shape['c']}"


def _padded(number: int, sample: str) -> str:
    return f"{number:02d}" if len(sample) > 1 else str(number)


def in_blanks(moment: date, text: str, *, day: bool = True) -> str | None:
    """Write a date over printed blanks such as "    年  月  日" or "  月  日", up to the unit that the text asks for, also
    where some of its figures are printed; None when the text has no such blanks. What stands around them is kept, as is
    the day's blank when no `day` is known."""
    found = _BLANK_DATE.search(text)
    if found is None:
        short = _BLANK_DAY.search(text) if day else None
        words = f"{moment.month}月{moment.day}日"
        return text[: short.start()] + words + text[short.end() :] if short is not None else None
    words = f"{moment.year}年"
    words += f"{moment.month}月" if found["m"] else ""
    words += (f"{moment.day}日" if day else found["d"]) if found["d"] else ""
    return text[: found.start()] + words + text[found.end() :]


def over_blanks(value: object, text: str) -> str | None:
    """Write the day or month that a value states over printed blanks; None when it states none or none are printed."""
    if not text.strip():
        return None
    moment, month = parse_date(value), parse_month(value)
    if moment is not None:
        return in_blanks(moment, text)
    return None if month is None else in_blanks(month, text, day=False)
