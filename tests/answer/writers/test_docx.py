"""Filling Word documents: answers where they belong, in the looks of what stood there, all else untouched."""

import io
import zipfile

import pytest

from qingzhuang.answer.fill import fill
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Entry, ItemType
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Scalar
from tests.answer.writers.word_making import card, cell, filled, grid, has, item, line, run_with
from tests.word_paper import MAIN, document, p, r, tbl, tc, tr


def test_only_the_body_changes_and_every_other_part_stays_byte_for_byte_in_its_order() -> None:
    before = document(tbl(tr("姓名", "")))
    after = fill("表.docx", before, card(item("姓名", "B1")), Answers(cards={"姓名": "林小满"})).content
    one, other = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    assert one.namelist() == other.namelist()
    changed = [name for name in one.namelist() if one.read(name) != other.read(name)]
    assert changed == ["word/document.xml"]


def test_the_strict_kind_of_document_stays_strict() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    before = document(tbl(tr("姓名", "")), namespace=strict)
    after = fill("表.docx", before, card(item("姓名", "B1")), Answers(cards={"姓名": "林小满"}))
    assert cell(after, 1, 2) == "林小满"
    text = zipfile.ZipFile(io.BytesIO(after.content)).read("word/document.xml").decode()
    assert strict in text
    assert MAIN not in text


def test_without_answers_the_file_comes_back_as_it_was() -> None:
    before = document(tbl(tr("姓名", "")))
    after = fill("表.docx", before, card(item("姓名", "B1")), Answers())
    assert (after.content, after.written) == (before, ())


def test_a_blank_cell_takes_the_looks_of_its_own_blank_run() -> None:
    blank = tc(p(r("   ", '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="28"/>')))
    result = filled(tbl(tr("姓名", blank)), card(item("姓名", "B1")), cards={"姓名": "林小满"})
    assert cell(result, 1, 2) == "林小满"
    assert has(run_with(result, "林小满"), "sz")


def test_a_cell_without_runs_takes_the_looks_of_its_paragraph_mark() -> None:
    marked = tc(p(properties='<w:jc w:val="center"/><w:rPr><w:sz w:val="24"/></w:rPr>'))
    result = filled(tbl(tr("姓名", marked)), card(item("姓名", "B1")), cards={"姓名": "林小满"})
    assert has(run_with(result, "林小满"), "sz")


def test_else_it_takes_the_font_of_the_label_beside_it_but_not_its_bold() -> None:
    label = tc(p(r("姓名", '<w:rFonts w:eastAsia="黑体"/><w:b/>')))
    result = filled(tbl(tr(label, "<w:tc/>")), card(item("姓名", "B1")), cards={"姓名": "林小满"})
    run = run_with(result, "林小满")
    assert (has(run, "rFonts"), has(run, "b")) == (True, False)


def test_an_answer_of_several_lines_breaks_within_its_cell() -> None:
    result = filled(tbl(tr("简历", "")), card(item("简历", "B1")), cards={"简历": "2001年入学\n2005年务工"})
    assert cell(result, 1, 2) == "2001年入学\n2005年务工"


def test_letters_that_a_document_cannot_hold_are_left_out() -> None:
    result = filled(tbl(tr("备注", "")), card(item("备注", "B1")), cards={"备注": "甲\x00\x0b乙"})
    assert cell(result, 1, 2) == "甲乙"


@pytest.mark.parametrize(
    ("printed", "value", "seen"),
    [
        ("    年  月  日", "2026-11-03", "2026年11月3日"),
        ("    年  月", "2026-11", "2026年11月"),
        ("______亩", 3.5, "3.5亩"),
        ("{{name}}", "林小满", "林小满"),
        ("", True, "是"),
        ("", "2026-11-03", "2026-11-03"),
    ],
)
def test_an_answer_keeps_what_is_printed_around_the_blanks(printed: str, value: Scalar, seen: str) -> None:
    result = filled(
        tbl(tr("某项", printed)), card(item("某项", "B1", type=ItemType.DATE)), cards={"某项": value}
    )
    assert cell(result, 1, 2) == seen


def test_a_line_takes_its_answer_behind_the_colon_and_keeps_it_underlined() -> None:
    body = p(r("填报单位：", "<w:b/>"), r("          ", '<w:u w:val="single"/>'), r("填报时间：  年  月  日"))
    inputs = (
        item("填报单位", "正文!A1", entry=Entry.INLINE),
        item("填报时间", "正文!A1", entry=Entry.INLINE, type=ItemType.DATE),
    )
    result = filled(body, card(*inputs), cards={"填报单位": "青禾镇", "填报时间": "2026-11-03"})
    assert line(result, 1).replace(" ", "") == "填报单位：青禾镇填报时间：2026年11月3日"
    run = run_with(result, "青禾镇")
    assert (has(run, "u"), has(run, "b")) == (True, False)


