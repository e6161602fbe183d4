"""A column that names the row's own person by what he is."""

import pytest

from tests.match.whose.test_context import keys, listing


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


@pytest.mark.parametrize(
    ("title", "name", "more"),
    [
        ("公园晨练人员登记表", "晨练人姓名", ()),
        ("水库垂钓登记台账", "垂钓者姓名", ()),
        ("双职工家庭幼龄子女名册", "子女姓名", ()),
        ("农户人口台账", "家庭成员姓名", ("与户主关系",)),
        ("人才公寓租金台账", "承租人姓名", ()),
        ("创业贷款回访表", "借款人姓名", ("民族",)),
    ],
)
def test_the_first_name_before_the_only_number_is_whom_the_title_lists(
    title: str, name: str, more: tuple[str, ...]
) -> None:
    asked = keys(listing(title, "人", "村组", name, *more, "性别", "身份证号", "监护人电话"))
    assert asked[name] == "person.name"


@pytest.mark.parametrize(
    ("title", "labels"),
    [
        ("拾荒人员登记表", ("检查人姓名", "身份证号")),
        ("劳模推荐登记表", ("推荐人姓名", "身份证号", "被推荐人")),
        ("公园晨练登记表", ("姓名", "晨练人姓名", "身份证号")),
        ("公园晨练登记表", ("晨练人姓名", "单位", "监护人电话", "身份证号")),
        ("公园绿化登记表", ("晨练人姓名", "身份证号")),
        ("独生子女奖励登记表", ("子女姓名", "身份证号")),
        ("农户人口台账", ("家庭成员姓名", "身份证号")),
        ("人才公寓租金台账", ("房东姓名", "承租人姓名", "身份证号")),
        ("创业贷款回访表", ("担保人姓名", "身份证号")),
        ("公园晨练登记表", ("晨练人姓名", "身份证号", "监护人/身份证号")),
    ],
)
def test_another_name_is_not(title: str, labels: tuple[str, ...]) -> None:
    asked = keys(listing(title, "人", *labels))
    name = next(label for label in labels if label.endswith("姓名") and label != "姓名")
    assert asked[name] != "person.name"


def test_a_list_of_those_who_suffered_or_help_is_one_of_residents() -> None:
    asked = keys(listing("高空坠物受害人登记表", "人", "受害人姓名", "受害人身份证号", "受伤时间"))
    assert (asked["受害人姓名"], asked["受害人身份证号"]) == ("person.name", "person.id_no")
    asked = keys(listing("护河志愿者登记表", "人", "志愿者姓名", "身份证号", "联系电话"))
    assert (asked["志愿者姓名"], asked["身份证号"]) == ("person.name", "person.id_no")


def test_in_a_list_of_others_or_of_two_they_are_not() -> None:
    asked = keys(listing("志愿者与受助老人结对台账", "人", "志愿者姓名", "受助老人姓名", "身份证号"))
    assert asked["志愿者姓名"] == "志愿者@person.name"
    asked = keys(listing("高空坠物涉事人员登记表", "人", "姓名", "受害人姓名", "身份证号"))
    assert asked["受害人姓名"] == "受害人@person.name"
    asked = keys(listing("租户与借款人对照登记表", "人", "承租人姓名", "借款人电话"))
    assert asked["承租人姓名"] == "承租人@person.name"
