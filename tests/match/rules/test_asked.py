"""Whether it is there, how it stands and whether it is against the rules are three questions about one thing."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

PAIRS = [
    ("疏散通道是否畅通 | 网吧检查表 | 场所", "有无疏散通道 | 网吧台账 | 场所", "narrower"),
    ("违规住人 | 小商铺检查表 | 场所", "是否住人 | 小商铺台账 | 场所", "narrower"),
    ("疏散通道是否畅通 | 网吧检查表 | 场所", "疏散通道堆放物品 | 网吧台账 | 场所", "unsure"),
    ("是否住人 | 小商铺检查表 | 场所", "有无住人 | 小商铺台账 | 场所", "equal"),
]


@pytest.mark.parametrize(("one", "other", "verdict"), PAIRS)
def test_unlike_questions_about_one_thing_are_told_apart(one: str, other: str, verdict: str) -> None:
    match = decide(item(one), item(other))
    assert match.verdict == verdict, f"{match.rule} {match.why}"
