"""Labels of unknown words that end alike meet across forms."""

from qingzhuang.match.proposing.tails import tailed
from qingzhuang.match.whose.parse import parse
from tests.match.pairing import item

A, B = "沿街铺面登记表", "铺面用气登记表"
SLOTS = [
    parse(item(text))
    for text in (
        f"早餐铺名称 | {A} | 店",
        f"烤饼铺名称 | {A} | 店",
        f"粉面店名称 | {B} | 店",
        f"备注 | {B} | 店",
    )
]


def test_only_of_two_forms_and_only_facts() -> None:
    assert tailed(SLOTS) == {(0, 2), (1, 2)}


def test_a_day_called_time_is_a_day() -> None:
    slots = [parse(item(f"挂网日期 | {A} | 店")), parse(item(f"挂网时间 | {B} | 店"))]
    assert tailed(slots) == {(0, 1)}
