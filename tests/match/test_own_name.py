"""A column that names the row's own person by what he is."""

import pytest

from tests.match.test_context import keys, listing


@pytest.mark.parametrize("word", ["参保人", "残疾人", "承包方代表"])
def test_a_word_for_people_before_the_only_bare_number_is_the_name(word: str) -> None:
    asked = keys(listing("缴费名单", "人", "序号", word, "性别", "证件号码", "村名", "手机号码"))
    assert asked[word] == "person.name"


@pytest.mark.parametrize("labels", [("姓名", "参保人", "证件号码"), ("参保人", "证件号码", "监护人", "身份证号"), ("经办人", "身份证号")])  # fmt: skip
def test_where_another_column_may_be_the_name_or_the_number_another_persons_it_is_not(
    labels: tuple[str, ...],
) -> None:
    asked = keys(listing("缴费名单", "人", *labels))
    assert [label for label, key in asked.items() if key == "person.name" and label != "姓名"] == []


def test_an_applicant_noted_as_the_head_is_the_head_and_the_number_is_his() -> None:
    asked = keys(listing("保障家庭明细", "人", "申请人（户主）", "身份证号码", "保障人口"))
    assert asked["申请人（户主）"] == "户主@person.name"
    assert asked["身份证号码"] == "户主@person.id_no"


def test_staff_who_are_named_first_are_the_rows() -> None:
    asked = keys(listing("南坪县护林员管理信息表", "人", "护林员姓名", "性别", "身份证号"))
    assert set(asked.values()) == {"护林员@person.name", "护林员@person.sex", "护林员@person.id_no"}


@pytest.mark.parametrize(
    "labels",
    [("姓名", "护林员姓名", "身份证号"), ("农户姓名", "护林员姓名", "身份证号"), ("护林员姓名", "性别")],
)
def test_staff_named_beside_others_or_without_a_number_are_not(labels: tuple[str, ...]) -> None:
    asked = keys(listing("护林员联系农户登记表", "人", *labels))
    assert asked[labels[-1]] in ("person.id_no", "person.sex", "户主@person.id_no")
