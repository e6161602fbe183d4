"""A roll proves whom it names; what nobody can tell stays off the list and is said."""

from datetime import date

import pytest

from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Item, Period, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import ledger, person, said

WANG = person(date(1960, 1, 1), 12, "王甲")
LI = person(date(1970, 1, 1), 11, "李乙")


def _roster(title: str, *labels: str, row: str = "人", period: Period | None = None) -> Form:
    columns = tuple(Item((label,), Place("表", 3, number)) for number, label in enumerate(labels, 1))
    table = Table("表", TableKind.LIST, title=title, columns=columns, data_start_row=4, header_rows=(3, 3))
    return Form(f"{title}.xlsx", FileKind.XLSX, title, row_entity=row, tables=(table,), period=period)


def _listed(title: str, roll: str) -> tuple[list[str], set[str]]:
    """Whom a title lists when one roll names 王甲 and a roll of villagers both, and the problems told."""
    all_here = [said(who, "person.name", who.name, by="村民|村民信息表") for who in (WANG, LI)]
    view = ledger({}, *all_here, said(WANG, "person.id_no", WANG.key, by=f"{roll}|{roll}"))
    (plan,) = plans(_roster(title, "姓名"), view, Wishes())
    return [str(row["姓名"]) for row in plan.answers.rows], {each.code for each in plan.problems}


@pytest.mark.parametrize(
    ("title", "roll"),
    [
        ("柳湾村党员登记表", "党员花名册"),
        ("社区矫正对象登记表", "社区矫正对象花名册"),
        ("柳湾村网格员信息一览表", "网格员花名册"),
        ("2026年东坡村乡贤理事名单", "乡贤理事花名册"),
    ],
)
def test_whoever_stands_on_the_roll_of_these_people_is_listed(title: str, roll: str) -> None:
    assert _listed(title, roll)[0] == ["王甲"]


@pytest.mark.parametrize(
    "roll", ["低保申请登记表", "退出低保对象名单", "低保、特困人员花名册", "困难党员花名册"]
)
def test_a_roll_of_applicants_of_others_or_of_two_kinds_proves_nothing(roll: str) -> None:
    names, codes = _listed("低保对象花名册", roll)
    assert names == []
    assert "QZ-F103" in codes


@pytest.mark.parametrize("title", ["实有人口登记表", "常住人口登记表"])
def test_a_roll_of_the_registered_does_not_tell_who_lives_here(title: str) -> None:
    names, codes = _listed(title, "户籍人口花名册")
    assert names == []
    assert "QZ-F103" in codes


def _event(day: str, whom: str) -> Subject:
    return Subject(SubjectKind.EVENT, f"检查;日={day};对象={whom}", f"{day} {whom}")


def test_a_record_lists_the_events_of_its_kind_in_its_period_and_says_so() -> None:
    fire, shop = "森林防火巡查|森林防火巡查记录表", "商铺检查|商铺安全检查记录表"
    facts = (("2026-09-30", "北坡", fire), ("2026-10-05", "南坡", fire), ("2026-10-06", "小店", shop))
    view = ledger({}, *(said(_event(day, at), "inspection.place", at, by=by) for day, at, by in facts))
    period = Period("2026年10月", date(2026, 10, 1), date(2026, 10, 31))
    (plan,) = plans(_roster("森林防火巡查记录表", "巡查地点", row="检查", period=period), view, Wishes())
    assert len(plan.answers.rows) == 1
    (told,) = (each for each in plan.problems if each.code == "QZ-F108")
    assert "1 次" in told.message


def test_none_among_the_few_whom_the_ledger_holds_is_no_nought() -> None:
    """A roll of a few people of whom none is on allowance does not say that the village has none."""
    facts = {"person.name": WANG.name, "relief.is_low_income": "否", "place.village": "东庄村"}
    stubs = (Stub(4, ("东庄村",)),)
    columns = (Item(("村",), Place("表", 3, 1)), Item(("低保人数",), Place("表", 3, 2)))
    table = Table(
        "表",
        TableKind.MATRIX,
        columns=columns,
        stub_columns=(1,),
        stubs=stubs,
        data_start_row=4,
        header_rows=(3, 3),
    )
    form = Form("统计表.xlsx", FileKind.XLSX, "民政统计表", row_entity="村", tables=(table,))
    village = Subject(SubjectKind.PLACE, "东庄村", "东庄村")
    view = ledger({WANG: facts, village: {"place.village": "东庄村"}})
    (plan,) = plans(form, view, Wishes())
    assert plan.answers.rows == ()
    assert plan.missing != ()
