"""Whose it is: a relative's telephone is not one's own, and a card about a person is filled by the village."""

from qingzhuang.answer.select import Scope
from qingzhuang.model.form import Item
from qingzhuang.model.place import Place
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import ledger
from tests.pipeline.test_answering import FACTS, HOME, LI, WANG, card, roster


def field(label: str, row: int) -> Item:
    return Item((label,), Place("表", row, 2))


KNOWN = {**FACTS, LI: {**FACTS[LI], "person.phone": "13900000001"}}


def test_a_relatives_telephone_beside_ones_own_is_left_blank() -> None:
    form = roster("低保对象花名册", "姓名", "本人电话", "家属电话")
    (plan,) = plans(form, ledger(KNOWN), Wishes(scope=Scope(keys=("李甲",))))
    (row,) = plan.answers.rows
    assert row["本人电话"] == "13900000001"
    assert "家属电话" not in row


def test_the_members_name_alone_is_the_rows_own() -> None:
    form = roster("低保对象花名册", "家庭成员姓名", "身份证号", "联系电话")
    (plan,) = plans(form, ledger(KNOWN), Wishes(scope=Scope(keys=("李甲",))))
    (row,) = plan.answers.rows
    assert dict(row) == {"家庭成员姓名": "李甲", "身份证号": LI.key, "联系电话": "13900000001"}


def test_the_office_on_a_persons_card_is_the_village() -> None:
    form = card("低保对象登记卡", field("填报单位", 2), field("姓名", 3), field("联系电话", 4))
    (plan,) = plans(form, ledger(KNOWN), Wishes(scope=Scope(keys=("李甲",))))
    assert plan.answers.cards["填报单位"] == "东庄村"
    assert plan.answers.cards["姓名"] == "李甲"


def test_names_that_fit_no_row_are_told() -> None:
    form = roster("低保对象花名册", "姓名", "联系电话")
    (plan,) = plans(form, ledger(KNOWN), Wishes(scope=Scope(keys=("没有这个人",))))
    assert plan.answers.rows == ()
    assert "QZ-F114" in [problem.code for problem in plan.problems]


def test_who_helps_a_household_stands_in_the_row_of_its_head_and_of_no_one_else() -> None:
    helped = {
        **KNOWN,
        HOME: {
            **FACTS[HOME],
            "户主@person.id_no": WANG.key,
            "帮扶人@person.name": "赵六",
            "relief.measure": "产业帮扶",
        },
    }
    form = roster("帮扶对象花名册", "姓名", "帮扶责任人姓名", "帮扶措施")
    (plan,) = plans(form, ledger(helped), Wishes(scope=Scope(keys=("王乙", "王丙"))))
    rows = {str(row["姓名"]): dict(row) for row in plan.answers.rows}
    assert rows["王乙"] == {"姓名": "王乙", "帮扶责任人姓名": "赵六", "帮扶措施": "产业帮扶"}
    assert rows["王丙"] == {"姓名": "王丙"}
