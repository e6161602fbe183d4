"""SpreadsheetML 2003 reads like the newer formats: the same cells, merges, looks, lists, comments and hidden parts."""

from datetime import date, datetime, time

import pytest

from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.intake.readers.xml_rules import area_of
from qingzhuang.model.place import Area
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Validation
from qingzhuang.ooxml.limits import Limits
from tests.intake.forms import LEFT, sheet
from tests.intake.readers.xml_2003 import sheets_xml

ROSTER = sheet(
    [["甲县花名册", LEFT, LEFT], ["序号", "姓名", "户别"], ["1", "", ""]],
    name="花名册",
    ruled=(2, 3),
    strong=(1,),
)
HEAD = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'


def only(body: str, name: str = "表.xml") -> Sheet:
    (found,) = read_workbook(name, f"{HEAD}{body}</Workbook>".encode()).sheets
    return found


def test_what_was_written_is_read_back() -> None:
    rules = (Validation((Area(3, 3, 100, 3),), "list", ("城镇", "农村")),)
    given = Sheet(
        "花名册", ROSTER.cells, ROSTER.merges, rules, {(2, 2): "写全名"}, hidden_rows=frozenset({3})
    )
    book = read_workbook(
        "花名册.xls", sheets_xml(given, Sheet("暗", {(1, 1): Cell(1, 1, "x", "x")}, hidden=True))
    )
    assert book.kind is FileKind.XML_SHEETS
    found, hidden = book.sheets
    assert dict(found.cells) == dict(ROSTER.cells)
    assert (found.merges, found.validations, found.comments, found.hidden_rows) == (
        given.merges,
        given.validations,
        given.comments,
        given.hidden_rows,
    )
    assert hidden.hidden


def test_a_form_reads_as_from_any_other_format() -> None:
    form = read_form("花名册.xls", sheets_xml(ROSTER))
    assert form.title == "甲县花名册"
    assert [item.key for item in form.items] == ["序号", "姓名", "户别"]


def test_values_have_their_types() -> None:
    cells = only(
        '<Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="Number">12</Data></Cell><Cell><Data ss:Type="DateTime">'
        '2026-03-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2026-03-01T08:30:00.000</Data></Cell><Cell>'
        '<Data ss:Type="DateTime">1899-12-31T08:30:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell>'
        '<Cell><Data ss:Type="String">0012</Data></Cell><Cell ss:Formula="=RC[-1]*2"><Data ss:Type="Number">1.5</Data></Cell>'
        "</Row></Table></Worksheet>"
    ).cells
    assert [cells[1, column].value for column in range(1, 8)] == [
        12,
        date(2026, 3, 1),
        datetime(2026, 3, 1, 8, 30),  # noqa: DTZ001
        time(8, 30),
        True,
        "0012",
        1.5,
    ]
    assert cells[1, 7].formula == "RC[-1]*2"


def test_styles_come_from_parents_rows_and_columns() -> None:
    found = only(
        '<Styles><Style ss:ID="Default"><Font ss:Size="12"/></Style><Style ss:ID="p"><Borders><Border/></Borders></Style>'
        '<Style ss:ID="c" ss:Parent="p"><Font ss:Bold="1" ss:Color="#FF0000"/><Alignment ss:Horizontal="Center"/></Style></Styles>'
        '<Worksheet ss:Name="a"><Table><Column ss:Index="2" ss:StyleID="p"/><Column ss:Hidden="1"/><Row><Cell ss:StyleID="c">'
        '<Data ss:Type="String">甲</Data></Cell><Cell/></Row></Table></Worksheet>'
    )
    first = found.cells[1, 1]
    assert (first.bold, first.red, first.centred, first.bordered, first.size) == (
        True,
        True,
        True,
        True,
        12.0,
    )
    assert found.cells[1, 2].bordered
    assert found.hidden_columns == {3}


def test_rows_that_stand_for_several_count_as_several() -> None:
    found = only(
        '<Worksheet ss:Name="a"><Table><Row ss:Span="2"/><Row><Cell><Data ss:Type="String">甲</Data></Cell></Row></Table></Worksheet>'
    )
    assert list(found.cells) == [(4, 1)]


def test_lists_on_other_sheets_and_behind_names_are_resolved() -> None:
    book = read_workbook(
        "a.xml",
        f'{HEAD}<Names><NamedRange ss:Name="户别" ss:RefersTo="=码!R1C1:R2C1"/></Names><Worksheet ss:Name="a"><Table/>'
        "<DataValidation><Range>R2C3:R9C3,C5</Range><Type>List</Type><Value>户别</Value></DataValidation>"
        "<DataValidation><Range>R2</Range><Type>List</Type><Value>码!R1C1:R2C1</Value></DataValidation></Worksheet>"
        '<Worksheet ss:Name="码"><Table><Row><Cell><Data ss:Type="String">城镇</Data></Cell></Row><Row><Cell>'
        '<Data ss:Type="String">农村</Data></Cell></Row></Table></Worksheet></Workbook>'.encode(),
    )
    rules = book.sheets[0].validations
    assert [rule.codes for rule in rules] == [("城镇", "农村")] * 2
    assert rules[0].areas == (Area(2, 3, 9, 3), Area(1, 5, 1_048_576, 5))
    assert area_of("SUM(R1C1)") is None


def test_a_template_with_the_loops_of_its_engine_is_read() -> None:
    found = only(
        '<Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">甲 & 乙</Data></Cell></Row><#list rows as r><Row><Cell><Data ss:Type="String">${r.x}</Data></Cell></Row></#list></Table></Worksheet>',
        "表.ftl",
    )
    assert [cell.text for cell in found.cells.values()] == ["甲 & 乙", "${r.x}"]


def test_a_declared_chinese_encoding_is_read() -> None:
    text = sheets_xml(ROSTER).decode().replace('version="1.0"', 'version="1.0" encoding="GB2312"')
    assert read_form("a.xls", text.encode("gb18030")).title == "甲县花名册"


def test_broken_and_boundless_files_are_refused() -> None:
    from qingzhuang.intake.readers.xml_sheets import read

    content = sheets_xml(ROSTER)
    evil = content.replace(b"<Workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><Workbook', 1)
    for given, limits, code in (
        (content[:-40], Limits(), "QZ-R005"),
        (evil, Limits(), "QZ-R005"),
        (content, Limits(cells=2), "QZ-R012"),
        (content, Limits(file_bytes=10), "QZ-R006"),
    ):
        with pytest.raises(ProblemError) as caught:
            read("a.xml", given, limits)
        assert caught.value.problem.code == code
