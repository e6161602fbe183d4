"""Which known labels are worth a verdict: partners that share words, a meaning, a spelling, or only what stands for it."""

import pytest

from qingzhuang.match.proposing.alike import Alike
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import ItemContext

KNOWN = [
    *(
        "公民身份号码",
        "移动电话",
        "堤坝类型",
        "闸门启闭方式",
        "巡堤责任单位",
        "湖泊水位",
        "墙体颜色",
        "放水开始日期",
        "出生日期",
    ),
    *(f"{letter}号泵站{what}" for letter in "甲乙丙丁戊己庚辛" for what in ("功率", "水位", "扬程", "型号")),
]


def slots(label: str) -> Slots:
    return parse(ItemContext(label), default())


ALIKE = Alike([slots(label) for label in KNOWN], default())


@pytest.mark.parametrize(
    ("label", "partner"),
    [
        ("身份证号", "公民身份号码"),
        ("手机号", "移动电话"),
        ("堤坝种类", "堤坝类型"),
        ("闸门启闭形式", "闸门启闭方式"),
        ("放水起始时间", "放水开始日期"),
        ("墙休颜色", "墙体颜色"),
    ],
)
def test_the_partner_comes_first(label: str, partner: str) -> None:
    assert KNOWN[ALIKE.near(slots(label))[0]] == partner


def test_it_is_bounded_and_always_the_same() -> None:
    found = ALIKE.near(slots("甲号泵站水位"), 5)
    assert len(found) == 5
    assert found == Alike([slots(label) for label in KNOWN], default()).near(slots("甲号泵站水位"), 5)
    assert Alike([], default()).near(slots("水位")) == []
