"""Whose number or telephone a card asks for is told by whom its row names before it."""

import pytest

from qingzhuang.model.form import Item, Table, TableKind
from qingzhuang.model.place import Place
from tests.match.whose.test_context import form, items, keys


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


def roster(*labels: str) -> dict[str, str]:
    return keys(form("独居老人台账", "人", Table("表", TableKind.LIST, columns=items(*labels))))


@pytest.mark.parametrize(
    ("word", "role"), [("责任人", "责任人"), ("夜间看护人", "照料护理人"), ("监护人姓名", "监护人")]
)
def test_the_telephone_behind_whoever_looks_after_the_listed_is_not_theirs(word: str, role: str) -> None:
    asked = roster("姓名", "身份证号", word, "联系方式", "家庭住址")
    assert asked["联系方式"] == f"{role}@person.phone"
    assert asked["家庭住址"] == "person.live_addr"


def test_a_second_number_in_a_list_is_of_whom_it_stands_behind() -> None:
    asked = roster("姓名", "身份证号", "照料人", "身份证号#2", "与老人关系", "电话")
    assert asked["身份证号"] == "person.id_no"
    assert asked["身份证号#2"] == "照料护理人@person.id_no"
    assert asked["电话"] == "照料护理人@person.phone"


def test_the_only_number_of_a_list_stays_that_of_whom_it_lists() -> None:
    assert roster("姓名", "监护人", "身份证号")["身份证号"] == "person.id_no"


@pytest.mark.parametrize("before", [("姓名",), ("姓名", "性别"), ("姓名", "申请人")])
def test_behind_the_listed_themselves_the_telephone_is_theirs(before: tuple[str, ...]) -> None:
    assert roster(*before, "联系电话")["联系电话"] == "person.phone"
