"""Fields between delimiters are read in every encoding that offices write, and no digit is lost on the way."""

import codecs

import pytest

from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.ooxml.limits import Limits

ROWS = [["序号", "应用名称", "主管单位"], ["1", "掌上甲乡", "甲乡办公室"], ["2", "乙村通", "乙村"]]


def text(delimiter: str, rows: list[list[str]] = ROWS) -> str:
    return "".join(delimiter.join(row) + "\r\n" for row in rows)


def grid(content: bytes, name: str = "台账.csv") -> list[list[str]]:
    (sheet,) = read_workbook(name, content).sheets
    width, height = max(column for _, column in sheet.cells), max(row for row, _ in sheet.cells)
    return [
        [
            sheet.cells[row, column].text if (row, column) in sheet.cells else ""
            for column in range(1, width + 1)
        ]
        for row in range(1, height + 1)
    ]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "gb18030"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_every_delimiter_in_every_encoding_reads_the_same(delimiter: str, mark: bytes, encoding: str) -> None:
    assert grid(mark + text(delimiter).encode(encoding)) == ROWS


@pytest.mark.parametrize("name", ["导出.xls", "导出.xlsx", "导出.txt", "导出"])
def test_a_list_is_known_by_its_content_whatever_it_is_called(name: str) -> None:
    book = read_workbook(name, text("\t").encode("gb18030"))
    assert book.kind is FileKind.CSV


def test_prose_is_no_list() -> None:
    for prose in ("各村：\n请于3月1日前上报，逾期通报。\n", "a, b\nc, d\n", "甲,乙,丙\n"):
        with pytest.raises(ProblemError) as caught:
            read_workbook("通知.txt", prose.encode())
        assert caught.value.problem.code == "QZ-R002"


def test_a_file_called_csv_is_one_even_with_one_line_or_one_column() -> None:
    assert grid("姓名,电话\n".encode()) == [["姓名", "电话"]]
    assert grid("姓名\n甲\n".encode()) == [["姓名"], ["甲"]]


def test_quoted_line_breaks_and_delimiters_stay_in_their_field() -> None:
    assert grid('姓名,备注\n甲,"先到,后走\n第二行 ""引"""\n'.encode()) == [
        ["姓名", "备注"],
        ["甲", '先到,后走\n第二行 "引"'],
    ]


def test_a_quotation_mark_that_nobody_closed_swallows_nothing() -> None:
    rows = [f"{number},屏,乙" for number in range(300)]
    assert len(grid("\n".join(["序号,型号,村", '0,"坏,丙', *rows]).encode())) == 302


def test_what_protects_a_long_number_is_taken_off_and_its_digits_stay() -> None:
    content = '姓名,证件号,卡号,编号\n甲,="990101199001010000",6200000000000000001\t,\'007\n'.encode()
    assert grid(content)[1] == ["甲", "990101199001010000", "6200000000000000001", "007"]
    (sheet,) = read_workbook("a.csv", content).sheets
    assert sheet.cells[2, 2].value == "990101199001010000"


def test_a_number_that_was_rounded_by_a_spreadsheet_is_doubted() -> None:
    form = read_form("a.csv", "姓名,证件号\n甲,9.90101E+17\n".encode())
    assert [problem.code for problem in form.problems] == ["QZ-R049"]


def test_the_line_that_names_the_delimiter_is_no_record() -> None:
    assert grid("sep=;\n姓名;电话\n甲;1\n".encode()) == [["姓名", "电话"], ["甲", "1"]]


def test_late_letters_tell_the_encoding_too() -> None:
    content = text(",", [["name", "note"], *[["x" * 40, "y"]] * 3000]).encode() + "甲,乙\r\n".encode(
        "gb18030"
    )
    assert grid(content)[-1] == ["甲", "乙"]


def test_a_list_beyond_the_limits_is_refused() -> None:
    from qingzhuang.intake.readers.delimited import read

    for limits, code in ((Limits(cells=3), "QZ-R012"), (Limits(file_bytes=10), "QZ-R006")):
        with pytest.raises(ProblemError) as caught:
            read("a.csv", text(",").encode(), limits)
        assert caught.value.problem.code == code
