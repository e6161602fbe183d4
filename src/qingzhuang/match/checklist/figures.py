"""The figures of check points: not less than 2, at most 2 m, 0 to 8 °C, once in 15 days."""

import re
from dataclasses import dataclass
from functools import cache

from qingzhuang.match.checklist.words import Words

_DIGITS = {"一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "十": "10"}  # fmt: skip
_TAILS = {
    "以上": "least",
    "及以上": "least",
    "以下": "less",
    "及以下": "less",
    "以内": "less",
    "之内": "less",
    "之间": "",
}
_EVERY = re.compile(r"每隔?(\d+)(?:个)?(日|天|月|年)")
_TIMES = re.compile(r"(?:不少于|至少|不低于)?(\d+|[一二两三四五六七八九十])次(?:及?以上)?")
_YEARLY = {"日": 365.0, "天": 365.0, "月": 12.0, "年": 1.0}


@dataclass(frozen=True, slots=True)
class Range:
    """The figures that a point lets pass, in a base unit (m, kg, h, °C …; `yearly` for how often a year)."""

    unit: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False

    def inside(self, other: "Range") -> bool:
        """Whether every figure of this range is one of the other."""
        return _above(self, other) and _below(self, other)

    def rest(self) -> "Range":
        """What a range with one end leaves."""
        if self.low is not None:
            return Range(self.unit, high=self.low, high_open=not self.low_open)
        return Range(self.unit, low=self.high, low_open=not self.high_open)


@dataclass(frozen=True, slots=True)
class Figure:
    """A range as written. `certain` where the words order it (不少于); 超过 and 低于 may order or ask for the fault."""

    range: Range
    certain: bool


def _above(a: Range, b: Range) -> bool:
    if b.low is None:
        return True
    return a.low is not None and (a.low > b.low or (a.low == b.low and (a.low_open or not b.low_open)))


def _below(a: Range, b: Range) -> bool:
    if b.high is None:
        return True
    return a.high is not None and (a.high < b.high or (a.high == b.high and (a.high_open or not b.high_open)))


def figure_at(text: str, at: int, words: Words) -> tuple[int, Figure] | None:
    """Return the figure that begins here and where it ends; None where none does."""
    found = _figure(words).match(text, at)
    if found is None:
        return None
    unit, size = words.units[found["unit"]]
    low = float(_DIGITS.get(found["low"], found["low"])) * size
    if found["high"]:
        high = float(_DIGITS.get(found["high"], found["high"])) * size
        return found.end(), Figure(Range(unit, low, high), certain=True)
    end = _TAILS.get(found["tail"] or "") or words.ends.get(found["lead"] or "")
    return (
        (found.end(), _bounded(unit, low, end)) if end else (found.end(), Figure(Range(unit, low, low), True))
    )


def _bounded(unit: str, value: float, end: str) -> Figure:
    if end in ("least", "over"):
        return Figure(Range(unit, low=value, low_open=end == "over"), certain=end == "least")
    return Figure(Range(unit, high=value, high_open=end == "under"), certain=end == "less")


@cache
def _pattern(ends: tuple[str, ...], units: tuple[str, ...]) -> re.Pattern[str]:
    def longest(terms: tuple[str, ...]) -> str:
        return "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))

    number = r"(?:-?\d+(?:\.\d+)?|[一二两三四五六七八九十])"
    return re.compile(
        rf"(?P<lead>{longest(ends)})?(?P<low>{number})(?:(?:{longest(units)})?[~至到-](?P<high>{number}))?"
        rf"(?P<unit>{longest(units)})(?P<tail>{longest(tuple(_TAILS))})?",
        re.IGNORECASE,
    )


def _figure(words: Words) -> re.Pattern[str]:
    return _pattern(tuple(words.ends), tuple(words.units))


def period_at(text: str, at: int, words: Words) -> tuple[int, float] | None:
    """Return how often a year "every …" means, where it begins here, and where it ends."""
    found = _EVERY.match(text, at)
    if found:
        return found.end(), _YEARLY[found[2]] / int(found[1])
    for term, yearly in words.periods.items():
        if text.startswith(term, at):
            return at + len(term), yearly
    return None


def times_at(text: str, at: int) -> tuple[int, float] | None:
    """Return how many times are named here, and where it ends."""
    found = _TIMES.match(text, at)
    return (found.end(), float(_DIGITS.get(found[1], found[1]))) if found else None
