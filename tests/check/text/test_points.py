"""Points that are required, deducted or ranked; not a shop for points, not a reward."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("每名党员学习强国日积分不得低于30分。", "points_ranking"),
    ("各支部人均积分后三名的,支部书记在例会上作表态发言。", "points_ranking ranking_bulletin summon_penalty"),
    ("请大家抓紧学习,本月积分要达到600分以上。", "points_ranking"),
    (
        "镇里每周公布各村积分排名,排名末位的村支书到镇里说明情况。",
        "points_ranking ranking_bulletin summon_penalty",
    ),
    ("平台积分低于1000分的网格员,年度考核不得评为优秀。", "points_ranking summon_penalty"),
    ("没有完成每日任务的,系统自动扣5个积分,积分与绩效挂钩。", "points_ranking summon_penalty"),
    ("全体团员每天至少拿满35分,不够的补上。", "points_ranking"),
    (
        "各科室积分情况将在周一例会上通报,请大家抓紧冲分,积分不达标的科室取消评先资格。",
        "points_ranking ranking_bulletin summon_penalty",
    ),
]
OTHERS = [
    "村里开了积分超市,村民参加志愿服务可以用积分兑换洗衣粉。",
    "不得将APP积分作为考核评优依据。",
    "某单位要求职工每天刷满50积分,否则扣绩效,被上级通报。",
    "居住证积分入户申请请于5月31日前提交材料。",
    "积分制管理让村民参与治理的积极性更高了。",
    "不再按积分排名,学多学少由党员自己安排。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
