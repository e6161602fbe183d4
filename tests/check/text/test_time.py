"""Minutes, log-ins and videos that may not be skipped; not office hours, not training in a room."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("全体干部每天在线学习不少于40分钟,系统自动统计时长。", "online_time"),
    ("请各位老师务必看满30分钟再退出,不得快进。", "online_time"),
    ("各村“乡治通”日活跃度要保持在80%以上。", "online_time"),
    ("每天至少登录一次平台,连续三天不登录的账号将被通报。", "online_time ranking_bulletin"),
    ("网络课程需学满20学时,视频不能拖动,挂着也行,但时长必须够。", "online_time"),
    ("河长每次巡河时长不得少于20分钟,不足的视为无效巡河。", "online_time"),
    ("学习时长纳入个人年度考核,低于全局平均值的不得评优。", "online_time summon_penalty"),
    ("请大家把本周的网课视频刷完,每个视频都要看完才算。", "online_time"),
    ("每日登录“惠民通”不得少于2次,每次在线不少于10分钟。", "online_time"),
]
OTHERS = [
    "不得统计在线时长,不得要求定期登录。",
    "窗口实行24小时值班,办理时长不超过20分钟。",
    "本次培训为线下集中授课,共16学时,请参训人员准时参加。",
    "为刷够学习时长,不少干部把手机挂在一边放视频。",
    "请登录系统查询您的缴费记录。",
    "课程视频可以快进,也可以分段看,学习进度由自己安排。",
    "据了解,该平台要求教师每周在线不少于5小时,时长不足的要被约谈。",
    "停水时间预计8小时,请居民提前储水。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
