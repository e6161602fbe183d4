"""A very long list goes into its template record by record."""

import io
from collections.abc import Iterator

import openpyxl
import pytest
from openpyxl.styles import Border, Side

from qingzhuang.answer.fill import fill
from qingzhuang.answer.writers.xlsx.pour import pour
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Scalar

HEADS = ("序号", "姓名", "人口数", "补贴（元）")


def roll(*, total: bool = True, blank: int = 1) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "补贴名册"
    sheet.merge_cells("A1:D1")
    sheet.append(HEADS)
    side = Side(style="thin")
    for row in range(3, 3 + blank):
        for column in range(1, 5):
            sheet.cell(row, column).border = Border(side, side, side, side)
    if total:
        sheet.cell(3 + blank, 1, "合计")
        sheet.cell(3 + blank, 3, f"=SUM(C3:C{2 + blank})")
        sheet.cell(3 + blank, 4, f"=SUM(D3:D{2 + blank})")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def people(count: int) -> Iterator[dict[str, Scalar]]:
    for number in range(count):
        yield {"姓名": f"村民{number}", "人口数": number % 6 + 1, "补贴（元）": number * 1.5}


@pytest.mark.parametrize("blank", [1, 3])
def test_what_is_poured_is_what_filling_writes(blank: int) -> None:
    """The same rows with the same looks and numbers come out as when all records are given at once."""
    content = roll(blank=blank)
    form = read_form("名册.xlsx", content)
    poured = pour("名册.xlsx", content, form, people(50), 50)
    filled = fill("名册.xlsx", content, form, Answers(tuple(people(50))))
    one, two = (openpyxl.load_workbook(io.BytesIO(each.content)).active for each in (poured, filled))
    assert one is not None
    assert two is not None
    assert [[cell.value for cell in row] for row in one] == [[cell.value for cell in row] for row in two]
    assert all(
        a.border.left.style == b.border.left.style
        for left, right in zip(one, two, strict=True)
        for a, b in zip(left, right, strict=True)
    )
    assert one.cell(3 + 49, 2).value == "村民49"
    assert one.cell(3 + 50, 4).value == "=SUM(D3:D52)"
    assert poured.cells == len(filled.written)


def test_records_are_taken_one_by_one() -> None:
    """No record is asked for before the one before it was written: a hundred thousand need no memory for all."""
    alive: list[int] = []

    def watched() -> Iterator[dict[str, Scalar]]:
        for number, record in enumerate(people(200)):
            alive.append(number)
            yield record

    content = roll(total=False)
    made = pour("名册.xlsx", content, read_form("名册.xlsx", content), watched(), 200)
    assert alive == list(range(200))
    assert made.cells == 200 * 4


def test_sums_over_what_is_poured_are_left_to_the_program() -> None:
    """A total has no stored value that would be wrong: the program computes it on opening, and a note says so."""
    content = roll()
    made = pour("名册.xlsx", content, read_form("名册.xlsx", content), people(9), 9)
    assert "QZ-F010" in {problem.code for problem in made.problems}
    stored = openpyxl.load_workbook(io.BytesIO(made.content), data_only=True).active
    assert stored is not None
    assert stored.cell(12, 4).value is None


def test_unknown_columns_and_texts_that_need_care_are_treated_as_ever() -> None:
    """A key without a column is told with its count; a text with marks of XML stands as it was given."""
    content = roll(total=False)
    records: list[dict[str, Scalar]] = [{"姓名": "甲 <乙> & 丙", "身高": 1}, {"姓名": " 丁 ", "身高": 2}]
    made = pour("名册.xlsx", content, read_form("名册.xlsx", content), records, 2)
    sheet = openpyxl.load_workbook(io.BytesIO(made.content)).active
    assert sheet is not None
    assert [sheet.cell(3, 2).value, sheet.cell(4, 2).value] == ["甲 <乙> & 丙", " 丁 "]
    assert any(problem.code == "QZ-F001" and "2 行" in problem.message for problem in made.problems)


def test_what_no_list_takes_is_refused() -> None:
    """Records that fit no list, or more than a sheet holds, are refused with a problem."""
    content = roll()
    form = read_form("名册.xlsx", content)
    with pytest.raises(ProblemError, match="QZ-F016"):
        pour("名册.xlsx", content, form, [{"身高": 1}], 1)
    with pytest.raises(ProblemError, match="QZ-F016"):
        pour("名册.xlsx", content, form, people(1), 2_000_000)
