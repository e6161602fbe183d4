"""Who has died or left a roll is not listed, and the person who fills is told."""

from dataclasses import replace
from datetime import timedelta

from qingzhuang.answer.select import Scope
from qingzhuang.model.form import Period
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import ledger
from tests.pipeline.test_answering import FACTS, LI, VIEW, roster


def test_whom_no_roll_names_any_longer_is_not_listed_but_told() -> None:
    view = replace(VIEW, left={LI: VIEW.as_of})
    (plan,) = plans(roster("低保对象花名册", "姓名"), view, Wishes())
    assert [row["姓名"] for row in plan.answers.rows] == ["王乙"]
    assert "QZ-F107" in [problem.code for problem in plan.problems]


def test_the_dead_stand_only_on_forms_about_them() -> None:
    facts = {**FACTS, LI: {**FACTS[LI], "person.is_dead": "是"}}
    for title, listed in (("60岁以上老年人名册", False), ("60岁以上老年人死亡注销名册", True)):
        (plan,) = plans(roster(title, "姓名"), ledger(facts), Wishes(scope=Scope(every=True)))
        assert ("李甲" in [row["姓名"] for row in plan.answers.rows]) is listed
        assert ("QZ-F107" in [problem.code for problem in plan.problems]) is not listed


def test_a_form_of_an_earlier_day_still_lists_who_left_or_died_later() -> None:
    later = VIEW.as_of + timedelta(days=30)
    view = replace(VIEW, as_of=later, left={LI: later})
    form = replace(roster("低保对象花名册", "姓名"), period=Period("", as_of=VIEW.as_of))
    (plan,) = plans(form, view, Wishes())
    assert "李甲" in [row["姓名"] for row in plan.answers.rows]


def test_who_moved_away_stands_only_on_forms_about_that() -> None:
    facts = {**FACTS, LI: {**FACTS[LI], "person.status": "已迁出"}}
    for title, listed in (("60岁以上老年人名册", False), ("60岁以上老年人迁出名册", True)):
        (plan,) = plans(roster(title, "姓名"), ledger(facts), Wishes(scope=Scope(every=True)))
        assert ("李甲" in [row["姓名"] for row in plan.answers.rows]) is listed
