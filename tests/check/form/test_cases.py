"""What is known of a form, each fact with its cell."""

import pytest

from qingzhuang.check.form.cases import Asked, Sent, case_of, personal


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("person.id_no", "id_no"),
        ("户主@person.id_no", "id_no"),
        ("person.mobile", "phone"),
        ("person.chronic_disease", "medical"),
        ("bank.account", "bank_account"),
        ("patrol.track", "track"),
        ("person.age", None),
        ("organisation.name", None),
    ],
)
def test_an_element_is_a_kind_of_personal_data_or_none(element: str, kind: str | None) -> None:
    assert personal(element) == kind


def test_items_that_others_ask_are_named_with_both_cells() -> None:
    case = case_of(
        "低保花名册",
        [
            Asked("姓名", "Sheet1!B3", "person.name", ("《残疾人花名册》B2",)),
            Asked("开户行", "Sheet1!C3", "bank.name"),
        ],
        Sent(),
    )
    known = case.facts["item_duplicates"]
    assert known.value == frozenset({"姓名"})
    assert known.where == "Sheet1!B3"
    assert known.notes == ("Sheet1!B3 姓名：《残疾人花名册》B2",)


def test_a_photo_of_the_work_is_evidence_and_a_portrait_is_personal_data() -> None:
    case = case_of(
        "走访登记表",
        [
            Asked("走访照片", "A!C2", "visit.photo", proof="photo"),
            Asked("照片", "A!D2", "person.photo", proof="photo"),
        ],
        Sent(),
    )
    assert case.value("evidence_required") == frozenset({"photo"})
    assert case.facts["evidence_required"].at == {"photo": "A!C2"}
    assert case.value("personal_data_fields") == frozenset({"photo_face"})


def test_nothing_said_is_nothing_known() -> None:
    assert dict(case_of("表", [Asked("数量", "A!A1", "goods.amount")], Sent()).facts) == {}
