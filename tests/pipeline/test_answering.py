"""From a ledger and a form to answers: what is known is written, what is not is asked, nothing is made up."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.answer.ask import ask
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import State
from qingzhuang.answer.select import Scope
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Entry, Form, Item, ItemType, Period, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import TODAY, household, ledger, person, said, village

LI = person(date(1940, 7, 1), 1, "李甲")
WANG = person(date(1980, 3, 5), 2, "王乙")
CHILD = person(date(2016, 9, 1), 3, "王丙")
HOME = household("9900001")
EAST = village("东庄村")
FACTS: dict[Subject, dict[str, Scalar]] = {
    LI: {
        "person.name": "李甲",
        "person.id_no": LI.key,
        "relief.is_low_income": "是",
        "party.is_member": "否",
        "place.village": "东庄村",
        "household.annual_income": 12_000,
    },
    WANG: {
        "person.name": "王乙",
        "person.id_no": WANG.key,
        "person.phone": "13900000001",
        "relief.is_low_income": "是",
        "party.is_member": "是",
        "person.hukou_booklet_no": "9900001",
        "person.relation_to_head": "户主",
    },
    CHILD: {
        "person.name": "王丙",
        "person.id_no": CHILD.key,
        "relief.is_low_income": "否",
        "party.is_member": "否",
        "person.hukou_booklet_no": "9900001",
        "person.relation_to_head": "子",
    },
    HOME: {"place.village": "东庄村", "household.size": 2, "person.live_addr": "东庄村9组"},
    EAST: {"place.village": "东庄村"},
}
VIEW = ledger(FACTS)


def column(number: int, *path: str, **more: object) -> Item:
    return Item(path, Place("表", 3, number), **more)  # type: ignore[arg-type]


def roster(title: str, *labels: str, entity: str = "人", **more: object) -> Form:
    columns = tuple(column(number, *label.split("/")) for number, label in enumerate(labels, 1))
    table = Table("表", TableKind.LIST, title, header_rows=(3, 3), columns=columns, data_start_row=4)
    return Form(f"{title}.xlsx", FileKind.XLSX, title, (table,), row_entity=entity, **more)  # type: ignore[arg-type]


def card(title: str, *items: Item, entity: str = "人") -> Form:
    table = Table("表", TableKind.CARD, title, inputs=items)
    return Form(f"{title}.xlsx", FileKind.XLSX, title, (table,), row_entity=entity)


def one(form: Form, **wishes: object) -> Plan:
    (found,) = plans(form, VIEW, Wishes(scope=Scope(**wishes)))  # type: ignore[arg-type]
    return found


def test_a_list_gets_the_people_its_title_means_with_what_is_known_and_what_follows() -> None:
    plan = one(roster("低保对象花名册", "姓名", "身份证号", "性别", "年龄", "出生日期", "联系电话"))
    rows = {row["姓名"]: row for row in plan.answers.rows}
    assert set(rows) == {"李甲", "王乙"}
    assert rows["王乙"] == {
        "姓名": "王乙",
        "身份证号": WANG.key,
        "性别": "女",
        "年龄": 46,
        "出生日期": "1980-03-05",
        "联系电话": "13900000001",
    }
    assert "联系电话" not in rows["李甲"]


def test_every_cell_tells_where_it_comes_from() -> None:
    plan = one(roster("低保对象花名册", "姓名", "身份证号", "年龄"))
    by_label = {cell.item.label: cell for cell in plan.cells if cell.subject == WANG}
    assert by_label["姓名"].origin.state is State.KNOWN
    assert by_label["姓名"].origin.facts[0].source.file == "台账.xlsx"
    assert by_label["年龄"].origin.formula == "id_number.age"
    assert by_label["年龄"].origin.facts[0].element == "person.id_no"


def test_age_is_reckoned_on_the_date_of_the_form() -> None:
    form = roster("低保对象花名册", "姓名", "年龄", period=Period("截至2020年7月1日", as_of=date(2020, 7, 1)))
    ages = {row["姓名"]: row["年龄"] for row in one(form).answers.rows}
    assert ages == {"李甲": 80, "王乙": 40}


def test_a_title_with_an_age_or_a_party_lists_just_those() -> None:
    def listed(title: str) -> set[Scalar]:
        return {row["姓名"] for row in one(roster(title, "姓名")).answers.rows}

    assert listed("80周岁以上老年人名册") == {"李甲"}
    assert listed("高龄老人台账") == {"李甲"}
    assert listed("党员花名册") == {"王乙"}
    assert listed("居民信息登记表") == {"李甲", "王乙", "王丙"}
    assert listed("2026年东庄村14岁以下未成年人登记表") == {"王丙"}


def test_a_title_nobody_understands_lists_nobody_until_told_so() -> None:
    form = roster("防汛转移安置人员名单", "姓名")
    plan = one(form)
    assert plan.answers.rows == ()
    assert [problem.code for problem in plan.problems] == ["QZ-F101"]
    assert len(one(form, every=True).answers.rows) == 3
    assert [row["姓名"] for row in one(form, keys=("王乙",)).answers.rows] == ["王乙"]


def test_a_word_that_turns_the_population_round_is_not_overlooked() -> None:
    assert one(roster("退出低保对象名单", "姓名")).answers.rows == ()
    assert one(roster("非党员名单", "姓名")).answers.rows == ()


def test_a_form_whose_rows_nobody_understands_stays_blank() -> None:
    plan = one(roster("某某表", "姓名", entity="某某"))
    assert "QZ-F104" in [problem.code for problem in plan.problems]


def test_what_a_household_has_stands_on_each_members_row_and_is_asked_once() -> None:
    plan = one(roster("居民信息登记表", "姓名", "村（社区）", "家庭人口", "家庭年收入"))
    rows = {row["姓名"]: row for row in plan.answers.rows}
    assert rows["王丙"]["家庭人口"] == 2
    assert rows["王丙"]["村（社区）"] == "东庄村"


def test_a_conflict_is_never_written_but_listed() -> None:
    view = ledger(FACTS, said(WANG, "person.phone", "13900000009", by="别的.xlsx"))
    (plan,) = plans(roster("党员花名册", "姓名", "联系电话"), view, Wishes())
    assert plan.answers.rows == ({"姓名": "王乙"},)
    (missing,) = plan.missing
    assert (missing.state, {fact.value for fact in missing.facts}) == (
        State.CONFLICT,
        {"13900000001", "13900000009"},
    )


def test_a_birth_date_that_the_id_number_denies_is_a_conflict() -> None:
    view = ledger(FACTS, said(WANG, "person.birth", date(1980, 3, 6), by="别的.xlsx"))
    (plan,) = plans(roster("党员花名册", "姓名", "出生日期"), view, Wishes())
    assert plan.answers.rows == ({"姓名": "王乙"},)
    assert plan.missing[0].state is State.CONFLICT


def test_a_stale_fact_is_asked_again_not_written_unless_allowed() -> None:
    stale = said(LI, "person.phone", "13900000003", until=date(2026, 6, 29))
    view = ledger(FACTS, stale)
    form = roster("高龄老人台账", "姓名", "联系电话")
    (plan,) = plans(form, view, Wishes())
    assert plan.answers.rows == ({"姓名": "李甲"},)
    assert plan.missing[0].state is State.STALE
    assert plan.missing[0].facts == (stale.fact,)
    (accepted,) = plans(form, view, Wishes(accept_stale=True))
    assert accepted.answers.rows == ({"姓名": "李甲", "联系电话": "13900000003"},)


def test_a_value_is_said_in_the_forms_own_words_and_unit() -> None:
    boxes = Item(("是否党员",), Place("表", 2, 2), codes=("□是", "□否"), entry=Entry.CHOICE)
    sex = Item(("性别",), Place("表", 3, 2), codes=("1.男性", "2.女性"))
    money = Item(("家庭年收入（万元）",), Place("表", 4, 2), unit="万元", type=ItemType.NUMBER)
    form = card("党员信息卡", Item(("姓名",), Place("表", 1, 2)), boxes, sex, money)
    (plan,) = plans(form, VIEW, Wishes(scope=Scope(keys=(WANG.key,))))
    assert plan.answers.cards["姓名"] == "王乙"
    assert plan.answers.cards["性别"] == "2.女性"
    assert plan.answers.cards["是否党员"] == "□是"


def test_a_card_is_made_for_each_subject_named_and_for_nobody_else() -> None:
    form = card("居民信息卡", Item(("姓名",), Place("表", 1, 2)))
    made = plans(form, VIEW, Wishes(scope=Scope(keys=(LI.key, "王乙"))))
    assert [plan.answers.cards for plan in made] == [{"姓名": "李甲"}, {"姓名": "王乙"}]
    (nobody,) = plans(form, VIEW, Wishes())
    assert nobody.answers.cards == {}
    assert [problem.code for problem in nobody.problems] == ["QZ-F105"]


def test_a_mistyped_id_number_is_pointed_out_and_neither_written_nor_used() -> None:
    """Written as it is, it would go out as if it were certain."""
    wrong = WANG.key[:-1] + ("0" if WANG.key[-1] != "0" else "1")
    view = ledger({**FACTS, WANG: {**FACTS[WANG], "person.id_no": wrong}})
    (plan,) = plans(roster("党员花名册", "姓名", "身份证号", "性别"), view, Wishes())
    assert plan.answers.rows == ({"姓名": "王乙"},)
    assert "QZ-F106" in [problem.code for problem in plan.problems]
    assert (State.DOUBTFUL, WANG) in [(each.state, each.subject) for each in plan.missing]


def test_a_statistic_counts_people_when_the_ledger_holds_everybody() -> None:
    facts = {who: dict(values) for who, values in FACTS.items() if who != LI}
    stubs = (Stub(4, ("东庄村",)),)
    columns = (column(1, "村"), column(2, "总人口"), column(3, "其中", "女"), column(4, "60岁以上老人数"))
    table = Table(
        "表",
        TableKind.MATRIX,
        columns=columns,
        stub_columns=(1,),
        stubs=stubs,
        data_start_row=4,
        header_rows=(3, 3),
    )
    form = Form("人口统计表.xlsx", FileKind.XLSX, "人口统计表", (table,), row_entity="村")
    (plan,) = plans(form, ledger(facts), Wishes())
    assert plan.answers.rows == ({"村": "东庄村", "总人口": 2, "其中/女": 1, "60岁以上老人数": 0},)
    (short,) = plans(form, ledger({**facts, HOME: {**facts[HOME], "household.size": 3}}), Wishes())
    assert short.answers.rows == ()


def test_a_list_of_villages_is_counted_the_same_way() -> None:
    facts = {who: dict(values) for who, values in FACTS.items() if who != LI}
    (plan,) = plans(
        roster("各村人口统计表", "村名", "总人口", "总户数", entity="村"), ledger(facts), Wishes()
    )
    assert plan.answers.rows == ({"村名": "东庄村", "总人口": 2, "总户数": 1},)


def test_the_questions_are_few_each_asked_once_and_sorted_by_what_they_fill() -> None:
    stranger = person(date(1970, 1, 1), 5, "赵丁")
    view = ledger({stranger: {"person.name": "赵丁", "party.is_member": "是"}})
    forms = (
        roster("党员花名册", "姓名", "性别", "年龄", "联系电话"),
        roster("党员信息登记表", "姓名", "出生日期", "联系电话", "身份证号"),
    )
    questions = ask((plan for form in forms for plan in plans(form, view, Wishes())), element)
    assert [(question.key, question.cells) for question in questions] == [
        ("person.id_no", 4),
        ("person.phone", 2),
    ]
    assert set(questions[0].answers) == {"person.id_no", "person.sex", "person.age", "person.birth"}
    assert questions[0].holder == "公安"
    assert questions[1].files == ("党员花名册.xlsx", "党员信息登记表.xlsx")


def test_where_only_ages_are_wanted_nobody_is_asked_for_an_id_number() -> None:
    stranger = person(date(1970, 1, 1), 5, "赵丁")
    view = ledger({stranger: {"person.name": "赵丁", "party.is_member": "是"}})
    form = roster("党员花名册", "姓名", "年龄", "出生日期")
    (question,) = ask(plans(form, view, Wishes()), element)
    assert (question.key, question.cells) == ("person.birth", 2)


def test_the_fill_date_and_the_filling_village_are_given() -> None:
    inputs = (
        Item(("填报单位",), Place("表", 2, 1)),
        Item(("填报日期",), Place("表", 2, 4), type=ItemType.DATE),
    )
    table = Table("表", TableKind.LIST, columns=(column(1, "姓名"),), inputs=inputs, data_start_row=4)
    form = Form("党员花名册.xlsx", FileKind.XLSX, "党员花名册", (table,), row_entity="人")
    plan = one(form, villages=("东庄村",))
    assert plan.answers.cards == {"填报单位": "东庄村", "填报日期": TODAY.isoformat()}


def test_a_household_that_stands_under_two_keys_is_one_row_with_all_that_is_known() -> None:
    """One roll names the book number, another only the head's ID number."""
    by_head = household(WANG.key, "王乙")
    facts: dict[Subject, dict[str, Scalar]] = {
        **FACTS,
        HOME: {**FACTS[HOME], "户主@person.id_no": WANG.key, "户主@person.phone": "13900000001"},
        by_head: {
            "户主@person.id_no": WANG.key,
            "relief.is_low_income": "是",
            "relief.low_income_class": "B类",
        },
    }
    form = roster("低保户花名册", "户主姓名", "村（社区）", "低保类别", "家庭人口", entity="户")
    (plan,) = plans(form, ledger(facts), Wishes())
    assert plan.answers.rows == (
        {"户主姓名": "王乙", "村（社区）": "东庄村", "低保类别": "B类", "家庭人口": 2},
    )


