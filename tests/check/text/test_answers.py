"""Who answers in a group that a thing is done, or says when it will be, orders nothing; who asks for it in the same words does."""

import pytest

from qingzhuang.check.text.read import practices
from tests.check.text.agree import agrees

OTHERS = [
    "我们村的照片都传上去了",
    "截图发您了",
    "收到，已转发",
    "这就去填",
    "俺村还差两户，晚上补",
    "三组的都点过赞了，您看看后台。",
    "报告所长，今天的卡打完了，一次没漏。",
    "接龙接好了，我排在第九个。",
    "好的主任，我这边马上让大家装。",
    "刚下大棚，手机没电，现在补签到。",
    "表我昨晚就报了，站上和民政各一份。",
    "河东社区：应装六十户，已装六十户。",
    "我们支部十二个人都答完了，最低的九十一分。",
    "照片拍得糊，我重拍一张再发过去。",
    "轨迹传不上去，信号太差，到家再传。",
    "收到收到，刚才开车没看见。",
    "两个系统我都录完了，数对得上。",
    "投了投了，一家五口全投了。",
    "转了，朋友圈和家长群都转了。",
    "学时刷够了吗？我的够了，四十二分钟。",
    "我村还有三名党员没学完，明天中午以前补上。",
    "视频传上来了，您查收。",
    "今天的体温接龙我替老李接了。",
    "在岗，在岗，定位也发了。",
    "按您说的，水印照片每户两张，都在相册里。",
    "已读，昨天夜里看到的，没敢打扰您。",
    "我这就叫他们把码扫了。",
    "打卡成功，截图为证。",
    "补交一下上周的巡查照片，不好意思晚了。",
    "回复王镇长：坡头村注册率百分之九十七，剩下的在外地。",
]
ORDERS = [
    ("各村的照片都传上来，一户都别少。", "trace_upload"),
    ("转发完把截图发我，一个都不能少。", "trace_upload likes_forwards"),
    ("没签到的现在补签，八点以前必须补完。", "checkin_relay"),
    ("看到的都回个收到，五分钟之内。", "instant_reply"),
    ("没装的户今晚必须全部装上，装完截图报我。", "forced_install trace_upload"),
    ("大家都去点个赞，点完接龙。", "likes_forwards checkin_relay"),
]


@pytest.mark.parametrize("text", OTHERS)
def test_an_answer_orders_nothing(text: str) -> None:
    assert [(each.label.value, each.text) for each in practices(text)] == []


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_who_asks_for_it_orders(text: str, labels: str) -> None:
    agrees(text, labels)
