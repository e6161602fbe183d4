"""Words that mean what the title lists: 对象类别, 受威胁户."""

import pytest

from qingzhuang.match.whose.listed import covered
from qingzhuang.match.whose.parse import parse
from tests.match.pairing import item


@pytest.mark.parametrize("label", ["对象类别", "人员类别", "对象类型"])
def test_the_category_of_whom_the_title_lists_is_that_peoples_own(label: str) -> None:
    assert parse(item(f"{label} | 退役军人慰问登记卡 | 人")).key == "veteran.kind"


@pytest.mark.parametrize(
    "label",
    ["对象类别 | 重点人群随访表 | 人", "对象类别 | 残疾人两项补贴花名册 | 人", "对象类别 | 退役军人慰问登记卡 | 人 | 配偶", "类别 | 退役军人慰问登记卡 | 人"],
)  # fmt: skip
def test_a_category_that_the_title_leaves_open_or_of_another_person_is_none_of_theirs(label: str) -> None:
    found = parse(item(label)).key
    assert "veteran.kind" not in found
    assert "disability.kind" not in found


def test_a_header_that_names_the_listed_households_narrows_nothing() -> None:
    listed = "隐患点受威胁住户转移名册 | 户 | 受威胁户"
    assert parse(item(f"家庭人口 | {listed}")).key == "household.size"
    assert parse(item(f"户主电话 | {listed}")).key == "户主@person.phone"
    assert parse(item("家庭人口 | 隐患点受威胁住户转移名册 | 户 | 接收户")).key != "household.size"


def test_the_share_of_a_text_in_a_title() -> None:
    assert covered("受威胁户", "受威胁群众") == 0.75
    assert covered("户", "") == 0.0


@pytest.mark.parametrize(
    ("label", "key"),
    [("类别 | 红星镇持证残疾人名册 | 人", "disability.kind"), ("等级 | 残疾人花名册 | 人", "disability.level"), ("类别 | 农村低保在册家庭明细 | 户", "relief.low_income_class")],
)  # fmt: skip
def test_a_bare_category_in_a_list_of_nobody_else_is_theirs(label: str, key: str) -> None:
    assert parse(item(label)).key == key
