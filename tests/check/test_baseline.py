"""A second run shows what changed."""

import pytest

from qingzhuang.check.baseline import compare, dump, fingerprint, load
from qingzhuang.check.silence import silenced
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.notice import Notice, Passage


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
    before = load(dump([fingerprint("旧/通知.docx", finding())]))
    change = compare([("新/通知.docx", finding(where="第9段", start=80))], before)
    assert (change.new, change.stayed, change.gone) == ((), 1, ())


def test_new_ones_are_shown_and_gone_ones_named() -> None:
    before = load(dump([fingerprint("a", finding()), fingerprint("a", finding(text="别的"))]))
    change = compare([("a", finding()), ("a", finding(code="OP23-04"))], before)
    assert [each.code for each in change.new] == ["OP23-04"]
    assert change.stayed == 1
    assert len(change.gone) == 1


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
