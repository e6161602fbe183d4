"""Columns that want unlike answers are no question for a person."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.doubt.chance import SORT, doubted
from qingzhuang.match.doubt.kinds import unlike
from qingzhuang.match.outcome import unsure
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import Verdict
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
        ("看塘人", "本年投苗量（尾）", True),
        ("看塘人", "看塘人电话", True),
        ("看塘人", "塘口看护人姓名", False),
        ("统一社会信用代码", "塘口方位", True),
        ("捕捞许可证", "捕捞许可证号", False),
        ("供苗单位", "是否欠缴塘租", True),
        ("供苗单位", "供苗企业名称", False),
        ("塘埂隐患", "塘埂有无隐患", False),
        ("病害情况", "有无警示牌", True),
        ("塘口起点", "巡塘次数", True),
        ("鱼塘", "鱼塘数", False),
        ("动物名称", "肇事动物种类", False),
    ],
)
def test_a_day_is_no_place_and_a_class_no_name(one: str, other: str, said: bool) -> None:
    assert unlike(*(parse(item(f"{label} | 登记表 | 户")) for label in (one, other))) is said


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("是否有围栏", "有无防护栏", False),
        ("护坡是否完好", "有无警示牌", True),
        ("投苗量（尾）", "清淤土方（方）", True),
        ("清塘日期", "塘租到期日", False),
        ("放苗日期", "巡查日期", True),
        ("日期", "放苗日期", False),
    ],
)
def test_of_two_days_figures_or_yes_and_no_something_must_be_alike(one: str, other: str, said: bool) -> None:
    assert unlike(*(parse(item(f"{label} | 鱼塘台账 | 座")) for label in (one, other))) is said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("看塘人身份证号 | 鱼塘承包名册 | 座", "看塘人 | 塘口巡查台账 | 座"),
        ("养殖户类别（大户、散户） | 水产养殖名册 | 户", "养殖户姓名 | 水产补贴台账 | 户"),
    ],
)
def test_words_that_are_near_are_no_question_where_they_ask_for_other_sorts_of_answers(
    one: str, other: str
) -> None:
    assert decide(item(one), item(other)).verdict is Verdict.DISTINCT
    assert decide(item(other), item(one)).verdict is Verdict.DISTINCT
    a, b = parse(item(one)), parse(item(other))
    near = unsure("property", "说法相近")
    assert doubted(a, b, "U05-alike", near, default())[0] == SORT
    assert doubted(a, a, "U05-alike", near, default()) == ("U05-alike", near)


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
