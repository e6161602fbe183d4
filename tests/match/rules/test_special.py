"""A kind is narrower than the whole, whether a role, a column of the same form, or a word tells; what is another fact is not."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

NARROWER = [
    ("母亲电话 | 夏令营报名册 | 人", "家长电话 | 夏令营报名册 | 人"),
    ("配偶姓名 | 困难户登记卡 | 户", "家庭成员姓名 | 困难户登记卡 | 户"),
    ("硕士就读院校 | 人才引进登记表 | 人", "就读院校 | 人才引进登记表 | 人"),
    ("是否残疾退役军人 | 优待摸底册 | 人", "是否退役军人 | 优待摸底册 | 人"),
    ("电线私拉问题 | 出租房巡查单 | 检查", "存在问题 | 出租房巡查单 | 检查"),
    ("配电箱照片 | 宾馆消防检查单 | 检查", "检查照片 | 宾馆消防检查单 | 检查"),
    ("叉车编号 | 仓储设备清单 | 设备", "设备编号 | 仓储设备清单 | 设备"),
    ("是否孤儿 | 关爱台账 | 人", "是否困境儿童 | 关爱台账 | 人"),
    ("主要疾病 | 巡诊登记册 | 人", "所患疾病 | 巡诊登记册 | 人"),
]
OTHERWISE = [
    ("被推荐人 | 推优登记表 | 人", "推荐人 | 推优登记表 | 人"),
    ("下次巡诊日期 | 巡诊登记册 | 人", "巡诊日期 | 巡诊登记册 | 人"),
    ("奖励报酬 | 报酬发放册 | 人", "基本报酬 | 报酬发放册 | 人"),
    ("监护人电话 | 夏令营报名册 | 人", "联系电话 | 夏令营报名册 | 人"),
    ("配电箱照片 | 宾馆消防检查单 | 检查", "灶台照片 | 宾馆消防检查单 | 检查"),
    ("女学员数 | 培训统计表 | 村", "学员数 | 培训统计表 | 村"),
]


@pytest.mark.parametrize(("kind", "whole"), NARROWER)
def test_a_kind_is_narrower_and_the_whole_is_broader(kind: str, whole: str) -> None:
    match = decide(item(kind), item(whole))
    assert match.verdict == "narrower", f"{match.rule} {match.why}"
    assert decide(item(whole), item(kind)).verdict == "broader"


@pytest.mark.parametrize(("one", "other"), OTHERWISE)
def test_another_person_step_or_part_of_a_sum_is_no_kind(one: str, other: str) -> None:
    assert decide(item(one), item(other)).verdict not in ("narrower", "broader", "equal")
