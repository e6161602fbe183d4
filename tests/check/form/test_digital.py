"""Columns that record check-ins, points, time online, installations or a ranking are a question to the issuer."""

import pytest

from qingzhuang.check.form.digital import digital
from qingzhuang.model.case import CaseKind

HEADS = ("姓名", "今日是否打卡", "连续打卡天数", "积分", "积分排名", "在线时长（分钟）")


def _columns(*heads: str) -> list[tuple[str, str]]:
    return [(head, f"A!{chr(65 + number)}2") for number, head in enumerate(heads)]


def test_what_an_app_counts_of_people_is_told_with_its_cells() -> None:
    (case,) = digital("村干部学习打卡日报表", _columns(*HEADS))
    assert case.kind is CaseKind.APP
    known = case.facts["features"]
    assert known.value == {"checkin", "points_ranking", "online_time_stats"}
    assert known.at["checkin"] == "A!B2"
    assert "A!F2 在线时长（分钟）" in known.notes[0]


def test_installations_and_followers_are_told_apart() -> None:
    app, account = digital("推广情况表", _columns("应装人数", "反诈应用安装率", "是否关注公众号"))
    assert app.value("mandatory_download") is True
    assert account.value("account_follow_required") is True


def test_a_ranking_of_work_is_a_question_how_often() -> None:
    (case,) = digital("留守老人走访周报表", _columns("村", "完成率", "排名"))
    assert case.kind is CaseKind.INSPECTION
    assert case.unclear["ranking_frequency"].where == "A!C2"


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("志愿者服务积分表", ("姓名", "积分")),
        ("企业基本情况表", ("企业名称", "注册资金", "注册地址", "注册日期")),
        ("职工考勤表", ("姓名", "打卡次数")),
        ("积分超市兑换表", ("户主", "积分")),
        ("低保对象花名册", ("姓名", "身份证号", "联系电话")),
    ],
)
def test_what_is_no_screen_of_a_cadre_s_is_none(title: str, heads: tuple[str, ...]) -> None:
    assert digital(title, _columns(*heads)) == []
