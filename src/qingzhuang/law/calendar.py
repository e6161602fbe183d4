"""Working days and hours in China. A year that has not been announced is unknown, never guessed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

import yaml


class DayKind(StrEnum):
    """What a day is for an office."""

    WORK = "work"
    OFF = "off"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Calendar:
    """`off` and `work` are single days; `years` those that are announced, each with its notice; `opens`..`closes` the
    office hours of a place."""

    years: Mapping[int, str]
    off: frozenset[date]
    work: frozenset[date]
    opens: time = time(8, 30)
    closes: time = time(18, 0)

    def kind(self, day: date) -> DayKind:
        """Tell a working day from a day off."""
        if day.year not in self.years:
            return DayKind.UNKNOWN
        if day in self.work:
            return DayKind.WORK
        return DayKind.OFF if day in self.off or day.weekday() >= 5 else DayKind.WORK

    def quiet(self, moment: datetime) -> bool | None:
        """Tell whether a moment lies outside office hours; None on a day that is unknown, within hours."""
        if not self.opens <= moment.time() <= self.closes:
            return True
        kind = self.kind(moment.date())
        return None if kind is DayKind.UNKNOWN else kind is DayKind.OFF

    def working_days_after(self, day: date, count: int) -> date | None:
        """The day `count` working days after a day; None when an unknown year lies between."""
        while count > 0:
            day += timedelta(days=1)
            kind = self.kind(day)
            if kind is DayKind.UNKNOWN:
                return None
            count -= kind is DayKind.WORK
        return day


@cache
def calendar() -> Calendar:
    """The announced years."""
    return load_calendar(resources.files("qingzhuang.law").joinpath("calendar.yaml").read_text("utf-8"))


def load_calendar(text: str) -> Calendar:
    """Read a calendar. Raises ValueError for a day that does not exist."""
    years: dict[int, dict[str, Any]] = yaml.safe_load(text)["years"]
    off = frozenset(
        day for year, entry in years.items() for span in entry["rest"] for day in _span(year, *span)
    )
    work = frozenset(
        date.fromisoformat(f"{year}-{day}") for year, entry in years.items() for day in entry["work"]
    )
    return Calendar({year: entry["notice"] for year, entry in years.items()}, off, work)


def _span(year: int, first: str, last: str) -> list[date]:
    start, end = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last}")
    return [start + timedelta(days=step) for step in range((end - start).days + 1)]
