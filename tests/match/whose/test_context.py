"""Whom the columns of a form name decides what its other columns ask."""

from dataclasses import replace
from datetime import date

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.whose.context import contexts, row_of
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.form import Form, Item, ItemType, Period, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.model.verdict import Verdict


def items(*labels: str) -> tuple[Item, ...]:
    return tuple(Item(tuple(each.split("/")), Place("表", 3, at)) for at, each in enumerate(labels, 1))


def form(title: str, row: str | None, *tables: Table) -> Form:
    return Form("表.xlsx", FileKind.XLSX, title, tables, row_entity=row)


def listing(title: str, row: str | None, *labels: str) -> Form:
    return form(title, row, Table("表", TableKind.LIST, title, columns=items(*labels)))


def keys(of: Form) -> dict[str, str]:
    return {"/".join(item.path): parse(context).key for item, context in contexts(of)}


def test_who_holds_the_land_is_the_head_where_the_columns_below_say_so() -> None:
    asked = keys(listing("承包地核查表", "户", "承包方/户主姓名", "承包方/身份证号", "承包方/承包面积"))
    assert asked["承包方/身份证号"] == "户主@person.id_no"
    assert asked["承包方/承包面积"] == "land.contracted"


@pytest.mark.parametrize("header", ["承包方", "流入方", "监护人"])
def test_a_header_without_a_heads_name_below_stays_somebody_of_its_own(header: str) -> None:
    asked = keys(listing("承包地核查表", "户", "户主姓名", f"{header}/姓名", f"{header}/身份证号"))
    assert asked[f"{header}/身份证号"] == f"{header}@person.id_no"


def test_another_persons_name_below_a_header_makes_no_list_of_people() -> None:
    assert row_of(listing("监测户台账", "人", "户主姓名", "帮扶责任人/姓名", "身份证号")) == "户"
    assert row_of(listing("监测户台账", "人", "户主姓名", "家庭成员/姓名", "身份证号")) == "人"


def test_on_a_visits_card_the_heads_section_is_about_the_head_and_the_others_about_everybody() -> None:
    inputs = (
        *items("基本信息/户主姓名", "基本信息/身份证号", "保障情况/文化程度"),
        Item(("基本信息", "是否参保"), Place("表", 9, 1), type=ItemType.YESNO),
    )
    asked = keys(form("入户排查表", "检查", Table("表", TableKind.CARD, None, inputs=inputs)))
    assert asked["基本信息/身份证号"] == "户主@person.id_no"
    assert not asked["保障情况/文化程度"].startswith("户主@")
    assert not asked["基本信息/是否参保"].startswith("户主@")


def test_a_thing_that_a_front_column_names_is_the_row_where_the_title_speaks_of_it() -> None:
    assert row_of(listing("古树保护管理台账", None, "序号", "古树编号", "树种")) == "古树"
    assert row_of(listing("公路养护资金分配表", None, "乡镇", "线路编号", "线路名称")) == "线路"
    assert row_of(listing("防汛值守安排", None, "仓库名称", "值班电话")) is None, (
        "where it is, not what it is"
    )


def test_a_road_by_another_name_is_asked_once() -> None:
    one = keys(listing("农村公路养护路段台账", None, "路线编码", "路线名称", "管护责任人/姓名"))
    other = keys(listing("农村公路养护补助资金分配表", None, "线路编号", "线路名称"))
    assert [one["路线编码"], one["路线名称"]] == list(other.values())


def test_a_telephone_below_a_months_figures_is_the_reporters() -> None:
    asked = keys(listing("用药保障月报表", None, "在管人数", "联系电话"))
    assert asked["联系电话"] == "填报人@person.phone"


def test_figures_of_two_days_that_a_line_states_are_two_facts() -> None:
    def of(month: int) -> Form:
        found = listing("村基本情况统计表", "村", "村（社区）", "总户数")
        return replace(found, period=Period(f"2026.{month}.30", as_of=date(2026, month, 30), stated=True))

    (_, june), (_, again) = contexts(of(6))[1], contexts(of(6))[1]
    (_, december) = contexts(of(11))[1]
    assert decide(june, again).verdict is Verdict.EQUAL
    assert decide(june, december).verdict is Verdict.DISTINCT
