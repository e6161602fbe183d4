"""Whose fact an item is, where only a form's title says it."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.model.verdict import Verdict
from tests.match.pairing import item

ONE = [
    ("姓名 | 小学宿管员工资发放表 | 人", "宿管员姓名 | 寄宿制学校台账 | 学校"),
    ("姓名 | 环卫工人工资发放表 | 人", "工人姓名 | 环卫工人考勤表 | 人"),
    ("会长 | 商会换届备案表 | 社团", "会长姓名 | 行业协会名录 | 社团"),
    ("业委会副主任 | 业委会备案表 | 小区", "业主委员会副主任姓名 | 小区基本情况表 | 小区"),
]
TWO = [
    ("姓名 | 小学宿管员工资发放表 | 人", "姓名 | 小学新生报名册 | 人"),
    ("姓名 | 抄表员考勤册 | 人", "用户姓名 | 自来水用户登记簿 | 户"),
    ("会长姓名 | 行业协会名录 | 社团", "秘书长姓名 | 行业协会名录 | 社团"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_a_function_in_the_label_and_in_the_other_title_are_one_person(one: str, other: str) -> None:
    assert decide(item(one), item(other)).verdict is Verdict.EQUAL


@pytest.mark.parametrize(("one", "other"), TWO)
def test_staff_whom_the_lexicon_does_not_know_are_not_those_served(one: str, other: str) -> None:
    assert decide(item(one), item(other)).verdict in (Verdict.DISTINCT, Verdict.UNSURE)


def test_members_of_a_body_are_residents_and_no_staff() -> None:
    match = decide(item("姓名 | 合作社社员名册 | 人"), item("姓名 | 村民台账 | 人"))
    assert match.verdict is Verdict.EQUAL
