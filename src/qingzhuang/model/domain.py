"""Which values an item takes: a number, a day or the length of a text between two bounds."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from qingzhuang.model.sheet import Scalar

Bound = int | Decimal | date


class Measured(StrEnum):
    """What of a value is held against the bounds."""

    NUMBER = "number"
    DAY = "day"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Domain:
    """Values from `low` to `high`, bounds included unless `above` (more than low) or `below` (less than high); None is open.
    `whole`: only whole numbers. `soft`: the form only warns. A length counts the signs of the text; several domains hold together."""

    of: Measured
    low: Bound | None = None
    high: Bound | None = None
    above: bool = False
    below: bool = False
    whole: bool = False
    soft: bool = False

    def holds(self, value: Scalar) -> bool | None:
        """Tell whether a value lies within; None when that cannot be told, as of a text where a number is expected."""
        found = self._measured(value)
        if found is None:
            return None
        if self.whole and isinstance(found, Decimal) and found != found.to_integral_value():
            return False
        return self._reaches(found) and self._keeps(found)

    def _measured(self, value: Scalar) -> Decimal | date | None:
        if value is None or value == "" or isinstance(value, bool):
            return None
        if self.of is Measured.LENGTH:
            return Decimal(len(str(value)))
        if self.of is Measured.DAY:
            return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None
        try:
            found = Decimal(str(value).strip()) if isinstance(value, str | int | float) else None
        except InvalidOperation:
            return None
        return found if found is not None and found.is_finite() else None

    def _reaches(self, found: Decimal | date) -> bool:
        low = self.low
        return low is None or bool(found > low if self.above else found >= low)  # type: ignore[operator]  # pyright: ignore

    def _keeps(self, found: Decimal | date) -> bool:
        high = self.high
        return high is None or bool(found < high if self.below else found <= high)  # type: ignore[operator]  # pyright: ignore
