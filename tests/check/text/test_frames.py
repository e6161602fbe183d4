"""An act may be put together of what is done, to what, and with which burden, wherever in a sentence each of them stands."""

import pytest

from qingzhuang.check.text.frames import Frame, Tagged, frames
from qingzhuang.check.text.tags import words
from tests.check.text.agree import agrees

KNOWN = frozenset(name for classes in words().values() for name in classes) | {
    *("bare", "minutes", "reply_time", "distance", "shots", "heads", "times", "score", "percent", "name"),
    *(
        "ordinal",
        "missed",
        "several",
        "redo",
        "office",
        "short",
        "short_time",
        "marks",
        "tail",
        "money",
        "days_without",
        "tokens",
        "gather",
        "scan",
        "opens",
        "lessons",
        "ballots",
        "fans_count",
        "forwards",
        "unmet_said",
        "counted_as",
        "pages",
    ),
    *("every", "clock", "gate", "signs", "says", "in_turn", "days"),
    *("points_of", "piece", "periodly", "threshold", "line"),
    *("stay", "dark", "idle", "opened", "praised", "plays", "fivestar", "sent_on"),
}

ORDERS = [
    ("各商铺须于周日前申领“禾市码”,逐户申领到位。", "forced_install"),
    ("巡田员请留意:定位双签每早一次,不能漏。", "checkin_relay"),
    ("各组“先锋积分”不得低于80,周五前补齐。", "points_ranking"),
    ("“渡口讲堂”的公开课每名职工每周须听满90分钟。", "online_time"),
    ("请各店把今天的推文发圈,每人再拉十个人点小红心。", "likes_forwards"),
    ("网管员对群消息务必随问随答。", "instant_reply"),
    ("请各组长入户后合个影传上去,每户一张。", "trace_upload"),
    ("同一套数字请在“库情通”“水务宝”分别填报。", "duplicate_reporting"),
    ("各班答题正确率按周打出来贴电梯口。", "ranking_bulletin"),
    ("请各哨点每晚九点在群里点名,漏点的补报。", "checkin_relay"),
    ("各村每天下午五点前零报告,没有情况也报。", "checkin_relay"),
    ("“村务抢答”请各组人人作答,零缺考。", "quiz_quota"),
]

OTHERS = [
    "积分不公布、不排名、不考核。",
    "安装摄像头的费用由村集体承担,请各组配合施工。",
    "今后不再统计各班注册率,也不发名单。",
    "课程想看就看,有事的可以离线。",
    "请各站把发票贴好后交财务。",
    "领不领码随你,不领的走人工窗口。",
    "请各科室提醒参会人员在签到表上签名。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: f"{frame.label}-{frame.id}")
def test_a_frame_names_classes_that_there_are(frame: Frame) -> None:
    needed = {name for need in (*frame.clause, *frame.near, *frame.text) for name in need.classes}
    assert {*frame.head, *frame.absent, *needed} <= KNOWN
    assert frame.strength < 2 or not frame.conditional


def test_words_of_a_frame_may_stand_in_neighbouring_clauses() -> None:
    text = "“渔安助手”这个小程序,各船都去注册"
    tagged = Tagged(text, [(0, len(text))])
    near = next(each for each in frames() if each.id == "app_install")
    assert [text[start:end] for start, end in tagged.find(near)] == ["注册"]
