"""Negations that order, bans that hold the words of an order, exemptions that do not reach."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("打卡不得遗漏,漏一次通报一次。", "checkin_relay"),
    ("不打卡、不接龙的,年底不得参加评优。", "checkin_relay summon_penalty"),
    ("不得无故不参加线上学习,不得代学代答。", "quiz_quota"),
    ("为做好防汛宣传,请各村转发防汛科普推文到朋友圈,集赞50个。", "likes_forwards"),
    ("疫情期间学习不断线,每名党员每天学习强国积分不得低于40分。", "points_ranking"),
    ("防汛APP安装率要达到100%,每日排名通报。", "forced_install ranking_bulletin"),
    ("自愿参与,但参与率低于90%的社区要说明情况。", "quiz_quota summon_penalty"),
    ("为切实减轻基层负担,请各村立即下载“减负通”APP,每天打卡上报减负情况。", "forced_install checkin_relay"),
    ("本活动坚持自愿原则,各班参与率不低于95%,请班主任督促落实。", "quiz_quota"),
    ("不能少于30分钟,不能低于80分,达不到的重新学。", "online_time quiz_quota"),
    ("严禁迟打卡、漏打卡、代打卡。", "checkin_relay"),
    ("禁止退群,禁止屏蔽群消息,发现一次通报批评。", "instant_reply summon_penalty"),
    ("不要忘了打卡,也不要忘了晒步数截图。", "checkin_relay trace_upload"),
    ("任何人不得以任何理由不安装。请各位今天装好“e家平安”APP。", "forced_install"),
    ("台风过后,请各单位恢复每日学习打卡,未打卡的通报。", "checkin_relay ranking_bulletin"),
]
OTHERS = [
    "不得强制推广下载使用政务应用程序,考核通报用户安装使用率,强制要求定期登录。",
    "不得以打卡、截图代替实际工作,不得层层要求拍照上传。",
    "任何单位不得以未打卡、未安装为由扣发绩效或者取消评优资格。",
    "严禁以任何形式要求学生、家长点赞、转发、投票、关注公众号。",
    "除安保、应急等特殊场景外,不得要求24小时开机、即时回复。",
    "禁止把APP使用情况与评优评先挂钩,禁止排名通报。",
    "不搞打卡接龙,不搞截图留痕,不搞积分排名,是镇里给干部的承诺。",
    "请各村在台风“银杏”影响期间每小时在群内报到一次,值班人员不得关机,接到指令立即回复。",
    "地震救援现场指挥部要求各救援队每30分钟上报一次位置和照片。",
    "重大活动安保期间,执勤人员每两小时在安保系统签到。",
    "凡要求群众必须下载APP才能办事的,可拨打举报电话。",
    "对“点赞转发纳入考核”“打卡接龙扣绩效”等问题开展清理整治。",
    "问:单位要求每天打卡学习,不打卡扣钱,合规吗?答:不合规,可以向网信部门举报。",
    "自愿安装,绝不强求,未安装不影响办理业务。",
    "“请各位村干部今晚12点前全部完成注册,否则通报批评”,类似的消息,老陈一天要收到十几条。",
    "有人提议学习情况搞排名通报,局党组没有采纳。",
    "我们承诺:不发无用通知,不要求秒回,不在深夜@所有人。",
    "某地出台规定:工作群内不得要求“收到请回复”,群主不得点名通报未回复人员。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
