"""The xlsx reader gives the cells as other readers do, and what they leave out."""

import io
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from qingzhuang.intake.readers.number_format import moment, shows_date
from qingzhuang.intake.readers.shared_formula import moved
from qingzhuang.intake.readers.xlsx import read
from qingzhuang.intake.readers.xlsx_cells import cells_of
from qingzhuang.intake.readers.xlsx_contents import Contents
from qingzhuang.intake.readers.xlsx_styles import Style, Styles
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Sheet
from qingzhuang.ooxml.package import parse_xml


def made() -> Sheet:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("表")
        red = book.add_format(
            {"bold": True, "font_color": "red", "border": 1, "align": "center", "font_size": 16}
        )
        sheet.write("A1", "姓名", red)
        sheet.write_number("B1", 3)
        sheet.write_number("C1", 2.5)
        sheet.write_datetime("D1", date(2026, 10, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_boolean("E1", True)
        sheet.write_formula("F1", "=B1*2", None, 6)
        sheet.write_blank("A2", None, book.add_format({"border": 1}))
        sheet.merge_range("A3:C3", "合并")
        sheet.write_comment("A1", "写全名")
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_column("B:B", None, None, {"hidden": True})
        sheet.data_validation("B2:B9", {"validate": "whole", "criteria": ">", "value": 0})
    return read("a.xlsx", file.getvalue()).sheets[0]


def test_values_keep_their_types() -> None:
    cells = made().cells
    values = [cells[1, column].value for column in range(1, 7)]
    assert values == ["姓名", 3, 2.5, date(2026, 10, 1), True, 6]
    assert isinstance(values[1], int)
    assert (cells[1, 6].formula, cells[1, 6].text) == ("B1*2", "6")


def test_the_look_that_tells_labels_from_fields_is_kept() -> None:
    cell = made().cells[1, 1]
    assert (cell.bold, cell.red, cell.bordered, cell.centred, cell.size) == (True, True, True, True, 16.0)
    assert made().cells[2, 1].bordered


def test_merges_comments_validations_and_hidden_parts_are_kept() -> None:
    sheet = made()
    assert sheet.merges == (Area(3, 1, 3, 3),)
    assert sheet.comments == {(1, 1): "写全名"}
    assert sheet.hidden_rows == {5}
    assert sheet.hidden_columns == {2}
    assert sheet.validations[0].kind == "whole"


def test_a_shared_formula_moves_its_relative_references() -> None:
    assert moved('SUM($A1:B$2)+"A1"+LOG10(C3)', 1, 1) == 'SUM($A2:C$2)+"A1"+LOG10(D4)'
    assert moved("A1", -1, 0) == "#REF!"


@pytest.mark.parametrize(
    ("serial", "when"),
    [
        (46296, date(2026, 10, 1)),
        (0.5, time(12)),
        (61.25, datetime.fromisoformat("1900-03-01T06:00")),
        (-1, None),
        (1, date(1900, 1, 1)),
    ],
)
def test_serial_numbers_are_dates_as_the_programs_show_them(serial: float, when: object) -> None:
    assert moment(serial) == when


def test_formats_that_show_dates() -> None:
    assert all(shows_date(code) for code in ("yyyy/m/d", 'yyyy"年"m"月"', "[h]:mm"))
    assert not any(shows_date(code) for code in ("General", "0.00", '0"天"', "@", "[Red]0"))


def test_a_used_range_as_wide_as_a_sheet_can_be_is_quick() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("表")
        sheet.write_row(0, 0, ["姓名", "电话", "住址"])
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"border": 1}))
    assert len(read("a.xlsx", file.getvalue()).sheets[0].cells) == 4


@pytest.mark.corpus
def test_texts_agree_with_calamine_on_real_files(corpus: Path) -> None:
    compared = 0
    for path in sorted((corpus / "forms").rglob("*.xlsx")):
        own = {sheet.name: sheet for sheet in read(path.name, path.read_bytes()).sheets}
        book = CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for row, values in enumerate(rows, 1):
                for column, value in enumerate(values, 1):
                    if isinstance(value, str) and value.strip():
                        cell = own[name].cells[row, column]
                        assert cell.text.replace("\r\n", "\n") == value.replace("\r\n", "\n"), (
                            f"{path.name} {row} {column}"
                        )
                        compared += 1
    assert compared > 1000


def test_blank_cells_may_be_left_out_and_places_that_are_not_written_still_count_on() -> None:
    rows = '<row r="1"><c r="A1" s="0"/><c r="C1" s="0"/><c t="inlineStr"><is><t>四</t></is></c></row>'
    root = parse_xml(f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode(), "a.xlsx", "sheet1")
    styles = Styles()
    styles["0"] = Style(bordered=True)
    for blanks in (True, False):
        cells = cells_of(root, Contents((), date1904=False), styles, ("a.xlsx", "表"), blanks=blanks)
        assert cells[1, 4].text == "四"
        assert ((1, 1) in cells) is blanks
