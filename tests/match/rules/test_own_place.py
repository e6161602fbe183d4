"""What each of two forms of one topic is about, named in its own way."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.model.verdict import Verdict
from tests.match.pairing import item


def verdict(one: str, other: str) -> Verdict:
    return decide(item(one), item(other)).verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("受检机构 | 职业培训机构检查表 | 检查", "培训机构名称 | 职业培训机构登记表 | 企业"),
        ("灯箱位置 | 公交灯箱广告牌台账 | 招牌", "设置位置 | 公交灯箱广告牌审批表 | 招牌"),
    ],
)
def test_the_place_itself_by_two_names(one: str, other: str) -> None:
    assert verdict(one, other) is Verdict.EQUAL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("工程名称 | 山塘加固工程台账 | 项目", "检测机构 | 山塘加固工程质量检测表 | 项目"),
        ("管护单位 | 山塘加固工程管护台账 | 项目", "工程名称 | 山塘加固工程质量检测表 | 项目"),
        ("施工单位 | 山塘加固施工台账 | 项目", "检测单位 | 山塘加固质量检测表 | 项目"),
        ("道路名称 | 通村道路企业认养台账 | 道路", "认养企业名称 | 通村道路企业认养登记表 | 道路"),
    ],
)
def test_who_builds_tests_or_keeps_a_thing_is_not_the_thing(one: str, other: str) -> None:
    assert verdict(one, other) is not Verdict.EQUAL
