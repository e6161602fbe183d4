"""Where a form prints no choices, what no national table has is doubtful; any usual way of saying what it has is not."""

import pytest

from qingzhuang.answer.lookover.cells import Found
from qingzhuang.answer.lookover.domains import unknown
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.model.form import Item
from qingzhuang.model.place import Place

PLACE = Place("表", 9, 4)


def told(key: str, text: str, codes: tuple[str, ...] = ()) -> list[Doubt]:
    item = Item(("栏",), PLACE, codes=codes)
    return list(unknown([Found(item, PLACE, text, text)], {item: key}))


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("disability.level", "五级"),
        ("disability.level", "9"),
        ("disability.kind", "飞行"),
        ("person.sex", "3"),
        ("监护人@person.sex", "人"),
        ("person.marital", "不详细"),
        ("person.politics_code", "31"),
        ("disability.level_code", "7"),
    ],
)
def test_a_word_or_code_that_no_table_has_is_told_with_those_it_has(key: str, text: str) -> None:
    (doubt,) = told(key, text)
    assert (doubt.kind, doubt.where, doubt.forbidden) == (Kind.DOMAIN, "表!D9", False)
    assert "GB/T" in doubt.why


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("disability.level", "二级"),
        ("disability.level", "肢体2级"),
        ("disability.level", "三"),
        ("disability.kind", "肢体残疾"),
        ("disability.kind", "听力、言语"),
        ("person.sex", "女性"),
        ("person.sex", "1"),
        ("person.marital", "离异"),
        ("person.marital", "/"),
        ("person.politics", "少先队员"),
        ("person.politics_code", "1"),
        ("person.name", "五级"),
    ],
)
def test_what_people_write_for_a_word_of_the_table_is_in_order(key: str, text: str) -> None:
    assert not told(key, text)


def test_the_choices_that_a_form_prints_count_alone() -> None:
    assert not told("disability.level", "重度", ("重度", "轻度"))
