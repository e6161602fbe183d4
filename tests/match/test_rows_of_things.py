"""Lists of cars, contracts, households and shops: what says whose a column is, and what only repeats it."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import Verdict
from tests.match.pairing import item

APART = (Verdict.DISTINCT, Verdict.UNSURE)


def verdict(one: str, other: str) -> Verdict:
    return decide(item(one), item(other)).verdict


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("所有人电话 | 渣土货车台账 | 车辆", "联系电话 | 拖拉机登记表 | 车辆 | 车主"),
        ("业主姓名 | 个体工商户摸底表 | 企业", "经营者姓名 | 个体工商户登记表 | 企业"),
    ],
)
def test_an_owner_is_whom_the_title_means(one: str, other: str) -> None:
    assert verdict(one, other) is Verdict.EQUAL


@pytest.mark.parametrize("label", ["房屋产权人", "土地使用权人"])
def test_who_owns_the_house_of_a_shop_or_a_garage_is_neither_trader_nor_keeper(label: str) -> None:
    assert parse(item(f"{label} | 个体工商户摸底表 | 企业")).role == "业主"
    assert parse(item(f"{label} | 电动车充电棚台账 | 场所")).role == "业主"


def test_a_driving_licence_on_a_cars_row_is_the_drivers() -> None:
    assert parse(item("准驾车型 | 渣土货车台账 | 车辆")).role == "驾驶人"
    assert parse(item("准驾车型 | 返乡青年技能名册 | 人")).role == ""


def test_a_header_that_names_what_the_rows_are_narrows_nothing() -> None:
    assert verdict("发动机号 | 拖拉机台账 | 车辆 | 车辆", "发动机号 | 农机检验表 | 车辆") is Verdict.EQUAL
    assert parse(item("编号 | 拖拉机台账 | 车辆 | 行驶证")).key != parse(item("编号 | 拖拉机台账 | 车辆")).key


def test_a_look_at_cars_shares_what_only_cars_have() -> None:
    one = "车架号 | 校园周边车辆安全检查台账 | 检查"
    assert verdict(one, "车辆识别代号 | 货车登记表 | 车辆") is Verdict.EQUAL
    assert verdict("编号 | 校园周边车辆安全检查台账 | 检查", "编号 | 货车登记表 | 车辆") in APART
    assert verdict("车架号 | 校园消防检查台账 | 检查", "车辆识别代号 | 货车登记表 | 车辆") in APART


def test_contracts_of_one_topic_are_kept_on_record() -> None:
    rents = "2026年集体林地租金收缴表 | 合同"
    assert verdict(f"合同号 | {rents}", "合同编号 | 集体林地租赁合同台账 | 合同") is Verdict.EQUAL
    assert verdict(f"合同号 | {rents}", "合同编号 | 护路保洁用工协议清单 | 合同") in APART


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("家庭常住人口 | 改水农户台账 | 户", "常住人口 | 沼气农户登记表 | 户"),
        ("家庭常住地址 | 改水农户台账 | 户", "家庭住址 | 沼气农户登记表 | 户"),
        ("户主住址 | 改水农户台账 | 户", "家庭住址 | 沼气农户登记表 | 户"),
    ],
)
def test_words_for_the_household_say_nothing_on_its_own_row(one: str, other: str) -> None:
    assert verdict(one, other) is Verdict.EQUAL


def test_elsewhere_they_do() -> None:
    assert verdict("家庭常住人口 | 社区台账 | 村", "常住人口 | 社区登记表 | 村") in APART
    assert verdict("户主电话 | 改水农户台账 | 户", "联系电话 | 沼气农户登记表 | 户") in APART
    assert verdict("户主住址 | 改水农户台账 | 户", "户籍地址 | 沼气农户登记表 | 户") in APART


def test_seats_and_storeys_do_not_change_with_the_year() -> None:
    assert verdict("核载人数 | 2025年客车台账 | 车辆", "核定载客数 | 2026年客车台账 | 车辆") is Verdict.EQUAL
    assert verdict("层数 | 2025年祠堂房屋台账 | 房屋", "层数 | 2026年祠堂房屋台账 | 房屋") is Verdict.EQUAL
    assert verdict("职工人数 | 2025年工厂台账 | 企业", "职工人数 | 2026年工厂台账 | 企业") is Verdict.DISTINCT


def test_a_title_that_uses_something_says_nothing_of_an_area() -> None:
    one = "营业面积 | 公共浴室燃气使用安全台账 | 场所"
    assert verdict(one, "营业面积 | 公共浴室卫生登记表 | 场所") is Verdict.EQUAL


def test_the_end_of_last_year_says_when() -> None:
    one = "上年末存栏头数 | 2026年羊场台账 | 企业"
    assert verdict(one, "2025年末存栏头数 | 2025年羊场登记表 | 企业") is Verdict.EQUAL
    assert verdict(one, "2026年末存栏头数 | 2026年羊场登记表 | 企业") is Verdict.DISTINCT


def test_the_first_cook_is_one_of_the_cooks_and_a_reason_in_words_no_printed_kind() -> None:
    one = "厨师电话 | 庙会流水席登记表 | 活动"
    assert verdict(one, "主厨电话 | 庙会集体用餐备案表 | 活动") is not Verdict.EQUAL
    kinds = "聚餐性质（婚/丧/寿） | 庙会集体用餐备案表"
    assert verdict("宴席事由 | 庙会流水席登记表", kinds) is not Verdict.EQUAL


def test_the_day_of_signing_is_of_what_the_form_is_about() -> None:
    one = "签订日期 | 村保洁外包合同台账 | 合同"
    assert verdict(one, "签订日期 | 渔政协管员聘用合同台账 | 人") is Verdict.DISTINCT
    doctor = "签约日期 | 家庭医生签约服务登记表 | 人"
    assert verdict(doctor, "签约时间 | 家庭医生签约名册 | 人") is Verdict.EQUAL


def test_who_draws_a_thing_is_whom_the_form_is_about_and_drivers_checked_are_drivers() -> None:
    assert parse(item("申领人电话 | 助听器申领登记表 | 人")).role == ""
    assert parse(item("姓名 | 班线客车驾驶员审验表 | 人")).role == "驾驶人"
