"""Merged headers: those that name the property together with the label, those that only name a topic, those that
narrow it."""

import pytest

from qingzhuang.match.whose.parse import parse
from tests.match.pairing import item


@pytest.mark.parametrize(
    ("label", "key"),
    [("行政村 | 农户台账 | 户 | 所在地", "place.village"), ("村民小组 | 农户台账 | 户 | 所在位置", "place.group"),
     ("承包地面积（亩） | 农户调查表 | 户 | 三、土地与住房", "land.contracted"), ("银行账号 | 津贴发放表 | 人 | 津贴发放", "bank.account"),
     ("经营支出 | 农户收支表 | 户 | 二、支出（元）", "household.business_expense")],
)  # fmt: skip
def test_a_header_that_only_names_a_topic_narrows_nothing(label: str, key: str) -> None:
    assert parse(item(label)).key == key


@pytest.mark.parametrize(
    ("label", "key"),
    [("乡镇 | 花名册 | 人 | 户籍所在地", "place.town"), ("行政村 | 花名册 | 人 | 务工所在地", "place.village"),
     ("建筑面积（㎡） | 农户表 | 户 | 租用房屋", "house.floor_area"), ("房屋地址 | 农户表 | 户 | 租用房屋", "house.addr"),
     ("房屋结构 | 农户表 | 户 | 另购住房", "house.structure"), ("承包地面积（亩） | 农户表 | 户 | 转出土地", "land.contracted"),
     ("低保金 | 农户表 | 户 | 收入", "relief.low_income_amount")],
)  # fmt: skip
def test_a_header_with_words_of_its_own_still_narrows(label: str, key: str) -> None:
    assert parse(item(label)).key != key


@pytest.mark.parametrize(
    ("label", "key"),
    [("证号 | 名册 | 人 | 残疾人证", "disability.cert_no"), ("等级 | 名册 | 人 | 残疾人证", "disability.level"),
     ("水稻 | 摸底表 | 户 | 播种面积（亩）", "crop.rice_area"), ("玉米 | 摸底表 | 户 | 生产情况/种植面积", "crop.maize_area"),
     ("出栏 | 养殖表 | 户 | 牛", "livestock.cattle_out"), ("羊 | 养殖表 | 户 | 年出栏", "livestock.sheep_out")],
)  # fmt: skip
def test_header_and_label_name_one_property_in_either_order(label: str, key: str) -> None:
    assert parse(item(label)).key == key


@pytest.mark.parametrize(
    ("label", "key"),
    [("证号 | 名册 | 人 | 健康证", "disability.cert_no"), ("水稻 | 摸底表 | 户 | 单产", "crop.rice_area"),
     ("残疾人证号 | 名册 | 人 | 监护人", "disability.cert_no"), ("存栏 | 养殖表 | 户 | 牛", "livestock.cattle_out")],
)  # fmt: skip
def test_another_measure_or_another_persons_paper_is_another_property(label: str, key: str) -> None:
    assert parse(item(label)).key != key


def test_how_many_there_are_of_somebody_is_ones_own_figure() -> None:
    assert parse(item("子女数 | 老人名册 | 人 | 子女")).key == "person.child_count"
    assert parse(item("联系电话 | 老人名册 | 人 | 子女")).key == "子女@person.phone"


def test_a_households_things_are_the_households_without_saying_so() -> None:
    assert parse(item("农户承包地面积")).key == parse(item("承包地面积")).key
    assert parse(item("流转承包地面积")).key != parse(item("承包地面积")).key
    assert parse(item("家庭主要联系电话")).key != "land.contracted"


def test_how_far_down_a_place_is_written_is_a_hint() -> None:
    assert parse(item("务工地点（省、市、县）")).key == "person.work_place"
    assert parse(item("务工地点（省）")).key != "person.work_place"


def test_a_name_under_words_that_nobody_knows_is_not_ones_own() -> None:
    assert parse(item("姓名 | 互助名册 | 人 | 联保")).key != "person.name"
    assert parse(item("姓名 | 互助名册 | 人 | 亲属")).key == "亲属@person.name"
    assert parse(item("姓名 | 互助名册 | 人 | 个人信息")).key == "person.name"
    assert parse(item("身份证号 | 互助名册 | 人 | 参保人员")).key == "person.id_no"


@pytest.mark.parametrize(
    ("label", "key"),
    [("牛 | 补贴表 | 户 | 存栏情况（头）", "livestock.cattle"), ("面积 | 核对表 | 户 | 住房情况", "house.living_area"),
     ("月收入 | 务工表 | 人 | 务工情况", "person.monthly_income")],
)  # fmt: skip
def test_a_word_for_topics_behind_a_header_is_no_part_of_the_name(label: str, key: str) -> None:
    assert parse(item(label)).key == key


def test_what_came_of_an_allowance_as_income_is_not_the_months_sum() -> None:
    assert parse(item("低保金 | 收支表 | 户 | 转移性收入")).key != parse(item("低保金 | 低保表 | 户")).key


def test_the_sum_below_a_households_kinds_of_income_is_its_income() -> None:
    assert parse(item("收入合计（元） | 农户收支表 | 户 | 一、收入（元）")).key == "household.income"
    assert parse(item("收入合计（元） | 村集体收支表 | 村")).key == "place.income_total"
    assert parse(item("务工收入合计（元） | 农户收支表 | 户")).key != "household.income"


def test_a_total_under_a_header_is_what_the_header_counts() -> None:
    assert parse(item("合计 | 人口月报 | 村 | 出生人数")).key == "place.births"
    assert parse(item("合计 | 人口月报 | 村")).nonfact
