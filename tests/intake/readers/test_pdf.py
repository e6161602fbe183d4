"""Tables of PDF files: ruled ones with their merged cells, over pages, several on one, without lines, and what is not read."""

import io
import os
import subprocess
import zlib
from collections.abc import Sequence

import pytest
from pypdf import PdfReader, PdfWriter

from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.intake.readers import pdf_draw, pdf_marks
from qingzhuang.model.form import Form, TableKind
from qingzhuang.model.place import Area
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.sheet import FileKind
from tests.intake.readers.pdf_making import letters, line, pdf, table

XS = [50, 100, 200, 300, 400, 540]
HEAD = ["序号", "姓名", "家庭情况", None, "备注"]
UNDER = ["^", "^", "人口数", "补助金额", "^"]


def ys(rows: int, top: float = 100) -> list[float]:
    return [top + 20 * at for at in range(rows + 1)]


def visits(*rows: Sequence[str | None]) -> str:
    body: list[Sequence[str | None]] = [HEAD, UNDER, *rows]
    return (
        letters(200, 60, "独居老人走访登记表", 16)
        + letters(50, 90, "填报单位：")
        + letters(400, 90, "单位：元")
        + table(XS, ys(len(body)), body)
        + letters(290, 820, "- 1 -")
    )


BLANK: list[str | None] = ["", "", "", "", ""]


def keys(form: Form) -> list[str]:
    return [item.key for item in form.items]


def refused(content: bytes) -> Problem:
    with pytest.raises(ProblemError) as caught:
        read_form("表.pdf", content)
    return caught.value.problem


def test_a_ruled_table_is_read_with_its_title_its_units_and_its_notes() -> None:
    notes = letters(50, 220, "注：补助金额按实际发放数填写。")
    form = read_form("表.pdf", pdf(visits(["1", "", "", "", ""], BLANK, ["合计", None, "", "", ""]) + notes))
    assert (form.kind, form.title, form.problems) == (FileKind.PDF, "独居老人走访登记表", ())
    assert keys(form) == ["序号", "姓名", "家庭情况/人口数", "家庭情况/补助金额", "备注", "填报单位"]
    (found,) = form.tables
    assert (found.kind, found.header_rows, found.total_rows) == (TableKind.LIST, (3, 4), (7,))
    assert found.columns[3].unit == "元"
    assert form.notes == ("注：补助金额按实际发放数填写。",)


def test_every_item_points_at_its_page_and_its_cell() -> None:
    form = read_form("表.pdf", pdf(letters(60, 100, "各村（社区）："), visits(BLANK)))
    assert [str(item.place) for item in form.items][:4] == ["第2页!A3", "第2页!B3", "第2页!C4", "第2页!D4"]


def test_cells_without_a_line_between_them_are_one() -> None:
    (sheet,) = read_workbook("表.pdf", pdf(visits(BLANK))).sheets
    assert {Area(3, 1, 4, 1), Area(3, 2, 4, 2), Area(3, 3, 3, 4), Area(3, 5, 4, 5)} <= set(sheet.merges)


def test_a_table_over_pages_is_one_and_its_header_stands_once() -> None:
    first = visits(*[["1", "", "", "", ""]] * 5)
    second = table(XS, ys(5, 40), [HEAD, UNDER, BLANK, BLANK, BLANK]) + letters(
        50, 180, "填表说明：逐人填写，一人一行。"
    )
    form = read_form("表.pdf", pdf(first, second))
    (sheet,) = read_workbook("表.pdf", pdf(first, second)).sheets
    assert sheet.name == "第1-2页"
    assert [cell.text for cell in sheet.cells.values()].count("人口数") == 1
    assert max(row for row, _ in sheet.cells) == 2 + 2 + 8 + 1
    assert keys(form)[:3] == ["序号", "姓名", "家庭情况/人口数"]


def test_a_page_that_repeats_the_title_too_goes_on_with_the_table() -> None:
    form = read_form("表.pdf", pdf(visits(BLANK, BLANK), visits(BLANK), visits(BLANK)))
    assert len(form.tables) == 1
    assert form.tables[0].sheet == "第1-3页"


