"""What follows from a known fact is computed, not asked; what does not follow is not made up."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.answer.derive import FORMULAS, derive, known
from qingzhuang.answer.derive_dates import age, as_date
from qingzhuang.model.id_number import check_character
from qingzhuang.model.sheet import Scalar

DAY = date(2026, 6, 30)
FIRST17 = "99010119800701012"
ID = FIRST17 + check_character(FIRST17)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("id_number.birth", date(1980, 7, 1)),
        ("id_number.sex", "女"),
        ("id_number.age", 45),
        ("id_number.region", "990101"),
        ("id_number.birth_month", "1980-07"),
        ("id_number.birth_year", 1980),
    ],
)
def test_an_id_number_answers_birth_sex_age_and_region(formula: str, value: Scalar) -> None:
    assert derive(formula, [ID], DAY) == value


def test_a_mistyped_id_number_answers_nothing() -> None:
    wrong = ID[:-1] + ("0" if ID[-1] != "0" else "1")
    assert all(derive(f, [wrong], DAY) is None for f in FORMULAS if f.startswith("id_number."))


def test_age_counts_full_years_on_the_day_of_the_form() -> None:
    assert derive("birth.age", [date(1980, 7, 1)], date(2026, 6, 30)) == 45
    assert derive("birth.age", ["1980-07-01"], date(2026, 7, 1)) == 46
    assert derive("birth.age", [date(2026, 7, 1)], DAY) is None


def test_who_was_born_on_29_february_is_a_year_older_on_the_last_of_february() -> None:
    born = date(2004, 2, 29)
    assert age(born, date(2022, 2, 27)) == 17
    assert age(born, date(2022, 2, 28)) == 18
    assert age(born, date(2024, 2, 28)) == 19
    assert age(born, date(2024, 2, 29)) == 20


@given(DAYS, DAYS, st.integers(0, 400))
def test_nobody_grows_younger(birth: date, day: date, later: int) -> None:
    if birth <= day:
        first, second = age(birth, day), age(birth, day + timedelta(later))
        assert first is not None
        assert second is not None
        assert 0 <= second - first <= 2


@given(DAYS, st.integers(0, 110))
def test_every_birthday_adds_one(birth: date, years: int) -> None:
    day = 28 if (birth.month, birth.day) == (2, 29) else birth.day
    birthday = date(birth.year + years, birth.month, day)
    assert age(birth, birthday + timedelta(1)) == years


@pytest.mark.parametrize(
    "text", ["1980-02-03", "19800203", "1980.2.3", "1980/02/03", "1980年2月3日", "1980-02-03T08:00"]
)
def test_a_day_is_read_in_every_usual_spelling(text: str) -> None:
    assert as_date(text) == date(1980, 2, 3)


@pytest.mark.parametrize("text", ["1980-02-31", "1980年2月", "三月", "", "1980", "²-1-1"])
def test_what_is_no_whole_day_is_none(text: str) -> None:
    assert as_date(text) is None


@given(
    st.decimals(-(10**9), 10**9, places=4, allow_nan=False),
    st.sampled_from(["10000", "0.0001", "15", "0.5", "100"]),
)
def test_units_convert_without_binary_dust(number: Decimal, factor: str) -> None:
    made = derive(f"unit.{factor}", [str(number)], DAY)
    assert float(number * Decimal(factor)) == made
    assert len(repr(made)) < 30


def test_a_tenth_of_ten_thousand_is_a_thousand() -> None:
    assert derive("unit.10000", [0.1], DAY) == 1000
    assert derive("unit.0.0001", ["1,234"], DAY) == 0.1234
    assert derive("unit.10000", ["约三千"], DAY) is None
    assert derive("unit.10000", [True], DAY) is None


def test_fifteen_mu_are_a_hectare_exactly() -> None:
    assert derive("unit.2000/3", [15], DAY) == 10_000
    assert derive("unit.3/2000", [10_000], DAY) == 15


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("城市低保", "是"),
        ("无", "否"),
        ("非低保", "否"),
        ("未享受", "否"),
        ("不详", None),
        (None, None),
        (True, "是"),
    ],
)
def test_a_category_answers_yes_or_no(word: Scalar, answer: Scalar) -> None:
    assert derive("category.yesno", [word], DAY) == answer


def test_rows_are_counted_and_summed_only_when_all_are_numbers() -> None:
    assert derive("rows.count", ["甲", None, "乙"], DAY) == 2
    assert derive("rows.sum", [0.1, 0.2, "3"], DAY) == 3.3
    assert derive("rows.sum", [1, None], DAY) is None
    assert derive("rows.sum", [], DAY) is None


def test_a_ratio_needs_a_base() -> None:
    assert derive("ratio", [1, 8], DAY) == 0.125
    assert derive("ratio", [1, 0], DAY) is None
    assert derive("ratio", [1], DAY) is None


def test_dates_are_cut_shorter_never_longer() -> None:
    assert derive("datetime.date", [datetime(2026, 3, 4, 5, 6)], DAY) == date(2026, 3, 4)  # noqa: DTZ001
    assert derive("date.month", ["2026-03-04"], DAY) == "2026-03"
    assert derive("date.year", ["2026-03-04"], DAY) == 2026
    assert derive("date.year", ["2026"], DAY) is None


def test_an_unknown_formula_is_an_error_of_the_caller() -> None:
    assert known("unit.15")
    assert not known("stars.sign")
    with pytest.raises(KeyError):
        derive("stars.sign", [ID], DAY)
