"""Two forms that name their own person, or their own place, in two ways ask the same; who acts in a form is somebody else."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

SAME = [
    ("报警器使用人 | 独居家庭报警器发放册 | 人", "空巢老人姓名 | 空巢老人巡访名册 | 人"),
    ("用水户主 | 山塘用水登记册 | 户", "投保养殖户户主 | 养殖保险明细 | 户"),
    ("受捐学生 | 图书捐赠领取册 | 人", "学生姓名 | 校服征订名册 | 人"),
    ("参保渔民身份证号 | 渔民意外险名册 | 人", "公民身份号码 | 退捕渔民登记册 | 人"),
    ("参展手艺人血型 | 庙会手艺人登记册 | 人", "血型 | 无偿献血报名册 | 人"),
    ("受检粮库 | 粮库熏蒸检查单 | 检查", "粮库名称 | 粮库熏蒸备案册 | 场所"),
]
APART = [
    ("检查人姓名 | 粮库安全检查单 | 检查", "姓名 | 粮库职工名册 | 人"),
    ("推荐人姓名 | 劳模推荐名册 | 人", "劳模姓名 | 劳模疗养名册 | 人"),
    ("施工单位 | 粮库维修台账 | 项目", "建设单位 | 粮库维修验收册 | 项目"),
    ("姓名 | 孤寡老人送餐名册 | 人", "姓名 | 乡村规划师名册 | 人"),
    ("学生姓名 | 助学金名册 | 人", "家长姓名 | 助学金回访册 | 人"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_names_for_the_person_or_place_of_the_form_are_one(one: str, other: str) -> None:
    match = decide(item(one), item(other))
    assert match.verdict == "equal", f"{match.rule} {match.why}"


@pytest.mark.parametrize(("one", "other"), APART)
def test_who_acts_and_whom_it_is_done_to_are_two(one: str, other: str) -> None:
    assert decide(item(one), item(other)).verdict != "equal"


def test_unknown_words_of_forms_about_other_things_stay_apart() -> None:
    firm = item("片区经理编码 | 散装白酒经销名单 | 企业")
    home = item("片区经理编码 | 农户用水缴费册 | 户")
    assert decide(firm, home).verdict != "equal"


def test_whom_the_title_lists_is_the_forms_own_person_whatever_he_does() -> None:
    tenant = item("承租人姓名 | 出租屋承租人员台账 | 人")
    assert decide(tenant, item("姓名 | 流动人口信息登记表 | 人")).verdict == "equal"
    assert (
        decide(item("承租人姓名 | 出租屋台账 | 人"), item("姓名 | 流动人口信息登记表 | 人")).verdict
        != "equal"
    )
