"""A day or a span of days tells other columns of its form, and no more than it can."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

TOLD = [
    ("休养起止日期 | 疗养报名册 | 人", "休养天数 | 疗养报名册 | 人"),
    ("租赁期限（起止） | 摊位租赁台账 | 合同", "到期日期 | 摊位租赁台账 | 合同"),
    ("聘用期限（起止） | 协管员名册 | 人", "聘期是否届满 | 协管员名册 | 人"),
    ("领取日期 | 药箱发放册 | 人", "领取季度 | 药箱发放册 | 人"),
    ("值守日期 | 卡点值守登记 | 值班", "星期几 | 卡点值守登记 | 值班"),
    ("入会时间 | 商会会员册 | 人", "会龄 | 商会会员册 | 人"),
    ("出生日期 | 免费筛查登记 | 人", "是否适龄（40—60岁） | 免费筛查登记 | 人"),
    ("灭火器到期日期 | 消防器材台账 | 户", "是否过期 | 消防器材台账 | 户"),
]
NOT_TOLD = [
    ("受理日期 | 许可受理册 | 事项", "办结年度 | 许可受理册 | 事项"),
    ("发证日期 | 健康证登记册 | 人", "是否过期 | 健康证登记册 | 人"),
    ("入院起止日期 | 住院登记册 | 人", "用药天数 | 住院登记册 | 人"),
    ("入职时间 | 员工名册 | 人", "党龄 | 员工名册 | 人"),
]


@pytest.mark.parametrize(("day", "told"), TOLD)
def test_a_day_or_a_span_tells_the_other_column(day: str, told: str) -> None:
    match = decide(item(day), item(told))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"
    assert decide(item(told), item(day)).direction == "b->a"


@pytest.mark.parametrize(("day", "other"), NOT_TOLD)
def test_a_day_of_something_else_tells_nothing(day: str, other: str) -> None:
    assert decide(item(day), item(other)).verdict in ("distinct", "unsure")