def test_another_table_on_the_next_page_is_another() -> None:
    other = letters(200, 40, "危房台账", 16) + table([50, 250, 540], ys(2, 60), [["户主", "住址"], ["", ""]])
    form = read_form("表.pdf", pdf(visits(BLANK), other))
    assert [table.sheet for table in form.tables] == ["第1页", "第2页"]


def test_several_tables_on_a_page_are_read_apart() -> None:
    lower = letters(50, 290, "二、帮扶情况") + table(
        [50, 200, 380, 540], ys(3, 300), [["帮扶人", "帮扶时间", "帮扶内容"], ["", "", ""], ["", "", ""]]
    )
    form = read_form("表.pdf", pdf(visits(BLANK, BLANK) + lower))
    assert [found.sheet for found in form.tables] == ["第1页表1", "第1页表2"]
    assert [item.key for item in form.tables[1].columns] == ["帮扶人", "帮扶时间", "帮扶内容"]


def test_a_card_is_read_as_a_card() -> None:
    card: list[Sequence[str | None]] = [
        ["姓名", "", "性别", ""],
        ["身份证号", "", None, None],
        ["家庭住址", "", None, None],
    ]
    form = read_form(
        "卡.pdf", pdf(letters(200, 60, "救助申请表", 16) + table([50, 120, 300, 380, 540], ys(3), card))
    )
    assert form.tables[0].kind is TableKind.CARD
    assert keys(form) == ["姓名", "性别", "身份证号", "家庭住址"]


def test_a_wrapped_label_is_one_word_and_a_broken_line_stays_broken() -> None:
    rows = [["姓名", "是否纳入防返贫\n监测对象范围"], ["甲\n乙", ""]]
    (sheet,) = read_workbook("表.pdf", pdf(table([50, 200, 274], [100, 140, 180], rows))).sheets
    assert sheet.cells[1, 2].text == "是否纳入防返贫监测对象范围"
    assert sheet.cells[2, 1].text == "甲\n乙"


def test_a_table_without_sides_has_its_outer_columns() -> None:
    drawn = "".join(line(50, y, 540, y) for y in (100, 120, 140)) + line(300, 100, 300, 140)
    words = letters(60, 115, "户主") + letters(320, 115, "人口数")
    form = read_form("表.pdf", pdf(drawn + words))
    assert keys(form) == ["户主", "人口数"]


def test_a_table_without_lines_is_read_by_alignment_and_doubted() -> None:
    rows = (("姓名", "住址", "电话"), ("甲", "柳湾村", "无"), ("乙", "东岭村", "无"))
    drawn = "".join(
        letters(x, 120 + 20 * at, text)
        for at, row in enumerate(rows)
        for x, text in zip((60, 200, 380), row, strict=True)
    )
    form = read_form("表.pdf", pdf(letters(200, 60, "走访名单", 16) + drawn))
    assert keys(form) == ["姓名", "住址", "电话"]
    assert [(each.code, each.severity) for each in form.problems] == [("QZ-F155", Severity.DOUBT)]


def test_a_table_too_wide_for_a_page_is_put_together_and_doubted() -> None:
    left = table([50, 200, 560], ys(3, 60), [["户主", "住址"], ["", ""], ["", ""]])
    right = table([50, 150, 250, 300], ys(3, 60), [["电话", "人口", "备注"], ["", "", ""], ["", "", ""]])
    form = read_form("表.pdf", pdf(left, right))
    assert keys(form) == ["户主", "住址", "电话", "人口", "备注"]
    assert [each.code for each in form.problems] == ["QZ-F158"]


def test_a_drawing_is_no_table() -> None:
    chart = table([60, 200, 300], ys(4, 400), [["", ""]] * 4)
    form = read_form("表.pdf", pdf(visits(BLANK) + chart))
    assert len(form.tables) == 1


def test_figures_in_a_chart_beside_a_table_are_no_second_table() -> None:
    """Gridlines and axes touch like the lines of a table; what stands between them are values of bars."""
    chart = table([60, 140, 220, 300], ys(3, 400), [["30", "", "44"], ["12", "21", ""], ["", "8", "15"]])
    form = read_form("表.pdf", pdf(visits(BLANK) + chart))
    assert len(form.tables) == 1


