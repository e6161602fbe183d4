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


ELSEWHERE = [
    ("住院起止日期 | 救助申请表 | 人", "入院日期 | 慰问申请表 | 人"),
    ("服役起止时间 | 优待申请表 | 人", "退役日期 | 民兵登记表 | 人"),
    ("摊位租赁期限（起止日期） | 集贸市场摊位租金明细 | 摊位", "合同终止日期 | 集贸市场摊位合同台账 | 摊位"),
    ("下次检验日期 | 锅炉登记表 | 设备", "是否超期未检 | 锅炉检查表 | 检查"),
    ("检验有效期至 | 渡船登记表 | 船舶", "年检是否有效 | 渡船检查表 | 检查"),
    ("注册登记日期 | 校车登记表 | 车辆", "车龄 | 校车检查表 | 检查"),
    ("2025年水质评定等级（优、良、中、差） | 水井登记表 | 机井", "2025年水质评定是否达到中等及以上 | 水井检查表 | 检查"),
    ("行业小类代码 | 个体户登记表 | 企业", "所属行业门类 | 个体户摸底表 | 企业"),
    ("驾驶证号 | 校车驾驶员登记表 | 人", "性别 | 校车驾驶员名册 | 人"),
]  # fmt: skip
NOT_ELSEWHERE = [
    ("住院起止日期 | 救助申请表 | 人", "入伍日期 | 慰问申请表 | 人"),
    ("摊位租赁期限（起止日期） | 集贸市场摊位租金明细 | 摊位", "合同终止日期 | 山塘承包合同台账 | 地块"),
    ("下次检验日期 | 锅炉登记表 | 设备", "灭火器是否过期 | 锅炉检查表 | 检查"),
    ("健康证有效期至 | 厨师花名册 | 人", "健康证是否有效 | 餐馆登记表 | 企业"),
    ("2024年水质评定等级（优、良、中、差） | 水井登记表 | 机井", "2025年水质评定是否达到中等及以上 | 水井检查表 | 检查"),
    ("所属行业门类 | 个体户摸底表 | 企业", "行业小类代码 | 个体户登记表 | 企业"),
    ("注册登记日期 | 公司登记表 | 企业", "车龄 | 校车检查表 | 检查"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "told"), ELSEWHERE)
def test_another_offices_form_about_the_same_is_told_too(day: str, told: str) -> None:
    match = decide(item(day), item(told))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"


@pytest.mark.parametrize(("day", "other"), NOT_ELSEWHERE)
def test_a_form_about_something_else_is_not(day: str, other: str) -> None:
    match = decide(item(day), item(other))
    assert (match.verdict, match.direction) != ("derivable", "a->b"), f"{match.rule} {match.why}"


def test_who_has_an_identity_number_need_not_have_a_driving_licence() -> None:
    number, licence = (item(f"{each} | 校车驾驶员登记表 | 人") for each in ("身份证号", "驾驶证号"))
    assert decide(licence, number).direction == "a->b"
    assert decide(number, licence).direction == "b->a"
