"""Numbers of invented people pass the checks of forms and can belong to nobody."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.demo import numbers
from qingzhuang.demo.township import Township

_WEIGHTS = [2 ** (17 - place) % 11 for place in range(17)]


def test_an_id_number_has_the_checksum_of_the_standard_example() -> None:
    """GB 11643 annex: 11010519491231002X."""
    assert numbers.id_check("11010519491231002") == "X"


@given(st.dates(date(1900, 1, 1), date(2026, 10, 31)), st.integers(1, 999))
def test_every_id_number_sums_to_one_modulo_eleven(birth: date, serial: int) -> None:
    made = numbers.id_number("990101", birth, serial)
    total = sum(int(digit) * weight for digit, weight in zip(made[:17], _WEIGHTS, strict=True))
    assert (total + (10 if made[17] == "X" else int(made[17]))) % 11 == 1
    assert len(made) == 18
    assert made[6:14] == birth.strftime("%Y%m%d")


def test_a_credit_code_has_the_checksum_of_a_known_example() -> None:
    """GB 32100 annex: 91350100M000100Y43."""
    assert numbers.credit_check("91350100M000100Y4") == "3"
    assert numbers.body_check("M000100Y") == "4"


def test_nobodys_number_could_be_somebodys(township: Township) -> None:
    """Regions 9901xx are assigned to no place; telephones stay in the invented block; no two are alike."""
    people = township.people
    assert all(person.id_no.startswith("9901") for person in people)
    assert all(person.phone is None or person.phone.startswith("1990000") for person in people)
    assert len({person.id_no for person in people}) == len(people)
    assert len({shop.code for shop in township.shops}) == len(township.shops)
    assert all(shop.code[2:8] == "990101" for shop in township.shops)


def test_no_account_passes_the_check_of_a_bank_card(township: Township) -> None:
    def luhn(account: str) -> int:
        digits = [int(digit) for digit in reversed(account)]
        return (sum(digits[::2]) + sum(sum(divmod(digit * 2, 10)) for digit in digits[1::2])) % 10

    accounts = [person.account for person in township.people if person.account]
    assert len(accounts) > 1000
    assert all(luhn(account) for account in accounts)


def test_a_disability_certificate_is_the_id_number_with_kind_and_level(township: Township) -> None:
    found = [person for person in township.people if person.disability]
    assert len(found) > 50
    for person in found:
        assert person.disability is not None
        assert len(person.disability.certificate) == 20
        assert person.disability.certificate.startswith(person.id_no)