def test_a_household_is_reached_where_its_head_is_and_not_at_another_members() -> None:
    facts = {who: {**values} for who, values in FACTS.items()}
    facts[CHILD]["person.phone"] = "13900000003"
    form = roster("农户基本信息登记表", "户主姓名", "联系电话", entity="户")
    (plan,) = plans(form, ledger(facts), Wishes())
    assert plan.answers.rows == ({"户主姓名": "王乙", "联系电话": "13900000001"},)
    del facts[WANG]["person.phone"]
    (plan,) = plans(form, ledger(facts), Wishes())
    assert plan.answers.rows == ({"户主姓名": "王乙"},)


def test_the_date_that_a_form_prints_itself_stays() -> None:
    printed = Period("2026年3月31日", as_of=date(2026, 3, 31))
    field = Item(("填报日期",), Place("表", 2, 1), type=ItemType.DATE, entry=Entry.INLINE)
    form = roster("低保对象花名册", "姓名", period=printed)
    form = replace(form, tables=(replace(form.tables[0], inputs=(field,)),))
    (plan,) = plans(form, VIEW, Wishes())
    assert plan.answers.cards == {"填报日期": "2026-03-31"}


def test_beside_the_heads_name_the_other_columns_are_those_of_the_person_listed() -> None:
    form = roster("0-12岁儿童花名册", "户主姓名", "儿童姓名", "身份证号", "年龄", "联系电话", entity="户")
    (row,) = one(form).answers.rows
    told = {"户主姓名": "王乙", "儿童姓名": "王丙", "身份证号": CHILD.key}
    assert row == {**told, "年龄": row["年龄"]}
    assert row["年龄"] in (9, 10)


