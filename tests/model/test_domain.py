"""A domain tells what lies within, what does not, and where it cannot tell."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from qingzhuang.model.domain import Domain, Measured
from qingzhuang.model.sheet import Scalar

AGE = Domain(Measured.NUMBER, Decimal(0), Decimal(120), whole=True)
ID = Domain(Measured.LENGTH, Decimal(18), Decimal(18))
SINCE = Domain(Measured.DAY, low=date(2024, 1, 1))
PART = Domain(Measured.NUMBER, Decimal(0), Decimal(1), above=True, below=True)


@pytest.mark.parametrize(
    ("domain", "value", "holds"),
    [
        (AGE, 120, True),
        (AGE, 121, False),
        (AGE, "60", True),
        (AGE, 60.5, False),
        (AGE, "不详", None),
        (AGE, None, None),
        (AGE, "", None),
        (AGE, True, None),
        (AGE, "NaN", None),
        (ID, "99010119800701012X", True),
        (ID, "9901", False),
        (SINCE, date(2023, 12, 31), False),
        (SINCE, datetime(2024, 1, 1, 8, 30), True),  # noqa: DTZ001 - wall time of a sheet
        (SINCE, "2024年", None),
        (PART, 0, False),
        (PART, 1, False),
        (PART, 0.5, True),
    ],
)
def test_bounds_are_held(domain: Domain, value: Scalar, holds: bool | None) -> None:
    assert domain.holds(value) is holds
