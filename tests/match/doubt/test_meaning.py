"""Two labels may be about one thing without a character in common."""

import pytest

from qingzhuang.match.doubt.meaning import nearness
from qingzhuang.match.vocabulary.load import default


def test_words_of_one_property_point_the_same_way() -> None:
    assert nearness("开挖位置", "施工地点", default()) > 2 * nearness("开挖位置", "施工人数", default())


def test_a_text_is_as_near_to_itself_as_can_be_and_one_of_strange_letters_to_nothing() -> None:
    assert nearness("施工地点", "施工地点", default()) == pytest.approx(1)
    assert nearness("", "施工地点", default()) == 0
