"""WordprocessingML 2003 and packages written out as one XML read like the .docx of the same content."""

import re

import pytest

from qingzhuang.intake.notices.read import read_notice
from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from tests.intake.forms import sheet
from tests.intake.readers.xml_2003 import flat, old_words, sheets_xml
from tests.intake.test_read import book
from tests.word_paper import document, p, tbl, tc, tr

BODY = p("困难户登记卡") + tbl(
    tr(tc("姓名", merge="restart"), tc("收入", span=2)),
    tr(tc(merge="continue"), "务工", "务农"),
    tr("", "", ""),
)


def test_a_document_of_word_2003_reads_like_a_new_one() -> None:
    found, new = read_workbook("卡.doc", old_words(BODY)), read_workbook("卡.docx", document(BODY))
    assert found.kind is FileKind.XML_WORDS
    assert [problem.code for problem in found.problems] == ["QZ-R010"]
    for before, after in zip(found.sheets, new.sheets, strict=True):
        assert {place: cell.text for place, cell in before.cells.items()} == {
            place: cell.text for place, cell in after.cells.items()
        }
        assert (before.merges, before.before) == (after.merges, after.before)
    assert found.sheets[0].cells[1, 1].bold


@pytest.mark.parametrize(
    ("name", "package"), [("卡.docx", document(BODY)), ("册.xlsx", book([["姓名", "电话"], ["", ""]]))]
)
def test_a_package_as_one_xml_reads_like_the_package(name: str, package: bytes) -> None:
    found, new = read_form("卡.xml", flat(package)), read_form(name, package)
    assert found.kind is FileKind.XML_PACKAGE
    assert found.tables == new.tables
    assert found.items


def test_such_documents_are_read_as_notices_too() -> None:
    for content in (old_words(p("关于报送的通知")), flat(document(p("关于报送的通知")))):
        assert read_notice("通知.doc", content).text.strip() == "关于报送的通知"
    assert "姓名" in read_notice("表.xls", sheets_xml(sheet([["姓名", "电话"]]))).text


def test_damaged_ones_are_refused_with_their_code() -> None:
    for content in (
        old_words(BODY)[:-30],
        re.sub(b"<pkg:binaryData>[^<]*", b"<pkg:binaryData>A", flat(document(BODY))),
        old_words("").replace(b"w:body", b"w:bdy"),
    ):
        with pytest.raises(ProblemError) as caught:
            read_workbook("a.xml", content)
        assert caught.value.problem.code == "QZ-R005"


def test_a_part_with_dots_in_its_name_is_left_out() -> None:
    evil = flat(document(BODY)).replace(b'pkg:name="/customXml/item1.xml"', b'pkg:name="/../../x"')
    assert read_form("a.xml", evil).items
