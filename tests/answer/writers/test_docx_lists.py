"""Records in the tables of a document: blank rows first, then copies of them; what stands below moves on."""

import io
import zipfile
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.answer.writers.docx.filling import Template, fill
from qingzhuang.intake.readers.docx import read
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Entry, Form, ItemType, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar
from tests.answer.writers.word_making import W, filled, grid, item, roster, run_with
from tests.word_paper import document, p, r, tbl, tc, tr


def test_a_column_of_boxes_is_ticked_row_by_row_also_in_copied_rows() -> None:
    body = tbl(tr("姓名", "低保"), tr("", "□是 □否"))
    columns = (item("姓名", "A1"), item("低保", "B1", entry=Entry.CHOICE, codes=("是", "否")))
    table = Table(
        "表1", TableKind.LIST, header_rows=(1, 1), columns=columns, data_start_row=2, data_end_row=2
    )
    form = Form("表.docx", FileKind.DOCX, None, (table,))
    result = filled(body, form, rows=({"姓名": "林一", "低保": "否"}, {"姓名": "林二", "低保": True}))
    assert grid(result)[1:] == [["林一", "□是 ☑否"], ["林二", "☑是 □否"]]


def test_a_copied_row_keeps_the_printed_blanks_of_its_model() -> None:
    body = tbl(tr("姓名", "日期"), tr("", "    年  月  日"))
    rows: tuple[Mapping[str, Scalar], ...] = ({"姓名": "林一"}, {"姓名": "林二", "日期": "2026-11-03"})
    result = filled(body, roster("姓名", "日期", last=2), rows=rows)
    assert grid(result)[1:] == [["林一", "    年  月  日"], ["林二", "2026年11月3日"]]


def test_rows_with_boxes_and_a_blank_month_and_day_take_records() -> None:
    body = tbl(tr("姓名", "低保", "日期"), *[tr("", "□是 □否", "  月  日")] * 2)
    columns = (
        item("姓名", "A1"),
        item("低保", "B1", entry=Entry.CHOICE, codes=("是", "否")),
        item("日期", "C1", type=ItemType.DATE),
    )
    table = Table(
        "表1", TableKind.LIST, header_rows=(1, 1), columns=columns, data_start_row=2, data_end_row=3
    )
    rows: list[Mapping[str, Scalar]] = [
        {"姓名": f"林{number}", "低保": True, "日期": f"2026-11-0{number}"} for number in (1, 2, 3)
    ]
    result = filled(body, Form("表.docx", FileKind.DOCX, None, (table,)), rows=tuple(rows))
    assert grid(result)[1:] == [[f"林{number}", "☑是 □否", f"11月{number}日"] for number in (1, 2, 3)]


def test_a_list_whose_rows_are_all_named_grows_by_its_own_rows_and_not_by_its_header() -> None:
    body = tbl(tr("村名", "人数"), tr(tc(p(r("东庄村", "<w:i/>"))), ""), tr("合计", ""))
    rows: tuple[Mapping[str, Scalar], ...] = ({"村名": "西庄村", "人数": 3},)
    result = filled(body, roster("村名", "人数", last=2, total_rows=(3,)), rows=rows)
    assert grid(result)[1:3] == [["东庄村", ""], ["西庄村", "3"]]
    assert run_with(result, "西庄村").find(f"{W}rPr/{W}i") is not None


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
        ["", "合计", "10"],
    ]
    assert Place("表1", 5, 2) in result.written


def test_a_blank_total_is_summed_and_said_as_in_a_spreadsheet() -> None:
    form = roster("序号", "姓名", "人数", last=3, total_rows=(4,))
    result = filled(LIST, form, rows=people(2))
    assert grid(result)[-1] == ["", "合计", "3"]
    assert [problem.code for problem in result.problems] == ["QZ-F009"]


def test_a_total_is_not_summed_over_words_nor_written_over_nor_put_into_a_cell_of_several_columns() -> None:
    form = roster("姓名", "人数", "户数", last=2, total_rows=(3,))
    printed = tbl(tr("姓名", "人数", "户数"), tr("", "", ""), tr("合计", "另报", ""))
    rows: tuple[Mapping[str, Scalar], ...] = ({"姓名": "林一", "人数": 2, "户数": "一户"},)
    assert grid(filled(printed, form, rows=rows))[-1] == ["合计", "另报", ""]
    joined = tbl(tr("姓名", "人数", "户数"), tr("", "", ""), tr("合计", tc("", span=2)))
    numbers: tuple[Mapping[str, Scalar], ...] = ({"姓名": "林一", "人数": 2, "户数": 1},)
    assert grid(filled(joined, form, rows=numbers))[-1] == ["合计", ""]


def test_without_any_blank_row_rows_are_made_from_the_one_above() -> None:
    body = tbl(tr("姓名", "人数"), tr("合计", ""))
    result = filled(body, roster("姓名", "人数", last=1, total_rows=(2,)), rows=people(2))
    assert grid(result) == [["姓名", "人数"], ["林1", "1"], ["林2", "2"], ["合计", "3"]]


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


def test_one_template_fills_many_copies_that_know_nothing_of_each_other() -> None:
    """A document that was opened once gives the same copies as one that is opened for each."""
    body = tbl(tr("姓名", "年龄"), tr("", ""), tr("备注", ""))
    form = roster("姓名", "年龄", last=2)
    template = Template("表.docx", document(body))
    for names in (("甲",), ("乙", "丙", "丁"), ("戊",)):
        answers = Answers(tuple({"姓名": name, "年龄": 30} for name in names))
        alone = fill("表.docx", document(body), form, answers)
        copy = template.fill(form, answers)
        assert copy.content == alone.content
        assert copy.written == alone.written
        assert len(copy.written) == 2 * len(names)
