"""Reading old .xls files: values, looks, merges, and the code lists that hide behind validations."""

import struct
from datetime import date
from pathlib import Path

import pytest

from qingzhuang.intake.readers.xls import read
from qingzhuang.model.place import Area
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Validation
from qingzhuang.ooxml.limits import Limits
from tests.biff_book import blank, book, formula, label, merged, number, old_book, record, short, validation

WORDS = [label(0, 0, "低保"), label(1, 0, "五保"), blank(2, 0, 18), label(3, 0, "其他")]
AREA = struct.pack("<4H", 0, 3, 0, 0)


def validations(tokens: bytes, *, names: tuple[tuple[str, bytes], ...] = ()) -> tuple[Validation, ...]:
    """The validations of column B whose rule is `tokens`, in a book with a hidden list of words."""
    form = [label(0, 0, "姓名"), *WORDS[:1], validation(tokens, (1, 99, 1, 1), prompt="请选择")]
    return (
        read("表.xls", book({"登记表": form, "字典": WORDS}, hidden=["字典"], names=names))
        .sheets[0]
        .validations
    )


def test_values_looks_and_merges_are_read() -> None:
    cells = [
        label(0, 0, "花名册", look=16),
        number(1, 0, 3.0),
        number(1, 1, 2.5),
        number(1, 2, 46329, look=17),
        formula(2, 0, 7.0),
        blank(3, 0, 18),
        blank(3, 1, 15),
        merged((0, 0, 0, 2)),
    ]
    (sheet,) = read("表.xls", book({"名册": cells})).sheets
    assert sheet.merges == (Area(1, 1, 1, 3),)
    assert (sheet.cells[1, 1].text, sheet.cells[1, 1].bold) == ("花名册", True)
    assert [sheet.cells[2, column].value for column in (1, 2, 3)] == [3, 2.5, date(2026, 11, 3)]
    assert sheet.cells[2, 3].text == "2026-11-03"
    assert (sheet.cells[3, 1].value, sheet.cells[3, 1].formula is None) == (7, False)
    assert sheet.cells[4, 1].bordered
    assert (4, 2) not in sheet.cells


@pytest.mark.parametrize(
    "tokens",
    [
        b"\x17" + short("低保\0五保\0其他"),
        b"\x17" + short("低保,五保, 其他"),
        b"\x3b" + struct.pack("<H", 1) + AREA,
        b"\x5b" + struct.pack("<H", 1) + AREA,
        b"\x23" + struct.pack("<HH", 1, 0),
    ],
    ids=["words", "words with commas", "other sheet", "other sheet as value", "name"],
)
def test_a_code_list_is_found_in_the_rule_on_a_hidden_sheet_and_behind_a_name(tokens: bytes) -> None:
    names = (("类别", b"\x3b" + struct.pack("<H", 1) + AREA),)
    (found,) = validations(tokens, names=names)
    assert found == Validation((Area(2, 2, 100, 2),), "list", ("低保", "五保", "其他"), "请选择")


def test_a_list_on_the_same_sheet_may_be_given_relative_to_the_cell() -> None:
    (found,) = validations(b"\x2c" + struct.pack("<HH", 0xFFFF, 0xC0FF))
    assert found.codes == ("低保",)


@pytest.mark.parametrize(
    "tokens",
    [b"\x19\x40\x00", b"\x3b" + struct.pack("<H", 9) + AREA, b"\x23" + struct.pack("<HH", 9, 0), b"\x23"],
    ids=["other formula", "unknown sheet", "unknown name", "cut"],
)
def test_a_rule_that_cannot_be_decoded_does_not_hinder_the_rest(tokens: bytes) -> None:
    assert all(found.codes == () for found in validations(tokens))


def test_hidden_sheets_are_marked() -> None:
    sheets = read("表.xls", book({"表": WORDS, "字典": WORDS}, hidden=["字典"])).sheets
    assert [sheet.hidden for sheet in sheets] == [False, True]


def test_old_chinese_bytes_are_read_though_the_file_does_not_name_their_encoding() -> None:
    assert read("旧.xls", old_book("姓名".encode("gbk"))).sheets[0].cells[1, 1].text == "姓名"


def test_a_used_range_far_beyond_the_content_is_clipped() -> None:
    far = [blank(row, 255, 18) for row in range(0, 65536, 64)]
    (sheet,) = read("表.xls", book({"表": [label(0, 0, "姓名"), *far]})).sheets
    assert max(column for _row, column in sheet.cells) < 100
    assert max(row for row, _column in sheet.cells) < 2000


LOCKED = book({"表": WORDS}).replace(record(0x0042, b"\xb0\x04"), record(0x002F, b"\1\0"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (LOCKED, "QZ-R003"),
        (b"<html><table>", "QZ-R030"),
        (b"", "QZ-R030"),
        (book({"表": WORDS})[:1600], "QZ-R030"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "QZ-R030"),
    ],
    ids=["password", "web page", "empty", "cut", "hollow"],
)
def test_what_cannot_be_read_is_told_by_code(content: bytes, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        read("坏.xls", content)
    assert (caught.value.problem.code, caught.value.problem.where) == (code, "坏.xls")


def test_a_file_beyond_the_limits_is_refused_before_it_is_opened() -> None:
    with pytest.raises(ProblemError) as caught:
        read("大.xls", b"\0" * 100, Limits(file_bytes=99))
    assert caught.value.problem.code == "QZ-R006"


@pytest.mark.corpus
def test_every_old_workbook_of_the_corpus_is_read_with_its_code_lists(corpus: Path) -> None:
    """Of the eight rosters every list validation points at words; none may stay without."""
    for file in sorted((corpus / "forms").rglob("*.xls")):
        found = read(file.name, file.read_bytes())
        lists = [each for sheet in found.sheets for each in sheet.validations if each.kind == "list"]
        assert all(each.codes for each in lists)
