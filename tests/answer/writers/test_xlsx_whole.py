"""Whole files: what is filled in is read back by the product's own reader, and LibreOffice computes the same totals."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.answer.writers.xlsx import Template, fill
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Entry, ItemType
from qingzhuang.model.problem import ProblemError
from tests.answer.writers.making import (
    book,
    card,
    cards,
    cell,
    column,
    filled,
    form,
    listing,
    parts,
    values,
    with_part,
)

TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=20
)
NUMBER = st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e12, 1e12, allow_nan=False))


def _roster(workbook: Any, sheet: Any) -> None:
    edge = workbook.add_format({"border": 1})
    sheet.merge_range("A1:D1", "补贴发放花名册", edge)
    sheet.write("A2", "填报单位：")
    sheet.write_row(2, 0, ["序号", "姓名", "数量", "金额（元）"], edge)
    for row in (3, 4):
        for across in range(4):
            sheet.write_blank(row, across, None, edge)
    sheet.write_row(5, 0, ["合计", ""], edge)
    sheet.write_formula("C6", "=SUM(C4:C5)", edge, 0)
    sheet.write_formula("D6", "=SUM(D4:D5)", edge, 0)
    sheet.write("A7", "填表人：")


ROSTER = book(_roster)
FORM = form(
    listing(
        [
            column("A3", "序号", ItemType.ROW_NUMBER),
            column("B3", "姓名"),
            column("C3", "数量", ItemType.INTEGER),
            column("D3", "金额（元）", ItemType.NUMBER),
        ],
        4,
        5,
        total_rows=(6,),
    ),
    cards(card("A2", "填报单位", Entry.INLINE), card("A7", "填表人", Entry.INLINE)),
)
TEMPLATE = Template("表.xlsx", ROSTER)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXT, st.integers(-(10**9), 10**9), NUMBER), max_size=12))
def test_what_is_filled_in_is_read_back(rows: list[tuple[str, int, float]]) -> None:
    answers: tuple[dict[str, Any], ...] = tuple(
        {"姓名": name, "数量": count, "金额（元）": amount} for name, count, amount in rows
    )
    result = TEMPLATE.fill(FORM, Answers(answers, {"填报单位": "柳湾村"}))
    found = values(result.content)
    body = found[3 : 3 + len(rows)]
    assert [(row[1], row[2], row[3]) for row in body] == rows
    totals = found[3 + max(len(rows), 2)]
    assert totals[2] == sum(count for _, count, _ in rows)
    assert totals[3] == pytest.approx(sum(amount for *_, amount in rows), rel=1e-12, abs=1e-3)
    assert {each.code for each in result.problems} <= {"QZ-F041"}  # long names in narrow columns are told


def test_filling_the_same_answers_twice_gives_the_same_bytes() -> None:
    answers = Answers(({"姓名": "甲"},) * 5)
    assert TEMPLATE.fill(FORM, answers).content == fill("表.xlsx", ROSTER, FORM, answers).content


def test_the_products_own_reader_reads_the_form_and_the_filled_form_alike() -> None:
    read = read_form("表.xlsx", ROSTER)
    row: dict[str, Any] = {"姓名": "甲", "数量": 2, "金额（元）": 3.5}
    answers = Answers((row,) * 4, {"填报单位": "柳湾村", "填表人": "乙"})
    result = fill("表.xlsx", ROSTER, read, answers)
    assert not result.problems
    assert values(result.content)[7][2:] == [8, 14]
    again = read_form("表.xlsx", result.content)
    assert [item.key for item in again.tables[0].columns] == [item.key for item in read.tables[0].columns]


def test_no_answers_change_no_part() -> None:
    result = filled(ROSTER, FORM)
    assert parts(result.content) == parts(ROSTER)
    assert result.written == ()


@pytest.mark.parametrize("content", [b"", b"PK\3\4 broken", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_package_is_refused_with_a_code(content: bytes) -> None:
    with pytest.raises(ProblemError) as caught:
        fill("表.xlsx", content, FORM, Answers())
    assert caught.value.problem.code == "QZ-R004"


@pytest.mark.libreoffice
def test_libreoffice_computes_the_totals_that_we_stored(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice")
    rows: list[dict[str, Any]] = [
        {"姓名": "=1+1", "数量": number, "金额（元）": number / 3} for number in range(9)
    ]
    result = filled(ROSTER, FORM, rows, 填报单位="@柳湾村", 填表人="-甲")
    forgetful = with_part(
        result.content, "xl/worksheets/sheet1.xml", lambda text: re.sub("</f><v>[^<]*</v>", "</f>", text)
    )
    (tmp_path / "filled.xlsx").write_bytes(forgetful)
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, home, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "filled.xlsx")], check=True, capture_output=True, timeout=180)
    assert _close(values((tmp_path / "filled.ods").read_bytes()), values(result.content))


def _close(ours: list[list[Any]], theirs: list[list[Any]]) -> bool:
    def key(value: Any) -> Any:
        return round(value, 9) if isinstance(value, float) else value

    width = min(len(ours[0]), len(theirs[0]))
    return [[key(cell) for cell in row[:width]] for row in ours] == [
        [key(cell) for cell in row[:width]] for row in theirs
    ]


@pytest.mark.filterwarnings("ignore")
def test_openpyxl_opens_the_filled_file() -> None:
    from openpyxl import load_workbook

    rows: list[dict[str, Any]] = [{"姓名": "=1+1", "数量": 1}] * 3
    sheet = load_workbook(io.BytesIO(filled(ROSTER, FORM, rows).content))["表"]
    assert sheet["B4"].value == "=1+1"
    assert sheet["B4"].data_type in {"s", "inlineStr"}
    assert sheet["C7"].value == "=SUM(C4:C6)"


def test_a_formula_may_look_into_a_sheet_that_has_none_itself() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["户数", None])
        sheet.write_formula(1, 1, "=SUM(底册!A1:A2)+B1")
        sheet.write_formula(2, 1, "=SUM(底册!A1:A2)")
        workbook.add_worksheet("底册").write_column(0, 0, [3, 4])

    done = filled(book(write), cards(card("B1", "户数")), 户数=5)
    assert [cell(done.content, each) for each in ("B2", "B3")] == [12, 7]


def test_a_package_that_lacks_a_sheet_is_told_and_nothing_is_filled() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "金额"])
        workbook.add_worksheet("二").write(0, 0, "企业")

    whole, buffer = book(write), io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts(whole).items():
            if not name.endswith("sheet2.xml"):
                archive.writestr(name, data)
    read = read_form("表.xlsx", buffer.getvalue())
    assert [each.code for each in read.problems] == ["QZ-R005"]
    with pytest.raises(ProblemError, match="QZ-R005"):
        fill("表.xlsx", buffer.getvalue(), read, Answers((), {}))
