"""What a household has reaches its head's row and its house's address; what may be another's stays blank."""

from dataclasses import replace

from qingzhuang.answer.select import Scope
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Entry, Form, Item
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import ledger
from tests.pipeline.test_answering import CHILD, FACTS, HOME, WANG, card, roster

HAS: dict[str, Scalar] = {
    "person.live_addr": "样县青山镇东庄村9组",
    "land.contracted": 4.5,
    "house.structure": "砖混结构",
    "relief.is_low_income": "是",
    "relief.low_income_persons": 2,
    "household.size": 2,
}
NOBODY_SAID = {
    who: {key: value for key, value in FACTS[who].items() if not key.startswith("relief.")}
    for who in (WANG, CHILD)
}


def rows(form: Form, *keys: str, **home: Scalar) -> dict[Scalar, dict[str, Scalar]]:
    known = {**FACTS, **NOBODY_SAID, HOME: {**FACTS[HOME], **HAS, **home}}
    (plan,) = plans(form, ledger(known), Wishes(scope=Scope(keys=keys)))
    return {row.get("姓名"): dict(row) for row in plan.answers.rows}


def test_house_and_land_stand_in_the_row_of_the_head_and_of_nobody_else() -> None:
    found = rows(roster("村民登记表", "姓名", "承包地面积", "房屋结构"), "王乙", "王丙")
    assert found["王乙"] == {"姓名": "王乙", "承包地面积": 4.5, "房屋结构": "砖混结构"}
    assert found["王丙"] == {"姓名": "王丙"}


def test_the_house_stands_where_the_household_lives_as_long_as_that_is_in_its_village() -> None:
    form = roster("农户房屋登记表", "户主姓名", "房屋地址", entity="户")
    assert rows(form, HOME.key)[None]["房屋地址"] == "样县青山镇东庄村9组"
    assert "房屋地址" not in rows(form, HOME.key, **{"person.live_addr": "某市某小区3栋"})[None]


def test_a_rented_houses_address_is_not_the_households_own() -> None:
    form = roster("农户房屋登记表", "户主姓名", "租用房屋/房屋地址", "租用房屋/房屋结构", entity="户")
    assert set(rows(form, HOME.key)[None]) == {"户主姓名"}


def test_an_allowance_for_all_of_a_household_is_each_members_and_one_for_some_is_nobodys() -> None:
    form = roster("村民登记表", "姓名", "是否低保")
    assert rows(form, "王乙", "王丙")["王丙"]["是否低保"] == "是"
    some = rows(form, "王乙", "王丙", **{"relief.low_income_persons": 1})
    assert all("是否低保" not in row for row in some.values())


def test_the_monthly_sum_of_a_household_is_not_its_heads_alone() -> None:
    found = rows(roster("村民登记表", "姓名", "月保障金额"), "王乙", **{"relief.low_income_amount": 900})
    assert found["王乙"] == {"姓名": "王乙"}


def test_the_township_follows_from_the_address_but_not_that_of_the_registered_residence() -> None:
    form = roster("农户登记表", "户主姓名", "乡镇", "户籍所在地/乡镇", entity="户")
    assert rows(form, HOME.key)[None]["乡镇"] == "青山镇"
    assert "户籍所在地/乡镇" not in rows(form, HOME.key)[None]


def test_a_structure_is_ticked_with_or_without_the_word_for_it() -> None:
    kind = Item(("结构类型",), Place("表", 3, 2), entry=Entry.CHOICE, codes=("砖木", "砖混", "钢混"))
    known = {**FACTS, HOME: {**FACTS[HOME], **HAS}}
    (plan,) = plans(
        card("农户房屋卡", Item(("户主姓名",), Place("表", 2, 2)), kind, entity="户"),
        ledger(known),
        Wishes(scope=Scope(keys=(HOME.key,))),
    )
    assert plan.answers.cards["结构类型"] == "砖混"


