"""Acts told by their parts: a moment and a sign, a thing counted in points, a screen that must stay lit, stars that are asked
for, a mark that opens a gate, a name that everyone must be in."""

import pytest

from qingzhuang.check.text.read import practices
from tests.check.text.agree import agrees

ORDERS = [
    ("各养护员务必出库扫码、回库扫码,天天如此,漏一次扣工时。", "checkin_relay"),
    ("各闸口值守员每两小时在“闸安”按一次,不得漏按。", "checkin_relay"),
    ("各放牧点每晚在群里报个平安,漏报的第二天点名。", "checkin_relay"),
    ("请各楼管每天早上七点在群里发“已到岗”,不发的算缺勤。", "checkin_relay"),
    ("各网格“惠民豆”不足三百的,本周必须补齐。", "points_ranking"),
    ("全体护工:巡房一次计两分,月不满六十分的取消评优。", "points_ranking"),
    ("各组今晚必须把分刷上去,平台零点结算。", "points_ranking"),
    ("监控平板不得息屏,息屏三分钟按脱岗处理。", "online_time"),
    ("每人每日打开“清源云”不少于三次,后台逐日统计。", "online_time"),
    ("各分会:工会平台连续三天未登录的,由组长上门督促。", "online_time"),
    ("各窗口办完业务须请群众打五星,每人每天不少于十个。", "likes_forwards"),
    ("我镇宣传片播放量须过三万,各村每人每天至少看五遍转三个群。", "likes_forwards"),
    ("全体教职工今天必须发一条朋友圈,截图发群。", "likes_forwards"),
    ("线上安全考试九十分以上方可上岗,不满分的重考。", "quiz_quota"),
    ("“普法百题”全员九十五分,今晚还没考的抓紧。", "quiz_quota"),
    ("各组长注意,没进“渔乡汇”的今晚逐户帮着弄好,一户不漏。", "forced_install"),
]
OTHERS = [
    "乘客进站扫码、出站扫码即可,无需另购车票。",
    "进门扫一下登记就能领书,不愿扫的写个名字也行。",
    "采购需求:价格分30分,技术分50分,总分100分。",
    "平板长时间不用会自动息屏,按电源键即可恢复。",
    "顾客满意的话可以给个五星,不评也没关系。",
    "镇宣传片播放量已过三万,感谢大家喜欢。",
    "今后考试成绩只发给本人,不满分的也不用重考。",
    "进“渔乡汇”还是走窗口,由村民自己选。",
    "请各队不要再在群里报平安,有事打电话。",
]


@pytest.mark.parametrize(("text", "label"), ORDERS)
def test_an_order_is_found(text: str, label: str) -> None:
    assert label in {each.label.value for each in practices(text)}


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
