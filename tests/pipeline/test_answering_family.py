"""Who is who in a household: the head speaks for it, a parent only where the relation leaves no doubt."""

from datetime import date

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.plan_cell import State
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import household, ledger, person, said

HE = person(date(1950, 3, 12), 11, "贺山")
WIFE = person(date(1953, 8, 20), 22, "田莲")
GIRL = person(date(2015, 7, 1), 42, "贺雨")
HOME = household("HT1")
ROLL = "村民信息表.xlsx|村民信息表"


def _roster(title: str, *labels: str, row: str) -> Form:
    columns = tuple(Item((label,), Place("表", 3, number)) for number, label in enumerate(labels, 1))
    table = Table("表", TableKind.LIST, title=title, columns=columns, data_start_row=4, header_rows=(3, 3))
    return Form(f"{title}.xlsx", FileKind.XLSX, title, row_entity=row, tables=(table,))


def _of(who: Subject, relation: str, **more: Scalar) -> dict[str, Scalar]:
    sex = "男" if who is HE else "女"
    facts = {"person.name": who.name, "person.id_no": who.key, "person.relation_to_head": relation}
    return {**facts, "person.hukou_booklet_no": HOME.key, "person.sex": sex, **more}


FAMILY: dict[Subject, dict[str, Scalar]] = {
    HE: _of(HE, "户主"),
    WIFE: _of(WIFE, "妻"),
    GIRL: _of(GIRL, "女"),
    HOME: {"household.code": HOME.key},
}


def _rolled(**changed: dict[str, Scalar]) -> LedgerView:
    more = [
        said(who, element, value, by=ROLL)
        for who, values in FAMILY.items()
        for element, value in {**values, **changed.get(who.name, {})}.items()
    ]
    return ledger({}, *more)


def test_a_roster_of_households_gives_the_heads_number_and_how_many_they_are() -> None:
    """Everybody stands on a roll of all villagers, so nobody need be asked how many belong to the household."""
    form = _roster("农户台账", "户主姓名", "证件号码", "家庭人口数", row="户")
    (plan,) = plans(form, _rolled(), Wishes())
    assert plan.answers.rows == ({"户主姓名": "贺山", "证件号码": HE.key, "家庭人口数": 3},)
    assert plan.missing == ()


def test_a_head_who_has_died_is_asked_about_and_not_written() -> None:
    form = _roster("农户台账", "户主姓名", "户主身份证号", row="户")
    (plan,) = plans(form, _rolled(贺山={"person.is_dead": "是"}), Wishes())
    assert all(value is None for row in plan.answers.rows for value in row.values())
    assert {each.state for each in plan.missing} == {State.DOUBTFUL}


def test_the_head_is_the_parent_of_the_heads_child_and_the_spouse_need_not_be() -> None:
    form = _roster("儿童花名册", "姓名", "父亲姓名", "母亲姓名", row="人")
    (plan,) = plans(form, _rolled(), Wishes())
    assert plan.answers.rows == ({"姓名": "贺雨", "父亲姓名": "贺山"},)


def test_a_step_child_has_no_parent_by_relation() -> None:
    form = _roster("儿童花名册", "姓名", "父亲姓名", row="人")
    view = _rolled(贺雨={"person.relation_to_head": "继女"})
    (plan,) = plans(form, view, Wishes())
    assert plan.answers.rows == ({"姓名": "贺雨"},)


def test_two_rolls_that_differ_on_the_heads_phone_are_a_conflict_on_every_form() -> None:
    stated = [said(who, key, value) for who, facts in FAMILY.items() for key, value in facts.items()]
    stated += [
        said(HE, "person.phone", "13900000001", by="人"),
        said(HOME, "person.phone", "13900000002", by="户"),
    ]
    view = ledger({}, *stated)
    for form in (
        _roster("农户台账", "户主姓名", "户主联系电话", row="户"),
        _roster("60岁以上老年人名册", "姓名", "联系电话", row="人"),
    ):
        (plan,) = plans(form, view, Wishes())
        assert State.CONFLICT in [each.state for each in plan.missing]
