"""Relative times resolve against the form's own period."""

import pytest

from qingzhuang.match.wording.times import NONE, Time, of_title, resolve


@pytest.mark.parametrize(
    ("title", "expected"),
    [("2024年度农户调查表", Time(2024)), ("2025年6月低保发放表", Time(2025, None, "M6")), ("2025年第3季度报表", Time(2025, None, "Q3")),
     ("2025年上半年统计", Time(2025, None, "H1")), ("农户调查表", NONE), ("12345热线工单", NONE), ("截至2024年底情况", Time(2024))],
)  # fmt: skip
def test_a_title_names_its_period(title: str, expected: Time) -> None:
    assert of_title(title) == expected


@pytest.mark.parametrize(
    ("words", "title", "expected"),
    [(["year -1"], Time(2025), Time(2024)), (["year 0"], Time(2025), Time(2025)), (["year -1"], NONE, Time(None, -1)),
     (["month -1"], Time(2025, None, "M1"), Time(2024, None, "M12")), (["quarter -1"], Time(2025, None, "Q1"), Time(2024, None, "Q4")),
     (["month 0"], NONE, Time(None, None, "M+0")), (["year =2023年"], Time(2025), Time(2023)), (["month =3月"], Time(2025), Time(2025, None, "M3")),
     (["period 0"], Time(2025, None, "M6"), Time(2025, None, "M6")), ([], Time(2025), NONE)],
)  # fmt: skip
def test_words_resolve_against_the_title(words: list[str], title: Time, expected: Time) -> None:
    assert resolve(words, title) == expected
