"""A label that asks two things together gives each; one that takes either of two is wider than each."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.whose.parse import parse
from tests.match.pairing import item


@pytest.mark.parametrize(
    ("both", "part"),
    [
        ("工种及班组 | 矿工登记表 | 人", "工种 | 矿工培训名册 | 人"),
        ("摊位位置（市场、区、号） | 摊位登记表 | 摊位", "市场名称 | 摊位检查表 | 检查"),
        ("井口坐标（东经、北纬） | 机井普查表 | 机井", "经度 | 机井登记表 | 机井"),
        ("存放地点（楼栋、楼层、房间） | 灭火器台账 | 灭火器", "楼层 | 灭火器检查表 | 检查"),
        ("存放地点（楼栋、楼层、房间） | 灭火器台账 | 灭火器", "楼栋楼层 | 灭火器检查表 | 检查"),
    ],
)
def test_what_is_asked_together_gives_each_part(both: str, part: str) -> None:
    match = decide(item(both), item(part))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"


@pytest.mark.parametrize(
    ("both", "part"),
    [
        ("工种及班组 | 矿工登记表 | 人", "班组长 | 矿工培训名册 | 人"),
        ("检查地点（仓库、车间） | 检查记录 | 检查", "仓库面积 | 仓库登记表 | 场所"),
        ("工种及班组 | 矿工登记表 | 人", "工种 | 矿山登记表 | 企业"),
        ("耕地及林地面积 | 农户登记表 | 户 | - | 亩", "耕地 | 农户调查表 | 户 | - | 亩"),
    ],
)
def test_other_words_other_rows_and_sums_are_no_part(both: str, part: str) -> None:
    match = decide(item(both), item(part))
    assert match.rule != "D17-joint", match.why


@pytest.mark.parametrize(
    ("one", "either"),
    [
        ("车站名称 | 客运站检查表 | 检查", "车站（码头）名称 | 客运站登记表 | 检查"),
        ("登记证号 | 社团检查表 | 检查", "登记证号或统一社会信用代码 | 社团登记表 | 检查"),
        ("鱼塘编号 | 鱼塘检查表 | 检查", "鱼塘（网箱）编号 | 鱼塘登记表 | 检查"),
    ],
)
def test_one_of_two_that_a_label_takes_is_narrower(one: str, either: str) -> None:
    assert decide(item(one), item(either)).verdict == "narrower"
    assert decide(item(either), item(one)).verdict == "broader"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("申请人姓名 | 摊位检查表 | 检查", "申请人（户主）姓名 | 摊位登记表 | 检查"),
        ("车站名称 | 客运站检查表 | 检查", "车站名称（全称） | 客运站登记表 | 检查"),
        ("联系电话 | 客运站检查表 | 检查", "联系电话（手机） | 客运站登记表 | 检查"),
    ],
)
def test_brackets_that_limit_or_describe_add_nothing(one: str, other: str) -> None:
    assert decide(item(one), item(other)).rule != "N10-either"


def test_what_stands_in_the_middle_of_a_name_is_no_unit() -> None:
    slots = parse(item("采石场（户）名称 | 采石场登记表 | 企业"))
    assert (slots.unit, slots.either, slots.quantity) == (None, ("户",), False)
