"""Of one form, a smaller place lies in the larger one, unless they are places of two facts."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

INSIDE = [
    ("窖池位置 | 酒坊登记册 | 场所", "所在镇 | 酒坊登记册 | 场所"),
    ("铺面门牌 | 集市摊户登记册 | 商户", "所属街道 | 集市摊户登记册 | 商户"),
    ("所在自然村 | 山洪避险明白卡 | 户", "所在乡镇 | 山洪避险明白卡 | 户"),
    ("窖池位置 | 酒坊登记册 | 场所", "所在镇 | 酒坊检查表 | 检查"),
    ("详细地址（到村组） | 酒坊登记册 | 场所", "所属乡镇 | 酒坊检查表 | 场所"),
    ("户籍地(县) | 船员登记册 | 人", "户籍地(省) | 船员登记册 | 人"),
]
NOT_INSIDE = [
    ("户籍地址 | 船员登记册 | 人", "务工所在县 | 船员登记册 | 人"),
    ("窖池位置 | 酒坊登记册 | 场所", "所在镇 | 粮站登记册 | 场所"),
    ("联系地址 | 酒坊登记册 | 场所", "所在镇 | 酒坊检查表 | 检查"),
    ("门牌号码 | 酒坊登记册 | 场所", "酒坊地址 | 酒坊登记册 | 场所"),
]


@pytest.mark.parametrize(("small", "large"), INSIDE)
def test_a_smaller_place_is_narrower(small: str, large: str) -> None:
    assert decide(item(small), item(large)).verdict == "narrower"
    assert decide(item(large), item(small)).verdict == "broader"


@pytest.mark.parametrize(("one", "other"), NOT_INSIDE)
def test_places_of_two_facts_or_two_forms_are_not(one: str, other: str) -> None:
    assert decide(item(one), item(other)).verdict not in ("narrower", "broader")
