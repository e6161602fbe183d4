"""An ID number is taken at its word only when GB 11643 says that it is one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.model.id_number import Flaw, check_character, flaws, normalise, parse

BIRTHS = st.dates(date(1900, 1, 1), date(2026, 12, 31))


def number(birth: date, order: int = 1) -> str:
    first17 = f"990101{birth:%Y%m%d}{order:03}"
    return first17 + check_character(first17)


def test_the_checksum_follows_the_worked_example_of_the_standard() -> None:
    """GB 11643 works through 11010519491231002 and gets X; 44052418800101001 gets 4."""
    assert check_character("11010519491231002") == "X"
    assert check_character("44052418800101001") == "4"


@given(BIRTHS, st.integers(0, 999))
def test_a_number_tells_birth_sex_and_region(birth: date, order: int) -> None:
    found = parse(number(birth, order))
    assert found is not None
    assert (found.birth, found.sex, found.region) == (birth, "男" if order % 2 else "女", "990101")


@given(BIRTHS, st.integers(0, 999), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_never_passes(birth: date, order: int, position: int, shift: int) -> None:
    right = number(birth, order)
    wrong = right[:position] + str((int(right[position]) + shift) % 10) + right[position + 1 :]
    assert flaws(wrong)
    assert parse(wrong) is None


@given(BIRTHS, st.integers(0, 999), st.integers(0, 15))
def test_two_neighbours_exchanged_never_pass(birth: date, order: int, position: int) -> None:
    right = number(birth, order)
    swapped = right[:position] + right[position + 1] + right[position] + right[position + 2 :]
    assert swapped == right or parse(swapped) is None


def test_an_old_number_of_15_places_is_understood_and_lengthened() -> None:
    old = "990101800203001"
    found = parse(old)
    assert found is not None
    assert found.birth == date(1980, 2, 3)
    assert found.sex == "男"
    assert found.text == number(date(1980, 2, 3))


def test_an_old_number_with_an_order_of_996_or_more_was_for_people_born_before_1900() -> None:
    found = parse("990101950203998")
    assert found is not None
    assert found.birth == date(1895, 2, 3)


def test_spellings_of_one_number_are_one_number() -> None:
    right = next(n for order in range(99) if (n := number(date(1980, 2, 3), order)).endswith("X"))
    for spelling in (
        right.lower(),
        f"'{right}",
        f" {right[:6]} {right[6:14]} {right[14:]}",
        "\uff19" + right[1:],
    ):
        assert normalise(spelling) == right
        assert parse(spelling) == parse(right)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        (" ", Flaw.EMPTY),
        ("990101********0012", Flaw.MASKED),
        ("99010119800203", Flaw.LENGTH),
        ("99010119800203OO1X", Flaw.CHARACTER),
        ("99010119800231001X", Flaw.BIRTH),
        ("990101800231001", Flaw.BIRTH),
    ],
)
def test_a_refusal_says_why(text: str, flaw: Flaw) -> None:
    assert flaw in flaws(text)


def test_a_birth_after_the_day_of_the_form_is_a_mistake() -> None:
    text = number(date(2026, 5, 1))
    assert flaws(text, date(2026, 4, 30)) == (Flaw.FUTURE,)
    assert flaws(text, date(2026, 5, 1)) == ()


def test_a_check_character_is_only_made_for_17_digits() -> None:
    with pytest.raises(ValueError, match="123"):
        check_character("123")
