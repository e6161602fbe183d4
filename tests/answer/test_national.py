"""A number alone is read as a word of a national list only where no other list can be meant; no word becomes a code."""

from datetime import date

import pytest

from qingzhuang.answer.derive import derive
from qingzhuang.answer.harvest_values import Column
from qingzhuang.answer.national import numbered
from qingzhuang.match.wording.element import element
from qingzhuang.model.form import Item
from qingzhuang.model.place import Place

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("key", "number", "word"),
    [
        ("person.sex", "1", "男"),
        ("户主@person.nation", "15", "土家族"),
        ("person.marital", "40", "离婚"),
        ("person.education", "60", "高中"),
        ("person.marital", "4", None),
        ("person.name", "1", None),
    ],
)
def test_a_bare_number_means_what_the_national_list_says(key: str, number: str, word: str | None) -> None:
    assert numbered(key).get(number) == word


@pytest.mark.parametrize(
    ("table", "code", "word"),
    [
        ("nation", "08", "壮族"),
        ("nation", "8", None),
        ("politics", "13", "群众"),
        ("education", "21", None),
        ("nobody", "1", None),
    ],
)
def test_a_code_is_read_as_it_is_printed(table: str, code: str, word: str | None) -> None:
    assert derive(f"code_word.{table}", [code], DAY) == word


def test_a_list_of_the_forms_own_goes_before_the_national_one() -> None:
    place = Place("表", 1, 1)
    own = Column(Item(("性别",), place, codes=("0男", "1女")), "person.sex", element("person.sex"))
    assert own.shape.numbered == {}
    assert Column(Item(("性别",), place), "person.sex", element("person.sex")).shape.numbered["1"] == "男"
