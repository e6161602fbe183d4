"""Numbers and spans that encode other facts give them out, and nothing when they are malformed."""

from datetime import date

import pytest

from qingzhuang.answer.derive import derive, known
from qingzhuang.model.id_number import check_character
from qingzhuang.model.sheet import Scalar

DAY = date(2026, 6, 30)
FIRST17 = "99010119800701012"
ID = FIRST17 + check_character(FIRST17)


@pytest.mark.parametrize(
    ("formula", "value", "answer"),
    [
        ("credit_code.division", "91990101MA00000001", "990101"),
        ("credit_code.organisation", "91990101MA00000001", "MA000000-0"),
        ("credit_code.tax_no", "91990101ma00000001", "91990101MA00000001"),
        ("disability_card.id_no", f"{ID}42", ID),
        ("disability_card.kind", f"{ID}42B1", "肢体"),
        ("disability_card.level", f"{ID}42", "二级"),
        ("disability_card.birth", f"{ID}42", date(1980, 7, 1)),
        ("disability_card.age", f"{ID}42", 45),
        ("coordinates.longitude", "113.2541,23.1180", 113.2541),
        ("coordinates.latitude", "北纬23.1180 东经113.2541", 23.1180),
        ("span.start", "2024-03-01至2027-02-28", date(2024, 3, 1)),
        ("phone.mobile", "13900000001", "13900000001"),
        ("span.end", "2024年3月1日—2027年2月28日", date(2027, 2, 28)),
        ("birth.zodiac", "1980-07-01", "猴"),
        ("birth.zodiac", "1980-01-05", "羊"),
        ("date.years", "2016-07-01", 9),
        ("day.past", "2026-06-29", "是"),
        ("day.past", "2026-06-30", "否"),
    ],
)
def test_what_a_number_encodes_is_read_from_it(formula: str, value: str, answer: Scalar) -> None:
    assert known(formula)
    assert derive(formula, [value], DAY) == answer


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("credit_code.division", "9199010"),
        ("disability_card.kind", f"{ID}92"),
        ("disability_card.kind", ID),
        ("coordinates.longitude", "113.2541"),
        ("coordinates.longitude", "23.1,24.2"),
        ("span.end", "2024-03-01至长期"),
        ("span.start", "2027-02-28至2024-03-01"),
        ("birth.zodiac", "1980-02-03"),
    ],
)
def test_what_is_malformed_or_open_answers_nothing(formula: str, value: str) -> None:
    assert derive(formula, [value], DAY) is None


def test_a_count_of_yes_waits_until_everybody_has_said() -> None:
    assert derive("rows.count_if", ["是", "否", "是"], DAY) == 2
    assert derive("rows.count_if", ["是", None], DAY) is None


@pytest.mark.parametrize("value", ["0990-1234567", "13900000001/13900000002", "139000000", "", None])
def test_a_landline_or_two_numbers_are_no_mobile(value: Scalar) -> None:
    assert derive("phone.mobile", [value], DAY) is None


@pytest.mark.parametrize(
    ("value", "answer"),
    [("已参保", "已参保"), ("领取待遇", "领取待遇"), ("是", None), ("无", None), (True, None), (None, None)],
)
def test_a_bare_yes_tells_nothing_of_a_state(value: Scalar, answer: Scalar) -> None:
    assert derive("category.graded", [value], DAY) == answer