def test_what_a_household_roll_says_of_the_head_stands_on_the_heads_own_row() -> None:
    facts = {who: {**values} for who, values in FACTS.items()}
    del facts[WANG]["person.phone"]
    facts[HOME] |= {"户主@person.phone": "13900000008"}
    (plan,) = plans(roster("居民信息登记表", "姓名", "联系电话"), ledger(facts), Wishes())
    phones = {row["姓名"]: row.get("联系电话") for row in plan.answers.rows}
    assert phones == {"李甲": None, "王乙": "13900000008", "王丙": None}


def test_a_shop_kept_under_its_credit_code_stands_on_the_form_of_premises() -> None:
    shop = Subject(SubjectKind.ORGANISATION, "92990101MA9000011L", "小桥餐馆")
    facts: dict[Subject, dict[str, Scalar]] = {shop: {"site.name": "小桥餐馆", "site.kind": "小餐饮"}}
    form = roster("“九小场所”基础台账", "场所名称", "场所类别", entity="场所")
    (plan,) = plans(form, ledger(facts), Wishes())
    assert plan.answers.rows == ({"场所名称": "小桥餐馆", "场所类别": "小餐饮"},)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["13900000001", "13900000002"]), min_size=2, max_size=4))
def test_whatever_sources_say_a_disagreement_is_never_written(values: list[str]) -> None:
    stated = [said(WANG, "person.phone", value, by=f"{n}.xlsx") for n, value in enumerate(values)]
    facts = {WANG: {"person.name": "王乙", "party.is_member": "是"}}
    (plan,) = plans(roster("党员花名册", "姓名", "联系电话"), ledger(facts, *stated), Wishes())
    written = [row.get("联系电话") for row in plan.answers.rows]
    assert written == ([values[0]] if len(set(values)) == 1 else [None])
    assert all(cell.value is None for cell in plan.cells if cell.origin.state is State.CONFLICT)


