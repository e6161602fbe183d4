"""Figures read as people say them."""

import pytest

from qingzhuang.web.words import average, duration


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 分"),
        (0.001, "1 秒"),
        (0.3, "18 秒"),
        (0.99, "59 秒"),
        (0.995, "1 分"),
        (1, "1 分"),
        (2.44, "2.4 分"),
        (9.96, "10 分"),
        (42.4, "42 分"),
        (90, "1 小时 30 分"),
    ],
)
def test_a_small_share_is_told_as_exactly_as_it_is_known(minutes: float, said: str) -> None:
    assert average(minutes) == said


def test_a_whole_is_told_in_minutes() -> None:
    assert (duration(0.3), duration(61), duration(6060)) == ("0 分", "1 小时 01 分", "101 小时")
