"""A list whose header is printed again lower on its sheet is one list in parts."""

from dataclasses import replace

from qingzhuang.answer.keys import resolve
from qingzhuang.answer.plan_lists import prefix_of, share_of
from qingzhuang.model.answers import Answers
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind

PEOPLE = tuple(Subject(SubjectKind.PERSON, f"p{n}", f"甲{n}") for n in range(7))


def part(head: int, last: int | None, *labels: str, section: str | None = None) -> Table:
    columns = tuple(Item((label,), Place("表", head, column)) for column, label in enumerate(labels, 1))
    return Table(
        "表",
        TableKind.LIST,
        section=section,
        header_rows=(head, head),
        columns=columns,
        data_start_row=head + 1,
        data_end_row=last,
    )


def form(*tables: Table) -> Form:
    return Form("表.xlsx", FileKind.XLSX, None, tables)


def test_each_part_takes_what_it_has_rows_for_and_the_last_the_rest() -> None:
    made = form(part(2, 5, "姓名", "电话"), part(6, 7, "姓名", "电话"), part(8, None, "姓名", "电话"))
    shares = [share_of(each, made, PEOPLE) for each in made.tables]
    assert [(listed, len(taken)) for listed, taken in shares] == [(0, 3), (3, 1), (4, 3)]
    assert [subject for _, taken in shares for subject in taken] == list(PEOPLE)


def test_few_subjects_leave_the_later_parts_blank() -> None:
    made = form(part(2, 5, "姓名", "电话"), part(6, None, "姓名", "电话"))
    assert share_of(made.tables[1], made, PEOPLE[:2]) == (2, ())


def test_lists_of_their_own_take_everybody() -> None:
    apart = form(part(2, 5, "姓名", "电话"), part(6, None, "姓名", "住址"))
    named = form(part(2, 5, "姓名", section="一、常住"), part(6, None, "姓名", section="二、外出"))
    for made in (apart, named):
        assert all(share_of(each, made, PEOPLE) == (0, PEOPLE) for each in made.tables)


def test_rows_find_the_list_that_only_its_place_tells_from_another() -> None:
    """A narrow list below has no column that the wide one above does not have."""
    made = form(part(2, 5, "姓名", "电话", "住址"), part(6, None, "姓名", "电话"))
    low = made.tables[1]
    row = {f"{prefix_of(low, made)}{item.key}": "甲" for item in low.columns}
    assert list(resolve(made, Answers((row,))).rows) == [1]
    assert prefix_of(made.tables[0], form(made.tables[0])) == ""
    assert prefix_of(low, form(low, replace(made.tables[0], sheet="别表"))) == "表/"
