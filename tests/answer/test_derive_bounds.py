"""Whether a bound is reached is computed from the number or the day, on the form's own date."""

from datetime import date

import pytest

from qingzhuang.answer.derive import derive, known
from qingzhuang.model.id_number import check_character
from qingzhuang.model.sheet import Scalar

DAY = date(2026, 6, 30)
FIRST17 = "99010119660701012"
ID = FIRST17 + check_character(FIRST17)


@pytest.mark.parametrize(
    ("formula", "value", "answer"),
    [
        ("number.ge.3", 3, "是"),
        ("number.ge.3", "2", "否"),
        ("number.gt.10", 10, "否"),
        ("number.le.6", 6.5, "否"),
        ("years.ge.15", "2011-06-30", "是"),
        ("years.ge.15", "2011-07-01", "否"),
        ("id_years.ge.60", ID, "否"),
        ("years.ge.16+le.59", "1966-07-01", "是"),
        ("number.ge.3", "三层多", None),
        ("years.ge.15", "2030-01-01", None),
        ("id_years.ge.60", ID[:-1], None),
    ],
)
def test_a_bound_is_answered_only_from_a_usable_value(
    formula: str, value: Scalar, answer: str | None
) -> None:
    assert known(formula)
    assert derive(formula, [value], DAY) == answer


def test_a_bound_nobody_can_read_is_no_formula() -> None:
    assert not known("number.about.3")
    assert not known("years.ge")
