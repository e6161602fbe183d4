"""A list whose header is printed again lower on its sheet is one list in parts."""

from dataclasses import replace

from qingzhuang.answer.keys import resolve
from qingzhuang.answer.plan_lists import prefix_of
from qingzhuang.answer.plan_parts import is_apart, share_of, unknown_part, village_of_part
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


def test_parts_told_apart_by_their_headings_alone_belong_to_a_village_or_to_nobody() -> None:
    groups = form(part(2, 5, "姓名", section="第一组"), part(6, None, "姓名", section="第二组"))
    assert all(is_apart(each, groups) for each in groups.tables)
    assert village_of_part(groups.tables[0], groups, {"东村", "西村"}) is None
    assert "第一组”“第二组" in unknown_part(groups, groups.tables[0]).message
    places = form(part(2, 5, "姓名", section="东村"), part(6, None, "姓名", section="西村"))
    assert village_of_part(places.tables[1], places, {"东村", "西村"}) == "西村"
    titled = form(part(2, 5, "姓名", section="党员名册"), part(6, None, "姓名", section="团员名册"))
    apart = form(part(2, 5, "姓名", section="一、人口"), part(6, None, "面积", section="二、耕地"))
    assert not any(is_apart(each, made) for made in (titled, apart) for each in made.tables)


def test_a_line_between_two_lists_of_the_same_columns_makes_nobody_know_who_belongs_where() -> None:
    """以上为 A 类，以下为 B 类: what stands between is not ours to read."""
    noted = form(part(2, 5, "姓名", "电话"), part(7, None, "姓名", "电话"))
    assert all(is_apart(each, noted) for each in noted.tables)
    assert "第 3 行起”“第 8 行起" in unknown_part(noted, noted.tables[0]).message
    summed = form(replace(part(2, 4, "姓名", "电话"), total_rows=(5,)), part(6, None, "姓名", "电话"))
    assert not any(is_apart(each, summed) for each in summed.tables)
