"""Statistics: every figure that follows from the ledger is counted, no other is, and both are told."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count

import pytest

from qingzhuang.answer.ledger import Candidate, LedgerView, view_of
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.select import Scope
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.model.form import Form, Item, Period, Stub, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind, Scalar
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import LEARNT, TODAY, household, person, village

EAST, WEST = "东庄村", "西庄村"
CENSUS, HOMES = "东西庄户籍|户籍人口台账", "农户台账|青禾镇农户台账"
_CELLS = count(1)
GRANDMA = person(date(1950, 2, 1), 2, "周奶奶")
MOTHER = person(date(1988, 2, 1), 4, "周母")
SON = person(date(2015, 2, 1), 1, "周儿")
OLD_MAN = person(date(1944, 2, 1), 3, "吴大爷")
WORKER = person(date(1990, 2, 1), 5, "郑工")


def fact(who: Subject, element: str, value: Scalar, by: str, cell: str = "") -> Candidate:
    source = Source(by, cell or f"Sheet1!A{next(_CELLS)}")
    return Candidate(Fact(who, element, value, date(2026, 1, 1), source, "测试", LEARNT), by)


def census() -> Iterator[Candidate]:
    """Two villages of which everybody is known: 周奶奶, 周母, 周儿 and 吴大爷 in the east, 郑工 in the west."""
    homes = {
        "9900001": (EAST, (GRANDMA, MOTHER, SON)),
        "9900002": (EAST, (OLD_MAN,)),
        "9900003": (WEST, (WORKER,)),
    }
    jobs = {GRANDMA: "务农", MOTHER: "外出务工", SON: "在校学生", OLD_MAN: "务农", WORKER: "外出务工"}
    schooling = {GRANDMA: "小学", MOTHER: "大学专科", SON: "小学", OLD_MAN: "文盲", WORKER: "高中"}
    for number, (place, members) in homes.items():
        home = household(number)
        yield fact(village(place), "place.village", place, CENSUS)
        yield fact(home, "place.village", place, CENSUS)
        yield fact(home, "household.size", len(members), CENSUS)
        yield fact(home, "户主@person.id_no", members[0].key, CENSUS)
        for each in members:
            yield fact(each, "person.name", each.name, CENSUS)
            yield fact(each, "person.id_no", each.key, CENSUS)
            yield fact(each, "household.code", number, CENSUS)
            yield fact(each, "person.relation_to_head", "户主" if each == members[0] else "其他", CENSUS)
            yield fact(each, "person.employment", jobs[each], CENSUS)
            yield fact(each, "person.education", schooling[each], CENSUS)


def view(*more: Candidate) -> LedgerView:
    return view_of((*census(), *more), TODAY)


def form(title: str, *labels: str, units: Mapping[str, str] | None = None, **more: object) -> Form:
    """Columns of figures beside the two villages."""
    columns = tuple(
        Item(tuple(label.split("/")), Place("表", 3, number), unit=(units or {}).get(label))
        for number, label in enumerate(("村", *labels), 1)
    )
    stubs = (Stub(4, (EAST,)), Stub(5, (WEST,)))
    table = Table("表", TableKind.MATRIX, title, None, (3, 3), columns, 4, 5, stub_columns=(1,), stubs=stubs)
    return Form(f"{title}.xlsx", FileKind.XLSX, title, (table,), row_entity="村", **more)  # type: ignore[arg-type]


def filled(asked: Form, ledger: LedgerView) -> Plan:
    (plan,) = plans(asked, ledger, Wishes())
    return plan


def figures(plan: Plan, label: str) -> list[Scalar]:
    """What stands in a column: for the eastern and the western village."""
    rows = {row["村"]: row for row in plan.answers.rows}
    return [rows.get(place, {}).get(label) for place in (EAST, WEST)]


def told(plan: Plan, code: str) -> str:
    return "".join(problem.message for problem in plan.problems if problem.code == code)


def disabled(who: Subject, by: str = "残疾人台账|青禾镇持证残疾人台账") -> tuple[Candidate, ...]:
    return (fact(who, "person.id_no", who.key, by), fact(who, "disability.level", "二级", by))


def test_whoever_is_not_on_the_townships_roll_is_none_and_the_roll_is_named() -> None:
    plan = filled(form("村基本情况统计表", "残疾人数"), view(*disabled(OLD_MAN), *disabled(WORKER)))
    assert figures(plan, "残疾人数") == [1, 1]
    assert "青禾镇持证残疾人台账" in told(plan, "QZ-F130")


def test_a_roll_that_covers_one_village_gives_no_nought_in_another() -> None:
    for roll in ("名册|持证残疾人台账", f"名册|{EAST}持证残疾人台账"):
        plan = filled(form("村基本情况统计表", "残疾人数"), view(*disabled(OLD_MAN, roll)))
        assert figures(plan, "残疾人数") == [1 if EAST in roll else None, None]
        assert "看不出" in told(plan, "QZ-F131")


def test_a_roll_with_somebody_whose_village_nobody_knows_says_no_of_no_one() -> None:
    stranger = person(date(1970, 1, 1), 9, "冯某")
    plan = filled(
        form("村基本情况统计表", "残疾人数"), view(*disabled(OLD_MAN), *disabled(WORKER), *disabled(stranger))
    )
    assert figures(plan, "残疾人数") == [None, 1]


def test_a_guardian_named_on_the_roll_of_pupils_is_no_pupil() -> None:
    roll = "学生|青禾镇在校学生台账"
    rows = [
        fact(SON, "person.id_no", SON.key, roll),
        fact(SON, "student.school", "青禾小学", roll),
        fact(SON, "监护人@person.id_no", MOTHER.key, roll, "Sheet1!G9"),
        fact(MOTHER, "person.id_no", MOTHER.key, roll, "Sheet1!G9"),
        fact(WORKER, "student.school", "示例职业学院", roll),
    ]
    plan = filled(form("在校学生情况统计表", "在校学生数", "其中：女生"), view(*rows))
    assert figures(plan, "在校学生数") == [1, 1]
    assert figures(plan, "其中：女生") == [0, 0]


def test_households_on_allowance_are_counted_and_so_are_those_whom_their_roll_says_it_is_for() -> None:
    roll = "低保|青禾镇低保户台账"
    homes = ((household("9900001"), GRANDMA, 2), (household("9900003"), WORKER, 1))
    rows = [
        fact(home, element, value, roll)
        for home, head, people in homes
        for element, value in (
            ("户主@person.id_no", head.key),
            ("relief.is_low_income", "是"),
            ("relief.low_income_persons", people),
        )
    ]
    asked = form("民生保障情况统计表", "低保户数", "低保人数", "60岁以上低保对象")
    plan = filled(asked, view(*rows))
    assert figures(plan, "低保户数") == [1, 1]
    assert figures(plan, "低保人数") == [2, 1]
    assert figures(plan, "60岁以上低保对象") == [None, 0]


def test_a_column_headed_by_a_word_of_the_ledger_counts_of_whom_it_is_said() -> None:
    labels = ("务农", "外出务工人数", "大专及以上学历", "初中及以下", "待业")
    plan = filled(form("人口情况统计表", *labels), view())
    assert [figures(plan, each) for each in labels] == [[2, 0], [1, 1], [1, 0], [3, 0], [None, None]]


def test_two_words_of_the_ledger_that_may_mean_the_same_are_not_told_apart() -> None:
    plan = filled(form("人口情况统计表", "务农"), view(fact(MOTHER, "person.employment", "务农人员", CENSUS)))
    assert figures(plan, "务农") == [None, None]


def test_another_answer_to_the_titles_question_is_no_part_of_the_titles_people() -> None:
    states = {GRANDMA: "已参保", MOTHER: "未参保", SON: "已参保", OLD_MAN: "已参保", WORKER: "未参保"}
    rows = [fact(who, "insurance.medical_status", state, "医保|参保台账") for who, state in states.items()]
    plan = filled(form("城乡居民医保参保情况统计表", "户籍人口数", "已参保人数", "未参保人数"), view(*rows))
    assert figures(plan, "已参保人数") == [3, 0]
    assert figures(plan, "未参保人数") == [1, 1]
    assert figures(plan, "户籍人口数") == [None, None]  # all people, or the insured?


def test_among_whom_is_not_guessed() -> None:
    labels = ("0-17岁", "60岁以上", "其中：女")
    plan = filled(form("人口情况统计表", *labels), view())
    assert figures(plan, "其中：女") == [None, 0]
    one = filled(form("人口情况统计表", "60岁以上", "其中：女"), view())
    assert figures(one, "其中：女") == [1, 0]
    everyone = filled(form("人口情况统计表", "60岁以上", "总人口", "其中：女"), view())
    assert figures(everyone, "其中：女") == [2, 0]


def test_a_title_of_two_populations_does_not_limit_columns_that_name_each_by_itself() -> None:
    plan = filled(form("妇女儿童情况统计表", "妇女人数", "6-12岁儿童数"), view())
    assert [figures(plan, each) for each in ("妇女人数", "6-12岁儿童数")] == [[2, 0], [1, 0]]
    assert "18岁以上" in told(plan, "QZ-F130")
    both = filled(form("残疾儿童情况统计表", "6-12岁儿童数"), view(*disabled(OLD_MAN), *disabled(WORKER)))
    assert figures(both, "6-12岁儿童数") == [None, None]


def planted(
    *areas: tuple[str, Scalar], on_roll: tuple[str, ...] = ("9900001", "9900002", "9900003")
) -> LedgerView:
    rows = [fact(household(number), "place.group", "1组", HOMES) for number in on_roll]
    return view(*rows, *(fact(household(number), "crop.rice_area", area, HOMES) for number, area in areas))


RICE, MU = "水稻播种面积", {"水稻播种面积": "亩"}


def test_areas_of_households_add_up_to_the_villages_and_blanks_are_told() -> None:
    plan = filled(form("农业生产情况表", RICE, units=MU), planted(("9900001", 1.2), ("9900003", 0.5)))
    assert figures(plan, RICE) == [1.2, 0.5]
    assert "空着的户当作没有" in told(plan, "QZ-F130")


def test_a_bare_crop_under_a_title_of_areas_is_its_area() -> None:
    asked = form("农作物播种面积统计表", "粮食作物/水稻", units={"粮食作物/水稻": "公顷"})
    plan = filled(asked, planted(("9900001", 1.5), ("9900002", 3), ("9900003", 30)))
    assert figures(plan, "粮食作物/水稻") == [0.3, 2]


@pytest.mark.parametrize(
    ("title", "units", "on_roll"),
    [
        ("农业生产情况表", {}, ("9900001", "9900002", "9900003")),  # in which unit?
        ("农业生产计划表", MU, ("9900001", "9900002", "9900003")),
        ("农业生产情况表", MU, ("9900001", "9900003")),  # 9900002 was never asked
    ],
)
def test_areas_that_do_not_follow_stay_blank(
    title: str, units: Mapping[str, str], on_roll: tuple[str, ...]
) -> None:
    plan = filled(
        form(title, RICE, units=units), planted(("9900001", 1.2), ("9900003", 0.5), on_roll=on_roll)
    )
    assert figures(plan, RICE)[0] is None
    assert RICE in told(plan, "QZ-F131")


def test_areas_of_another_year_are_not_added_up() -> None:
    period = Period("2025年", date(2025, 1, 1), date(2025, 12, 31))
    asked = form("农业生产情况表", RICE, units=MU, period=period)
    plan = filled(asked, planted(("9900001", 1.2), ("9900003", 0.5)))
    assert figures(plan, RICE) == [None, None]


def test_a_table_of_one_village_needs_to_be_told_which() -> None:
    columns = tuple(
        Item((label,), Place("表", 3, number)) for number, label in enumerate(("总户数", "男"), 1)
    )
    table = Table("表", TableKind.LIST, "村情简表", "表一、人口", (3, 3), columns, 4)
    asked = Form("村情简表.xlsx", FileKind.XLSX, "村情简表", (table,), row_entity="村")
    (nobody,) = plans(asked, view(), Wishes())
    assert nobody.answers.rows == ()
    assert told(nobody, "QZ-F132")
    (east,) = plans(asked, view(), Wishes(scope=Scope(villages=(EAST,))))
    assert east.answers.rows == ({"总户数": 2, "男": 2},)


def test_a_household_that_stands_under_two_keys_is_counted_once() -> None:
    double = Subject(SubjectKind.HOUSEHOLD, GRANDMA.key, "周奶奶户")
    more = fact(double, "户主@person.id_no", GRANDMA.key, "另册|脱贫户台账")
    plan = filled(
        form("村基本情况统计表", "总户数"),
        view(more, fact(double, "relief.is_poor", "是", "另册|脱贫户台账")),
    )
    assert figures(plan, "总户数") == [2, 1]


def test_an_age_in_the_title_limits_its_people_and_the_nation_is_counted_the_right_way_round() -> None:
    nations = {GRANDMA: "汉族", MOTHER: "苗族", SON: "苗族", OLD_MAN: "土家族", WORKER: "汉族"}
    rows = [fact(who, "person.nation", nation, CENSUS) for who, nation in nations.items()]
    plan = filled(form("70岁以上老年人统计表", "总人数", "少数民族人数"), view(*rows))
    assert figures(plan, "总人数") == [2, 0]
    assert figures(plan, "少数民族人数") == [1, 0]
    joined = filled(form("党员及困难群体统计表", "60岁以上人数"), view())
    assert figures(joined, "60岁以上人数") == [None, None]


def test_a_word_that_may_mean_more_makes_no_nought() -> None:
    politics = [
        fact(each, "person.politics", "中共党员", CENSUS) for each in (GRANDMA, MOTHER, SON, OLD_MAN, WORKER)
    ]
    plan = filled(form("村基本情况统计表", "预备党员人数"), view(*politics))
    assert figures(plan, "预备党员人数") == [None, None]


def test_a_title_of_the_registered_of_a_kind_counts_who_is_both() -> None:
    rolls = [fact(each, "person.nation", "土家族", "户籍|户籍人口台账") for each in (GRANDMA, WORKER)]
    rolls += [fact(each, "person.nation", "汉族", "户籍|户籍人口台账") for each in (MOTHER, SON, OLD_MAN)]
    plan = filled(form("各村少数民族户籍人口统计表", "男", "女"), view(*rolls))
    assert [
        sum(int(str(each)) for each in pair)
        for pair in zip(figures(plan, "男"), figures(plan, "女"), strict=True)
    ] == [1, 1]


def test_each_list_of_a_sheet_with_a_title_of_its_own_is_read_under_it() -> None:
    statistic = form("户籍人口统计表", "残疾人数").tables[0]
    people = (Item(("姓名",), Place("表", 9, 1)), Item(("性别",), Place("表", 9, 2)))
    roll = Table("表", TableKind.LIST, "户籍人口统计表", "残疾人名册", (9, 9), people, 10, 12)
    asked = Form("表.xlsx", FileKind.XLSX, "户籍人口统计表", (statistic, roll), row_entity="人")
    plan = filled(asked, view(*disabled(OLD_MAN), *disabled(WORKER)))
    names = [value for row in plan.answers.rows for key, value in row.items() if key.endswith("姓名")]
    assert names == ["吴大爷", "郑工"]


def test_villages_are_known_from_where_people_live() -> None:
    facts = [each for each in census() if each.fact.subject.kind is not SubjectKind.PLACE]
    plan = filled(form("户籍人口情况表", "男", "女"), view_of(facts, TODAY))
    assert figures(plan, "男") == [2, 1]
    assert figures(plan, "女") == [2, 0]
