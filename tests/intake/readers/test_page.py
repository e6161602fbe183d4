"""Tables of pages: spans, looks, charsets, several tables, and pages that are called .xls."""

import pytest

from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.model.form import TableKind
from qingzhuang.model.place import Area
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind, Sheet
from qingzhuang.ooxml.limits import Limits

ROSTER = (
    "<table border=1><tr><td colspan=4>丙县困难户花名册</td></tr>"
    "<tr><td rowspan=2>序号</td><td rowspan=2>户主</td><td colspan=2>收入（元）</td></tr>"
    "<tr><td>务工</td><td>务农</td></tr><tr><td>1</td><td></td><td></td><td></td></tr></table>"
)


def sheets(body: str, encoding: str = "utf-8", head: str = "") -> tuple[Sheet, ...]:
    return read_workbook(
        "表.html", f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding)
    ).sheets


def texts(sheet: Sheet) -> dict[str, str]:
    return {Area(*place, *place).a1: cell.text for place, cell in sheet.cells.items() if cell.text}


def test_spans_become_areas_and_the_form_is_read() -> None:
    form = read_form("花名册.xls", f"<html>{ROSTER}</html>".encode())
    (table,) = form.tables
    assert form.kind is FileKind.HTML
    assert form.title == "丙县困难户花名册"
    assert [item.key for item in table.columns] == ["序号", "户主", "收入（元）/务工", "收入（元）/务农"]
    assert table.header_rows == (2, 3)
    assert [problem.code for problem in form.problems] == ["QZ-R010"]


def test_a_span_over_rows_pushes_the_cells_below_it_aside() -> None:
    (sheet,) = sheets("<table><tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊<td>己</table>")
    assert texts(sheet) == {"A1": "甲", "C1": "乙", "C2": "丙", "A3": "丁", "B3": "戊", "C3": "己"}
    assert sheet.merges == (Area(1, 1, 2, 2),)


def test_a_span_never_reaches_below_the_table_and_nought_reaches_its_end() -> None:
    (sheet,) = sheets("<table><tr><td rowspan=0>甲<td rowspan=99>乙<tr><td>丙</table>")
    assert sheet.merges == (Area(1, 1, 2, 1), Area(1, 2, 2, 2))
    assert texts(sheet)["C2"] == "丙"


@pytest.mark.parametrize("named", ["gb2312", "GBK", "gb18030", "", "utf-8"])
def test_a_chinese_charset_is_read_whether_it_is_named_right_or_not(named: str) -> None:
    head = f'<meta http-equiv=Content-Type content="text/html; charset={named}">' if named else ""
    (sheet,) = sheets("<table><tr><td>㑇镇<td>喆村</table>", "gb18030", head)
    assert texts(sheet) == {"A1": "㑇镇", "B1": "喆村"}


def test_a_page_in_utf_8_that_says_gb2312_is_read_as_what_it_is() -> None:
    (sheet,) = sheets("<table><tr><td>户主<td>电话</table>", head='<meta charset="gb2312">')
    assert texts(sheet) == {"A1": "户主", "B1": "电话"}


def test_another_charset_is_read_as_it_says() -> None:
    (sheet,) = sheets("<table><tr><td>Straße<td>Größe</table>", "latin-1", '<meta charset="iso-8859-1">')
    assert texts(sheet) == {"A1": "Straße", "B1": "Größe"}


def test_looks_come_from_tags_attributes_classes_and_inline_styles() -> None:
    css = "<style><!-- .x1 {font-weight:700; border:.5pt solid; color:#FF0000} td {border:none} .none{border:none} --></style>"
    (sheet,) = sheets(
        "<table><tr><td class=x1>甲<td><b>乙</b><td align=center bgcolor=yellow>丙<td class=none style='font-size:16px'>丁"
        "<td><font color=red>戊</font></td></table>",
        head=css,
    )
    first, second, third, fourth, fifth = (sheet.cells[1, column] for column in range(1, 6))
    assert (first.bold, first.red, first.bordered) == (True, True, True)
    assert (second.bold, second.bordered) == (True, False)
    assert (third.centred, third.filled) == (True, True)
    assert (fourth.size, fourth.bordered) == (12.0, False)
    assert (fifth.red, fifth.text) == (True, "戊")


