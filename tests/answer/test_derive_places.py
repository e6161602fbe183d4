"""The township of an address: only right before the village, only where its name can be told apart."""

import pytest

from qingzhuang.answer.derive_places import town


@pytest.mark.parametrize(
    ("address", "found"),
    [("样县青山镇东庄村3组", "青山镇"), ("青山乡东庄村", "青山乡"), ("某市样区城北街道东庄村2号", "城北街道"), ("样县新市镇东庄村", "新市镇")],
)  # fmt: skip
def test_the_township_stands_right_before_the_village(address: str, found: str) -> None:
    assert town(address, "东庄村") == found


@pytest.mark.parametrize(
    "address", ["样县城关镇西庄村3组", "东庄村3组", "样县东庄村", "某市样区市桥街道东庄村", "样区市镇东庄村", "", None, 3]
)  # fmt: skip
def test_another_village_or_a_name_that_cannot_be_told_apart_gives_none(address: str | int | None) -> None:
    assert town(address, "东庄村") is None
    assert town("样县青山镇东庄村", None) is None
