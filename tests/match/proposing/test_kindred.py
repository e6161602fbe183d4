"""Circles of meaning propose what shares no character; the lexicon, which decides, does not know them."""

import pytest

from qingzhuang.match.proposing.alike import Alike
from qingzhuang.match.proposing.kindred import circles, folded, kindred
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import ItemContext


@pytest.mark.parametrize(
    ("one", "other"), [("闸门编号", "闸门代码"), ("泵站是否启用", "泵站使用状态"), ("房屋价格", "房产单价")]
)
def test_labels_of_one_circle_share_a_term(one: str, other: str) -> None:
    assert any(term.startswith("~") for term in kindred(one).keys() & kindred(other).keys())


def test_what_differs_in_words_of_a_circle_alone_is_spelt_alike_once_folded() -> None:
    assert folded("堤坝编号") == folded("堤坝编码") != folded("堤坝颜色")


def test_a_circle_has_at_least_two_words_and_no_word_twice() -> None:
    counts = [number for numbers in circles().values() for number in set(numbers)]
    assert all(counts.count(number) > 1 for number in set(counts))
    assert all(len(numbers) == len(set(numbers)) for numbers in circles().values())


def test_a_partner_without_a_common_character_is_among_the_first() -> None:
    labels = [
        "使用状态",
        *(f"{what}{tail}" for what in ("闸门", "泵站", "堤坝") for tail in ("高度", "长度", "颜色", "重量")),
    ]
    alike = Alike([parse(ItemContext(label), default()) for label in labels], default())
    assert 0 in alike.near(parse(ItemContext("是否启用"), default()), 3)
