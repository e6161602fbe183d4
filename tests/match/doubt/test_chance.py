"""What the lexicon has no words for comes before a person; it is not silently called distinct."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from qingzhuang.match.decide import by_rules, decide
from qingzhuang.match.doubt.chance import RULE, chance, is_open
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import Match, Verdict
from tests.match.pairing import item

ASKED = ("蜂箱摆放位置 | 蜂农转场登记表 | 户", "放蜂地点 | 蜂农备案表 | 户")


def policy(questions: str) -> Lexicon:
    lexicon = default()
    decisions = {**lexicon.policy.decisions, "questions-per-match": questions}
    return replace(lexicon, policy=replace(lexicon.policy, decisions=decisions))


def verdict(pair: Iterable[str], lexicon: Lexicon | None = None) -> Match:
    one, other = pair
    return decide(item(one), item(other), lexicon)


def likely(one: str, other: str) -> float:
    lexicon = default()
    a, b = parse(item(one), lexicon), parse(item(other), lexicon)
    return chance(a, b, by_rules(a, b, lexicon)[0], lexicon)


def test_words_that_nobody_knows_are_asked_about_where_the_forms_are_about_one_thing() -> None:
    found = verdict(ASKED)
    assert (found.verdict, found.rule) == (Verdict.UNSURE, RULE)


def test_the_reason_names_the_words_that_cannot_be_told_apart_and_the_version_says_by_which_scale() -> None:
    found = verdict(ASKED)
    assert "蜂箱摆放位置" in found.why
    assert "放蜂地点" in found.why
    assert found.lexicon == default().version


def test_it_does_not_matter_which_side_comes_first() -> None:
    assert likely(*ASKED) == pytest.approx(likely(*reversed(ASKED)))
    assert verdict(reversed(ASKED)).rule == RULE


def test_the_policy_says_how_many_questions_a_match_may_cost() -> None:
    assert verdict(ASKED, policy("0")).verdict is Verdict.DISTINCT
    far = ("蜂箱摆放位置 | 蜂农转场登记表 | 户", "渔网入库批次 | 渔具仓库台账 | 户")
    assert verdict(far).verdict is Verdict.DISTINCT
    assert verdict(far, policy("1000")).verdict is Verdict.UNSURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("监护人电话 | 留守儿童台账 | 人", "联系电话 | 儿童名册 | 人"),
        ("应参保人数 | 2026年医保统计表 | 村", "已参保人数 | 2026年医保统计月报 | 村"),
        ("备注 | 甲花名册 | 人", "备注 | 乙花名册 | 人"),
        ("低保金额（元） | 低保发放表 | 户", "低保人数（人） | 低保统计表 | 户"),
        ("出生日期 | 儿童名册 | 人", "入学日期 | 学生名册 | 人"),
    ],
)
def test_a_veto_stays_whatever_the_policy(one: str, other: str) -> None:
    assert decide(item(one), item(other), policy("1000")).verdict is Verdict.DISTINCT


def test_two_columns_of_one_form_are_no_question_of_words() -> None:
    one, other = "蜂箱摆放位置 | 蜂农转场登记表 | 户", "放蜂地点 | 蜂农转场登记表 | 户"
    lexicon = default()
    a, b = parse(item(one), lexicon), parse(item(other), lexicon)
    assert not is_open(a, b, by_rules(a, b, lexicon)[0], lexicon)


def test_labels_without_a_form_are_no_question_of_words() -> None:
    assert decide(item("蜂箱摆放位置"), item("放蜂地点"), policy("1000")).verdict is Verdict.DISTINCT


def test_no_verdict_but_distinct_changes() -> None:
    for one, other in (
        ("姓名 | 低保花名册 | 人", "姓名 | 残疾人花名册 | 人"),
        ("身份证号 | 甲册 | 人", "年龄 | 乙册 | 人"),
    ):
        assert verdict((one, other), policy("1000")) == verdict((one, other), policy("0"))
