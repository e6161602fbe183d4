"""Forms that are wrong on purpose end in a coded problem, in time."""

import time

import pytest

from qingzhuang.intake.read import read_form
from qingzhuang.intake.xlsform.read import xlsform_of
from qingzhuang.model.place import Place
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Workbook
from tests.intake.xlsform.forms import codes, read, survey


def workbook(rows: dict[int, tuple[str, ...]], name: str = "survey") -> Workbook:
    cells = {
        (row, column): Cell(row, column, text, text)
        for row, texts in rows.items()
        for column, text in enumerate(texts, 1)
    }
    return Workbook("a.xlsx", FileKind.XLSX, (Sheet(name, cells),))


def test_ten_thousand_rows_are_read_in_seconds() -> None:
    rows = [f"calculate | c{n} | | ${{c{n + 1}}} + 1" for n in range(10_000)]
    text = survey(*rows, "integer | c10000 | 数 | ", heads="type | name | label | calculation")
    began = time.process_time()
    form = read(text)
    assert form.accepted
    assert len(list(form.questions())) == 10_001
    assert time.process_time() - began < 20


def test_a_circle_of_ten_thousand_is_found() -> None:
    rows = [f"calculate | c{n} | | ${{c{(n + 1) % 10_000}}}" for n in range(10_000)]
    assert "QZ-R226" in codes(survey(*rows, heads="type | name | label | calculation"))


def test_groups_nested_ten_thousand_deep_are_refused_and_read_as_far_as_people_can() -> None:
    deep = 10_000
    begins, ends = [f"begin group | g{n} | 组" for n in range(deep)], ["end group | | "] * deep
    form = read(survey(*begins, "text | a | 甲", *ends))
    assert [problem.code for problem in form.problems] == ["QZ-R229"]
    assert len(next(form.questions())[0]) == 100


def test_rows_far_below_are_not_read_and_that_is_said() -> None:
    book = workbook({1: ("type", "name", "label"), 2: ("text", "a", "甲"), 100: ("text", "b", "乙")})
    form = xlsform_of(book)
    assert [each.name for _around, each in form.questions()] == ["a"]
    assert [problem.code for problem in form.problems] == ["QZ-R227"]


def test_blank_rows_between_are_passed_over() -> None:
    form = xlsform_of(
        workbook({1: ("type", "name", "label"), 5: ("text", "a", "甲"), 60: ("text", "b", "乙")})
    )
    assert form.accepted
    assert [each.row for _around, each in form.questions()] == [5, 60]


def test_headers_far_to_the_right_are_not_read() -> None:
    cells = {(1, 1): Cell(1, 1, "type", "type"), (1, 2): Cell(1, 2, "name", "name")}
    cells |= {(1, 16_384): Cell(1, 16_384, "label", "label"), (2, 1): Cell(2, 1, "text", "text")}
    form = xlsform_of(Workbook("a.xlsx", FileKind.XLSX, (Sheet("survey", cells),)))
    assert {problem.code for problem in form.problems} == {"QZ-R207"}


def test_an_empty_survey_is_no_form() -> None:
    assert [problem.code for problem in xlsform_of(Workbook("a.xlsx", FileKind.XLSX, ())).problems] == [
        "QZ-R201"
    ]


@pytest.mark.parametrize(
    "content", [b"survey\x00", b'survey,,,,\n"', b"| survey |\n||||||\n|", b"\xff\xfesurvey,,,,,"]
)
def test_what_only_begins_like_a_form_is_refused_or_read_as_a_list(content: bytes) -> None:
    try:
        form = read_form("a.csv", content)
    except ProblemError:
        return
    assert form.kind is FileKind.CSV
    assert not form.items


def test_a_formula_in_a_cell_is_text() -> None:
    book = workbook({1: ("type", "name", "label"), 2: ("text", "a", "=1+1")})
    form = xlsform_of(book)
    assert next(form.questions())[1].label == {"default": "=1+1"}
    assert Place("survey", 2, 3).cell == "C2"
