"""A close call is told with its reason and the reading that comes next, which can be taken as a lesson."""

from dataclasses import replace

import pytest

from qingzhuang.intake.doubting import doubts_of
from qingzhuang.intake.read import form_of
from qingzhuang.intake.rivals import Reason
from qingzhuang.intake.taught import by_teaching
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Cell, FileKind, Sheet, Workbook

ROWS = [["1", "甲村", "12", "3", "5"], ["2", "乙村", "7", "1", "2"], ["3", "丙村", "4", "2", "9"]]
HEAD = ["序号", "村名", "户籍人口", "低保户", "危房"]


def book(*rows: list[str], merges: tuple[Area, ...] = (), ruled: bool = False) -> Workbook:
    cells = {
        (row, column): Cell(row, column, text, text or None, bordered=ruled)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text or ruled
    }
    return Workbook("表.xlsx", FileKind.XLSX, (Sheet("表", cells, merges),))


def reasons(made: Workbook) -> list[Reason]:
    return [each.reason for each in doubts_of(made, form_of(made))]


def test_a_plain_form_leaves_no_doubt() -> None:
    made = book(["某镇人口情况统计表", "", "", ""], HEAD, *ROWS, merges=(Area(1, 1, 1, 5),))
    assert reasons(made) == []


def test_words_over_some_columns_may_be_a_level_of_the_header() -> None:
    made = book(["某镇统计表"], ["", "", "城镇", "", ""], HEAD, *ROWS)
    form = form_of(made)
    (doubt,) = doubts_of(made, form)
    assert (doubt.reason, str(doubt.where)) == (Reason.ABOVE, "表!A2")
    assert (doubt.chosen, doubt.rival) == (
        "表头第 3–3 行，从第 4 行填",
        "表头第 2–3 行，从第 4 行填",
    )
    assert doubt.chosen_columns == (tuple(HEAD),)
    assert doubt.rival_columns == (("序号", "村名", "城镇/户籍人口", "城镇/低保户", "城镇/危房"),)
    assert doubt.rival_in_words == "序号、村名、城镇/户籍人口、城镇/低保户、城镇/危房"
    taken = by_teaching(made, form, [doubt.lesson])
    assert taken.tables[0].header_rows == (2, 3)
    assert 0 < doubt.sure < 1


def test_a_header_of_spans_of_years_is_offered_where_none_was_read() -> None:
    """The form is emptied by hand: what the reader misses today it may read tomorrow."""
    made = book(["研发投入变化"], ["", "1976-1989", "1990-1994", "1995-1999"], *(row[1:] for row in ROWS))
    form = replace(form_of(made), tables=())
    (doubt,) = doubts_of(made, form)
    assert (doubt.reason, doubt.chosen) == (Reason.NONE, "没有表头")
    taken = by_teaching(made, form, [doubt.lesson])
    assert [item.key for item in taken.tables[0].columns] == ["1976-1989", "1990-1994", "1995-1999"]


def test_a_first_row_of_words_alone_may_be_header_too() -> None:
    made = book(
        ["名册"],
        ["户主", "住址", "人口"],
        ["填姓名", "填门牌", "填人数"],
        ["赵某", "东岭", "3"],
        ["钱某", "西岭", "5"],
    )
    assert Reason.BELOW in reasons(made)


def test_a_long_line_at_the_end_may_be_no_data() -> None:
    note = "本表由各村经办人逐户核实以后填写并于每季度末报镇民政办公室存档备查"
    made = book(["某镇统计表"], HEAD, *ROWS, [note], ruled=True)
    found = [each for each in doubts_of(made, form_of(made)) if each.reason is Reason.FOOTER]
    assert all("到第 5 行" in each.rival for each in found)


def test_words_alone_behind_a_gap_may_head_another_table() -> None:
    made = book(
        ["某镇统计表"], HEAD, *ROWS, ["其中"], ["序号", "组别", "女性人口", "特困户", "搬迁户"], *ROWS
    )
    form = form_of(made)
    seconds = [each for each in doubts_of(made, form) if each.reason is Reason.SECOND]
    for doubt in seconds:
        assert len(by_teaching(made, form, [doubt.lesson]).tables) == 2
    assert seconds or len(form.tables) == 2


def test_tables_side_by_side_are_left_alone() -> None:
    row = ["村名", "人口", "", "组名", "户数"]
    made = book(["", "上年", "", "", "今年"], row, ["甲", "1", "", "乙", "2"], ["丙", "3", "", "丁", "4"])
    assert Reason.ABOVE not in reasons(made)


@pytest.mark.parametrize("taken", [True, False])
def test_a_card_row_over_a_list_is_no_header(taken: bool) -> None:
    head = ["填报单位", "", "年度", "", ""] if taken else ["某镇", "", "", ""]
    made = book(head, HEAD, ["", "", "", "", ""], ["", "", "", "", ""], ruled=True)
    assert Reason.ABOVE not in reasons(made)


def test_words_that_may_head_another_table_are_a_doubt_with_both_sets_of_columns() -> None:
    """Too few of the words are known ones for a header to be sure of."""
    low = ["片区", "牵头", "户数", "帮扶", "走访"]
    made = book(
        ["某镇统计表"], HEAD, *ROWS, low, ["东", "甲", "3", "乙", "是"], ["西", "丙", "5", "丁", "否"]
    )
    form = form_of(made)
    (doubt,) = doubts_of(made, form)
    assert (len(form.tables), doubt.reason, str(doubt.where)) == (1, Reason.SECOND, "表!A6")
    assert doubt.rival_columns == (tuple(HEAD), tuple(low))


def test_readings_that_ask_the_same_are_told_by_their_rows_alone() -> None:
    note = "本表由各村经办人逐户核实以后填写并于每季度末报镇民政办公室存档备查"
    made = book(["某镇统计表"], HEAD, *ROWS, [note], ruled=True)
    for doubt in doubts_of(made, form_of(made)):
        assert doubt.reason is not Reason.FOOTER or doubt.rival_in_words == ""


def test_a_header_lower_down_is_no_level_of_a_table_above() -> None:
    made = book(["某镇统计表"], HEAD, *ROWS, ["序号", "组名", "户数", "人数", "面积"], *ROWS)
    form = form_of(made)
    assert len(form.tables) == 2
    assert reasons(made) == []


def test_words_alone_that_might_head_a_second_table_are_told() -> None:
    low = ["组别", "组长", "任务"]
    made = book(
        ["分工"],
        ["姓名", "职务", "分管"],
        ["赵甲", "网格长", "总协调"],
        ["钱乙", "网格员", "走访"],
        low,
        ["一组", "孙丙", "宣传"],
    )
    form = form_of(made)
    (doubt,) = doubts_of(made, form)
    assert (doubt.reason, str(doubt.where)) == (Reason.SECOND, "表!A5")
    assert len(by_teaching(made, form, [doubt.lesson]).tables) == 2


def test_two_words_between_blank_drawn_rows_are_told() -> None:
    made = book(["各表"], ["姓名", "职务", "电话"], [""] * 3, ["物资", "数量", ""], [""] * 3, ruled=True)
    assert Reason.SECOND in reasons(made)
