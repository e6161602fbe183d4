"""Scanning a worksheet part gives the cells that reading it element by element gives, or leaves the part to that."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.intake.readers.xlsx_cells import Cells, cells_of
from qingzhuang.intake.readers.xlsx_contents import Contents
from qingzhuang.intake.readers.xlsx_scan import is_plain, scan
from qingzhuang.intake.readers.xlsx_styles import Styles, read_styles
from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.package import open_package, parse_xml
from qingzhuang.ooxml.strings import shared_strings
from qingzhuang.ooxml.workbook import read_map

STRINGS = ("姓名", "住址", "")
STYLES = b"""<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy-mm-dd"/></numFmts>
<fonts><font><sz val="11"/></font><font><b/><sz val="16"/></font></fonts><fills><fill/></fills>
<borders><border/><border><left style="thin"/></border></borders>
<cellXfs><xf/><xf fontId="1" borderId="1"/><xf numFmtId="170"/></cellXfs></styleSheet>"""
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def part(rows: str, head: str = HEAD) -> bytes:
    return f'{head}<sheetData>{rows}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>'.encode()


def styles() -> Styles:
    return Styles(parse_xml(STYLES, "a.xlsx", "styles"))


def read(content: bytes, *, blanks: bool = True, scanning: bool) -> Cells | str | None:
    """The cells, the code of the problem, None where scanning leaves the part alone."""
    contents = Contents(STRINGS, date1904=False)
    try:
        if not scanning:
            root = parse_xml(content, "a.xlsx", "sheet1")
            return cells_of(root, contents, styles(), ("a.xlsx", "表"), blanks=blanks)
        found = scan(content, contents, styles(), blanks=blanks)
        return found[0] if found and is_plain(parse_xml(found[1], "a.xlsx", "sheet1")) else None
    except ProblemError as error:
        return error.problem.code


PLAIN = {
    "strings": '<row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>7</v></c></row>',
    "blank cells": '<row r="1"><c r="A1"/><c r="B1" s="1"/><c r="C1" s="1"></c><c r="D1" s="9"/></row>',
    "numbers": '<row r="2"><c r="A2"><v>3</v></c><c r="B2" s="2"><v>45292.5</v></c><c r="C2" t="n"><v>2.50</v></c></row>',
    "other kinds": '<row><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="str"><v>甲_x000D_</v></c></row>',
    "written in place": '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲 &amp;amp; &lt;乙 </t></is></c></row>',
    "formulas": '<row r="1"><c r="A1"><f>B1&gt;&quot;1&quot;</f><v>0</v></c><c r="B1"><f aca="false">SUM(C1)</f><v></v></c></row>',
    "shared formulas": '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+1</f><v>2</v></c></row>'
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>4</v></c><c r="B3"><f t="shared" si="5"/></c></row>',
    "rows without cells": '<row r="1" ht="20" hidden="1"/>\n<row r="2">\n</row>\n<row r="3"><c r="A3"><v>1</v></c></row>',
    "a cell in another row": '<row r="1"><c r="C9"><v>1</v></c><c r="C9" s="1"/><c r="C9"/></row>',
    "numbered letters": '<row r="1"><c r="A1" t="str"><v>&#65;&#x59D3;&#13;&amp;#65;</v></c></row>',
    "nothing": "",
}
UNUSUAL = {
    "places left out": '<row r="1"><c><v>1</v></c></row>',
    "rich text": '<row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c></row>',
    "a comment": '<row r="1"><!-- <c r="A1"><v>1</v></c> --></row>',
    "raw data": '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>',
    "an instruction": '<row r="1"><?x y?><c r="A1"><v>1</v></c></row>',
    "other attributes": '<row r="1"><c r="A1" cm="1"><v>1</v></c></row>',
    "an extension": '<row r="1"><c r="A1"><v>1</v><extLst/></c></row>',
    "lines of old machines": '<row r="1"><c r="A1" t="str"><v>1\r\n2</v></c></row>',
    "cells outside rows": '<c r="A1"><v>1</v></c><row r="2"><c r="A2"><v>1</v></c></row>',
    "two bodies": '<row r="1"><c r="A1"><v>1</v></c></row></sheetData><sheetData><row r="2"><c r="A2"><v>2</v></c></row>',
    "another element": '<row r="1"><c r="A1"><v>1</v></c><d/></row>',
    "other quotes": "<row r='1'><c r='A1'><v>1</v></c></row>",
    "a far row": '<row r="1"><c r="A99999999"><v>1</v></c></row>',
}
BROKEN = {
    "a cell left open": '<row r="1"><c r="A1"><v>1</v></row>',
    "a row left open": '<row r="1"><c r="A1"><v>1</v></c>',
    "closed twice": '<row r="1"><c r="A1"><v>1</v></c></c></row>',
    "crossed": '<row r="1"><c r="A1"><v>1</c></v></row>',
    "a cell inside an attribute": '<row r="1" x=\'<c r="A1"/>\'></row>',
    "an attribute twice": '<row r="1" r="2"><c r="A1"><v>1</v></c></row>',
    "a namespace that is not there": '<row r="1" x:y="2"><c r="A1"><v>1</v></c></row>',
    "a bare ampersand": '<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>',
    "an entity of its own": '<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>',
    "the number of no letter": '<row r="1"><c r="A1" t="str"><v>&#1;</v></c></row>',
    "a number beyond all letters": '<row r="1"><c r="A1" t="str"><v>&#x110000;</v></c></row>',
    "the end of raw data": '<row r="1"><c r="A1" t="str"><v>]]></v></c></row>',
    "a control": '<row r="1"><c r="A1" t="str"><v>\x01</v></c></row>',
    "a nought": '<row r="1">\x00</row>',
    "no letter": '<row r="1"><c r="A1" t="str"><v>\ufffe</v></c></row>',
    "a row without quotes": "<row r=1></row>",
}


@pytest.mark.parametrize("blanks", [True, False], ids=["with blank cells", "without"])
@pytest.mark.parametrize("rows", PLAIN.values(), ids=PLAIN)
def test_plain_parts_are_scanned_and_give_the_same_cells_in_the_same_order(
    rows: str, *, blanks: bool
) -> None:
    found, expected = (read(part(rows), blanks=blanks, scanning=each) for each in (True, False))
    assert isinstance(found, dict)
    assert isinstance(expected, dict)
    assert list(found.items()) == list(expected.items())


@pytest.mark.parametrize("rows", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_unusual_is_left_to_the_parser(rows: str) -> None:
    assert read(part(rows), scanning=True) is None
    assert isinstance(read(part(rows), scanning=False), dict)


@pytest.mark.parametrize("rows", BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_never_taken_for_whole(rows: str) -> None:
    assert read(part(rows), scanning=True) in (None, "QZ-R005")
    assert read(part(rows), scanning=False) == "QZ-R005"


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("<worksheet xmlns=", '<x:worksheet xmlns:x="u" xmlns='),
        f"<!DOCTYPE worksheet>{HEAD}",
        f'<?xml version="1.0" encoding="GBK"?>{HEAD}',
        f"\ufeff{HEAD}",
        f"{HEAD}<!-- <sheetData> -->",
        f"{HEAD}<a><sheetData/></a>",
    ],
    ids=[
        "a prefix",
        "a document type",
        "another encoding",
        "a byte order mark",
        "a comment",
        "a body elsewhere",
    ],
)
def test_around_the_cells_nothing_unusual_is_scanned_either(head: str) -> None:
    content = part(PLAIN["numbers"], head).replace(
        b"</worksheet>", b"</x:worksheet>" if "<x:" in head else b"</worksheet>"
    )
    found, expected = (read(content, scanning=each) for each in (True, False))
    assert found in (None, expected)


WHOLE = "".join(PLAIN.values())
PIECES = ("<", ">", "/", '"', "&", "&lt;", "&#65;", "&#0;", "<c", "</c>", "<v>", "</v>", "<row>", "</row>", "<f>", "</f>", '<c r="B2"/>', "\0", "<!--", "-->",
          "]]>", " t=\"s\"", " s=\"1\"", "<is><t>", "</t></is>", "甲", "\r", "1")  # fmt: skip


@given(st.data())
def test_whatever_is_cut_out_or_put_in_both_ways_agree(data: st.DataObject) -> None:
    rows = WHOLE
    for _ in range(data.draw(st.integers(1, 3))):
        begin = data.draw(st.integers(0, len(rows)))
        end = min(len(rows), begin + data.draw(st.integers(0, 30)))
        rows = rows[:begin] + data.draw(st.sampled_from(("", *PIECES))) + rows[end:]
    found, expected = (read(part(rows), scanning=each) for each in (True, False))
    assert found is None or found == expected


def _agree(file: str, content: bytes) -> int:
    """How many sheets of a package were scanned; each must give what the parser gives."""
    package = open_package(file, content)
    workbook = read_map(package)
    strings, looks = shared_strings(package, workbook), read_styles(package, workbook)
    scanned = 0
    for sheet in workbook.sheets:
        content = package.part(sheet.part)
        found = scan(content, Contents(strings, workbook.date1904), looks, blanks=True)
        root = parse_xml(content, file, sheet.part)
        expected = cells_of(
            root, Contents(strings, workbook.date1904), looks, (file, sheet.name), blanks=True
        )
        if found is not None:
            assert list(found[0].items()) == list(expected.items()), f"{file} {sheet.name}"
            scanned += 1
    return scanned


def test_what_xlsxwriter_and_openpyxl_write_is_scanned() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("表")
        sheet.write_row("A1", ["姓名", 3, 2.5, True], book.add_format({"border": 1}))
        sheet.write_datetime("A2", date(2026, 10, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_formula("B2", '=IF(C1>1,"多","少")', None, "多")
    assert _agree("a.xlsx", file.getvalue()) == 1
    made = openpyxl.Workbook()
    made.worksheets[0].append(["姓名", 3, None, "=SUM(A1)", date(2026, 1, 1)])
    file = io.BytesIO()
    made.save(file)
    assert _agree("b.xlsx", file.getvalue()) == 1


def test_a_long_sheet_is_scanned_piece_by_piece() -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}" s="1"/></row>' for row in range(1, 5000)
    )
    found = read(part(rows), scanning=True)
    assert found == read(part(rows), scanning=False)


def test_real_sheets_are_scanned_and_agree(corpus: Path) -> None:
    scanned = 0
    for path in sorted((corpus / "forms").rglob("*.xlsx")):
        scanned += _agree(path.name, path.read_bytes())
    assert scanned > 100
