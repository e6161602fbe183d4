"""Registers are recognised by their columns, whatever an office calls them."""

import pytest

from qingzhuang.check.inventory.columns import field_of, fields_of, kind_word, register_kind
from qingzhuang.model.case import CaseKind


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("应用名称", "name"),
        ("APP名称", "name"),
        ("主办（使用）单位", "owner"),
        ("备案编号", "filing_no"),
        ("有无打卡签到功能", "checkin"),
        ("最近一次内容更新时间", "updated"),
        ("月活跃用户数", "active_users"),
        ("是否强制注册", "forced"),
        ("强制下载注册", "forced"),
        ("是否强制实名绑定", "forced"),
        ("要求安装或使用", "forced"),
        ("下载安装率指标", "install_target"),
        ("是否考核安装使用率", "install_target"),
        ("推广任务数", "install_target"),
        ("安装率", None),
        ("登录次数", None),
        ("每周登录次数要求", "login_target"),
        ("是否要求上传照片、视频", "evidence"),
        ("照片上传", "photo"),
        ("是否定期排名通报", "ranked"),
        ("收集的个人信息种类", "personal"),
        ("ICP备案号", None),
        ("备注", None),
        ("身份证号", None),
    ],
)
def test_a_label_is_a_field_or_nothing(label: str, field: str | None) -> None:
    assert field_of(label) == field


@pytest.mark.parametrize(
    ("labels", "title", "kind"),
    [
        (["序号", "应用名称", "主办单位", "备案号", "有无打卡签到功能"], "清单", CaseKind.APP),
        (["序号", "名称", "主办单位", "粉丝数", "最近更新时间"], "政务公众号台账", CaseKind.ACCOUNT),
        (["群名称", "群主", "群人数", "建群目的", "最后发言时间"], "工作群清理台账", CaseKind.GROUP),
        (["姓名", "身份证号", "单位", "人数"], "参会人员名单", None),
        (["名称", "单位", "数量"], "物资台账", None),
        (["姓名", "性别", "备案号", "状态"], "人员表", None),
    ],
)
def test_a_register_is_told_by_its_columns_and_title(
    labels: list[str], title: str, kind: CaseKind | None
) -> None:
    assert register_kind(fields_of(labels), title) is kind


def test_a_mini_program_is_an_app_and_the_masses_are_no_group() -> None:
    assert kind_word("微信小程序") is CaseKind.APP
    assert kind_word("群众满意度测评") is None
    assert kind_word("群") is CaseKind.GROUP
