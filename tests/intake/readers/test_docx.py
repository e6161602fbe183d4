"""Reading Word documents: every table a sheet, every line beside it kept, broken files told by code."""

from pathlib import Path

import pytest

from qingzhuang.intake.readers.docx import read
from qingzhuang.model.place import Area
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Sheet
from tests.word_paper import document, p, package, r, tbl, tc, tr

BOX = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{on}"/></w14:checkbox></w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>'


def sheets(body: str) -> tuple[Sheet, ...]:
    return read("表.docx", document(body)).sheets


def texts(body: str) -> dict[str, str]:
    """Texts of the first table by A1 cell."""
    found = sheets(body)[0].cells.values()
    return {Area(cell.row, cell.column, cell.row, cell.column).a1: cell.text for cell in found}


def line(*content: str) -> str:
    """What is read of one paragraph."""
    return sheets(p(*content))[0].before[0].text


def test_merged_cells_become_areas_and_keep_their_places() -> None:
    body = tbl(
        tr(tc("姓名", merge="restart"), tc("收入", span=2)),
        tr(tc(merge="continue"), "务工", "务农"),
        tr("", "", ""),
    )
    assert sheets(body)[0].merges == (Area(1, 1, 2, 1), Area(1, 2, 1, 3))
    assert texts(body) == {
        "A1": "姓名",
        "B1": "收入",
        "B2": "务工",
        "C2": "务农",
        "A3": "",
        "B3": "",
        "C3": "",
    }


def test_a_row_that_starts_later_keeps_its_columns() -> None:
    assert texts(tbl(tr("甲", "乙"), tr("丙", properties='<w:gridBefore w:val="1"/>')))["B2"] == "丙"


def test_merges_of_old_documents_are_seen_too() -> None:
    cells = (tc("住址", properties='<w:hMerge w:val="restart"/>'), tc(properties="<w:hMerge/>"), "电话")
    found = sheets(tbl(tr(*cells)))[0]
    assert found.merges == (Area(1, 1, 1, 2),)
    assert found.cells[1, 3].text == "电话"


def test_a_continued_cell_without_a_beginning_is_a_cell_of_its_own() -> None:
    assert texts(tbl(tr(tc("甲", merge="continue"), "乙")))["A1"] == "甲"


def test_lines_go_with_the_table_that_follows_and_the_rest_with_the_last() -> None:
    found = sheets(p("标题") + p() + tbl(tr("甲")) + p("说明") + tbl(tr("乙")) + p("填表人："))
    assert [[(each.number, each.text) for each in sheet.before] for sheet in found] == [
        [(1, "标题"), (2, "")],
        [(3, "说明")],
    ]
    assert [each.text for each in found[1].after] == ["填表人："]
    assert [sheet.name for sheet in found] == ["表1", "表2"]


def test_a_nested_table_is_a_sheet_and_not_text_of_its_cell() -> None:
    outer, inner, last = sheets(tbl(tr(tc("家庭成员", tbl(tr("姓名", "称谓")), p()))) + tbl(tr("末")))
    assert outer.cells[1, 1].text == "家庭成员\n"
    assert (inner.name, inner.cells[1, 2].text) == ("表2", "称谓")
    assert last.name == "表3"


def test_content_controls_around_table_row_and_cell_hide_nothing() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    body = control(tbl(tr(control(tc("甲")), "乙"), control(tr("丙", "丁"))))
    assert texts(body) == {"A1": "甲", "B1": "乙", "A2": "丙", "B2": "丁"}


