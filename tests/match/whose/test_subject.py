"""Whose fact an item is, where only a form's title says it."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import Verdict
from tests.match.pairing import item

ONE = [
    ("姓名 | 小学宿管员工资发放表 | 人", "宿管员姓名 | 寄宿制学校台账 | 学校"),
    ("姓名 | 环卫工人工资发放表 | 人", "工人姓名 | 环卫工人考勤表 | 人"),
    ("会长 | 商会换届备案表 | 社团", "会长姓名 | 行业协会名录 | 社团"),
    ("业委会副主任 | 业委会备案表 | 小区", "业主委员会副主任姓名 | 小区基本情况表 | 小区"),
]
TWO = [
    ("姓名 | 小学宿管员工资发放表 | 人", "姓名 | 小学新生报名册 | 人"),
    ("姓名 | 抄表员考勤册 | 人", "用户姓名 | 自来水用户登记簿 | 户"),
    ("会长姓名 | 行业协会名录 | 社团", "秘书长姓名 | 行业协会名录 | 社团"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_a_function_in_the_label_and_in_the_other_title_are_one_person(one: str, other: str) -> None:
    assert decide(item(one), item(other)).verdict is Verdict.EQUAL


@pytest.mark.parametrize(("one", "other"), TWO)
def test_staff_whom_the_lexicon_does_not_know_are_not_those_served(one: str, other: str) -> None:
    assert decide(item(one), item(other)).verdict in (Verdict.DISTINCT, Verdict.UNSURE)


def test_members_of_a_body_are_residents_and_no_staff() -> None:
    match = decide(item("姓名 | 合作社社员名册 | 人"), item("姓名 | 村民台账 | 人"))
    assert match.verdict is Verdict.EQUAL


def test_one_word_under_two_papers_headers_is_two_facts() -> None:
    one = item("有效期至 | 小餐饮摸底表 | 商户 | 食品经营许可证")
    assert decide(one, item("有效期至 | 小餐饮摸底表 | 商户 | 消防合格证")).verdict is Verdict.DISTINCT
    assert decide(one, item("食品经营许可证有效期至 | 餐饮单位台账 | 商户")).verdict is Verdict.EQUAL


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("营业执照号 | 企业台账 | 企业", "统一社会信用代码 | 企业登记表 | 企业"),
        ("家庭关系 | 家庭成员登记表 | 人", "与户主关系 | 人口台账 | 人"),
        ("电话 | 农户台账 | 户", "户主电话 | 农户登记表 | 户"),
        ("人口 | 2026年农户台账 | 户", "户籍人口 | 2026年农户登记表 | 户"),
        ("调解厅 | 司法所台账 | 场所", "人民调解厅 | 司法所登记表 | 场所"),
        ("班额 | 班级一览表 | 班级", "班级人数 | 班级一览表 | 班级"),
    ],
)
def test_what_may_be_the_same_goes_to_a_person(one: str, other: str) -> None:
    assert decide(item(one), item(other)).verdict is Verdict.UNSURE


def test_two_names_of_one_series_of_visits_are_one_series() -> None:
    match = decide(item("巡河人 | 巡河记录表 | 巡查"), item("巡查人员 | 河道巡查记录 | 巡查"))
    assert match.verdict is Verdict.EQUAL


@pytest.mark.parametrize("label", ["现场照片", "经纬度", "联系电话", "风险等级", "责任人", "身份证号"])
def test_rows_that_are_just_events_share_nothing_with_those_of_another_series(label: str) -> None:
    one, other = item(f"{label} | 铁塔巡检记录 | 事件"), item(f"{label} | 噪声投诉登记表 | 事件")
    assert decide(one, other).verdict is Verdict.DISTINCT
    assert decide(one, item(f"{label} | 铁塔巡检登记表 | 事件")).verdict is Verdict.EQUAL


def test_visits_to_persons_share_who_was_visited() -> None:
    one = item("身份证号 | 高龄老人探访记录 | 事件")
    assert decide(one, item("身份证号 | 残疾人走访记录 | 事件")).verdict is Verdict.EQUAL
    assert decide(one, item("身份证号 | 噪声投诉登记表 | 事件")).verdict is not Verdict.EQUAL


def test_last_years_same_half_is_the_half_year_of_last_years_form() -> None:
    one = item("上年同期工业总产值 | 2026年上半年工业统计表 | 村 | - | 万元")
    assert decide(one, item("工业总产值 | 2025年上半年工业统计表 | 村 | - | 万元")).verdict is Verdict.EQUAL
    assert decide(one, item("工业总产值 | 2025年工业统计表 | 村 | - | 万元")).verdict is not Verdict.EQUAL


def test_members_of_a_cooperative_are_no_family() -> None:
    one = item("成员出资总额（万元） | 合作社名录 | 合作社")
    assert decide(one, item("出资总额（万元） | 示范社台账 | 合作社")).verdict is Verdict.EQUAL


def test_what_spring_pays_is_not_what_autumn_pays() -> None:
    one = item("伙食补助金额 | 2026年春季住校生伙食补助发放册 | 人 | - | 元")
    assert (
        decide(one, item("伙食补助金额 | 2026年秋季住校生伙食补助发放册 | 人 | - | 元")).verdict
        is Verdict.DISTINCT
    )
    assert (
        decide(one, item("伙食补助金额 | 2026年春季住校生伙食补助公示 | 人 | - | 元")).verdict
        is Verdict.EQUAL
    )


def test_who_does_what_the_title_names_need_not_be_whom_it_lists() -> None:
    assert parse(item("推荐人电话 | 最美家庭推荐登记卡 | 人")).key == "推荐人@person.phone"
    assert parse(item("鉴定人姓名 | 残疾鉴定登记表 | 人")).key == "鉴定人@person.name"
    assert parse(item("死亡人员姓名 | 死亡登记表 | 人")).key == "person.name"


def test_the_name_of_a_farm_household_is_its_heads() -> None:
    assert parse(item("农户姓名 | 母畜补贴摸底表 | 户")).key == "户主@person.name"
    assert parse(item("接收户姓名 | 母畜补贴摸底表 | 户")).key != "户主@person.name"


@pytest.mark.parametrize("whose", ["结对党员", "同住人", "亲属"])
def test_who_stands_by_somebody_is_another_person(whose: str) -> None:
    for label in ("姓名", "身份证号", "政治面貌"):
        found = parse(item(f"{label} | 帮扶台账 | 人 | {whose}")).key
        assert found.startswith(f"{whose}@")


def test_what_a_header_of_unknown_words_says_of_a_person_is_not_ones_own() -> None:
    assert parse(item("民族 | 互助台账 | 人 | 联保")).key != "person.nation"
    assert parse(item("民族 | 互助台账 | 人 | 个人情况")).key == "person.nation"
    assert parse(item("家庭住址 | 互助台账 | 人 | 家庭")).key == "person.live_addr"


def test_a_parent_company_is_not_the_row_itself_but_a_sum_is_one() -> None:
    assert parse(item("总公司名称 | 商户表 | 企业")).key != parse(item("公司名称 | 商户表 | 企业")).key
    assert parse(item("家庭总收入 | 收支表 | 户")).key == parse(item("家庭收入 | 收支表 | 户")).key
