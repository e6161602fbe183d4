"""Deadlines as offices write them."""

from datetime import datetime, timedelta, timezone

import pytest

from qingzhuang.check.deadline import deadlines, hours_left
from qingzhuang.law.calendar import calendar

CHINA = timezone(timedelta(hours=8))
SENT = datetime(2026, 9, 30, 10, 0, tzinfo=CHINA)  # a Wednesday, the day before the National Day holiday


def due(text: str, sent: datetime = SENT) -> str | None:
    (found,) = deadlines(text, sent, calendar())
    return found.due.strftime("%m-%d %H:%M") if found.due else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请今天下午3点前报送", "09-30 15:00"),
        ("今日15:30前反馈", "09-30 15:30"),
        ("明天下班前交", "10-01 18:00"),
        ("明早8点半之前到位", "10-01 08:30"),
        ("今晚10点前接龙", "09-30 22:00"),
        ("当天晚上八点前报", "09-30 20:00"),
        ("后天中午12点前", "10-02 12:00"),
        ("于10月15日前报送", "10-15 23:59"),
        ("10月15日（周四）17时前", "10-15 17:00"),
        ("2026年11月3日上午9:00前", "11-03 09:00"),
        ("2026-11-03前上报", "11-03 23:59"),
        ("1月5日前报来", "01-05 23:59"),
        ("本周五下班前", "10-02 18:00"),
        ("下周一上午10点前", "10-05 10:00"),
        ("周五前", "10-02 23:59"),
        ("月底前完成", "09-30 23:59"),
        ("10月底前", "10-31 23:59"),
        ("收到通知后3个工作日内", "10-10 23:59"),
        ("两天内报送", "10-02 23:59"),
        ("30分钟内回复", "09-30 10:30"),
        ("2小时内反馈", "09-30 12:00"),
        ("节后第一个工作日报送", "10-08 23:59"),
        ("国庆前完成", "09-30 23:59"),
        ("下班前报我", "09-30 18:00"),
        ("11点前报数", "09-30 11:00"),
        ("3点前报数", "09-30 15:00"),
        ("请尽快报送", None),
        ("春节前完成", None),
        ("2月30日前报送", None),
    ],
)
def test_a_deadline_is_read_or_said_to_be_unclear(text: str, expected: str | None) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text", ["15日起执行", "每月15日例会", "第3个工作日", "2026年度工作总结", "三天打鱼", "前三名"]
)
def test_what_sets_no_deadline_gives_none(text: str) -> None:
    assert deadlines(text, SENT, calendar()) == []


@pytest.mark.parametrize(
    "text",
    [
        "每天下午5点前上报",
        "每日17:00前报送",
        "每晚10点前接龙",
        "每个工作日下班前反馈",
        "每周五下班前报送",
        "每月25日前报送",
        "每天上午9点、下午5点前各报一次",
        "每月底前上报",
    ],
)
def test_an_hour_that_comes_again_is_no_time_given(text: str) -> None:
    assert {each.due for each in deadlines(text, SENT, calendar())} <= {None}


def test_two_deadlines_of_one_text_stand_in_order() -> None:
    text = "3月3日15时发通知，次日16时前报底数；本周五下班前报报告。"
    assert [each.text for each in deadlines(text, SENT, calendar())] == ["次日16时前", "本周五下班前"]


def test_a_deadline_that_was_past_when_sent_has_negative_hours() -> None:
    (found,) = deadlines("请于9月29日前报送", SENT, calendar())
    left = hours_left(found, SENT)
    assert left is not None
    assert left < 0
