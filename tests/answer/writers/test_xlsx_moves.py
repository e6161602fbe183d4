"""When rows are put in, everything that names rows goes along; when none are, no other part is touched."""

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from qingzhuang.model.form import ItemType
from tests.answer.writers.making import (
    SHEET,
    book,
    changed,
    codes,
    column,
    filled,
    form,
    listing,
    part,
    values,
    with_new_part,
    with_part,
)

SHEET1 = "xl/worksheets/sheet1.xml"
COLUMNS = [column("A1", "姓名"), column("B1", "金额", ItemType.NUMBER)]
TABLE = listing(COLUMNS, 2, 2, total_rows=(3,))
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060"
    "000000050001a5f645400000000049454e44ae426082"
)


def _people(count: int) -> list[dict[str, Any]]:
    return [{"姓名": f"人{number}", "金额": number} for number in range(1, count + 1)]


def _rich(workbook: Any, sheet: Any) -> None:
    """A list of one row with everything around it that a spreadsheet can hang on rows."""
    sheet.write_row(0, 0, ["姓名", "金额", "走势"])
    sheet.write_blank(1, 1, None)
    sheet.write(2, 0, "合计")
    sheet.write_formula(2, 1, "=SUM(B2:B2)", None, 0)
    sheet.merge_range("A5:B5", "承诺")
    sheet.add_sparkline("C2", {"range": f"{SHEET}!A2:B2"})
    sheet.data_validation("B2", {"validate": "decimal", "criteria": ">", "value": 0})
    sheet.conditional_format("B2", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format(
        "A3:B3", {"type": "formula", "criteria": "=$B3>5", "format": workbook.add_format()}
    )
    sheet.write_comment("A3", "批注")
    sheet.write_url("A6", f"internal:{SHEET}!A3", string="见合计")
    sheet.autofilter("A1:B2")
    sheet.print_area("A1:C6")
    sheet.repeat_rows(0)
    sheet.set_h_pagebreaks([4])
    sheet.insert_image("A8", "p.png", {"image_data": io.BytesIO(PIXEL)})
    sheet.insert_textbox("A12", "说明", {"textlink": f"={SHEET}!$B$3"})
    chart = workbook.add_chart({"type": "column"})
    chart.add_series({"values": f"={SHEET}!$B$2:$B$2", "name": f"={SHEET}!$A$3"})
    sheet.insert_chart("E1", chart)
    other = workbook.add_worksheet("汇总")
    other.write_formula("A1", f"={SHEET}!B3*2", None, 0)
    other.write_formula("A2", "=SUM(名单)", None, 0)
    other.write_formula("A3", '="表!B3"', None, "表!B3")
    workbook.define_name("名单", f"={SHEET}!$B$2:$B$2")


@pytest.fixture(scope="module")
def before() -> bytes:
    return book(_rich)


@pytest.fixture(scope="module")
def after(before: bytes) -> bytes:
    return filled(before, TABLE, _people(4)).content


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (SHEET1, '<mergeCell ref="A8:B8"/>'),
        (SHEET1, "<f>SUM(B2:B5)</f><v>10</v>"),
        (SHEET1, 'sqref="B2:B5"><formula1>0</formula1>'),
        (SHEET1, '<conditionalFormatting sqref="B2:B5">'),
        (SHEET1, "<xm:sqref>B2:B5</xm:sqref>"),
        (SHEET1, '<conditionalFormatting sqref="A6:B6">'),
        (SHEET1, "<formula>$B6&gt;5</formula>"),
        (SHEET1, '<hyperlink ref="A9" location="表!A6"'),
        (SHEET1, '<autoFilter ref="A1:B5"/>'),
        (SHEET1, '<brk id="7"'),
        (SHEET1, "<xm:f>表!A5:B5</xm:f><xm:sqref>C5</xm:sqref>"),
        ("xl/workbook.xml", "表!$A$1:$C$9</definedName>"),
        ("xl/workbook.xml", "表!$1:$1</definedName>"),
        ("xl/workbook.xml", '"名单">表!$B$2:$B$5</definedName>'),
        ("xl/comments1.xml", '<comment ref="A6"'),
        ("xl/drawings/vmlDrawing1.vml", "<x:Row>5</x:Row>"),
        ("xl/drawings/drawing1.xml", "<xdr:row>10</xdr:row>"),
        ("xl/drawings/drawing1.xml", 'textlink="表!$B$6"'),
        ("xl/charts/chart1.xml", "<c:f>表!$B$2:$B$5</c:f>"),
        ("xl/charts/chart1.xml", "<c:f>表!$A$6</c:f>"),
        ("xl/worksheets/sheet2.xml", "<f>表!B6*2</f><v>20</v>"),
        ("xl/worksheets/sheet2.xml", "<f>SUM(名单)</f><v>10</v>"),
        ("xl/worksheets/sheet2.xml", '<f>"表!B3"</f>'),
    ],
)
def test_each_thing_that_names_rows_goes_along(after: bytes, name: str, words: str) -> None:
    assert words in part(after, name)


