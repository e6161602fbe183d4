"""People read names; whole numbers and the ledger's own keys stay out of sight."""

import re

import pytest

from qingzhuang.cli.called import called, masked
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.id_number import check_character

WANG = "99010119450302122" + check_character("99010119450302122")


@pytest.mark.parametrize("text", [WANG, "13900000001", "0999-1234567", f"电话13900000001，证{WANG}"])
def test_masked_text_never_shows_six_digits_in_a_row(text: str) -> None:
    assert not re.search(r"\d{6}", masked(text))


def test_a_person_is_named_without_the_whole_number() -> None:
    assert called(Subject(SubjectKind.PERSON, WANG, "王乙")) == f"王乙（{WANG[-4:]}）"
    assert called(Subject(SubjectKind.HOUSEHOLD, "9900001")) == "…0001"


@pytest.mark.parametrize(
    "subject",
    [
        Subject(SubjectKind.EVENT, "检查;日=2026-03-05;对象=老李面馆;次=2", "2026-03-05 老李面馆 (2)"),
        Subject(SubjectKind.PERSON, f"名=王乙;村=甲村;户主={WANG}", "王乙"),
        Subject(SubjectKind.PERSON, "名=王乙;表=走访登记|走访登记表", "王乙"),
    ],
)
def test_the_ledgers_own_key_is_never_shown(subject: Subject) -> None:
    said = called(subject)
    assert not re.search(r"[;=|]|\d{6}", said)
    assert said.startswith(subject.name)
