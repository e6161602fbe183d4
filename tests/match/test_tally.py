"""A list gives the figures of a report where both titles print one place and one period."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

LIST = "石溪村2026年9月垃圾分类巡检明细"
REPORT = "石溪村2026年9月垃圾分类统计表"


@pytest.mark.parametrize(
    ("row", "figure"),
    [
        (f"户编号 | {LIST} | 户", f"巡检户数 | {REPORT} | 村 | - | 户"),
        (f"是否混投 | {LIST} | 户", f"混投户数 | {REPORT} | 村 | - | 户"),
        (f"巡检日期 | {LIST} | 户", f"本月巡检户数 | {REPORT} | 村 | - | 户"),
    ],
)
def test_rows_of_one_place_and_month_give_its_report(row: str, figure: str) -> None:
    match = decide(item(row), item(figure))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"


@pytest.mark.parametrize(
    "other",
    [
        "柳湾村2026年9月垃圾分类统计表",
        "石溪村2026年8月垃圾分类统计表",
        "石溪村2025年9月垃圾分类统计表",
        "垃圾分类统计表",
    ],
)
def test_another_place_or_month_or_a_title_that_says_neither_gives_nothing(other: str) -> None:
    match = decide(item(f"户编号 | {LIST} | 户"), item(f"巡检户数 | {other} | 村 | - | 户"))
    assert match.verdict != "derivable"
