"""A second run shows what changed."""

from dataclasses import replace

import pytest

from qingzhuang.check.baseline import compare, dump, load
from qingzhuang.check.silence import silenced
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.notice import Notice, Passage
from qingzhuang.model.problem import Severity


def finding(code: str = "APP26-P2", text: str = "每天打卡", where: str = "第1段", start: int = 3) -> Finding:
    return Finding(
        code=code,
        title="强制性功能",
        gravity=Gravity.BREACH,
        force="不得",
        instrument="办法",
        article="五项禁止（二）",
        words="设置打卡签到",
        quoted=True,
        where=where,
        message="设了打卡。",
        start=start,
        end=start + len(text),
        text=text,
    )


def test_a_finding_that_only_moved_is_no_new_one() -> None:
    before = load(dump([("旧/通知.docx", finding())]))
    change = compare([("新/通知.docx", finding(where="第9段", start=80))], before)
    assert (change.new, change.stayed, change.gone) == ((), 1, ())


def test_new_ones_are_shown_and_gone_ones_named() -> None:
    before = load(dump([("a", finding()), ("a", finding(text="别的"))]))
    change = compare([("a", finding()), ("a", finding(code="OP23-04"))], before)
    assert [each.code for _file, each in change.new] == ["OP23-04"]
    assert change.stayed == 1
    assert change.gone == ("a 第1段 APP26-P2",)


def test_a_thing_of_a_register_is_known_by_its_name_in_next_month_s_file() -> None:
    thing = replace(finding(text=""), subject="智慧青禾", where="Sheet!E3")
    before = load(dump([("10月台账.xlsx", thing), ("10月台账.xlsx", replace(thing, subject="河长通"))]))
    change = compare([("11月台账.xlsx", replace(thing, where="Sheet!E9"))], before)
    assert (change.new, change.stayed) == ((), 1)
    assert change.gone == ("10月台账.xlsx 河长通 APP26-P2",)


def test_a_baseline_of_the_first_kind_is_still_read() -> None:
    before = load('{"version": 1, "findings": ["APP26-P2:0123456789abcdef"]}')
    assert compare([], before).gone == ("APP26-P2:0123456789abcdef",)


def test_a_baseline_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="findings"):
        load("[]")


def test_silence_needs_a_reason() -> None:
    text = "请每天打卡。 qz:ok APP26-P2 防汛应急响应期间，到9月30日止\n请每天打卡。 qz:ok APP26-P2"
    end = text.index("\n")
    notice = Notice("通知.txt", text, (Passage("第1段", 0, end), Passage("第2段", end + 1, len(text))))
    kept, problems = silenced(notice, [finding(where="第1段"), finding(where="第2段")])
    assert [each.where for each in kept] == ["第2段"]
    assert [each.code for each in problems] == ["QZ-K001"]


def test_a_mark_that_silences_nothing_is_told_and_is_no_breach() -> None:
    text = "请有空的来帮忙。 qz:ok APP26-P2 防汛应急响应期间\n请每天打卡。 qz:ok OP23-04 防汛应急响应期间"
    end = text.index("\n")
    notice = Notice("通知.txt", text, (Passage("第1段", 0, end), Passage("第2段", end + 1, len(text))))
    kept, problems = silenced(notice, [replace(finding(where="第2段"), also=("OP23-04",))])
    assert kept == []
    assert [(each.code, each.where, each.severity) for each in problems] == [
        ("QZ-K004", "通知.txt 第1段", Severity.NOTE)
    ]
