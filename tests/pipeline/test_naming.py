"""Files are called as their issuer asks, and so that every system opens them."""

from datetime import date

import pytest

from qingzhuang.pipeline.naming import clean, known_parts, pattern_of, printed_pattern

KNOWN = known_parts("柳湾村", "田一禾", "低保户登记卡", date(2026, 11, 26), "9900001")


@pytest.mark.parametrize(
    ("note", "name"),
    [
        ("请以“单位-表名-日期”命名后报送。", "柳湾村-低保户登记卡-20261126"),
        ("电子版文件以“村名+姓名+表名”命名", "柳湾村+田一禾+低保户登记卡"),
        ("3.文件名格式：单位名称_户主姓名_户号.xlsx", "柳湾村_田一禾_9900001"),
        ("邮件统一按“乡镇－低保核查－上报日期”格式命名", "柳湾村－低保核查－20261126"),
        ("文件名统一为：村（社区）名称+2026年低保核查", "柳湾村+2026年低保核查"),
    ],
)
def test_the_pattern_that_a_note_prints_is_followed_to_the_sign(note: str, name: str) -> None:
    pattern = printed_pattern([note])
    assert pattern is not None
    assert pattern.named(KNOWN) == name


@pytest.mark.parametrize(
    "note",
    [
        "请于11月30日前报送。",
        "以“应保尽保”为原则。",
        "村名请写全称。",
        "以“红领巾”命名的广场",
        "联系人：田一禾-13900000001",
    ],
)
def test_other_words_are_no_pattern(note: str) -> None:
    assert printed_pattern([note]) is None


def test_two_patterns_that_differ_are_none() -> None:
    assert printed_pattern(["请以“单位-表名”命名", "文件以“姓名-日期”命名"]) is None


def test_a_pattern_given_in_braces_is_taken_and_an_unknown_token_is_not() -> None:
    pattern = pattern_of("{单位}-{表名}-{日期}.xlsx")
    assert pattern is not None
    assert pattern.named(KNOWN) == "柳湾村-低保户登记卡-20261126"
    assert pattern_of("{单位}-{身份证号}") is None
    assert pattern_of("没有占位") is None


def test_what_nobody_knows_leaves_no_sign_behind() -> None:
    pattern = pattern_of("{单位}-{姓名}-{表名}")
    assert pattern is not None
    assert pattern.named({**KNOWN, "姓名": ""}) == "柳湾村-低保户登记卡"
    assert pattern.named({**KNOWN, "单位": ""}) == "田一禾-低保户登记卡"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../低保", "_.._低保"),
        ("CON", "_CON"),
        ("com1.表", "_com1.表"),
        ("低保. ", "低保"),
        ("甲/乙:丙?", "甲_乙_丙_"),
        ("", "_"),
        ("长" * 100, "长" * 66),
    ],
)
def test_a_name_stays_in_its_folder_on_every_system(name: str, safe: str) -> None:
    assert clean(name) == safe
