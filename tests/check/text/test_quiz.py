"""Quiz shares and scores; not an exam, not an open contest."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("各单位网络答题参与率须达到100%,90分以下的重新答。", "quiz_quota"),
    ("全体党员务必参加党纪知识线上测试,成绩不得低于90分。", "quiz_quota"),
    ("请各班督促学生完成本期青年大学习,参学率不低于95%。", "quiz_quota"),
    ("“每日一题”人人都要答,错了的补学补考。", "quiz_quota"),
    ("每户至少一人参加满意度网上测评,统一选“非常满意”。", "quiz_quota"),
    ("安全生产知识竞赛,各村组织不少于50人参与答题,完成后截图上报。", "quiz_quota trace_upload"),
    ("大学习还没看的团员抓紧,今晚清零,不要拖支部后腿。", "quiz_quota"),
    ("宪法知识答题必须全员满分,不满分的反复刷。", "quiz_quota"),
]
OTHERS = [
    "诚邀广大市民参加垃圾分类知识竞赛,答题满分可抽取电影票。",
    "不得对网络答题提出参与人数比例、分数等要求。",
    "期末考试定于1月10日进行,请同学们认真复习。",
    "某县要求网络知识竞赛参与率达到100%,村干部只好替村民答题。",
    "学校就课后服务需求开展问卷调查,家长自愿匿名填写。",
    "我校在全省大学生安全知识竞赛中荣获二等奖,参与率达98%。",
    "公务员录用考试合格分数线为60分。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
