"""Answers at once or at any hour; not an answer to a citizen, not a form to a mailbox."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("收到请回复。", "instant_reply"),
    ("看到通知的扣1。", "instant_reply"),
    ("各村书记收到后5分钟内回复,不回复的打电话催。", "instant_reply"),
    ("工作群消息必须第一时间回应,手机24小时保持开机。", "instant_reply"),
    ("任何人不得屏蔽工作群、不得设置消息免打扰。", "instant_reply"),
    ("夜间和节假日也要保持电话畅通,随叫随到。", "instant_reply"),
    ("收到扣1,不扣1视为没看到,后果自负。", "instant_reply summon_penalty"),
    ("请各科室负责人阅后立即在群里回复“收到”。", "instant_reply"),
    ("@所有人 明天停电检修,收到请逐一回复。", "instant_reply"),
    ("凡群内@到个人的,须在10分钟内应答,超时一次扣2分。", "instant_reply summon_penalty"),
]
OTHERS = [
    "阅后无需回复。",
    "请于5月12日下班前将参会回执反馈至邮箱。",
    "群众来信应在15个工作日内答复。",
    "下班后非紧急事项不在群里发通知,不要求回复“收到”。",
    "防汛值班人员务必保持24小时通讯畅通,接到预警立即响应。",
    "考生进入考场前请将手机关机。",
    "半夜11点群里还在@所有人,回复“收到”刷了满屏,干部们叫苦不迭。",
    "收到群众诉求后,承办单位应当在3日内回复来电人。",
    "请客服人员5分钟内响应用户咨询。",
    "通知发布即视为送达,不用逐个回复收到。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