def test_all_else_of_the_package_stays_as_it_was(before: bytes, after: bytes) -> None:
    moved = {
        SHEET1,
        "xl/worksheets/sheet2.xml",
        "xl/workbook.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/drawings/drawing1.xml",
        "xl/charts/chart1.xml",
    }
    assert changed(before, after) == moved


def test_without_new_rows_only_the_sheets_with_answers_and_their_totals_change(before: bytes) -> None:
    result = filled(before, TABLE, _people(1)).content
    assert changed(before, result) == {SHEET1, "xl/worksheets/sheet2.xml"}
    old, new = part(before), part(result)
    assert old[old.index("</sheetData>") :] == new[new.index("</sheetData>") :]
    assert old[: old.index("<row")] == new[: new.index("<row")]


def test_the_chart_beside_the_list_keeps_its_size(before: bytes, after: bytes) -> None:
    def anchors(content: bytes) -> list[int]:
        drawing = part(content, "xl/drawings/drawing1.xml")
        return [int(row) for row in re.findall(r"<xdr:row>(\d+)</xdr:row>", drawing)]

    old, new = anchors(before), anchors(after)
    assert [high - low for low, high in zip(old[::2], old[1::2], strict=True)] == [
        high - low for low, high in zip(new[::2], new[1::2], strict=True)
    ]


@pytest.mark.filterwarnings("ignore")
def test_other_programs_find_the_package_sound(after: bytes) -> None:
    sheet = load_workbook(io.BytesIO(after))[SHEET]
    assert [area.coord for area in sheet.merged_cells.ranges] == ["A8:B8"]
    assert sheet.auto_filter.ref == "A1:B5"
    assert sheet["A6"].comment.text == "批注"


def test_tables_grow_with_their_rows() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.add_table("A1:B2", {"columns": [{"header": "姓名"}, {"header": "金额"}]})
        sheet.write("A3", "合计")

    result = filled(book(write), TABLE, _people(3)).content
    assert 'ref="A1:B4"' in part(result, "xl/tables/table1.xml")


def test_the_order_of_calculation_names_only_cells_with_formulas() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "金额", "两倍"])
        sheet.write_formula("C2", "=B2*2", None, 0)
        sheet.write_formula("B3", "=SUM(B2:B2)", None, 0)

    content = _with_chain(book(write), '<c r="C2" i="1"/><c r="B3"/>')
    result = filled(content, TABLE, _people(3)).content
    assert re.findall(r'<c r="(\w+)"', part(result, "xl/calcChain.xml")) == ["C2", "C3", "C4", "B5"]


