"""Units: spellings, factors, quotients."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.vocabulary.units import formula

UNITS = default().units
_UNITS = st.sampled_from(sorted(UNITS.by_term))


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [("万元", "元", "unit.10000"), ("元", "万元", "unit.0.0001"), ("公顷", "亩", "unit.15"), ("斤", "公斤", "unit.0.5"),
     ("元/月", "元/年", "unit.12"), ("公里", "米", "unit.1000"), ("元/公顷", "元/亩", "unit.0.0666666666667"), ("‰", "%", "unit.0.1")],
)  # fmt: skip
def test_factors_are_exact_to_twelve_digits(source: str, target: str, expected: str) -> None:
    one, other = UNITS.parse(source), UNITS.parse(target)
    assert one is not None
    assert other is not None
    assert formula(one, other) == expected


@given(_UNITS, _UNITS)
def test_converting_there_and_back_is_one(one: str, other: str) -> None:
    a, b = UNITS.by_term[one], UNITS.by_term[other]
    there, back = (Decimal(formula(*pair).removeprefix("unit.")) for pair in ((a, b), (b, a)))
    assert a.dimension != b.dimension or abs(there * back - 1) < Decimal("1e-9")


@pytest.mark.parametrize("text", ["㎡", "m2", "平方米", "平米"])
def test_spellings_of_one_unit_are_one_unit(text: str) -> None:
    found = UNITS.parse(text)
    assert found is not None
    assert (found.symbol, found.dimension) == ("平方米", "area")


def test_what_is_no_unit_is_none() -> None:
    assert UNITS.parse("户主") is None
    assert UNITS.parse("元/户主") is None
    assert UNITS.parse("") is None


def test_any_unit_may_be_counted_in_ten_thousands() -> None:
    many, one = UNITS.parse("万册"), UNITS.parse("册")
    assert many is not None
    assert one is not None
    assert formula(many, one) == "unit.10000"
