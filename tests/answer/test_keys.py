"""Answers find their column, row and card by name, and what finds none is said, never lost."""

from dataclasses import replace

from qingzhuang.answer.keys import Resolved, resolve
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Entry, Form, Item, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar


def _column(number: int, *path: str) -> Item:
    return Item(path, Place("表", 2, number))


def _list(*columns: Item, section: str | None = None) -> Table:
    return Table("表", TableKind.LIST, section=section, header_rows=(2, 2), columns=columns, data_start_row=3)


def _form(*tables: Table) -> Form:
    return Form("台账.xlsx", FileKind.XLSX, None, tables)


def _resolve(form: Form, *rows: dict[str, Scalar], **cards: Scalar) -> Resolved:
    return resolve(form, Answers(rows, cards))


INCOME = _list(_column(1, "姓名"), _column(2, "收入（元）", "务工"), _column(3, "是/否", "低保"))


def test_rows_are_placed_by_leaf_path_in_the_order_given() -> None:
    found = _resolve(_form(INCOME), {"姓名": "甲", "收入（元）/务工": 5}, {"姓名": "乙"})
    assert [(row.number, dict(row.values)) for row in found.rows[0]] == [(1, {0: "甲", 1: 5}), (2, {0: "乙"})]
    assert not found.problems


def test_white_space_colons_stars_width_and_unescaped_slashes_do_not_matter() -> None:
    found = _resolve(_form(INCOME), {" 姓 名：": "甲", "收入(元) / 务工*": 5, "是/否/低保": "是"})
    assert dict(found.rows[0][0].values) == {0: "甲", 1: 5, 2: "是"}


def test_an_escaped_slash_is_taken_as_written() -> None:
    assert dict(_resolve(_form(INCOME), {"是\\/否/低保": "是"}).rows[0][0].values) == {2: "是"}


def test_the_innermost_label_alone_is_enough_when_only_one_column_has_it() -> None:
    twins = _list(_column(1, "甲方", "电话"), _column(2, "乙方", "电话"), _column(3, "甲方", "姓名"))
    assert dict(_resolve(_form(twins), {"姓名": "甲"}).rows[0][0].values) == {2: "甲"}
    assert [problem.code for problem in _resolve(_form(twins), {"电话": "1"}).problems] == ["QZ-F001"]


def test_an_unknown_column_is_reported_once_with_its_near_names() -> None:
    found = _resolve(
        _form(INCOME), {"姓名": "甲", "收入（元）务工费": 1}, {"姓名": "乙", "收入（元）务工费": 2}
    )
    assert [problem.code for problem in found.problems] == ["QZ-F001"]
    assert "2 行" in found.problems[0].message
    assert "收入（元）/务工" in found.problems[0].cure


def test_a_row_goes_to_the_table_that_knows_most_of_its_keys() -> None:
    form = _form(_list(_column(1, "姓名")), _list(_column(1, "姓名"), _column(2, "工种")))
    found = _resolve(form, {"姓名": "甲", "工种": "瓦工"}, {"姓名": "乙"})
    assert {table: len(rows) for table, rows in found.rows.items()} == {1: 1, 0: 1}


def test_a_section_title_may_stand_before_the_key_to_choose_between_tables() -> None:
    form = _form(
        _list(_column(1, "姓名"), section="一、家庭成员"), _list(_column(1, "姓名"), section="二、亲属")
    )
    assert list(_resolve(form, {"二、亲属/姓名": "甲"}).rows) == [1]


def _matrix() -> Table:
    return Table(
        "表",
        TableKind.MATRIX,
        columns=(_column(1, "类别"), _column(2, "项目"), _column(3, "数量")),
        data_start_row=3,
        stub_columns=(1, 2),
        stubs=(Stub(3, ("人口", "男")), Stub(4, ("人口", "女")), Stub(5, ("党员", "男"))),
    )


def test_a_matrix_row_goes_to_the_row_its_stubs_name() -> None:
    found = _resolve(_form(_matrix()), {"类别": "党员", "项目": "男", "数量": 3}, {"项目": "女", "数量": 4})
    assert [(row.stub and row.stub.row, dict(row.values)) for row in found.rows[0]] == [
        (5, {2: 3}),
        (4, {2: 4}),
    ]


def test_an_unknown_or_unclear_stub_is_a_problem() -> None:
    found = _resolve(_form(_matrix()), {"项目": "男", "数量": 3}, {"类别": "企业", "数量": 4}, {"数量": 5})
    assert [problem.code for problem in found.problems] == ["QZ-F003"] * 3


def test_a_stub_column_without_header_is_named_by_any_key_whose_value_is_a_stub() -> None:
    table = Table(
        "表",
        TableKind.MATRIX,
        columns=(_column(2, "数量"),),
        data_start_row=3,
        stub_columns=(1,),
        stubs=(Stub(3, ("户数",)), Stub(4, ("人数",))),
    )
    found = _resolve(_form(table), {"项目": "人 数", "数量": 9})
    assert [(row.stub and row.stub.row) for row in found.rows[0]] == [4]
    assert not found.problems


def _card(label: str, row: int, sheet: str = "表") -> Item:
    return Item((label,), Place(sheet, row, 2), entry=Entry.INLINE)


def test_a_card_that_stands_on_several_sheets_is_answered_on_each() -> None:
    form = _form(
        Table("表", TableKind.CARD, inputs=(_card("填报单位", 1), _card("填表人", 2))),
        Table("表2", TableKind.CARD, inputs=(_card("填报单位", 1, "表2"),)),
    )
    found = _resolve(form, 填报单位="柳湾村", 审核人="无此项")
    assert [(str(item.place), value) for item, value in found.cards] == [
        ("表!B1", "柳湾村"),
        ("表2!B1", "柳湾村"),
    ]
    assert [problem.code for problem in found.problems] == ["QZ-F002"]


def test_a_card_form_takes_a_single_row_as_its_cards_but_not_two() -> None:
    form = _form(Table("表", TableKind.CARD, inputs=(_card("姓名", 1),)))
    assert len(_resolve(form, {"姓名": "甲"}).cards) == 1
    assert [problem.code for problem in _resolve(form, {"姓名": "甲"}, {"姓名": "乙"}).problems] == [
        "QZ-F003"
    ] * 2


def test_a_sum_given_along_with_the_rows_is_no_row_of_a_list_that_sums_itself() -> None:
    crops = replace(_list(_column(1, "村"), _column(2, "面积（亩）")), total_rows=(6,))
    rows: tuple[dict[str, Scalar], ...] = (
        {"村": "柳湾村", "面积（亩）": 3},
        {"村": "合 计", "面积（亩）": 3},
        {"村": "合计庄村", "面积（亩）": 1},
    )
    found = _resolve(_form(crops), *rows)
    assert [row.number for row in found.rows[0]] == [1, 3]
    assert [problem.code for problem in found.problems] == ["QZ-F015"]


def test_a_list_without_a_sum_line_takes_the_sum_it_is_given() -> None:
    found = _resolve(_form(_list(_column(1, "村"), _column(2, "面积"))), {"村": "合计", "面积": 3})
    assert len(found.rows[0]) == 1
    assert not found.problems
