"""The same words in two forms are two facts where another person answers, another thing is owned, or nobody is named at all."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

SAME = [
    ("帮扶责任人 | 监测户台账 | 户", "帮扶责任人 | 脱贫户台账 | 户"),
    ("负责人 | 粮油店检查表 | 场所", "负责人 | 小超市摸底表 | 场所"),
    ("管理员 | 村史馆设备清单 | 设备", "管理员 | 村史馆开放记录 | 活动"),
    ("权利人 | 房地一体调查册 | 房屋", "权利人 | 宅基地调查册 | 地块"),
    ("照片 | 村医花名册 | 人", "照片 | 村医聘用表 | 人"),
    ("粪污去向 | 畜禽养殖备案册 | 养殖场", "粪污去向 | 畜禽养殖摸底册 | 户"),
]
APART = [
    ("责任人 | 路灯报修台账 | 设备", "责任人 | 微信群备案表 | 应用"),
    ("包保人 | 危桥巡查台账 | 桥梁", "包保责任人 | 失独家庭关爱册 | 户"),
    ("帮扶人 | 刑满释放人员册 | 人", "包保人 | 防汛转移册 | 人"),
    ("联系人 | 空巢老人册 | 人", "联系人 | 流动团员册 | 人"),
    ("身份证号 | 商铺登记册 | 场所", "身份证号 | 加工坊备案册 | 场所"),
    ("身份证号 | 撂荒地册 | 地块", "身份证号 | 违占林地册 | 地块"),
    ("联系电话 | 播种面积汇总表 | 汇总", "联系电话 | 信教群众汇总表 | 汇总"),
    ("权利人 | 图斑核查册 | 地块", "权利人 | 群租房检查册 | 房屋"),
    ("照片 | 入户安检册 | 户", "照片 | 垃圾分类宣传册 | 户"),
    ("照片 | 图斑核查册 | 地块", "照片 | 撂荒地册 | 地块"),
    ("燃气种类 | 饭馆燃气检查表 | 场所", "燃气种类 | 居民燃气检查表 | 户"),
    ("姓名 | 独居老人册 | 人", "结对关爱人 | 独居老人走访册 | 人"),
    ("护理补贴 | 特困人员供养册 | 人", "护理补贴金额 | 重度残疾人补贴册 | 人"),
    ("巡检日期 | 污水站运维单", "巡查日期 | 水源地巡查记录"),
    ("体检日期 | 老年人体检单（2026年度）", "体检日期 | 老年人体检单（2025年度）"),
    ("住房面积 | 低保户入户调查表 | 户", "房屋面积 | 出租房屋台账 | 房屋"),
    ("房屋编码 | 出租房屋台账 | 房屋", "房屋编号 | 危房排查册 | 房屋"),
    ("姓名 | 养蜂人花名册 | 人", "正式党员 | 全乡党员信息分析 | 人"),
    ("姓名 | 养蜂人花名册 | 人", "入党申请人 | 各支部及党员信息表 | 人"),
    ("手机 | 婚姻登记处基本信息表", "手机号 | 养蜂人花名册 | 人"),
    ("人数 | 课程测验", "人数 | 兼职情况册"),
    ("类别 | 课程测验", "机构类型 | 托幼机构册 | 企业"),
    ("任务ID", "计划ID"),
    ("教师ID", "教职工ID"),
    ("学生通知", "通知"),
    ("学生姓名", "姓名"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_or_thing_in_two_forms_stays_one(one: str, other: str) -> None:
    match = decide(item(one), item(other))
    assert match.verdict == "equal", f"{match.rule} {match.why}"


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_may_be_anothers_is_never_carried_over(one: str, other: str) -> None:
    match = decide(item(one), item(other))
    assert match.verdict in ("distinct", "unsure"), f"{match.rule} {match.why}"
