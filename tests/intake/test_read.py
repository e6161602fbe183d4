"""A file is read by its content; what cannot be read becomes a coded problem with its cure."""

import io
import zipfile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.datavalidation import DataValidation

from qingzhuang.intake.problems import too_many_cells, unreadable, unsure_layout
from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.model.form import ItemType
from qingzhuang.model.problem import ProblemError, Severity
from qingzhuang.model.sheet import FileKind


def book(rows: list[list[str]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as made:
        sheet = made.add_worksheet("表")
        for row, texts in enumerate(rows):
            sheet.write_row(row, 0, texts)
    return file.getvalue()


def code_of(file: str, content: bytes) -> str:
    with pytest.raises(ProblemError) as caught:
        read_form(file, content)
    assert caught.value.problem.cure
    return caught.value.problem.code


def ole(*streams: str) -> bytes:
    """A minimal compound file whose directory names the streams (MS-CFB)."""
    sector = 512
    header = bytearray(sector)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[24:34] = b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
    header[44:48] = (1).to_bytes(4, "little")
    header[48:52] = (1).to_bytes(4, "little")
    header[56:60] = (4096).to_bytes(4, "little")
    header[60:64] = header[68:72] = b"\xfe\xff\xff\xff"
    header[76:80] = (0).to_bytes(4, "little")
    header[80:512] = b"\xff" * 432
    fat = (b"\xfd\xff\xff\xff" + b"\xfe\xff\xff\xff").ljust(sector, b"\xff")
    entries = [_entry("Root Entry", 5, 1)] + [
        _entry(name, 2, 0xFFFFFFFF, right=place + 2 if place + 1 < len(streams) else 0xFFFFFFFF)
        for place, name in enumerate(streams)
    ]
    return bytes(header) + fat + b"".join(entries).ljust(sector, b"\x00")


def _entry(name: str, kind: int, child: int, right: int = 0xFFFFFFFF) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    entry = bytearray(128)
    entry[: len(raw)] = raw
    entry[64:66] = len(raw).to_bytes(2, "little")
    entry[66], entry[67] = kind, 1
    entry[68:72] = b"\xff\xff\xff\xff"
    entry[72:76] = right.to_bytes(4, "little")
    entry[76:80] = child.to_bytes(4, "little")
    entry[116:120] = b"\xfe\xff\xff\xff"
    return bytes(entry)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "QZ-R001"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "QZ-R002"),
        (b"<html><table></table></html>", "QZ-R002"),
        ("姓名,年龄\n".encode(), "QZ-R002"),
        (b"PK\x03\x04 not a zip", "QZ-R004"),
    ],
)
def test_what_is_no_office_file_says_what_it_is(content: bytes, code: str) -> None:
    assert code_of("名册.xlsx", content) == code


def test_a_zip_of_something_else_is_no_form() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("照片.txt", "x")
    assert code_of("材料.xlsx", file.getvalue()) == "QZ-R002"


def test_a_password_is_named_as_the_reason() -> None:
    assert code_of("名册.xlsx", ole("EncryptedPackage", "EncryptionInfo")) == "QZ-R003"


def test_an_old_word_file_needs_a_converter_and_uses_it() -> None:
    old = ole("WordDocument")
    assert code_of("卡.doc", old) == "QZ-R008"


def test_a_file_without_a_table_is_doubted() -> None:
    form = read_form("空.xlsx", book([[]]))
    assert [(problem.code, problem.severity) for problem in form.problems] == [("QZ-R009", Severity.ERROR)]


def test_a_wrong_suffix_is_read_by_its_content_and_noted() -> None:
    form = read_form("名册.xls", book([["姓名", "电话", "住址"]]))
    assert form.kind is FileKind.XLSX
    assert [problem.code for problem in form.problems] == ["QZ-R010"]
    assert [item.key for item in form.items] == ["姓名", "电话", "住址"]


def test_the_remaining_problems_say_what_where_and_the_cure() -> None:
    found = [
        too_many_cells("a", "表"),
        unreadable("a", "没有"),
        unsure_layout("a", "少"),
    ]
    assert [problem.code for problem in found] == ["QZ-R012", "QZ-R013", "QZ-R011"]
    assert all(problem.where and problem.message and problem.cure for problem in found)


def test_lists_on_a_hidden_sheet_become_codes_and_the_sheet_no_table() -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "花名册"
    sheet.append(["姓名", "户籍类别", "是否在家"])
    codes = made.create_sheet("字典")
    codes.sheet_state = "hidden"
    for row, word in enumerate(["城镇", "农村"], 1):
        codes.cell(row, 1, word)
    rule = DataValidation("list", formula1="字典!$A$1:$A$2")
    rule.add("B2:B100")
    other = DataValidation("list", formula1='"是,否"')
    other.add("C2:C100")
    sheet.add_data_validation(rule)
    sheet.add_data_validation(other)
    file = io.BytesIO()
    made.save(file)
    form = read_form("花名册.xlsx", file.getvalue())
    assert [table.sheet for table in form.tables] == ["花名册"]
    assert [item.codes for item in form.items] == [(), ("城镇", "农村"), ("是", "否")]
    assert form.items[2].type is ItemType.YESNO


def test_context_of_a_form() -> None:
    rows = [
        ["甲县2026年第三季度困难群众花名册"],
        ["制表单位：甲县民政局"],
        ["序号", "姓名", "身份证号"],
        ["1", "", ""],
    ]
    form = read_form("a.xlsx", book(rows))
    assert form.issuer == "甲县民政局"
    assert form.period is not None
    assert form.period.text == "2026年第三季度"
    assert str(form.period.end) == "2026-09-30"
    assert form.row_entity == "人"


def test_reading_twice_gives_the_same() -> None:
    content = book([["姓名", "电话"], ["王五", "1"]])
    assert read_form("a.xlsx", content) == read_form("a.xlsx", content)
    assert read_workbook("a.xlsx", content) == read_workbook("a.xlsx", content)
