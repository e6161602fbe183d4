"""What is counted is not what it is worth; of which kind something is does not change with the year."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.model.verdict import Verdict
from tests.match.pairing import item


def test_a_count_and_a_sum_of_money_are_not_one_by_their_words() -> None:
    count, worth = item("结余数量 | 春耕物资台账 | 物资"), item("结余金额 | 救灾物资月报 | 物资 | - | 万元")
    assert decide(count, worth).verdict is not Verdict.EQUAL


@pytest.mark.parametrize("label", ["水源类型（井水、自来水）", "房屋性质（自建、购买）"])
def test_a_kind_is_the_same_in_forms_of_two_years(label: str) -> None:
    one, other = item(f"{label} | 2025年农户饮水登记表 | 户"), item(f"{label} | 2026年农户住房登记表 | 户")
    assert decide(one, other).verdict is not Verdict.DISTINCT


def test_whether_somebody_is_insured_is_asked_anew_each_year() -> None:
    one = item("是否参加居民医保 | 2025年低保对象登记表 | 人")
    assert decide(one, item("是否参加居民医保 | 2026年低保对象登记表 | 人")).verdict is not Verdict.EQUAL
