"""Time of people, always with its range (Standard Cost Model: a normally efficient post)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Minutes:
    """`low` ≤ `likely` ≤ `high`, in minutes."""

    likely: float
    low: float
    high: float

    def __add__(self, other: "Minutes") -> "Minutes":
        return Minutes(self.likely + other.likely, self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Minutes") -> "Minutes":
        return Minutes(self.likely - other.likely, self.low - other.low, self.high - other.high)

    def __mul__(self, times: float) -> "Minutes":
        return Minutes(self.likely * times, self.low * times, self.high * times)
