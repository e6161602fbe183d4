"""The same content once more is answered without being read; whatever could change the answer makes it be read."""

import io
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest

from qingzhuang.answer.draft import Harvest
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.id_number import check_character
from qingzhuang.pipeline.harvest import harvest
from qingzhuang.store.bringing import reading
from qingzhuang.store.ledger import commands
from qingzhuang.store.ledger.commands import import_form
from qingzhuang.store.ledger.decisions import withdraw
from qingzhuang.store.ledger.report import ImportReport, Signed

pytestmark = pytest.mark.django_db
WANG = "99010119700101001" + check_character("99010119700101001")


def _file(phone: str) -> bytes:
    book = openpyxl.Workbook()
    for line in (
        ["村民信息表"],
        ["姓名", "身份证号", "联系电话"],
        ["王甲", WANG, phone],
        ["无名", "1234", ""],
    ):
        book.worksheets[0].append(line)
    book.worksheets[0].merge_cells("A1:C1")
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _bring(content: bytes, minute: int, file: str = "村民.xlsx") -> ImportReport:
    return import_form(file, content, recorder="甲", at=datetime(2026, 3, 1, 8, minute, tzinfo=UTC))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each file that is read."""
    names: list[str] = []

    def noting(file: str, content: bytes, **how: Any) -> Harvest:
        names.append(file)
        return harvest(file, content, **how)

    monkeypatch.setattr(commands, "harvest", noting)
    return names


def test_the_same_file_again_is_not_read_and_the_report_is_the_one_that_reading_gives(
    read: list[str],
) -> None:
    content = _file("13900000001")
    first = _bring(content, 0)
    again = _bring(content, 1)
    assert len(read) == 1
    assert (again.rows, again.unchanged, again.new) == (first.rows, first.new, 0)
    assert again.problems == first.problems != ()


def test_a_changed_program_reads_again(read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    content = _file("13900000001")
    _bring(content, 0)
    monkeypatch.setattr(reading, "_program", lambda: "another")
    assert _bring(content, 1).unchanged == 4
    assert len(read) == 2


def test_what_was_taken_back_or_corrected_since_is_read_again(read: list[str]) -> None:
    content = _file("13900000001")
    _bring(content, 0)
    _bring(_file("13900000002"), 1)
    assert _bring(content, 2).outdated == 1
    person = Subject(SubjectKind.PERSON, WANG)
    withdraw(person, Signed("甲", datetime(2026, 3, 1, 9, tzinfo=UTC), "错了"), element="person.phone")
    assert _bring(_file("13900000002"), 3).kept_out == 1
    assert len(read) == 4


def test_the_conflicts_are_told_again(read: list[str]) -> None:
    content = _file("13900000001")
    _bring(content, 0)
    _bring(_file("13900000002"), 1, "别的表.xlsx")
    (conflict,) = _bring(content, 2).conflicts
    assert conflict.element == "person.phone"
    assert len(read) == 2
