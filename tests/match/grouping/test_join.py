"""Clusters of two keys are joined where the rules call all of them equal, and never where a constraint forbids it."""

from qingzhuang.match.grouping.group import Grouping, group
from tests.match.grouping.test_group import form


def together(grouping: Grouping) -> list[set[str]]:
    return [{member.context.label for member in each.members} for each in grouping.groups]


FIRST = form("大型灌区闸门台账", "闸门启闭方式", "闸门编号", row="闸门")
SECOND = form("小型灌区闸门台账", "闸门启闭形式", "闸门号码", row="闸门")


def test_two_wordings_that_the_rules_call_equal_are_one_group_whatever_their_keys() -> None:
    assert {"闸门启闭方式", "闸门启闭形式"} in together(group([FIRST, SECOND]))
    assert {"闸门启闭方式", "闸门启闭形式"} in together(group([SECOND, FIRST]))


def test_a_form_that_asks_both_keeps_them_apart_everywhere() -> None:
    both = form("闸门大修台账", "闸门启闭方式", "闸门启闭形式", row="闸门")
    assert {"闸门启闭方式", "闸门启闭形式"} not in together(group([FIRST, SECOND, both]))


def test_every_item_is_in_one_group_and_links_lead_to_groups() -> None:
    found = group([FIRST, SECOND])
    assert sum(len(each.members) for each in found.groups) == 4
    links = (*found.alike, *found.derivable, *found.unsure, *found.apart)
    assert all(0 <= each.a < each.b < len(found.groups) for each in links)