SHOP = Subject(SubjectKind.ORGANISATION, "92990101MA9000011L", "惠民超市")
SHOPS: dict[Subject, dict[str, Scalar]] = {
    **FACTS,
    SHOP: {"site.name": "惠民超市", "经营者@person.name": "邓甲", "经营者@person.phone": "13900000009"},
}


def shops(*labels: str) -> list[dict[str, Scalar]]:
    form = roster("商户登记表", *labels, entity="企业")
    (plan,) = plans(form, ledger(SHOPS), Wishes(scope=Scope(every=True)))
    return [dict(row) for row in plan.answers.rows]


def test_a_shop_bears_one_name_and_is_reached_where_who_runs_it_is_and_no_village_is_a_shop() -> None:
    (row,) = shops("单位名称", "经营者", "联系电话", "检查人")
    assert row == {"单位名称": "惠民超市", "经营者": "邓甲", "联系电话": "13900000009"}


def test_a_form_with_both_names_tells_them_apart() -> None:
    (row,) = shops("门店名称", "企业名称", "经营者")
    assert row == {"门店名称": "惠民超市", "经营者": "邓甲"}


def test_a_telephone_beside_another_persons_name_is_that_persons() -> None:
    (row,) = shops("单位名称", "法定代表人", "联系电话")
    assert row == {"单位名称": "惠民超市"}


def test_the_year_in_which_a_house_was_built_answers_when() -> None:
    form = roster("农户房屋登记表", "户主姓名", "建成时间", entity="户")
    assert rows(form, HOME.key, **{"house.built_year:year": 1998})[None]["建成时间"] == 1998


def test_a_mobile_number_is_a_telephone_and_a_telephone_may_be_a_mobile() -> None:
    form = roster("村民登记表", "姓名", "手机号码", "联系电话")
    assert rows(form, "王乙")["王乙"]["手机号码"] == "13900000001"
    known = {**FACTS, CHILD: {**FACTS[CHILD], "person.mobile": "13900000002"}}
    (plan,) = plans(form, ledger(known), Wishes(scope=Scope(keys=("王丙",))))
    assert dict(plan.answers.rows[0]) == {
        "姓名": "王丙",
        "手机号码": "13900000002",
        "联系电话": "13900000002",
    }


def test_a_landline_is_no_mobile_and_two_numbers_are_no_conflict() -> None:
    form = roster("村民登记表", "姓名", "手机号码", "联系电话")
    known = {**FACTS, CHILD: {**FACTS[CHILD], "person.phone": "0990-1234567"}}
    (plan,) = plans(form, ledger(known), Wishes(scope=Scope(keys=("王丙",))))
    assert dict(plan.answers.rows[0]) == {"姓名": "王丙", "联系电话": "0990-1234567"}
    known[CHILD] = {**known[CHILD], "person.mobile": "13900000002"}
    (plan,) = plans(form, ledger(known), Wishes(scope=Scope(keys=("王丙",))))
    assert plan.answers.rows[0]["联系电话"] == "0990-1234567"
    assert plan.answers.rows[0]["手机号码"] == "13900000002"


def test_the_township_of_the_office_that_fills_is_what_its_households_addresses_say() -> None:
    form = card(
        "农户登记卡", Item(("乡镇",), Place("表", 2, 2)), Item(("户主姓名",), Place("表", 3, 2)), entity="户"
    )
    known = {**FACTS, HOME: {**FACTS[HOME], **HAS}}
    wishes = Wishes(scope=Scope(villages=("东庄村",), keys=(HOME.key,)))
    (plan,) = plans(form, ledger(known), wishes)
    assert plan.answers.cards["乡镇"] == "青山镇"
    names = roster("农户名册", "户主姓名", entity="户")
    head = Item(("乡镇",), Place("表", 2, 2))
    listing = replace(names, tables=(replace(names.tables[0], inputs=(head,)),))
    (plan,) = plans(listing, ledger(known), Wishes(scope=Scope(villages=("东庄村",))))
    assert plan.answers.cards["乡镇"] == "青山镇"
