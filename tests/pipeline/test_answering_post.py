"""What one village's post is asked: its own rows, and nothing that the issuer printed itself."""

from dataclasses import replace
from datetime import date

from qingzhuang.answer.select import Scope
from qingzhuang.model.form import Entry, Form, Item, ItemType, Period, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import ledger, village
from tests.pipeline.test_answering import EAST, VIEW, column, roster

WEST = village("西庄村")
STATISTIC = Table(
    "表",
    TableKind.MATRIX,
    columns=(column(1, "村"), column(2, "总户数")),
    stub_columns=(1,),
    stubs=(Stub(4, ("东庄村",)), Stub(5, ("西庄村",))),
    data_start_row=4,
    header_rows=(3, 3),
)
PLACES = ledger(
    {EAST: {"place.village": "东庄村", "place.households": 90}, WEST: {"place.village": "西庄村"}}
)


def asked(scope: Scope) -> set[str]:
    form = Form("户数统计表.xlsx", FileKind.XLSX, "户数统计表", (STATISTIC,), row_entity="村")
    (plan,) = plans(form, PLACES, Wishes(scope=scope))
    return {each.subject.name for each in plan.cells if each.subject is not None}


def test_a_village_fills_its_own_row_of_a_statistic_and_leaves_the_others_to_them() -> None:
    assert asked(Scope(("东庄村",))) == {"东庄村"}
    assert asked(Scope(("西庄村",))) == {"西庄村"}


def test_an_office_that_fills_for_all_fills_every_row() -> None:
    assert asked(Scope()) == {"东庄村", "西庄村"}


def test_the_period_that_a_form_prints_itself_is_not_asked() -> None:
    field = Item(("统计日期",), Place("表", 2, 1), type=ItemType.DATE, entry=Entry.INLINE)
    form = roster("低保对象花名册", "姓名", period=Period("2026年3月31日", as_of=date(2026, 3, 31)))
    form = replace(form, tables=(replace(form.tables[0], inputs=(field,)),))
    (printed,) = plans(form, VIEW, Wishes(scope=Scope(("东庄村",))))
    assert all(each.key != "form.period" for each in printed.missing)
    (open_,) = plans(replace(form, period=None), VIEW, Wishes(scope=Scope(("东庄村",))))
    assert any(each.key == "form.period" for each in open_.missing)
