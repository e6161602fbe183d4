"""A yes/no follows from the number, the day or the grade that answers it, and from nothing else."""

import pytest

from qingzhuang.answer.derive import known
from qingzhuang.match.decide import decide
from qingzhuang.model.verdict import Verdict
from tests.match.pairing import item

ANSWERED = [
    ("层数 | 农房安全台账 | 房屋", "是否3层及以上 | 自建房排查表 | 房屋", "number.ge.3"),
    ("建筑层数 | 楼宇台账 | 建筑", "是否超过六层 | 楼宇排查表 | 建筑", "number.gt.6"),
    ("员工人数 | 企业台账 | 企业", "员工是否不足20人 | 企业调查表 | 企业", "number.lt.20"),
    ("服役年限 | 退役军人登记表 | 人", "服役是否满10年 | 退役军人核查表 | 人", "number.ge.10"),
    ("出生日期 | 人口台账 | 人", "是否16-59岁 | 劳动力台账 | 人", "years.ge.16+le.59"),
    ("身份证号 | 人口台账 | 人", "是否年满60周岁 | 老年人台账 | 人", "id_years.ge.60"),
    ("锅炉安装日期 | 锅炉台账 | 锅炉", "是否安装锅炉 | 锅炉摸排表 | 锅炉", "category.yesno"),
]
OPEN = [
    ("隐患整改期限 | 隐患台账 | 隐患", "是否整改 | 隐患排查表 | 隐患"),
    ("计划搬迁日期 | 搬迁台账 | 户", "是否搬迁 | 搬迁登记表 | 户"),
    ("租赁到期日期 | 租赁台账 | 房屋", "是否租赁 | 租赁登记表 | 房屋"),
    ("楼栋数 | 小区台账 | 小区", "是否3层及以上 | 小区排查表 | 小区"),
]


@pytest.mark.parametrize(("told", "asked", "formula"), ANSWERED)
def test_what_answers_a_yes_no_gives_a_formula_that_computes(told: str, asked: str, formula: str) -> None:
    match = decide(item(told), item(asked))
    assert (match.verdict, match.direction, match.formula) == (Verdict.DERIVABLE, "a->b", formula)
    assert known(formula)


@pytest.mark.parametrize(("told", "asked"), OPEN)
def test_a_plan_a_deadline_or_another_count_answers_nothing(told: str, asked: str) -> None:
    assert decide(item(told), item(asked)).verdict in (Verdict.DISTINCT, Verdict.UNSURE)


def test_a_list_of_houses_tells_whether_a_household_lives_in_a_dangerous_one() -> None:
    match = decide(item("鉴定等级 | 农房台账 | 房屋"), item("是否危房 | 农户台账 | 户"))
    assert (match.verdict, match.direction) == (Verdict.DERIVABLE, "a->b")


@pytest.mark.parametrize(("one", "other"), [("是否设置护栏", "有无护栏"), ("是否配备灭火器", "有无灭火器")])
def test_to_have_been_put_there_and_to_be_there_are_one(one: str, other: str) -> None:
    assert (
        decide(item(f"{one} | 水塘登记表 | 场所"), item(f"{other} | 水塘检查台账 | 场所")).verdict == "equal"
    )
