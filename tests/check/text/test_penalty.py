"""A consequence hung on another practice; alone it is nothing."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("凡未按时打卡的,一次约谈,两次扣发当月绩效。", "checkin_relay summon_penalty"),
    ("三天不登录平台的,取消年度评先评优资格。", "online_time summon_penalty"),
    ("没转发朋友圈的每人罚款50元。", "likes_forwards summon_penalty"),
    ("请今天内完成APP注册。逾期未注册的单位,主要负责人到县里说明情况。", "forced_install summon_penalty"),
    ("接龙情况与村干部绩效挂钩,实行一票否决。", "checkin_relay summon_penalty"),
]
OTHERS = [
    "对发生较大安全事故的单位实行一票否决,并约谈主要负责人。",
    "酒后驾驶公务车辆的,一律严肃处理。",
    "因污水直排,环保部门约谈了该企业负责人。",
    "不得因未安装APP而扣减绩效、取消评优资格。",
    "无故旷工三天的,扣发当月绩效工资。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
