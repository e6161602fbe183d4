"""The kinds of a tip-off go by a letter, a name, or a place's own label; every kind that a sign reports is known."""

import pytest

from qingzhuang.check.clue.cases import signs
from qingzhuang.check.clue.read import category_of, read_clue
from qingzhuang.law.facts import facts


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("A", "A"),
        ("b 强制功能", "B"),
        ("推广类", "A"),
        ("考核类（登录率、转发量、评论数、点赞数）", "D"),
        ("打卡类", "B"),
        ("空壳类", "F"),
        ("冗余类", "G"),
        ("过度留痕类", "C"),
        ("多头填报（含同一工作重复建群）", "E"),
        ("其它类（超时、卡顿、闪退、白屏）", "I"),
        ("群内打卡接龙、即时响应", "H"),
        ("", ""),
        ("说不清", ""),
    ],
)
def test_a_label_means_one_of_nine_kinds(label: str, kind: str) -> None:
    assert category_of(label) == kind


def test_free_text_is_all_content() -> None:
    clue = read_clue("我们这里每天要打卡\n烦死了")
    assert (clue.text, clue.category, clue.name) == ("我们这里每天要打卡\n烦死了", "", "")


def test_the_content_goes_on_over_lines() -> None:
    assert read_clue("类别：B\n具体要求：每天打卡\n还要截图").text == "每天打卡\n还要截图"


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.id)
def test_a_sign_reports_facts_that_rules_ask_for(sign: object) -> None:
    reported = dict(sign.facts)  # type: ignore[attr-defined]
    assert all(facts()[name].accepts(value) for name, value in reported.items())
