"""What a title says of its edition is no part of its name; what it says of whom or where is."""

import pytest

from qingzhuang.intake.edition_title import core, is_general, same

NAME = "独居老人走访登记表"


@pytest.mark.parametrize(
    "title",
    [
        f"{NAME}（2026年修订）",
        f"{NAME}（2027年版）",
        f"{NAME}(试行)",
        f"{NAME}（征求意见稿）",
        f"{NAME}（第二版）",
        f"{NAME}（2026年第二次修订）",
        f"{NAME}（版本号：1.3）",
        f"{NAME}V2.1",
        f"{NAME}2026版",
        f"2027年度{NAME}",
        f"二〇二六年{NAME}",
        f"2026年第三季度{NAME}",
        f"附件2：2026年{NAME}（试行）",
        f"附件3-1 {NAME}",
        f"附表1、{NAME}",
        f"《{NAME}》（2026年试行版）",
        f"新版{NAME}",
        f"青禾镇{NAME}",
    ],
)
def test_year_version_trial_and_annex_are_no_part_of_a_name(title: str) -> None:
    assert same(title, NAME)
    assert same(NAME, title)


@pytest.mark.parametrize(
    "title",
    [
        "留守老人走访登记表",
        f"{NAME}（村级）",
        f"{NAME}（含留守老人）",
        "独居老人走访汇总表",
        "独居老人走访登记卡",
    ],
)
def test_other_people_levels_and_sheets_are_other_names(title: str) -> None:
    assert not same(title, NAME)


@pytest.mark.parametrize(
    "title", ["新塘村党员名册", "改厕台账", "试点村登记表", "样本户登记表", "定点医院名单"]
)
def test_a_word_that_only_looks_like_a_version_stays(title: str) -> None:
    assert core(title) == title


def test_a_title_that_any_form_may_bear_names_nothing() -> None:
    assert is_general("情况登记表")
    assert not same("低保登记表", "登记表")
    assert core("2026年") == "2026年", "nothing is left of it"
