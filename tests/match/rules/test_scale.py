"""One figure or code at two scales follows from the finer one."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

FOLLOWS = [
    ("月摊位费(元) | 集市摊位台账 | 商户", "年摊位费(元) | 集市摊位台账 | 商户", "a->b"),
    ("窖池占地(亩) | 酒坊登记册 | 场所", "窖池占地面积(平方米) | 酒坊登记册 | 场所", "a<->b"),
    ("作物编码(六位) | 田块登记册 | 地块", "作物大类(两位) | 田块登记册 | 地块", "a->b"),
    ("签领时间 | 慰问金签领册 | 人", "签领日期 | 慰问金签领册 | 人", "a->b"),
]


@pytest.mark.parametrize(("one", "other", "direction"), FOLLOWS)
def test_the_coarser_figure_follows_from_the_finer(one: str, other: str, direction: str) -> None:
    match = decide(item(one), item(other))
    assert (match.verdict, match.direction) == ("derivable", direction), f"{match.rule} {match.why}"


def test_a_year_is_not_twelve_equal_months() -> None:
    match = decide(item("年用电量(度) | 电表台账 | 户"), item("月用电量(度) | 电表台账 | 户"))
    assert (match.verdict, match.direction) != ("derivable", "a->b")
