"""More pairs: the order, and the same practice in another mouth."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    (
        "请各村民小组长本周内带动本组村民全部注册“银龄通”,注册情况下周一公布。",
        "forced_install ranking_bulletin",
    ),
    ("即日起,护林员须每两小时在APP上打点一次,漏打点视为脱岗。", "checkin_relay summon_penalty"),
    (
        "各科室微信公众号粉丝数年底前要突破5000,完不成的科室主任向院长办公会说明。",
        "likes_forwards summon_penalty",
    ),
    (
        "今晚的直播课全体家长必须进直播间,老师会截屏统计,时长不足半小时的算缺勤。",
        "online_time summon_penalty",
    ),
    ("请各商户在食安APP完成每日自查并上传后厨照片,未上传的列为重点检查对象。", "trace_upload summon_penalty"),
    (
        "全体干部下载“廉政云”,每天答题5道,月底积分后10名集体约谈。",
        "forced_install quiz_quota points_ranking summon_penalty",
    ),
    ("值班期间收到预警短信须1分钟内回复,工作群消息同样须即时响应。", "instant_reply"),
    ("请各村把户厕台账录入县平台,另用Excel再做一套报农业服务中心。", "duplicate_reporting"),
    (
        "志愿服务“秒级打卡”活动开始,各单位参与率必须100%,日通报、周排名。",
        "checkin_relay ranking_bulletin quiz_quota",
    ),
    ("各驻村队要为村级账号每天点赞、转发、评论各一次,截图发队长。", "likes_forwards trace_upload"),
    ("各校要确保家长问卷满意率在95%以上,低于95%的校长来局里作解释。", "quiz_quota summon_penalty"),
    ("机关工委将每周统计各支部读书打卡天数,天数最少的支部书记上台检讨。", "checkin_relay summon_penalty"),
]
OTHERS = [
    "有村民组长说,为了让组里的老人都注册“银龄通”,他跑坏了一双鞋。",
    "护林员老赵每两小时就要在APP上打点一次,漏打点就算脱岗。",
    "院方表示,粉丝数突破5000的任务已经取消,科室主任不再需要说明情况。",
    "家长们质疑:直播课为什么强制家长进直播间,还要统计时长?",
    "不少商户反映,食安APP要求每天上传后厨照片,不传就被列为重点检查对象,负担很重。",
    "该单位“月底积分后10名集体约谈”的规定实施三个月后被废止。",
    "按照新的群规,非值班人员无须即时响应工作群消息。",
    "以前户厕台账录入县平台后还得用Excel再做一套,现在两套并成了一套。",
    "志愿服务“秒级打卡”、日通报周排名,这样的志愿还是志愿吗?",
    "他翻出三年前的截图:那时驻村队要为村级账号每天点赞、转发、评论各一次。",
    "教育局强调,不对家长问卷满意率设指标,任何学校不得诱导家长填写。",
    "读书打卡不再统计天数,也不再让支部书记上台检讨,读书会反而热闹了。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