def _with_chain(content: bytes, entries: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
    content = with_part(
        content,
        "xl/_rels/workbook.xml.rels",
        lambda text: text.replace(
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{kind}" Target="calcChain.xml"/></Relationships>',
        ),
    )
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    chain = f'<calcChain xmlns="{namespace}">{entries}</calcChain>'
    return with_new_part(content, "xl/calcChain.xml", chain.encode())


def test_shared_formulas_are_spelt_out_when_rows_move() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "金额", "两倍"])
        for row in (2, 3):
            sheet.write_formula(f"C{row}", "=X", None, 0)
        sheet.write("A4", "合计")

    def share(text: str) -> str:
        text = text.replace("<f>X</f>", '<f t="shared" ref="C2:C3" si="0">B2*2</f>', 1)
        return text.replace("<f>X</f>", '<f t="shared" si="0"/>', 1)

    content = with_part(book(write), SHEET1, share)
    result = filled(content, listing(COLUMNS, 2, 3, total_rows=(4,)), _people(4)).content
    assert [row[2] for row in values(result)[1:5]] == [2, 4, 6, 8]
    assert re.findall("<f[^>]*>([^<]*)</f>", part(result)) == ["B2*2", "B3*2", "B4*2", "B5*2"]
    untouched = filled(content, listing(COLUMNS, 2, 3, total_rows=(4,)), _people(2)).content
    assert '<f t="shared" si="0"/><v>4</v>' in part(untouched)


def test_white_space_between_rows_and_unknown_elements_are_kept() -> None:
    content = with_part(
        book(lambda _workbook, sheet: sheet.write_row(0, 0, ["姓名", "金额"])),
        SHEET1,
        lambda text: text.replace("</row>", "</row>\n  <!-- 行 -->\n").replace(
            "</sheetData>", '</sheetData><ext:own xmlns:ext="urn:x" r="A2">原样</ext:own>'
        ),
    )
    result = part(filled(content, listing(COLUMNS, 2, None), _people(1)).content)
    assert "</row>\n  <!-- 行 -->\n" in result or "<!-- 行 -->" in result
    assert '<ext:own xmlns:ext="urn:x" r="A2">原样</ext:own>' in result


def test_a_macro_workbook_keeps_its_macros() -> None:
    plain = book(lambda _workbook, sheet: sheet.write_row(0, 0, ["姓名", "金额"]))
    content = with_new_part(plain, "xl/vbaProject.bin", bytes(range(256)))
    result = filled(content, listing(COLUMNS, 2, None), _people(2)).content
    assert changed(content, result) == {SHEET1}


def test_several_sheets_are_filled_in_one_go() -> None:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "金额"])
        workbook.add_worksheet("二").write_row(0, 0, ["企业", "产值"])

    second = [replace(column("A1", "企业")), replace(column("B1", "产值"))]
    tables = form(listing(COLUMNS, 2, None), replace(listing(second, 2, None), sheet="二"))
    result = filled(book(write), tables, [*_people(1), {"企业": "厂", "产值": 5}])
    assert values(result.content)[1] == ["人1", 1]
    assert values(result.content, 1)[1] == ["厂", 5]


def test_a_formula_that_cannot_be_computed_loses_its_stale_value_and_asks_the_program_to_calculate() -> None:
    def write(_workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "金额"])
        sheet.write_formula("B3", '=SUM(INDIRECT("B2:B2"))', None, 7)
        sheet.write_formula("D9", "=TODAY()", None, 46350)

    content = with_part(book(write), "xl/workbook.xml", lambda text: re.sub(r"<calcPr[^>]*/>", "", text))
    result = filled(content, listing(COLUMNS, 2, 2), _people(1))
    assert codes(result) == ["QZ-F010"]
    assert '<f>SUM(INDIRECT("B2:B2"))</f></c>' in part(result.content)
    assert "<f>TODAY()</f><v>46350</v>" in part(result.content)
    assert '</sheets><calcPr fullCalcOnLoad="1"/>' in part(result.content, "xl/workbook.xml")