def test_a_document_without_tables_is_one_sheet_of_lines() -> None:
    (found,) = sheets(p("承诺书") + p("承诺人：______"))
    assert (found.name, dict(found.cells)) == ("正文", {})
    assert [each.text for each in found.before] == ["承诺书", "承诺人：______"]


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (r("填报单位：") + r("      ", '<w:u w:val="single"/>'), "填报单位：      "),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>", "甲\t乙\n丙"),
        ("<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新"),
        ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"),
        (r("看不见", "<w:vanish/>") + r("看得见"), "看得见"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>男</w:t></w:r>', "□男"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>女</w:t></w:r>', "☑女"),
        (r("\uf0fe") + r("是"), "☑是"),
        (r("o", '<w:rFonts w:ascii="Wingdings"/>') + r("on"), "□on"),
        (BOX.format(on=1, shown=r("☒")) + r("低保"), "☑低保"),
        (BOX.format(on=0, shown=r("☐")) + r("五保"), "☐五保"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>', "☐"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>', "☑"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("单击此处输入") + "</w:sdtContent></w:sdt>", ""),
    ],
)  # fmt: skip
def test_a_line_is_read_as_a_person_sees_it(content: str, seen: str) -> None:
    assert line(content) == seen


def test_looks_come_from_run_style_and_cell() -> None:
    shaded = tc("籍贯", properties='<w:shd w:val="clear" w:fill="D9D9D9"/>')
    red = tc(p(r("手机", '<w:color w:val="FF0000"/><w:sz w:val="28"/>')))
    head = tc(p("姓名", properties='<w:pStyle w:val="head"/>'))
    found = sheets(tbl(tr(head, red, shaded, "")))[0].cells
    assert [(c.bold, c.red, c.filled, c.centred, c.size) for _place, c in sorted(found.items())] == [
        (True, False, False, True, 10.5),
        (False, True, False, False, 14.0),
        (False, False, True, False, 10.5),
        (False, False, False, False, 10.5),
    ]
    assert all(cell.bordered for cell in found.values())


def test_the_words_of_a_drop_down_are_a_code_list() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="请选择"/>'
        '<w:listItem w:displayText="已婚" w:value="1"/><w:listItem w:value="未婚"/></w:dropDownList></w:sdtPr>'
        f"<w:sdtContent>{r('选择一项')}</w:sdtContent></w:sdt>"
    )
    (found,) = sheets(tbl(tr("婚姻", tc(p(control)))))[0].validations
    assert (found.areas, found.kind, found.codes) == ((Area(1, 2, 1, 2),), "list", ("已婚", "未婚"))


def test_text_boxes_are_left_and_told() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('装订线')}</w:txbxContent></w:pict></w:r>"
    book = read("表.docx", document(p("标题", box) + tbl(tr("甲"))))
    assert book.sheets[0].before[0].text == "标题"
    assert [(each.code, "装订线" in each.message) for each in book.problems] == [("QZ-R033", True)]


def test_the_strict_kind_of_document_is_read_alike() -> None:
    content = document(tbl(tr("姓名")), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read("表.docx", content).sheets[0].cells[1, 1].text == "姓名"


def broken(text: str) -> bytes:
    return package({"word/document.xml": text})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\3\4 cut off", "QZ-R004"),
        (package({"word/styles.xml": "<a/>"}), "QZ-R005"),
        (broken("<w:document"), "QZ-R005"),
        (broken("<a/>"), "QZ-R005"),
        (broken('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "QZ-R005"),
        (document("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), "QZ-R005"),
        (document(tbl(tr(tc(properties='<w:gridSpan w:val="99999999999"/>')))), None),
    ],
    ids=["cut", "no part", "not xml", "no body", "entity", "deep", "wide"],
)
def test_what_cannot_be_read_is_told_by_code(content: bytes, code: str | None) -> None:
    if code is None:
        assert read("坏.docx", content).sheets
        return
    with pytest.raises(ProblemError) as caught:
        read("坏.docx", content)
    assert caught.value.problem.code == code
    assert caught.value.problem.where == "坏.docx"


@pytest.mark.corpus
def test_every_document_of_the_corpus_is_read_the_same_twice(corpus: Path) -> None:
    files = sorted((corpus / "forms").rglob("*.docx"))
    assert files
    for file in files:
        content = file.read_bytes()
        assert read(file.name, content) == read(file.name, content)
