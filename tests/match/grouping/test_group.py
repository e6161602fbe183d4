"""Groups over many forms: nothing is merged through a third item, nothing twice in one form in silence."""

from dataclasses import replace

from qingzhuang.match.grouping.group import Grouping, group
from qingzhuang.match.whose.context import contexts
from qingzhuang.model.form import Form, Item, Period, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind


def form(title: str, *labels: str, row: str | None = "人", period: Period | None = None) -> Form:
    columns = tuple(Item(tuple(label.split("/")), Place("表", 1, at)) for at, label in enumerate(labels, 1))
    table = Table("表", TableKind.LIST, columns=columns)
    return Form(f"{title}.xlsx", FileKind.XLSX, title, (table,), row_entity=row, period=period)


def asked(grouping: Grouping) -> dict[str, int]:
    return {each.key: len(each.members) for each in grouping.groups}


LOW = form("低保对象花名册", "序号", "姓名", "身份证号", "户主姓名", "备注")
OLD = form("高龄老人台账", "姓名", "公民身份号码", "出生日期", "年龄", "备注")


def test_one_person_is_asked_once_over_two_rosters() -> None:
    found = asked(group([LOW, OLD]))
    assert found["person.name"] == 2
    assert found["person.id_no"] == 2
    assert found["户主@person.name"] == 1


def test_the_same_forms_give_the_same_groups() -> None:
    assert group([LOW, OLD]) == group([LOW, OLD])


def test_remarks_never_form_a_group() -> None:
    assert all(len(each.members) == 1 for each in group([LOW, OLD]).groups if not each.element.asked)


def test_what_follows_from_the_id_number_is_linked() -> None:
    grouping = group([LOW, OLD])
    formulas = {link.match.formula for link in grouping.derivable}
    assert {"id_number.birth", "id_number.age"} <= formulas


def test_a_form_that_asks_twice_is_not_merged_in_silence() -> None:
    twice = form("登记表", "身份证号", "公民身份号码")
    grouping = group([twice, OLD])
    assert [(each.a.label, each.b.label) for each in grouping.duplicates] == [("身份证号", "公民身份号码")]
    assert all(len({member.form for member in each.members}) == len(each.members) for each in grouping.groups)


def test_words_that_one_form_holds_apart_are_held_apart_everywhere() -> None:
    """If any form asks 健康状况 and 身体状况 side by side, no group joins the two over other forms."""
    both, one, other = (
        form("甲表", "健康状况", "身体状况"),
        form("乙表", "健康状况"),
        form("丙表", "身体状况"),
    )
    for each in group([one, both, other]).groups:
        assert len({member.item.label for member in each.members}) == 1


def test_doctors_and_patients_are_not_one_group() -> None:
    grouping = group([form("医生名册", "姓名", row="医生"), form("患者名册", "姓名", row="患者")])
    assert all(len(each.members) == 1 for each in grouping.groups)
    assert [link.match.slot for link in grouping.alike] == ["subject"]


def test_merged_headers_and_the_period_are_context() -> None:
    given = form("农户表", "户主/姓名", "本年收入#2", period=Period("2024年", as_of=None, start=None))
    first, second = (context for _item, context in contexts(given))
    assert (first.label, first.parent, first.row) == ("姓名", "户主", "户")
    assert second.label == "本年收入"


def test_where_only_the_head_is_named_the_id_number_is_the_heads() -> None:
    rows = contexts(form("低保花名册", "户主姓名", "身份证号", row="人"))
    assert {context.row for _item, context in rows} == {"户"}


def test_beside_the_head_a_bare_name_is_a_members() -> None:
    rows = contexts(form("家庭成员表", "户主姓名", "姓名", "身份证号", row="户"))
    assert {context.row for _item, context in rows} == {"人"}


def test_who_inspected_belongs_to_the_inspection_alone() -> None:
    grouping = group([form("消防检查表", "检查人", row="检查"), form("燃气检查表", "检查人", row="检查")])
    assert all(len(each.members) == 1 for each in grouping.groups)


def test_a_form_without_a_title_is_named_by_its_sheet_or_file() -> None:
    untitled = replace(form("甲", "姓名"), title=None, file="护林员花名册.xlsx")
    ((_item, context),) = contexts(untitled)
    assert context.form == "护林员花名册"
    sheet = replace(untitled.tables[0], sheet="伤残人员导入模板")
    ((_item, context),) = contexts(replace(untitled, tables=(sheet,)))
    assert context.form == "伤残人员导入模板"