def test_a_figure_whose_words_are_not_all_understood_is_left_blank() -> None:
    """城镇 and 申请 narrow a figure; nobody must take it for the whole."""
    facts = {who: dict(values) for who, values in FACTS.items() if who != LI}
    labels = ("村名", "女", "城镇/女", "申请人数", "女童", "低保、党员人数", "住房安全户数")
    (plan,) = plans(roster("各村人口统计表", *labels, entity="村"), ledger(facts), Wishes())
    assert plan.answers.rows == ({"村名": "东庄村", "女": 1},)


def test_a_title_of_two_populations_counts_nobody() -> None:
    facts = {who: dict(values) for who, values in FACTS.items() if who != LI}
    (plan,) = plans(roster("妇女儿童统计表", "村名", "合计", entity="村"), ledger(facts), Wishes())
    assert plan.answers.rows == ({"村名": "东庄村"},)


def test_a_list_under_a_few_fields_is_no_card_but_a_list_under_a_card_is_part_of_it() -> None:
    fields = tuple(Item((label,), Place("表", 2, 1)) for label in ("姓名", "性别", "身份证号", "联系电话"))
    table = Table("表", TableKind.MIXED, columns=(column(1, "姓名"),), inputs=fields[:1], data_start_row=4)
    form = Form("党员花名册.xlsx", FileKind.XLSX, "党员花名册", (table,), row_entity="人")
    assert one(form).answers.rows == ({"姓名": "王乙"},)
    card_with_list = replace(form, tables=(replace(table, inputs=fields),))
    assert one(card_with_list).answers.rows == ()


