"""What is told in a unit is a number, and neither words nor less than nothing."""

import pytest

from qingzhuang.answer.lookover.cells import Found
from qingzhuang.answer.lookover.typed import mistyped
from qingzhuang.model.form import Item, ItemType
from qingzhuang.model.place import Place

PLACE = Place("表", 7, 3)
RICE = Item(("粮食作物", "水稻"), PLACE, unit="亩")


def _told(text: str, item: Item = RICE) -> int:
    return len(list(mistyped([Found(item, PLACE, text, text, False)])))


@pytest.mark.parametrize("text", ["三百", "约300", "3OO", "六十六点九", "-5"])
def test_an_area_in_words_is_told(text: str) -> None:
    assert _told(text) == 1


@pytest.mark.parametrize("text", ["300", "66.9", "300亩", "/", "无", ""])
def test_a_number_or_nothing_is_in_order(text: str) -> None:
    assert _told(text) == 0


def test_what_was_written_over_the_issuers_formula_is_told() -> None:
    total = Item(("金额",), PLACE, unit="元", formula=True)
    assert _told("1000", total) == 1
    assert not list(mistyped([Found(total, PLACE, 1000, "1000", True)])), "the formula still stands"
    assert _told("", total) == 0


def test_words_without_a_unit_are_words() -> None:
    assert _told("三百", Item(("作物",), PLACE)) == 0


@pytest.mark.parametrize("text", ["-3", "−3", "–3", "－3", "负3", "-3人"])
@pytest.mark.parametrize(
    "item", [Item(("人数",), PLACE, unit="人"), Item(("帮扶", "户数"), PLACE, unit="户")]
)
def test_nobody_counts_fewer_than_none_whatever_stands_for_the_minus(text: str, item: Item) -> None:
    shown = text.replace("人", item.unit or "")
    assert [each.why for each in mistyped([Found(item, PLACE, shown, shown, False)])] == ["数不会小于零。"]


@pytest.mark.parametrize("label", ["比上月增减", "账户余额（元）", "净利润", "最低气温", "人数变动"])
def test_what_may_be_less_than_nothing_is_in_order(label: str) -> None:
    assert _told("-3", Item((label,), PLACE, type=ItemType.NUMBER, unit="元")) == 0
