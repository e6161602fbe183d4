"""Slots, and the keys under which facts are kept."""

import pytest

from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import ItemType
from tests.match.pairing import item


@pytest.mark.parametrize(
    ("label", "key"),
    [("身份证号码", "person.id_no"), ("监护人联系电话", "监护人@person.phone"), ("户主", "户主@person.name"),
     ("姓名 | - | - | 户主信息", "户主@person.name"), ("姓名 | 低保户调查表 | 户", "户主@person.name"), ("姓名 | 医生名册 | 医生", "医生@person.name"),
     ("残疾人姓名", "person.name"), ("联系电话（监护人）", "监护人@person.phone"), ("姓名 | 家庭情况表 | 户 | 家庭成员", "家庭成员@person.name"),
     ("户主配偶姓名", "户主配偶@person.name"), ("本年粮食产量 | 2024年统计表", "crop.grain_yield"), ("上年粮食产量 | 2024年统计表", "crop.grain_yield{2023}"),
     ("墙体颜色", "~墙体颜色")],
)  # fmt: skip
def test_an_item_has_a_slot_key(label: str, key: str) -> None:
    assert parse(item(label)).key == key


def test_unknown_words_keep_an_item_to_itself() -> None:
    assert parse(item("房屋外墙姓名牌编号")).key != parse(item("编号")).key


@pytest.mark.parametrize("label", ["备注", "序号", "签名", "填表人（签字）", "户主签字"])
def test_what_is_no_fact_is_marked(label: str) -> None:
    assert parse(item(label)).nonfact


def test_the_unit_is_a_slot_of_its_own_and_not_part_of_the_key() -> None:
    a, b = parse(item("家庭年收入（万元）")), parse(item("家庭年收入（元）"))
    assert a.key == b.key
    assert a.unit != b.unit


def test_an_element_keeps_its_qualifier() -> None:
    found = element("监护人@person.phone")
    assert (found.id, found.object_class) == ("监护人@person.phone", element("person.phone").object_class)
    assert found.name.startswith("监护人")
    assert element("person.id_no").type is ItemType.ID_NUMBER
    assert element("person.id_no").object_class is SubjectKind.PERSON
    assert element("~墙体颜色").name == "墙体颜色"


@pytest.mark.parametrize(
    ("one", "other"),
    [("宿舍号", "寝室号"), ("与监护人关系", "和监护人关系"), ("血压", "血压（mmHg）"), ("空腹血糖", "血糖（空腹）"), ("饮水来源", "饮用水类型"),
     ("缴费档次", "缴费档位"), ("职务", "职位"), ("健康证有效期至", "健康证到期日"), ("经营地址", "营业地址")],
)  # fmt: skip
def test_other_words_for_the_same(one: str, other: str) -> None:
    assert parse(item(one)).key == parse(item(other)).key


@pytest.mark.parametrize(
    ("one", "other"),
    [("宿舍号", "教室号"), ("与监护人关系", "与户主关系"), ("职务", "职称"), ("收缩压（mmHg）", "舒张压（mmHg）"), ("居住地址", "营业地址")],
)  # fmt: skip
def test_words_that_only_look_alike(one: str, other: str) -> None:
    assert parse(item(one)).key != parse(item(other)).key


def test_on_a_households_row_a_share_named_by_its_own_word_is_that_word() -> None:
    assert parse(item("其中：保障人数 | 低保家庭名册 | 户")).key == "relief.low_income_persons"
