"""Whom a row is about: by official number first; people of one name are never thrown together."""

import pytest

from qingzhuang.answer.subjects import Setting, identify
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.id_number import Flaw, check_character
from qingzhuang.model.sheet import Scalar

ID = "99010119450302122" + check_character("99010119450302122")
Values = dict[str, Scalar]


def key(kind: SubjectKind, values: Values, setting: Setting | None = None) -> str:
    known = identify(kind, values, setting or Setting("甲册"))
    assert known is not None
    return known.subject.key


def test_a_person_is_the_id_number_whatever_the_name() -> None:
    known = identify(SubjectKind.PERSON, {"person.id_no": ID, "person.name": "王桂香"}, Setting())
    assert known is not None
    assert (known.subject.key, known.weak, known.flaws) == (ID, False, ())


def test_a_number_with_a_wrong_check_digit_is_a_person_of_its_own() -> None:
    wrong = ID[:-1] + ("1" if ID[-1] != "1" else "2")
    known = identify(SubjectKind.PERSON, {"person.id_no": wrong, "person.name": "王桂香"}, Setting())
    assert known is not None
    assert known.subject.key == wrong
    assert known.flaws == (Flaw.CHECKSUM,)


def test_a_masked_number_identifies_nobody() -> None:
    known = identify(
        SubjectKind.PERSON,
        {"person.id_no": "9901**********1225", "person.name": "王桂香", "place.village": "甲村"},
        Setting(),
    )
    assert known is not None
    assert known.weak
    assert "9901" not in known.subject.key


def test_namesakes_of_two_villages_are_two() -> None:
    one: Values = {"person.name": "王芳", "place.village": "甲村"}
    two: Values = {"person.name": "王芳", "place.village": "乙村"}
    assert key(SubjectKind.PERSON, one) != key(SubjectKind.PERSON, two)
    assert key(SubjectKind.PERSON, one) == key(SubjectKind.PERSON, one, Setting("乙册"))


def test_a_bare_name_means_somebody_only_within_its_file() -> None:
    bare: Values = {"person.name": "王芳"}
    assert key(SubjectKind.PERSON, bare) != key(SubjectKind.PERSON, bare, Setting("乙册"))


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        (SubjectKind.HOUSEHOLD, {"household.code": "H-7", "户主@person.id_no": ID}, "H-7"),
        (SubjectKind.HOUSEHOLD, {"户主@person.id_no": ID, "户主@person.name": "王"}, ID),
        (SubjectKind.HOUSEHOLD, {"户主@person.name": "王", "place.village": "甲村"}, "名=王;村=甲村"),
        (SubjectKind.ORGANISATION, {"organisation.credit_code": "91X", "organisation.name": "某店"}, "91X"),
        (SubjectKind.ORGANISATION, {"organisation.name": "某店"}, "某店"),
        (SubjectKind.PLACE, {"site.name": "老李面馆", "place.village": "甲村"}, "名=老李面馆;村=甲村"),
    ],
)
def test_other_subjects(kind: SubjectKind, values: Values, expected: str) -> None:
    assert key(kind, values) == expected


def test_a_village_is_its_name() -> None:
    assert key(SubjectKind.PLACE, {"place.village": "甲村"}, Setting("x", "村")) == "甲村"


def test_an_event_is_kind_day_and_place() -> None:
    setting = Setting("x", "检查", ("inspection.date",))
    values: Values = {"inspection.date": "2026-03-05", "site.name": "老李面馆"}
    assert key(SubjectKind.EVENT, values, setting) == "检查;日=2026-03-05;对象=老李面馆"


@pytest.mark.parametrize("kind", list(SubjectKind))
def test_a_row_that_names_nobody_is_about_nobody(kind: SubjectKind) -> None:
    assert identify(kind, {"person.sex": "女"}, Setting("x", "村")) is None
