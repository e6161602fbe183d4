"""Verdicts: symmetric, explained, cited."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.match.decide import decide
from qingzhuang.match.doubt.chance import RULE as DOUBT
from qingzhuang.match.rules import EITHER_WAY, RULES
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import ItemContext, Verdict
from tests.match.pairing import item
from tests.match.test_table import TABLE

_ITEMS = sorted({text for a, b, _expected in TABLE for text in (a, b)})
_MIRROR = {"a->b": "b->a", "b->a": "a->b", "a<->b": "a<->b", None: None}
_TURNED = {Verdict.NARROWER: Verdict.BROADER, Verdict.BROADER: Verdict.NARROWER}
_labels = st.text(alphabet="姓名户主身份证号日期本年上家庭收入人数元万(),/、是否12*男", max_size=9)
_contexts = st.one_of(
    st.sampled_from(_ITEMS).map(item),
    st.builds(
        ItemContext,
        label=_labels,
        form=st.none() | st.sampled_from(["2024年低保花名册", "2025年统计表", "检查表", ""]),
        row=st.none() | st.sampled_from(["人", "户", "村", "企业", "检查", "医生", "奇物"]),
        unit=st.none() | st.sampled_from(["元", "万元", "人", "怪"]),
        parent=st.none() | st.sampled_from(["户主信息", "其中/男", "2024年", "家庭成员"]),
    ),
)


@given(_contexts, _contexts)
@settings(max_examples=400, deadline=None)
def test_swapping_the_items_mirrors_the_verdict(a: ItemContext, b: ItemContext) -> None:
    one, other = decide(a, b), decide(b, a)
    assert other.verdict == _TURNED.get(one.verdict, one.verdict)
    assert other.direction == _MIRROR[one.direction]
    assert (other.rule, other.why, other.slot) == (one.rule, one.why, one.slot)


@given(_contexts, _contexts)
@settings(max_examples=400, deadline=None)
def test_a_rule_that_is_asked_once_says_the_same_both_ways(a: ItemContext, b: ItemContext) -> None:
    one, other, lexicon = parse(a, default()), parse(b, default()), default()
    for name in EITHER_WAY:
        there, back = RULES[name](one, other, lexicon), RULES[name](other, one, lexicon)
        assert (there and there.mirrored().verdict) == (back and back.verdict), name


@given(_contexts)
@settings(max_examples=200, deadline=None)
def test_an_item_against_itself_is_never_derivable_or_narrower(a: ItemContext) -> None:
    assert decide(a, a).verdict in (Verdict.EQUAL, Verdict.DISTINCT, Verdict.UNSURE)


@pytest.mark.parametrize(("a", "b", "_expected"), TABLE)
def test_every_verdict_names_its_rule_its_slot_a_reason_and_the_lexicon(
    a: str, b: str, _expected: str
) -> None:
    match = decide(item(a), item(b))
    assert match.rule in {*RULES, DOUBT}
    assert match.slot
    assert match.why.endswith("。")
    assert match.lexicon == default().version


def test_rule_ids_begin_with_a_letter_and_two_digits() -> None:
    assert all(name[0] in "VDEUNX" and name[1:3].isdigit() and name[3] == "-" for name in RULES)


@pytest.mark.parametrize(
    ("line", "value", "a", "b", "shipped", "switched"),
    [
        ("maybe-self", "distinct", "申请人姓名", "姓名", Verdict.UNSURE, Verdict.DISTINCT),
        ("no-context", "unsure", "身份证号", "公民身份号码", Verdict.EQUAL, Verdict.UNSURE),
        ("event-identity", "distinct", "检查日期", "检查日期", Verdict.UNSURE, Verdict.DISTINCT),
        ("half-context", "equal", "户籍人口 | 村情表 | 村", "户籍人口", Verdict.UNSURE, Verdict.EQUAL),
        (
            "time-half-known",
            "equal",
            "家庭年收入 | 2024年表 | 户",
            "家庭年收入 | 农户表 | 户",
            Verdict.UNSURE,
            Verdict.EQUAL,
        ),
    ],
)
def test_a_policy_is_one_line_to_switch(
    line: str, value: str, a: str, b: str, shipped: Verdict, switched: Verdict
) -> None:
    """What is policy and not language is decided in the table, with author and reason, and nowhere else."""
    lexicon = default()
    decisions = {**lexicon.policy.decisions, line: value}
    other = replace(lexicon, policy=replace(lexicon.policy, decisions=decisions))
    assert decide(item(a), item(b)).verdict is shipped
    assert decide(item(a), item(b), other).verdict is switched


def test_a_date_of_life_written_as_time_is_policy_too() -> None:
    lexicon = default()
    decisions = {**lexicon.policy.decisions, "life-dates": "derivable"}
    other = replace(lexicon, policy=replace(lexicon.policy, decisions=decisions))
    assert decide(item("入党时间"), item("入党日期")).verdict is Verdict.EQUAL
    assert decide(item("入党时间"), item("入党日期"), other).formula == "datetime.date"