def indicators(year: int, *rows: tuple[str, str]) -> Form:
    heads = tuple(column(number, label) for number, label in enumerate(("指标名称", "计量单位", "数值"), 1))
    stubs = tuple(Stub(row, labels) for row, labels in enumerate(rows, 4))
    table = Table(
        "表", TableKind.MATRIX, "东庄村基本情况统计表", None, (3, 3), heads, 4, 6, (), (), (1, 2), stubs
    )
    period = Period(f"{year}年度", date(year, 1, 1), date(year, 12, 31))
    return Form("村情.xlsx", FileKind.XLSX, "东庄村基本情况统计表", (table,), period=period, row_entity="村")


def test_a_table_of_indicators_gets_the_villages_own_figures_of_that_year_in_its_units() -> None:
    facts: dict[Subject, dict[str, Scalar]] = {
        **FACTS,
        EAST: {"place.village": "东庄村", "land.arable": 1530, "place.households": 412},
    }
    rows = (("耕地面积", "公顷"), ("总户数", "户"), ("经营性收入", "元"))
    (now,) = plans(indicators(2026, *rows), ledger(facts), Wishes())
    assert [row["数值"] for row in now.answers.rows] == [102, 412]
    (then,) = plans(indicators(2025, *rows), ledger(facts), Wishes())
    assert then.answers.rows == ()
    assert [(each.label, each.state) for each in then.missing] == [
        ("耕地面积（公顷）", State.STALE),
        ("总户数", State.STALE),
        ("经营性收入（元）", State.UNKNOWN),
    ]
