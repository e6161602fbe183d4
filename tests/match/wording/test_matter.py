"""Stock, checks and money on rows that stand for many are of the matter that the title names; on a row that is the thing they are its own."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.model.verdict import ItemContext, Verdict


@pytest.mark.parametrize(
    ("label", "row", "one", "other"),
    [
        ("整改隐患数", "村", "燃气安全检查汇总表", "消防安全检查汇总表"),
        ("整改隐患数", "检查", "电梯安全检查台账", "校车安全检查台账"),
        ("库存", "物资", "森林防火物资台账", "防汛物资台账"),
        ("存放地点", "物资", "森林防火物资台账", "防汛物资台账"),
        ("库存", "村", "应急救灾物资统计表", "环卫物资统计表"),
        ("预算金额", "村", "村道硬化方案统计表", "路灯安装方案统计表"),
        ("方案费用", "村", "村道硬化方案统计表", "路灯安装方案统计表"),
    ],
)
def test_of_two_matters_they_are_two_things(label: str, row: str, one: str, other: str) -> None:
    found = decide(ItemContext(label, one, row), ItemContext(label, other, row))
    assert found.verdict is Verdict.DISTINCT


@pytest.mark.parametrize(
    ("label", "row", "one", "other"),
    [
        ("整改隐患数", "村", "燃气安全检查汇总表", "燃气安全检查汇总表"),
        ("物资名称", "物资", "防汛物资台账", "防汛物资储备表"),
        ("规格型号", "物资", "森林防火物资台账", "防汛物资台账"),
        ("库存", "物资", "防汛物资台账", "2026年防汛物资登记表"),
    ],
)
def test_of_one_matter_or_of_the_row_itself_they_stay_one(label: str, row: str, one: str, other: str) -> None:
    found = decide(ItemContext(label, one, row), ItemContext(label, other, row))
    assert found.verdict in (Verdict.EQUAL, Verdict.UNSURE)
    assert one != other or found.verdict is Verdict.EQUAL
