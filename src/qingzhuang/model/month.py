"""A month as it was known on the day it was noted: what every later reckoning of that month starts from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from qingzhuang.model.organisation import UnitKind
from qingzhuang.model.share import Share


@dataclass(frozen=True, slots=True)
class Month:
    """What bound posts on `day`, and how many posts were ever reached: by kind, by the number of the office that asked.
    `before` and `after` are the minutes a month that were reckoned then; they follow from the rest."""

    day: date
    shares: tuple[Share, ...]
    by_kind: Mapping[UnitKind, int]
    by_office: Mapping[int, int]
    before: float
    after: float

    @property
    def posts(self) -> int:
        """All posts."""
        return sum(self.by_kind.values())
