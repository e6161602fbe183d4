"""Likeness of terms: what is rare weighs more, and the order is always the same."""

from qingzhuang.match.proposing.likeness import Likeness, grams

WORDS = ["人员姓名", "人员电话", "人员住址", "堰塞湖水位"]


def test_rare_characters_weigh_more_than_common_ones() -> None:
    known = Likeness(map(grams, WORDS))
    assert WORDS[known.near(grams("堰塞湖人员"), 1)[0]] == "堰塞湖水位"
    assert known.near(grams("人员电话"), 2)[0] == 1
    assert known.near(grams("龘"), 2) == []


def test_pairs_of_characters_have_a_weight_of_their_own() -> None:
    assert grams("水位水", 0.5) == {"水": 2, "位": 1, "水位": 0.5, "位水": 0.5}
