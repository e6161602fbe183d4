"""The day that a title or a column prints as that of its figures: 截至6月30日, （12月31日）, 2026年6月30日户籍人口数, 截至6月底."""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

_DATED = r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]|(?P<last>底|末))"
_NO_DAY_OF_FIGURES = r"(?!之?[前后]|以[前后来]|起|开始|[至到~—-]|报|上报|出生)"  # a deadline, a span, a birth
_ANY = re.compile(rf"(?<![\d年月至到~—-]){_DATED}{_NO_DAY_OF_FIGURES}")
_UNTIL = re.compile(rf"截[至止]到?{_DATED}{_NO_DAY_OF_FIGURES}|[（(]{_DATED.replace('P<', 'P<alone_')}[)）]")
_UNTIL_IN_LABEL = re.compile(rf"截[至止]到?{_DATED}{_NO_DAY_OF_FIGURES}")


class Printed(NamedTuple):
    """A day as printed; `year` None where none stands beside it, `day` 0 for a month's last."""

    year: int | None
    month: int
    day: int

    def near(self, year: int | None, when: date) -> date | None:
        """Return the day: of its own year, else of `year`, else the one nearest to `when`, where a day to come is twice as far as a past one
        (figures are seldom asked for months ahead); None where there is no such day."""
        years = [self.year or year] if self.year or year else [when.year - 1, when.year, when.year + 1]
        days = [found for each in years if each and (found := self._of(each))]
        return min(days, key=lambda each: max((when - each).days, 2 * (each - when).days), default=None)

    def _of(self, year: int) -> date | None:
        last = calendar.monthrange(year, self.month)[1]
        return date(year, self.month, self.day or last) if self.day <= last else None


def day_of_title(title: str) -> Printed | None:
    """Return the day of the figures that a title prints behind 截至, or alone in brackets; None where it prints none."""
    found = _UNTIL.search(re.sub(r"\s", "", title))
    return _read(found) if found else None


def day_of_column(path: Iterable[str]) -> Printed | None:
    """Return the only day that the headers of a column print, the innermost first; None where they print none, or a span."""
    for level in reversed([re.sub(r"\s", "", each) for each in path]):
        found = [_UNTIL_IN_LABEL.search(level), *_ANY.finditer(level)]
        days = {_read(each) for each in found if each is not None}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _read(found: re.Match[str]) -> Printed:
    said = {name.removeprefix("alone_"): value for name, value in found.groupdict().items() if value}
    year = said.get("year")
    return Printed(int(year) if year else None, int(said["month"]), int(said.get("day", 0)))
