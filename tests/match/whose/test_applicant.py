"""Who applies, pays or receives for somebody else."""

import pytest

from tests.match.whose.test_context import keys, listing


def asked(*labels: str) -> dict[str, str]:
    return keys(listing("丧葬补贴申请审批表", "人", *labels))


@pytest.mark.parametrize(
    "labels",
    [
        ("申请人/姓名", "申请人/身份证号", "逝者姓名", "死亡日期"),
        ("申请人姓名", "申请人身份证号", "申请人与死者关系", "死亡日期"),
        ("申请人", "申请人身份证号", "老人姓名", "老人身份证号"),
    ],
)
def test_beside_the_name_of_whom_it_is_about_the_applicant_is_another(labels: tuple[str, ...]) -> None:
    assert asked(*labels)[labels[1]] == "代申请人@person.id_no"


def test_whom_the_form_is_about_keeps_his_own_columns() -> None:
    found = asked("申请人姓名", "学生姓名", "学生身份证号")
    assert found["学生身份证号"] == "person.id_no"
    assert found["申请人姓名"] == "代申请人@person.name"


@pytest.mark.parametrize(
    "labels",
    [
        ("申请人/姓名", "申请人/身份证号", "户主姓名", "与户主关系"),
        ("申请人姓名", "申请人身份证号", "家庭成员姓名"),
    ],
)
def test_an_applicant_alone_or_beside_his_household_is_whom_it_is_about(labels: tuple[str, ...]) -> None:
    assert asked(*labels)[labels[1]] == "person.id_no"


def test_who_is_applied_against_and_who_applies_together_keep_their_names() -> None:
    found = asked("申请人姓名", "被申请人姓名", "共同申请人姓名", "学生姓名")
    assert found["共同申请人姓名"] == "共同申请人@person.name"
    assert not found["被申请人姓名"].startswith("代申请人")


@pytest.mark.parametrize(
    ("labels", "keys_"),
    [
        (("投保人姓名", "被保险人姓名", "身份证号"), ("代投保人@person.name", "person.name", "person.id_no")),
        (("老人姓名", "身份证号", "领款人"), ("person.name", "person.id_no", "代领人@person.name")),
        (("姓名", "身份证号", "缴费人电话"), ("person.name", "person.id_no", "代缴人@person.phone")),
    ],
)
def test_beside_the_insured_or_the_old_person_who_pays_or_takes_is_another(
    labels: tuple[str, ...], keys_: tuple[str, ...]
) -> None:
    assert tuple(asked(*labels).values()) == keys_


def test_who_pays_or_takes_alone_is_whom_it_is_about() -> None:
    found = keys(listing("搬迁补偿发放册", "人", "领款人姓名", "身份证号", "金额"))
    assert found["领款人姓名"] == "person.name"


def test_a_class_that_nobody_wrote_down_is_seen_by_its_last_word() -> None:
    assert asked("申请人姓名", "溺水伤者姓名")["申请人姓名"] == "代申请人@person.name"
    for other in ("审核人员姓名", "随迁人员姓名", "陪同人员姓名"):
        assert asked("申请人/身份证号", other)["申请人/身份证号"] == "person.id_no"
