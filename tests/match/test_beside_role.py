"""Whose number or telephone a card asks for is told by whom its row names before it."""

import pytest

from qingzhuang.model.form import Item, Table, TableKind
from qingzhuang.model.place import Place
from tests.match.test_context import form, items, keys


def card(*labels: str, row: str = "户") -> dict[str, str]:
    return keys(form("房屋安全登记卡", row, Table("表", TableKind.CARD, None, inputs=items(*labels))))


@pytest.mark.parametrize(
    ("word", "role"), [("产权人", "业主"), ("房主姓名", "房东"), ("法定代表人", "法定代表人")]
)
def test_a_bare_number_behind_somebody_in_a_role_is_that_persons(word: str, role: str) -> None:
    asked = card(word, "身份证号", "联系电话", "建成时间")
    assert asked["身份证号"] == f"{role}@person.id_no"
    assert asked["联系电话"] == f"{role}@person.phone"


@pytest.mark.parametrize("word", ["户主", "户主姓名", "家庭人口"])
def test_behind_the_head_or_nobody_it_is_the_cards_own(word: str) -> None:
    assert "@" not in card(word, "身份证号")["身份证号"].removeprefix("户主@")


def test_on_the_next_line_it_is_nobodys_in_particular() -> None:
    table = Table(
        "表", TableKind.CARD, None, inputs=(*items("产权人"), Item(("联系电话",), Place("表", 4, 1)))
    )
    assert "业主" not in keys(form("房屋安全登记卡", "户", table))["联系电话"]
