"""The words of check points: enough of them, each with one meaning."""

import pytest

from qingzhuang.match.checklist.words import Sort, load, shipped


def test_there_are_things_and_aspects_of_all_fields() -> None:
    words = shipped()
    assert len({word.name for word in words.words.values() if word.sort is Sort.THING}) >= 200
    assert len(words.aspects) >= 80


def test_names_that_entries_point_to_exist() -> None:
    words = shipped()
    names = {word.name for word in words.words.values()}
    assert set(words.kinds.values()) | set(words.whose.values()) | words.unwanted | set(words.wants) <= names
    for each in words.aspects.values():
        assert each.near | set(each.parts) <= set(words.aspects), each.id
        assert not each.of or each.of in names


def test_a_term_with_two_meanings_is_refused() -> None:
    writing = "{date: '2026', idle: [], exists: [], questions: [], denials: [], joins: [], turns: [], breaks: [], unwanted: [], ends: {}, units: {}, wants: {}, periods: {}}"
    things = "things: {灯: [照明], 烛: [照明]}"
    with pytest.raises(ValueError, match="照明"):
        load(
            {
                "writing.yaml": writing,
                "aspects.yaml": "aspects: {}",
                "lasting.yaml": "lasting: {}",
                "things.yaml": things,
            }
        )
