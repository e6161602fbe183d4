"""Time in labels and titles: absolute, or relative to the form's own period."""

import re
from dataclasses import dataclass, replace

_TITLE = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年度?)?(?:(?P<range>\d{1,2}[-至到~]\d{1,2})月|(?P<month>1[0-2]|0?[1-9])月|第?(?P<quarter>[1-4])季度|(?P<half>[上下])半年)?"
)
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
        return NONE
    months = found.group("range")
    part = (
        _months(months)
        if months
        else _part(found.group("month"), found.group("quarter"), found.group("half"))
    )
    return Time(int(found.group("year")), None, part)


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
    if scale == "year":
        return (
            replace(time, year=title.year + offset)
            if title.year is not None
            else replace(time, offset=offset)
        )
    if scale == "period":
        return title if offset == 0 and title.known else replace(time, part=f"P{offset:+d}")
    letter = scale[0].upper()
    if title.part.startswith(letter):
        return _shifted(title, letter, offset)
    return replace(time, part=f"{letter}{offset:+d}")


def _shifted(title: Time, letter: str, offset: int) -> Time:
    size = {"M": 12, "Q": 4, "H": 2}.get(letter)
    if size is None or title.year is None:
        return Time(title.year, None, f"{letter}{offset:+d}")
    index = title.year * size + int(title.part[1:]) - 1 + offset
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