def test_rows_without_words_on_the_next_page_go_on_with_the_table() -> None:
    (whole,) = read_form("表.pdf", pdf(visits(BLANK))).tables
    more = table(XS, ys(3, 60), [["", "", "", "", ""]] * 3)
    (table_,) = read_form("表.pdf", pdf(visits(BLANK), more)).tables
    assert [item.key for item in table_.columns] == [item.key for item in whole.columns]


def test_a_page_laid_on_its_side_is_read_as_it_is_looked_at() -> None:
    reader = PdfReader(io.BytesIO(pdf(visits(BLANK))))
    writer = PdfWriter()
    page = writer.add_page(reader.pages[0]).rotate(90)
    page.transfer_rotation_to_content()
    page.rotate(270)
    out = io.BytesIO()
    writer.write(out)
    assert keys(read_form("表.pdf", out.getvalue()))[:2] == ["序号", "姓名"]


def test_a_scan_is_told_from_an_empty_form() -> None:
    picture = (
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
        "stream\n\x00\nendstream"
    )
    scan = pdf("q 500 0 0 700 40 40 cm /I Do Q", extra=[picture], page="/XObject<</I 6 0 R>>")
    assert refused(scan).code == "QZ-F151"
    assert [each.code for each in read_form("空.pdf", pdf("")).problems] == ["QZ-R009"]


def test_a_text_without_tables_is_no_form() -> None:
    form = read_form("通知.pdf", pdf(letters(60, 100, "请各村于本周五前报送走访情况。")))
    assert [each.code for each in form.problems] == ["QZ-R009"]


def test_without_the_extra_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_marks, "find_spec", lambda _name: None)
    problem = refused(pdf(visits(BLANK)))
    assert problem.code == "QZ-F150"
    assert "qingzhuang[pdf]" in problem.cure


def test_a_password_is_named_as_the_reason() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(visits(BLANK))))
    writer.encrypt("123456", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert refused(out.getvalue()).code == "QZ-R003"


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.4\n" + bytes(range(256)) * 40])
def test_a_broken_file_is_said_to_be_broken(content: bytes) -> None:
    assert refused(content).code == "QZ-F153"


def test_fonts_that_do_not_tell_their_letters_are_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    told = pdf_draw.drawn(pdf(visits(BLANK)))
    told["pages"][0]["chars"] = [[*each[:-1], 1] for each in told["pages"][0]["chars"]]
    monkeypatch.setattr(pdf_marks, "_told", lambda _file, _content: told)
    assert refused(b"%PDF").code == "QZ-F157"


def test_only_the_first_pages_of_a_very_long_file_are_read() -> None:
    form = read_form("长.pdf", pdf(visits(BLANK), *[""] * 70))
    (doubt,) = form.problems
    assert (doubt.code, doubt.severity) == ("QZ-F154", Severity.DOUBT)
    assert "71" in doubt.message


def test_drawings_within_drawings_end_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten drawings that each place the next ten times make ten thousand million of them."""
    monkeypatch.setattr(pdf_marks, "SECONDS", 1)
    extra = []
    for at in range(10):
        inner = ("/X Do " * 10 if at < 9 else "0 0 m 9 9 l S").encode()
        packed = zlib.compress(inner).decode("latin-1")
        extra.append(
            f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {7 + at} 0 R>>>>"
            f"/Filter/FlateDecode/Length {len(packed)}>>stream\n{packed}\nendstream"
        )
    bomb = pdf("/X Do", extra=extra, page="/XObject<</X 6 0 R>>")
    assert refused(bomb).code == "QZ-F152"


def test_more_letters_than_a_form_has_are_not_read() -> None:
    many = "BT /F 1 Tf " + ("<4e00>Tj " * 310_000) + "ET"
    assert refused(pdf(many)).code == "QZ-F152"


def test_who_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_args: object, **_how: object) -> None:
        raise subprocess.TimeoutExpired("pdf", 1)

    monkeypatch.setattr(subprocess, "run", never)
    assert refused(b"%PDF-1.4").code == "QZ-F152"


def test_the_program_that_draws_is_bounded_by_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name != "posix":
        pytest.skip("the system sets no bounds")
    import resource

    asked: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", lambda what, most: asked.update({what: most}))
    pdf_draw.bounded(7)
    assert asked[resource.RLIMIT_CPU][1] == 7
    assert asked[resource.RLIMIT_AS][1] == pdf_draw.MEMORY
