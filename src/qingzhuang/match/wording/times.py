"""Time in labels and titles: absolute, or relative to the form's own period."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

_YEAR = r"(?P<year>(?:19|20)\d\d)(?:[-—~至](?:(?:19|20)\d\d|\d\d)(?=学年))?(?:学年度?|年度?)?"
_PART = (
    r"(?P<range>\d{1,2}月?[-至到~]\d{1,2})月|(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?"
    r"|第?(?P<quarter>[1-4])季度|(?P<half>[上下])半年|(?P<term>[春秋])(?:季学期|季期|学期)|(?:第(?P<nth>[12])|(?P<which>[上下]))学期"
)
_DATED = _PART.replace("季学期|", "季学期|季(?!节)|(?=$|[)）])|")  # behind a year a bare 春季 is a period too
_TITLE = re.compile(f"{_YEAR}(?:{_DATED})?")
_YEARLESS = re.compile(rf"(?<![\d.])(?:{_PART})")
_AS_OF = re.compile(r"截[至止]|底|末")
_LOOSE = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月|第?([1-4])季度|([上下])半年")
_RANGE = re.compile(r"\d{1,2}[-至到~]\d{1,2}")
_SPANS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2", (1, 12): ""}


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """A year (absolute, or an offset to an unknown year) and a part of it: M6, Q2, H1, or an offset such as M-1.
    An empty Time says nothing."""

    year: int | None = None
    offset: int | None = None
    part: str = ""

    @property
    def known(self) -> bool:
        """Whether it says anything."""
        return self.year is not None or self.offset is not None or bool(self.part)

    def __str__(self) -> str:
        year = (
            str(self.year)
            if self.year is not None
            else f"Y{self.offset:+d}"
            if self.offset is not None
            else ""
        )
        return year + self.part


NONE = Time()


def of_title(text: str) -> Time:
    """The period that a title names (already normalised): 2024年6月… → year 2024, M6."""
    found = _TITLE.search(text)
    if found is None:
        part = _YEARLESS.search(text)
        return Time(None, None, _part_of(part, text)) if part else NONE
    return Time(int(found.group("year")), None, _part_of(found, text))


def _part_of(found: re.Match[str], text: str) -> str:
    """The part of the year: M6, M6D15 (a day, unless it only says until when), Q2, H1, S1 and S2 of a school year."""
    if months := found.group("range"):
        return _months(months)
    if term := found.group("term") or found.group("nth") or found.group("which"):
        return {"春": "春", "秋": "秋", "1": "S1", "上": "S1", "2": "S2", "下": "S2"}[term]
    day = found.group("day")
    dated = f"D{int(day)}" if day and not _AS_OF.search(text) else ""
    return _part(found.group("month"), found.group("quarter"), found.group("half")) + dated


def resolve(words: list[str], title: Time) -> Time:
    """The time that words of a label name, against the title's period. Words are "year -1", "year =2023年" …"""
    time = NONE
    for word in words:
        scale, _, value = word.partition(" ")
        time = (
            _absolute(time, value[1:]) if value.startswith("=") else _relative(time, scale, int(value), title)
        )
    if time.part and time.year is None and time.offset is None:
        time = replace(time, year=title.year)
    return time


def _absolute(time: Time, text: str) -> Time:
    if found := _TITLE.match(text):
        return replace(time, year=int(found.group("year")))
    if found := _RANGE.search(text):
        return replace(time, part=_months(found.group()))
    if found := _LOOSE.search(text):
        return replace(time, part=_part(*found.groups()))
    return time


def _relative(time: Time, scale: str, offset: int, title: Time) -> Time:
    if scale == "same":  # 上年同期 in a half-year's form is the half-year before
        return _relative(replace(time, part=title.part), "year", offset, title)
    if scale == "year":
        return (
            replace(time, year=title.year + offset)
            if title.year is not None
            else replace(time, offset=offset)
        )
    if scale == "period":
        return title if offset == 0 and title.known else replace(time, part=f"P{offset:+d}")
    letter = scale[0].upper()
    if re.match(rf"{letter}\d", title.part):
        return _shifted(title, letter, offset)
    return replace(time, part=f"{letter}{offset:+d}")


def _shifted(title: Time, letter: str, offset: int) -> Time:
    size = {"M": 12, "Q": 4, "H": 2}.get(letter)
    if size is None or title.year is None:
        return Time(title.year, None, f"{letter}{offset:+d}")
    index = title.year * size + int(re.findall(r"\d+", title.part)[0]) - 1 + offset
    return Time(index // size, None, f"{letter}{index % size + 1}")


def _part(month: str | None, quarter: str | None, half: str | None) -> str:
    if month:
        return f"M{int(month)}"
    if quarter:
        return f"Q{quarter}"
    return f"H{1 if half == '上' else 2}" if half else ""


def _months(text: str) -> str:
    """Months from-to as the part of the year they are: 1-6 → H1, 1-12 the whole year, 2-5 → M2-5."""
    first, last = (int(number) for number in re.findall(r"\d+", text)[:2])
    return _SPANS.get((first, last), f"M{first}-{last}")


def span_of(time: Time) -> tuple[date, date] | None:
    """The first and the last day of a year, or of a month, quarter or half of it; None for any other time."""
    months = next((span for span, part in _SPANS.items() if part == time.part), None)
    if found := re.fullmatch(r"M(\d+)", time.part):
        months = (int(found[1]), int(found[1]))
    if time.year is None or months is None:
        return None
    first, last = months
    return date(time.year, first, 1), date(time.year, last, calendar.monthrange(time.year, last)[1])
