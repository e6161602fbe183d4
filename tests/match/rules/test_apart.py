"""The same words are two facts where the titles name two kinds of places, two rounds of an act, two definitions or two years."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("负责人 | 养老机构备案表 | 场所", "负责人 | 加油站安全档案 | 场所"),
        ("抽检日期 | 冷库抽检记录 | 检查", "抽检日期 | 网吧抽检记录 | 检查"),
        ("家庭人口数 | 调查样本册（户籍口径） | 户", "家庭人口数 | 调查样本册（常住口径） | 户"),
        ("是否参保 | 2025年度居民医保参保册 | 人", "是否参保 | 2026年度居民医保参保册 | 人"),
        ("姓名 | 教师基本信息采集表 | 人", "姓名 | 学生体检册 | 人"),
        ("学生姓名 | 助学申请册 | 人", "职工姓名 | 困难职工慰问册 | 人"),
    ],
)
def test_what_the_titles_set_apart_is_never_one_fact(one: str, other: str) -> None:
    match = decide(item(one), item(other))
    assert match.verdict == "distinct", f"{match.rule} {match.why}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("受检学生 | 视力筛查册 | 人", "受助学生姓名 | 助学金发放册 | 人"),
        ("培训学员 | 月嫂班学员册 | 人", "姓名 | 低保对象花名册 | 人"),
        ("配偶姓名 | 留守妇女登记册 | 人", "丈夫姓名 | 妇女体检登记册 | 人"),
        ("领款职工姓名 | 保洁员工资发放册 | 人", "姓名 | 保洁员花名册 | 人"),
        ("房屋建筑面积 | 危房改造申请表 | 户 | - | 平方米", "建筑面积 | 农房排查表 | 房屋 | - | 平方米"),
    ],
)
def test_whoever_a_list_lists_and_whatever_a_label_names_is_one(one: str, other: str) -> None:
    match = decide(item(one), item(other))
    assert match.verdict == "equal", f"{match.rule} {match.why}"


def test_each_office_writes_somebody_down_on_its_own_day() -> None:
    day = item("登记日期 | 渔船船员台账 | 人")
    assert decide(day, item("登记时间 | 失业职工登记表 | 人")).verdict == "unsure"
    assert decide(day, item("登记时间 | 渔船船员登记表 | 人")).verdict == "equal"