def test_several_labels_of_one_cell_each_take_their_answer() -> None:
    body = tbl(tr(tc(p("联系人：____"), p("电话：____"))))
    inputs = (item("联系人", "A1", entry=Entry.INLINE), item("电话", "A1", entry=Entry.INLINE))
    result = filled(body, card(*inputs), cards={"联系人": "林小满", "电话": "13900000001"})
    assert cell(result, 1, 1) == "联系人：林小满\n电话：13900000001"


def test_a_label_that_ends_a_longer_one_is_not_mistaken_for_it() -> None:
    body = tbl(tr(tc(p("副理事长：____"), p("理事长：____"))))
    result = filled(body, card(item("理事长", "A1", entry=Entry.INLINE)), cards={"理事长": "林小满"})
    assert cell(result, 1, 1) == "副理事长：____\n理事长：林小满"


def test_the_second_of_a_name_may_be_the_only_one_of_its_cell() -> None:
    body = tbl(tr("初审：负责人：____", "终审：负责人：____"))
    inputs = (item("负责人", "A1", entry=Entry.INLINE), item("负责人#2", "B1", entry=Entry.INLINE))
    result = filled(body, card(*inputs), cards={"负责人": "林一", "负责人#2": "林二"})
    assert grid(result) == [["初审：负责人：林一", "终审：负责人：林二"]]


def test_printed_brackets_stay_around_an_answer() -> None:
    body = tbl(tr("户籍人口：[     ]万人"))
    result = filled(body, card(item("户籍人口", "A1", entry=Entry.INLINE)), cards={"户籍人口": 1.2})
    assert cell(result, 1, 1) == "户籍人口：[1.2]万人"


def test_a_name_before_the_blanks_of_a_date_leaves_room_for_the_year() -> None:
    body = tbl(tr("负责人签字：            年  月  日"))
    result = filled(body, card(item("负责人签字", "A1", entry=Entry.INLINE)), cards={"负责人签字": "林小满"})
    assert cell(result, 1, 1) == "负责人签字：林小满      年  月  日"


def test_an_answer_for_the_whole_cell_leaves_the_labels_in_it() -> None:
    body = tbl(tr("理事会", tc("理事长：____", "")))
    inputs = (item("理事会", "B1"), item("理事会/理事长", "B1", entry=Entry.INLINE))
    result = filled(body, card(*inputs), cards={"理事会": "五人", "理事会/理事长": "林小满"})
    assert cell(result, 1, 2) == "理事长：林小满\n五人"


CONTROL = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612"/></w14:checkbox>'
    "</w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'
    '</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SYMBOL = '<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>'


@pytest.mark.parametrize(
    "box", ["□", CONTROL, FIELD, SYMBOL, r("o", '<w:rFonts w:ascii="Wingdings"/>'), r("\uf0a8")],
    ids=["letter", "control", "form field", "symbol", "symbol font", "private letter"],
)  # fmt: skip
def test_every_kind_of_box_is_ticked_and_the_others_stay_clear(box: str) -> None:
    choice = item("性别", "B1", entry=Entry.CHOICE, codes=("男", "女"))
    body = tbl(tr("性别", tc(p(box, "男 ", box, "女"))))
    result = filled(body, card(choice), cards={"性别": "女"})
    assert result.problems == ()
    seen = cell(result, 1, 2)
    assert seen.replace("☐", "□") == "□男 ☑女"
    again = fill("表.docx", result.content, card(choice), Answers(cards={"性别": "男"}))
    assert cell(again, 1, 2).replace("☐", "□") == "☑男 □女"


def test_a_choice_that_is_not_offered_is_told() -> None:
    choice = item("性别", "B1", entry=Entry.CHOICE, codes=("男", "女"))
    result = filled(tbl(tr("性别", "□男 □女")), card(choice), cards={"性别": "未说明"})
    assert [each.code for each in result.problems] == ["QZ-F007"]
    assert result.written == ()


def test_split_boxes_take_one_letter_each_and_too_long_an_answer_is_told() -> None:
    boxes = tuple(Place("表1", 1, column) for column in range(2, 20))
    split = item("身份证号", "B1", entry=Entry.BOXES, boxes=boxes)
    body = tbl(tr("身份证号", *[""] * 18))
    result = filled(body, card(split), cards={"身份证号": "99010119900101001X"})
    assert "".join(grid(result)[0][1:]) == "99010119900101001X"
    assert [each.code for each in filled(body, card(split), cards={"身份证号": "1" * 19}).problems] == [
        "QZ-F008"
    ]


