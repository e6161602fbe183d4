"""Filling Word documents: answers where they belong, in the looks of what stood there, all else untouched."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from qingzhuang.answer.fill import fill
from qingzhuang.intake.readers.docx import read
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Entry, Form, Item, ItemType, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar
from tests.word_paper import MAIN, document, p, r, tbl, tc, tr

W = f"{{{MAIN}}}"


def item(label: str, cell: str, **more: object) -> Item:
    """An item; `cell` is A1 of 表1, or 正文!A1."""
    sheet, _, reference = cell.rpartition("!")
    row, column = int(reference[1:]), ord(reference[0]) - 64
    return Item(tuple(label.split("/")), Place(sheet or "表1", row, column), **more)  # type: ignore[arg-type]


def card(*inputs: Item) -> Form:
    return Form("表.docx", FileKind.DOCX, None, (Table("表1", TableKind.CARD, inputs=inputs),))


def roster(
    *columns: str,
    last: int | None = None,
    total_rows: tuple[int, ...] = (),
    inputs: tuple[Item, ...] = (),
) -> Form:
    kinds = {"序号": ItemType.ROW_NUMBER}
    items = tuple(
        item(name, f"{chr(65 + at)}1", type=kinds.get(name, ItemType.TEXT)) for at, name in enumerate(columns)
    )
    table = Table(
        "表1",
        TableKind.LIST,
        header_rows=(1, 1),
        columns=items,
        data_start_row=2,
        data_end_row=last,
        total_rows=total_rows,
        inputs=inputs,
    )
    return Form("表.docx", FileKind.DOCX, None, (table,))


def filled(
    body: str,
    form: Form,
    *,
    cards: Mapping[str, Scalar] | None = None,
    rows: tuple[Mapping[str, Scalar], ...] = (),
) -> Filled:
    return fill("表.docx", document(body), form, Answers(rows, cards or {}))


def cell(result: Filled, row: int, column: int, sheet: int = 1) -> str:
    return read("表.docx", result.content).sheets[sheet - 1].cells[row, column].text


def grid(result: Filled) -> list[list[str]]:
    cells = read("表.docx", result.content).sheets[0].cells
    rows = sorted({row for row, _column in cells})
    return [[each.text for (r, _c), each in sorted(cells.items()) if r == row] for row in rows]


def line(result: Filled, number: int) -> str:
    sheet = read("表.docx", result.content).sheets[0]
    return next(each.text for each in (*sheet.before, *sheet.after) if each.number == number)


def run_with(result: Filled, text: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(result.content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return next(each for each in root.iter(f"{W}r") if text in "".join(str(part) for part in each.itertext()))


def has(run: etree._Element, name: str) -> bool:
    return run.find(f"{W}rPr/{W}{name}") is not None


def test_only_the_body_changes_and_every_other_part_stays_byte_for_byte_in_its_order() -> None:
    before = document(tbl(tr("姓名", "")))
    after = fill("表.docx", before, card(item("姓名", "B1")), Answers(cards={"姓名": "林小满"})).content
    one, other = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    assert one.namelist() == other.namelist()
    changed = [name for name in one.namelist() if one.read(name) != other.read(name)]
    assert changed == ["word/document.xml"]


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


def test_a_column_of_boxes_is_ticked_row_by_row_also_in_copied_rows() -> None:
    body = tbl(tr("姓名", "低保"), tr("", "□是 □否"))
    columns = (item("姓名", "A1"), item("低保", "B1", entry=Entry.CHOICE, codes=("是", "否")))
    table = Table(
        "表1", TableKind.LIST, header_rows=(1, 1), columns=columns, data_start_row=2, data_end_row=2
    )
    form = Form("表.docx", FileKind.DOCX, None, (table,))
    result = filled(body, form, rows=({"姓名": "林一", "低保": "否"}, {"姓名": "林二", "低保": True}))
    assert grid(result)[1:] == [["林一", "□是 ☑否"], ["林二", "☑是 □否"]]


def test_a_name_before_the_blanks_of_a_date_leaves_room_for_the_year() -> None:
    body = tbl(tr("负责人签字：            年  月  日"))
    result = filled(body, card(item("负责人签字", "A1", entry=Entry.INLINE)), cards={"负责人签字": "林小满"})
    assert cell(result, 1, 1) == "负责人签字：林小满      年  月  日"


def test_an_answer_for_the_whole_cell_leaves_the_labels_in_it() -> None:
    body = tbl(tr("理事会", tc("理事长：____", "")))
    inputs = (item("理事会", "B1"), item("理事会/理事长", "B1", entry=Entry.INLINE))
    result = filled(body, card(*inputs), cards={"理事会": "五人", "理事会/理事长": "林小满"})
    assert cell(result, 1, 2) == "理事长：林小满\n五人"


def test_a_copied_row_keeps_the_printed_blanks_of_its_model() -> None:
    body = tbl(tr("姓名", "日期"), tr("", "    年  月  日"))
    rows: tuple[Mapping[str, Scalar], ...] = ({"姓名": "林一"}, {"姓名": "林二", "日期": "2026-11-03"})
    result = filled(body, roster("姓名", "日期", last=2), rows=rows)
    assert grid(result)[1:] == [["林一", "    年  月  日"], ["林二", "2026年11月3日"]]


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


def test_a_label_that_is_gone_is_told() -> None:
    result = filled(tbl(tr("甲")), card(item("姓名", "A1", entry=Entry.INLINE)), cards={"姓名": "林小满"})
    assert [each.code for each in result.problems] == ["QZ-F012"]


LIST = tbl(tr("序号", "姓名", "人数"), tr("", "", ""), tr("", "", ""), tr("", "合计", ""))


def people(count: int) -> tuple[Mapping[str, Scalar], ...]:
    return tuple({"姓名": f"林{number}", "人数": number} for number in range(1, count + 1))


def test_records_fill_the_blank_rows_then_copies_go_in_above_the_total() -> None:
    form = roster("序号", "姓名", "人数", last=3, total_rows=(4,))
    result = filled(LIST, form, rows=people(4))
    assert grid(result)[1:] == [
        ["1", "林1", "1"],
        ["2", "林2", "2"],
        ["3", "林3", "3"],
        ["4", "林4", "4"],
        ["", "合计", ""],
    ]
    assert Place("表1", 5, 2) in result.written
    assert filled(LIST, form, rows=people(1)).problems == ()


def test_without_any_blank_row_rows_are_made_from_the_one_above() -> None:
    body = tbl(tr("姓名", "人数"), tr("合计", ""))
    result = filled(body, roster("姓名", "人数", last=1, total_rows=(2,)), rows=people(2))
    assert grid(result) == [["姓名", "人数"], ["林1", "1"], ["林2", "2"], ["合计", ""]]


def test_a_card_below_a_list_moves_with_it() -> None:
    body = tbl(tr("姓名", "人数"), tr("", ""), tr("填表人", ""))
    form = roster("姓名", "人数", last=2, inputs=(item("填表人", "B3"),))
    result = filled(body, form, rows=people(3), cards={"填表人": "周一"})
    assert grid(result)[-1] == ["填表人", "周一"]
    assert Place("表1", 5, 2) in result.written


def test_a_copied_row_keeps_its_looks_and_no_mark_that_may_stand_only_once() -> None:
    once = '<w:p w14:paraId="1A2B3C4D"><w:bookmarkStart w:id="0" w:name="甲"/><w:bookmarkEnd w:id="0"/></w:p>'
    body = tbl(tr("姓名"), tr(tc(once), properties='<w:trHeight w:val="567"/>'))
    result = filled(body, roster("姓名", last=2), rows=people(3)[:3])
    text = zipfile.ZipFile(io.BytesIO(result.content)).read("word/document.xml").decode()
    assert (text.count("1A2B3C4D"), text.count("bookmarkStart"), text.count('"567"')) == (1, 1, 3)


def test_a_stub_beside_a_list_stretches_over_the_copied_rows() -> None:
    body = tbl(
        tr(tc("家庭成员", merge="restart"), "姓名", "称谓"),
        tr(tc(merge="continue"), "", ""),
        tr("备注", tc(span=2)),
    )
    columns = (item("姓名", "B1"), item("称谓", "C1"))
    table = Table(
        "表1", TableKind.LIST, header_rows=(1, 1), columns=columns, data_start_row=2, data_end_row=2
    )
    form = Form("表.docx", FileKind.DOCX, None, (table,))
    result = filled(body, form, rows=({"姓名": "林一", "称谓": "父"}, {"姓名": "林二", "称谓": "子"}))
    assert read("表.docx", result.content).sheets[0].merges[0].a1 == "A1:A3"
    assert grid(result) == [["家庭成员", "姓名", "称谓"], ["林一", "父"], ["林二", "子"], ["备注", ""]]


def test_a_row_of_a_matrix_is_found_by_its_stub() -> None:
    columns = (item("类别", "A1"), item("人数", "B1"))
    stubs = (Stub(2, ("低保",)), Stub(3, ("五保",)))
    table = Table("表1", TableKind.MATRIX, header_rows=(1, 1), columns=columns, data_start_row=2, stub_columns=(1,), stubs=stubs)  # fmt: skip
    form = Form("表.docx", FileKind.DOCX, None, (table,))
    result = filled(
        tbl(tr("类别", "人数"), tr("低保", ""), tr("五保", "")), form, rows=({"类别": "五保", "人数": 4},)
    )
    assert grid(result) == [["类别", "人数"], ["低保", ""], ["五保", "4"]]


def test_what_finds_no_place_is_told() -> None:
    result = filled(
        LIST,
        roster("序号", "姓名", "人数", last=3),
        rows=({"姓名": "林一", "星座": "双鱼"},),
        cards={"血型": "A"},
    )
    assert [each.code for each in result.problems] == ["QZ-F001", "QZ-F002"]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zs", "Zl", "Zp", "So")), min_size=1, max_size=8)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS, st.integers(0, 999)), min_size=1, max_size=6), WORDS)
def test_what_was_filled_in_is_read_back(people: list[tuple[str, int]], filler: str) -> None:
    body = tbl(tr("姓名", "人数"), tr("", ""), tr("", ""), tr(tc("填表人"), ""))
    form = roster("姓名", "人数", last=3, inputs=(item("填表人", "B4"),))
    rows: tuple[Mapping[str, Scalar], ...] = tuple({"姓名": name, "人数": count} for name, count in people)
    result = filled(body, form, rows=rows, cards={"填表人": filler})
    found = grid(result)
    assert found[1 : 1 + len(people)] == [[name, str(count)] for name, count in people]
    assert found[-1] == ["填表人", filler]
