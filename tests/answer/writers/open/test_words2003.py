"""WordprocessingML 2003 and packages written out as one XML come back as what they were."""

import base64
import io
import zipfile

from qingzhuang.answer.fill import fill
from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.model.answers import Answers
from qingzhuang.model.sheet import FileKind
from tests.word_paper import document, p, tbl, tr

OLD = "http://schemas.microsoft.com/office/word/2003/wordml"


def old_cell(text: str) -> str:
    return (
        f"<w:tc><w:tcPr/><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:tc>"
        if text
        else ("<w:tc><w:tcPr/><w:p/></w:tc>")
    )


def old_document(*rows: tuple[str, ...]) -> bytes:
    lines = "".join(f"<w:tr>{''.join(map(old_cell, cells))}</w:tr>" for cells in rows)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
        f'<w:wordDocument xmlns:w="{OLD}" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint">'
        f"<w:body><wx:sect><w:p><w:r><w:t>登记表</w:t></w:r></w:p><w:tbl>{lines}</w:tbl></wx:sect></w:body>"
        "</w:wordDocument>"
    ).encode()


def test_a_document_of_2003_is_filled_in_its_own_names() -> None:
    content = old_document(("姓名", "", "性别", ""), ("住址", "", "联系电话", ""))
    form = read_form("表.xml", content)
    assert form.kind is FileKind.XML_WORDS
    made = fill("表.xml", content, form, Answers((), {"姓名": "甲", "联系电话": "01012345678"}))
    text = made.content.decode()
    assert "openxmlformats" not in text
    assert "mso-application" in text
    assert "<wx:sect>" in text
    (sheet,) = read_workbook("表.xml", made.content).sheets
    assert (sheet.cells[1, 2].text, sheet.cells[2, 4].text) == ("甲", "01012345678")


def test_rows_of_a_list_are_put_in_in_the_old_names_too() -> None:
    content = old_document(("序号", "姓名", "联系电话", "住址"), ("", "", "", ""), ("", "", "", ""))
    form = read_form("表.xml", content)
    made = fill("表.xml", content, form, Answers(tuple({"姓名": name} for name in "甲乙丙丁")))
    (sheet,) = read_workbook("表.xml", made.content).sheets
    assert [sheet.cells[row, 2].text for row in range(2, 6)] == ["甲", "乙", "丙", "丁"]
    assert "openxmlformats" not in made.content.decode()


def flat(package: bytes) -> bytes:
    parts = []
    with zipfile.ZipFile(io.BytesIO(package)) as box:
        for name in box.namelist():
            content = box.read(name)
            if name == "[Content_Types].xml":
                continue
            if name.endswith((".xml", ".rels")):
                inside = (
                    content.decode().partition("?>")[2] if content.startswith(b"<?xml") else content.decode()
                )
                body = f"<pkg:xmlData>{inside}</pkg:xmlData>"
            else:
                body = f"<pkg:binaryData>{base64.b64encode(content).decode()}</pkg:binaryData>"
            kind = (
                "application/vnd.openxmlformats-package.relationships+xml"
                if name.endswith(".rels")
                else ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
            )
            parts.append(f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}">{body}</pkg:part>')
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
        '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        + "".join(parts)
        + "</pkg:package>"
    ).encode()


def test_a_package_written_out_as_one_xml_comes_back_as_one_xml() -> None:
    content = flat(document(p("登记表") + tbl(tr("姓名", ""), tr("住址", ""))))
    form = read_form("表.xml", content)
    assert form.kind is FileKind.XML_PACKAGE
    made = fill("表.xml", content, form, Answers((), {"姓名": "甲", "住址": "柳湾村"}))
    assert made.content.startswith(b"<?xml")
    assert not made.problems
    (sheet,) = read_workbook("表.xml", made.content).sheets
    assert (sheet.cells[1, 2].text, sheet.cells[2, 2].text) == ("甲", "柳湾村")
