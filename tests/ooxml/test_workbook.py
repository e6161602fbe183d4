"""The map of a spreadsheet package names every sheet's part and every defined name."""

import io
import zipfile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.workbook.defined_name import DefinedName as OpenpyxlName

from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.package import open_package
from qingzhuang.ooxml.relations import relations_part
from qingzhuang.ooxml.strings import shared_strings
from qingzhuang.ooxml.workbook import read_map


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "花名册"
    book.worksheets[0]["A1"] = "姓名"
    codes = book.create_sheet("字典")
    codes.sheet_state = "hidden"
    book.defined_names["是否"] = OpenpyxlName("是否", attr_text="字典!$A$1:$A$2")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_sheets_are_in_tab_order_with_their_parts_and_state() -> None:
    package = open_package("名册.xlsx", _workbook())
    found = read_map(package)
    assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [("花名册", False), ("字典", True)]
    assert all(package.has(sheet.part) for sheet in found.sheets)
    assert found.sheet("花名册").part.endswith("sheet1.xml")


def test_defined_names_are_given_with_their_reference() -> None:
    found = read_map(open_package("名册.xlsx", _workbook()))
    assert [(name.name, name.reference) for name in found.names] == [("是否", "字典!$A$1:$A$2")]


def test_shared_strings_are_plain_text_with_escapes_undone() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("表")
        sheet.write("A1", "姓名")
        sheet.write_rich_string("A2", "是", book.add_format({"bold": True}), "否")
        sheet.write("A3", "一\x0b二")
        sheet.write("A4", "_x000D_")
    package = open_package("名册.xlsx", file.getvalue())
    assert shared_strings(package, read_map(package)) == ("姓名", "是否", "一\x0b二", "_x000D_")


def test_a_zip_without_a_workbook_is_refused_with_its_code() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(ProblemError) as caught:
        read_map(open_package("a.xlsx", file.getvalue()))
    assert caught.value.problem.code == "QZ-R007"


def test_relations_of_a_part_stand_beside_it() -> None:
    assert relations_part("xl/worksheets/sheet1.xml") == "xl/worksheets/_rels/sheet1.xml.rels"
    assert relations_part("") == "_rels/.rels"