def test_an_empty_cell_with_a_border_is_a_cell() -> None:
    (sheet,) = sheets("<table border=1><tr><td>姓名<td><tr><td>电话<td></table>")
    assert sheet.cells[1, 2].bordered
    assert (
        read_form(
            "卡.html",
            b"<table border=1><tr><td>\xe5\xa7\x93\xe5\x90\x8d<td><td>\xe7\x94\xb5\xe8\xaf\x9d<td></table>",
        )
        .tables[0]
        .kind
        is TableKind.CARD
    )


def test_line_breaks_spaces_and_marks_of_an_engine_are_read_as_a_person_sees_them() -> None:
    (sheet,) = sheets(
        "<table><#list rows as r><tr><td>单&nbsp;&nbsp;位\n  名称<td>甲<br>乙<td><#if a??>${a}</#if></tr></#list></table>"
    )
    assert texts(sheet) == {"A1": "单  位 名称", "B1": "甲\n乙", "C1": "${a}"}


def test_several_tables_are_several_sheets_with_the_lines_before_them() -> None:
    two = sheets(
        f"<h1>甲乡统计</h1><p>填报单位：</p>{ROSTER}<p>第二张</p><table><tr><td>村<td>人口<tr><td><td></table><p>填表人：</p>"
    )
    assert [sheet.name for sheet in two] == ["表1", "表2"]
    assert [line.text for line in two[0].before] == ["甲乡统计", "填报单位："]
    assert [line.text for line in two[1].before] == ["第二张"]
    assert [line.text for line in two[1].after] == ["填表人："]


def test_a_table_of_one_text_is_a_line_and_a_frame_is_no_table() -> None:
    (sheet,) = sheets(
        f"<table><tr><td>表头标题</td></tr></table><table><tr><td>菜单</td><td>{ROSTER}</td></tr></table>"
    )
    assert [line.text for line in sheet.before] == ["表头标题", "菜单"]
    assert texts(sheet)["A2"] == "序号"


def test_selections_become_codes_and_boxes_to_tick_are_boxes() -> None:
    (sheet,) = sheets(
        "<table><tr><td>户别<td><select><option value=''>请选择<option>城镇<option>农村</select>"
        "<td><input type=checkbox checked>是<input type=checkbox>否</table>"
    )
    assert [rule.codes for rule in sheet.validations] == [("城镇", "农村")]
    assert texts(sheet) == {"A1": "户别", "C1": "☑是□否"}


def test_what_is_hidden_is_hidden() -> None:
    (sheet,) = sheets("<table><tr><td>姓名<td>电话<tr style='display:none'><td>暗<td>码</table>")
    assert sheet.hidden_rows == {2}


def test_a_page_in_a_mail_archive_is_read() -> None:
    body = f"<html>{ROSTER}</html>".encode("gb18030").hex(" ").upper().split()
    quoted = "".join(f"={each}" for each in body)
    mail = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n--b--\r\n'
    assert len(read_form("花名册.xls", mail.encode()).items) == 4


def test_a_sheet_keeps_the_name_that_excel_gave_it() -> None:
    (sheet,) = sheets(
        ROSTER, head="<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>花名册</x:Name></xml><![endif]-->"
    )
    assert sheet.name == "花名册"


def test_a_page_without_a_table_of_two_texts_is_told() -> None:
    with pytest.raises(ProblemError) as caught:
        sheets("<table><tr><td>只有一句</table>")
    assert caught.value.problem.code == "QZ-R051"


def test_a_page_beyond_the_limits_is_refused() -> None:
    from qingzhuang.intake.readers.page import read

    for limits, code in ((Limits(cells=3), "QZ-R012"), (Limits(file_bytes=10), "QZ-R006")):
        with pytest.raises(ProblemError) as caught:
            read("a.html", ROSTER.encode(), limits)
        assert caught.value.problem.code == code
