"""Columns that want unlike answers are no question for a person."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.doubt.kinds import printed, unlike
from qingzhuang.match.parse import parse
from tests.match.pairing import item


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("落水日期", "落水地点", True),
        ("摊棚搭建方式（自搭、租用）", "摊主名称", True),
        ("是否设围挡", "围挡编号", True),
        ("是否栽种防护林", "防护林栽种日期", False),
        ("蜂箱摆放位置", "放蜂地点", False),
        ("长势", "生长等级", False),
    ],
)
def test_a_day_is_no_place_and_a_class_no_name(one: str, other: str, said: bool) -> None:
    assert unlike(*(parse(item(f"{label} | 登记表 | 户")) for label in (one, other))) is said


def test_a_unit_in_brackets_is_no_list_of_answers() -> None:
    assert printed("缴费标准(元/生·月)") == ()
    assert printed("经营方式(自营、外包)") == ("自营", "外包")


@pytest.mark.parametrize(
    ("column", "asked", "said"),
    [
        ("摊棚搭建方式（自行搭建、租用）", "摊棚是否自行搭建", "derivable"),
        ("营业状态（正常、停业）", "是否正常营业", "derivable"),
        ("营业状态（正常、停业）", "是否正常缴费", "distinct"),
    ],
)
def test_a_printed_answer_tells_the_yes_or_no_that_asks_for_it(column: str, asked: str, said: str) -> None:
    one, other = item(f"{column} | 摊位登记表 | 场所"), item(f"{asked} | 摊位检查台账 | 场所")
    assert decide(one, other).verdict == said
