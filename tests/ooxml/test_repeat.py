"""A sheet repeated in its workbook keeps all that hangs on it; each copy speaks of itself."""

import io
import re
import warnings
import zipfile
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.repeat import repeated, tab, tabs

NAMES = ["柳湾村", "上坪村", "东岭's 村"]


@pytest.fixture(scope="module")
def template() -> bytes:
    kept = io.BytesIO()
    with warnings.catch_warnings(), xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        warnings.simplefilter("ignore")
        sheet, words = book.add_worksheet("样表"), book.add_worksheet("字典")
        edge = book.add_format({"border": 1, "bg_color": "#FFFFCC"})
        sheet.merge_range("A1:C1", "人员名册", edge)
        sheet.write_row("A2", ["姓名", "类别", "金额（元）"], edge)
        sheet.write_formula("C7", "=SUM(样表!C3:C6)+LEN(字典!A1)", edge)
        sheet.data_validation("B3:B6", {"validate": "list", "source": "=字典!$A$1:$A$3"})
        sheet.conditional_format("C3:C6", {"type": "cell", "criteria": ">", "value": 1, "format": edge})
        sheet.write_comment("A2", "写全名")
        sheet.print_area("A1:C7")
        sheet.repeat_rows(0, 1)
        sheet.freeze_panes(2, 0)
        sheet.set_column("A:A", 33)
        sheet.write_url("A9", "https://example.org/")
        sheet.add_table("E2:F4", {"name": "明细"})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=样表!$C$3:$C$6"})
        sheet.insert_chart("E6", chart)
        words.write_column("A1", ["甲", "乙", "丙"])
        words.write_formula("B1", "=样表!C7")
    return kept.getvalue()


@pytest.fixture(scope="module")
def made(template: bytes) -> bytes:
    return repeated("表.xlsx", template, "样表", NAMES)


def test_there_is_a_sheet_for_each_name_and_the_others_stay(made: bytes) -> None:
    assert openpyxl.load_workbook(io.BytesIO(made)).sheetnames == [NAMES[0], "字典", *NAMES[1:]]


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_has_styles_merges_lists_comments_charts_and_print_settings(made: bytes, name: str) -> None:
    sheet: Any = openpyxl.load_workbook(io.BytesIO(made))[name]
    quoted = "'" + name.replace("'", "''") + "'"
    assert [str(each) for each in sheet.merged_cells.ranges] == ["A1:C1"]
    assert sheet["A2"].fill.start_color.rgb == "FFFFFFCC"
    assert sheet["A2"].comment is not None
    assert sheet.column_dimensions["A"].width > 33
    assert sheet.data_validations.dataValidation[0].formula1 == "字典!$A$1:$A$3"
    assert len(sheet.conditional_formatting) == 1
    assert sheet.freeze_panes == "A3"
    assert sheet.print_area == f"{quoted}!$A$1:$C$7"
    assert sheet.print_title_rows == "$1:$2"
    assert sheet["C7"].value == f"=SUM({quoted}!C3:C6)+LEN(字典!A1)"
    assert sheet["A9"].hyperlink is not None
    assert sheet._charts[0].series[0].val.numRef.f == f"{quoted}!$C$3:$C$6"


def test_a_table_has_a_name_and_a_number_of_its_own_in_each_copy(made: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made))
    tables = [table for sheet in book.worksheets for table in sheet.tables.values()]
    assert len({each.displayName for each in tables}) == len({each.id for each in tables}) == 3


def test_what_another_sheet_says_of_the_first_follows_its_new_name(made: bytes) -> None:
    assert openpyxl.load_workbook(io.BytesIO(made))["字典"]["B1"].value == "='柳湾村'!C7"


def test_no_part_is_listed_twice_or_missing_and_only_one_sheet_is_selected(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as box:
        names = box.namelist()
        assert len(names) == len(set(names))
        types = box.read("[Content_Types].xml").decode()
        parts = re.findall(r'PartName="/([^"]+)"', types)
        assert len(parts) == len(set(parts))
        assert set(parts) <= set(names)
        sheets = [box.read(name) for name in names if name.startswith("xl/worksheets/sheet")]
        assert sum(b'tabSelected="1"' in each for each in sheets) <= 1
        for name in (each for each in names if each.endswith(".rels")):
            folder = name.replace("_rels/", "").rpartition("/")[0]
            for target, mode in re.findall(
                r'Target="([^"]+)"( TargetMode="External")?', box.read(name).decode()
            ):
                path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                while "/../" in path:
                    path = re.sub(r"[^/]+/\.\./", "", path, count=1)
                assert mode or path in names, (name, target)


def test_what_can_stand_only_once_in_a_workbook_is_not_copied(template: bytes) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/_rels/sheet1.xml.rels":
                kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable"
                content = content.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rIdP" Type="' + kind + b'" Target="../p.xml"/></Relationships>',
                )
            new.writestr(name, content)
    with pytest.raises(ProblemError, match="QZ-R093"):
        repeated("表.xlsx", kept.getvalue(), "样表", NAMES)


def test_names_of_sheets_are_those_that_programs_take() -> None:
    assert tab("东/岭[村]*?") == "东_岭_村___"
    assert len(tab("长" * 40)) == 31
    assert tab("'甲'") == "甲"
    assert tab("History") == "History_"
    assert tab("") == "_"
    assert list(tabs(["甲村", "甲村", "甲村"])) == ["甲村", "甲村-2", "甲村-3"]
    assert len({name.casefold() for name in tabs(["长" * 40] * 12)}) == 12
