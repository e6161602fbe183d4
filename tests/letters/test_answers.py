"""A letter with an answer says what the post said, names a basis without accusing, and leaves the decision to the issuer."""

import pytest

from qingzhuang.letters.answers import answer_letter
from qingzhuang.letters.plain import as_text
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.work import Answer, Sent, Stage, Task
from qingzhuang.packs.load import packs

PROVISIONS = {each.id: each for pack in packs() for each in pack.provisions}
OFFICE = Unit(1, "县林业局", UnitKind.OFFICE, "/1/")
VILLAGE = Unit(2, "石桥村", UnitKind.VILLAGE, "/2/")


def task(said: Answer, reason: str = "", mark: str = "减准〔2026〕9号") -> Task:
    demand = Sent(
        1,
        "古树“名木”《保护》台账",
        "台账.xlsx",
        "",
        OFFICE,
        Stage.ADMITTED,
        mark,
        "",
        "",
        1,
        None,
        None,
        None,
        "",
        0,
        0,
        0,
        0,
        0,
    )
    return Task(1, demand, VILLAGE, said, reason, 0, 0, 0, 0, 0, None, "", "")


@pytest.mark.parametrize("said", list(Answer))
def test_every_answer_has_a_letter_that_accuses_nobody(said: Answer) -> None:
    text = as_text(answer_letter(task(said, "归镇林业站。"), PROVISIONS))
    assert text.startswith("关于《古树‘名木’〈保护〉台账》办理情况的函")
    assert "由贵单位决定" in text
    assert not any(word in text for word in ("违规", "违反", "拒绝"))


def test_not_ours_names_the_duty_list_and_does_not_quote_what_was_not_checked() -> None:
    text = as_text(answer_letter(task(Answer.NOT_OURS, "归镇林业站"), PROVISIONS))
    assert "不归我们办（归镇林业站）" in text
    assert "履行职责事项清单的意见》" in text
    assert "大意（不是原文）" in text


def test_told_before_names_the_rule_of_reporting_once_as_restated() -> None:
    text = as_text(answer_letter(task(Answer.REPORTED, "已于 11 月 3 日报给县林业局"), PROVISIONS))
    assert "已经报过（已于 11 月 3 日报给县林业局）" in text
    assert "据转述：" in text


def test_a_demand_without_a_number_is_asked_for_its_basis() -> None:
    assert "没有看到准入编号" in as_text(answer_letter(task(Answer.OPEN, mark=""), PROVISIONS))