def test_the_prompt_of_a_content_control_makes_way() -> None:
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>"
        + r("单击此处", '<w:rStyle w:val="PlaceholderText"/>')
        + "</w:sdtContent></w:sdt>"
    )
    result = filled(tbl(tr("姓名", tc(p(control)))), card(item("姓名", "B1")), cards={"姓名": "林小满"})
    assert cell(result, 1, 2) == "林小满"
    assert b"showingPlcHdr" not in zipfile.ZipFile(io.BytesIO(result.content)).read("word/document.xml")


SIGNED = "申请人签字：        年  月  日"


@pytest.mark.parametrize("above", [("", ""), ()], ids=["blank lines", "no blank line"])
def test_a_printed_line_for_the_signature_stays_below_the_answer(above: tuple[str, ...]) -> None:
    body = tbl(tr("申请理由", tc(*(p(each) for each in above), SIGNED)))
    result = filled(body, card(item("申请理由", "B1")), cards={"申请理由": "因病住院\n支出较大"})
    assert cell(result, 1, 2).split("\n")[:2] == ["因病住院", "支出较大"]
    assert cell(result, 1, 2).endswith(f"\n{SIGNED}")


def test_an_example_of_several_paragraphs_makes_way_as_a_whole() -> None:
    body = tbl(tr("简历", tc("某某", "（50岁）")))
    result = filled(body, card(item("简历", "B1")), cards={"简历": "林小满"})
    assert cell(result, 1, 2) == "林小满"


def test_a_line_keeps_its_length_and_what_follows_its_distance() -> None:
    body = p(r("填报单位："), r("          ", '<w:u w:val="single"/>'), r("    联系人：____"))
    result = filled(body, card(item("填报单位", "正文!A1", entry=Entry.INLINE)), cards={"填报单位": "青禾镇"})
    assert line(result, 1) == "填报单位：青禾镇        联系人：____"


def test_an_answer_stands_behind_its_label_when_lines_follow_in_the_same_run() -> None:
    run = "<w:r><w:t>处理意见：</w:t><w:br/><w:br/><w:t>负责人：</w:t></w:r>"
    form = card(
        item("处理意见", "A1", entry=Entry.INLINE),
        item("负责人", "A1", entry=Entry.INLINE),
    )
    result = filled(tbl(tr(tc(p(run)))), form, cards={"处理意见": "已整改", "负责人": "林一"})
    assert cell(result, 1, 1) == "处理意见：已整改\n\n负责人：林一"


def test_line_breaks_of_any_system_are_one_break() -> None:
    result = filled(tbl(tr("意见", "")), card(item("意见", "B1")), cards={"意见": "甲\r\n乙\r丙"})
    assert cell(result, 1, 2) == "甲\n乙\n丙"


def test_a_control_for_dates_gets_the_date_in_its_own_format() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:showingPlcHdr/><w:date><w:dateFormat w:val="yyyy年M月d日"/></w:date></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>选择日期</w:t></w:r></w:sdtContent></w:sdt>"
    )
    result = filled(tbl(tr("日期", tc(p(control)))), card(item("日期", "B1")), cards={"日期": "2026-07-08"})
    assert cell(result, 1, 2) == "2026年7月8日"


def test_a_label_that_is_gone_is_told() -> None:
    result = filled(tbl(tr("甲")), card(item("姓名", "A1", entry=Entry.INLINE)), cards={"姓名": "林小满"})
    assert [each.code for each in result.problems] == ["QZ-F012"]


@pytest.mark.parametrize(
    ("printed", "seen"),
    [
        ("填报时间：    年  月  日", "填报时间：2026年11月  日"),
        ("填报时间：    年  月", "填报时间：2026年11月"),
        ("填报时间：______", "填报时间：2026-11"),
    ],
)
def test_a_month_behind_a_label_gets_no_invented_day(printed: str, seen: str) -> None:
    form = card(item("填报时间", "A1", entry=Entry.INLINE, type=ItemType.DATE))
    assert cell(filled(tbl(tr(printed)), form, cards={"填报时间": "2026-11"}), 1, 1) == seen


def test_a_month_in_the_shape_that_a_label_asks_for_gets_no_invented_day() -> None:
    label = "出生日期（yyyy-mm-dd）"
    result = filled(tbl(tr(label, "")), card(item(label, "B1", type=ItemType.DATE)), cards={label: "1990-05"})
    assert cell(result, 1, 2) == "1990-05"
