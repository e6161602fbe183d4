"""The ways in which offices want the same answer written, from the file to the filled file."""

import io
from typing import Any

import openpyxl
import pytest

from qingzhuang.answer.fill import fill
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.sheet import Scalar
from tests.answer.writers.making import book, cell
from tests.word_paper import document, p, tbl, tr

NUMBER = "990101199001011234"
WIDE = "".join(chr(0xFF10 + int(digit)) for digit in "13900000003")


def roster(heads: list[str], hints: list[str] | None = None, looks: str = "") -> bytes:
    def write(workbook: Any, sheet: Any) -> None:
        edge = workbook.add_format({"border": 1, **({"num_format": looks} if looks else {})})
        sheet.merge_range(0, 0, 0, len(heads) - 1, "人员名册", edge)
        sheet.write_row(1, 0, heads, edge)
        if hints:
            sheet.write_row(2, 0, hints, workbook.add_format({"border": 1, "italic": True}))
        for row in range(3 if hints else 2, 6):
            sheet.write_row(row, 0, [None] * len(heads), edge)

    return book(write)


def done(content: bytes, row: dict[str, Scalar]) -> Filled:
    return fill("表.xlsx", content, read_form("表.xlsx", content), Answers((row,)))


@pytest.mark.parametrize(
    ("head", "hint", "looks", "shown"),
    [
        ("身份证号", "必填", "@", NUMBER),
        ("身份证号", "如990101 19900101 1234", "@", "990101 19900101 1234"),
        ("身份证号", "如990101-19900101-1234", "", "990101-19900101-1234"),
        ("身份证号", "如990101********1234", "", "990101********1234"),
        ("身份证号（脱敏）", "必填", "", "990101********1234"),
        ("身份证号", "必填", "", NUMBER),
    ],
    ids=["text", "spaced", "grouped", "masked by sample", "masked by word", "plain cell"],
)
def test_an_id_number_is_spelt_as_its_column_wants_it_and_is_text(
    head: str, hint: str, looks: str, shown: str
) -> None:
    """Never a number: its last digits would be lost."""
    made = done(roster(["姓名", head, "备注"], ["必填", hint, ""], looks), {"姓名": "甲", head: NUMBER})
    assert cell(made.content, "B4") == shown


def test_an_id_number_that_is_split_over_eighteen_cells_has_a_digit_in_each() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        edge = workbook.add_format({"border": 1})
        sheet.merge_range(0, 0, 0, 18, "登记表", edge)
        sheet.write(1, 0, "身份证号", edge)
        for column in range(1, 19):
            sheet.write_blank(1, column, None, edge)
        sheet.write(2, 0, "姓名", edge)
        sheet.merge_range(2, 1, 2, 18, None, edge)

    content = book(write)
    made = fill(
        "表.xlsx", content, read_form("表.xlsx", content), Answers((), {"身份证号": NUMBER, "姓名": "甲"})
    )
    sheet = openpyxl.load_workbook(io.BytesIO(made.content)).worksheets[0]
    assert "".join(str(sheet.cell(2, column).value) for column in range(2, 20)) == NUMBER


def test_a_leading_apostrophe_of_the_template_is_kept_as_its_cells_look() -> None:
    """A column whose cells say that what stands in them is text (quotePrefix) keeps its format."""
    content = roster(["姓名", "身份证号"], looks="@")
    made = done(content, {"姓名": "甲", "身份证号": NUMBER})
    before, after = (
        openpyxl.load_workbook(io.BytesIO(each)).worksheets[0] for each in (content, made.content)
    )
    assert after["B3"].number_format == before["B3"].number_format == "@"
    assert after["B3"].data_type == "s"


@pytest.mark.parametrize(
    ("head", "hint", "value", "shown"),
    [
        ("出生日期", "如19900101", "1990-01-01", "19900101"),
        ("出生日期", "如1990.1.1", "1990-01-01", "1990.1.1"),
        ("出生日期", "如1990年1月1日", "1990-01-01", "1990年1月1日"),
        ("出生年月", "如1990.01", "1990-01", "1990.01"),
    ],
)
def test_dates_are_written_as_the_sample_shows(head: str, hint: str, value: str, shown: str) -> None:
    made = done(roster(["姓名", head, "备注"], ["必填", hint, ""]), {"姓名": "甲", head: value})
    assert str(cell(made.content, "B4")) == shown


def test_a_document_spells_numbers_as_its_label_says() -> None:
    content = document(p("登记表") + tbl(tr("姓名", ""), tr("身份证号（脱敏）", "")))
    form = read_form("表.docx", content)
    made = fill("表.docx", content, form, Answers((), {"姓名": "甲", "身份证号（脱敏）": NUMBER}))
    book = read_form("表.docx", made.content)
    assert book.kind is form.kind
    import zipfile

    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert "990101********1234" in archive.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("head", "value", "shown"),
    [
        ("是否务农（1是 2否）", True, "1"),
        ("是否务农（是打√）", True, "√"),
        ("是否务农（是打√）", False, None),
        ("是否务农（√/×）", False, "×"),
        ("有无务农经历", False, "无"),
        ("是否务农", True, "是"),
    ],
)
def test_a_truth_value_is_spelt_as_its_column_says(head: str, value: bool, shown: str | None) -> None:
    made = done(roster(["姓名", head, "备注"]), {"姓名": "甲", head: value})
    assert (cell(made.content, "B3") or None) == shown


@pytest.mark.parametrize(
    ("head", "hint", "value", "shown"),
    [
        ("联系电话", "如138 0000 0000", "13900000003", "139 0000 0003"),
        ("联系电话", "如010-62345678", "01062345679", "010-62345679"),
        ("联系电话", "必填", "13900000003", "13900000003"),
        ("联系电话", f"如{WIDE}", "13900000003", WIDE),
    ],
)
def test_telephones_are_grouped_and_as_wide_as_the_sample(
    head: str, hint: str, value: str, shown: str
) -> None:
    made = done(roster(["姓名", head, "备注"], ["必填", hint, ""]), {"姓名": "甲", head: value})
    assert cell(made.content, "B4") == shown
