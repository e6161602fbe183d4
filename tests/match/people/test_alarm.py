"""Words that cannot all be right raise an alarm with the pair, the chain and the cure, and none of them counts meanwhile."""

from datetime import UTC, datetime
from itertools import pairwise

from qingzhuang.match.grouping.chains import Tie
from qingzhuang.match.grouping.group import group
from qingzhuang.match.grouping.rulings import Rulings, rulings
from qingzhuang.match.people.alarm import Against, alarms
from qingzhuang.match.people.ground import NOWHERE, Bridge, ground_of
from qingzhuang.match.people.steps import laid_out
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext
from tests.match.grouping.test_group import form

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
A = ItemContext("夜间看护安排", "困难群众花名册", "人")
B = ItemContext("看护安排", "高龄老人台账", "人")
C = ItemContext("夜间看护工作安排", "独居老人台账", "人")


def both(a: ItemContext, b: ItemContext, reply: Reply) -> list[Said]:
    return [Said(a, b, reply, f"编名{by}", by, AT) for by in "甲乙"]


def chain() -> list[Said]:
    return [*both(A, B, Reply.SAME), *both(B, C, Reply.SAME)]


def keys(said: Rulings) -> set[str]:
    return {key for pair in said.alike for key in pair}


def test_without_a_contradiction_a_chain_counts_and_nothing_is_told() -> None:
    said = rulings(chain())
    assert len(keys(said)) == 3
    assert alarms(said) == ()


def test_a_chain_against_a_word_raises_an_alarm_and_nothing_of_it_counts() -> None:
    said = rulings([*chain(), *both(A, C, Reply.DIFFERENT)])
    (found,) = alarms(said)
    assert found.against is Against.WORDS
    assert {found.a, found.b} == {A, C}
    assert "不同" in found.why
    assert "“夜间看护安排”（《困难群众花名册》）" in found.why
    assert [{each.a, each.b} for each in found.chain] in ([{A, B}, {B, C}], [{C, B}, {A, B}])
    assert all(len(each.said) == 2 for each in found.chain)
    assert "撤回" in found.cure
    assert said.alike == ()
    assert said.roots == {}


def test_what_does_not_hang_together_with_a_contradiction_goes_on_counting() -> None:
    one, other = ItemContext("临时救助打算", "甲名册", "人"), ItemContext("临时救助工作打算", "乙名册", "人")
    said = rulings([*chain(), *both(A, C, Reply.DIFFERENT), *both(one, other, Reply.SAME)])
    assert keys(said) == {"~打算[临时救助]", "~工作打算[临时救助]"}


def test_a_chain_against_the_rules_raises_an_alarm() -> None:
    """Both may be the third, but the rules know that they are not one."""
    one, other = (
        ItemContext("夜间看护安排情况", "甲花名册", "人"),
        ItemContext("夜间看护值守安排", "乙花名册", "人"),
    )
    said = rulings([*both(one, B, Reply.SAME), *both(other, B, Reply.SAME)])
    assert not any(each.vetoed for each in said.pairs.values()), "the rules are unsure of both"
    (found,) = alarms(said)
    assert (found.against, {found.a, found.b}) == (Against.RULES, {one, other})
    assert "词库说" in found.why
    assert said.alike == ()


def test_a_chain_that_would_join_two_items_of_one_form_raises_an_alarm() -> None:
    forms = [form("困难群众花名册", "姓名", A.label, C.label), form("高龄老人台账", "姓名", B.label)]
    (found,) = alarms(rulings(chain()), ground_of(group(forms), forms))
    assert found.against is Against.FORM
    assert {found.a.label, found.b.label} == {A.label, C.label}
    assert {found.a.form, found.b.form} == {"困难群众花名册"}
    assert "困难群众花名册" in found.why
    assert "发表单位" in found.cure


def test_forms_that_ask_but_one_of_them_raise_none() -> None:
    forms = [form("困难群众花名册", "姓名", A.label), form("高龄老人台账", "姓名", B.label)]
    assert alarms(rulings(chain()), ground_of(group(forms), forms)) == ()
    assert alarms(rulings([]), NOWHERE) == ()


def test_persons_who_disagree_are_named_with_what_each_said() -> None:
    said = rulings(
        [Said(A, B, Reply.SAME, "编名甲", "甲", AT), Said(A, B, Reply.DIFFERENT, "编名乙", "乙", AT)]
    )
    (found,) = alarms(said)
    assert found.against is Against.PERSONS
    assert "编名甲说同一项" in found.why
    assert "编名乙说不同" in found.why
    assert "各自再按一次" in found.cure


def test_taking_one_step_back_unties_it() -> None:
    said = [*both(A, B, Reply.SAME), *both(A, C, Reply.DIFFERENT)]
    assert alarms(rulings(said)) == ()
    assert len(rulings(said).alike) == 1


def test_of_what_hangs_together_one_alarm_is_told_and_how_many_more_there_are() -> None:
    form_of_all = form("看护对象花名册", "姓名", A.label, B.label, C.label)
    (found,) = alarms(rulings(chain()), ground_of(group([form_of_all]), [form_of_all]))
    assert sum(each.by_people for each in found.chain) == 1
    assert "这一串里还有 2 处对不上" in found.cure


def test_a_chain_is_told_without_a_gap_from_one_column_to_the_other() -> None:
    """The form's second column is another wording of a key that people tied: what makes the two one is a step of its own."""
    forms = [form("困难群众花名册", "姓名", A.label, C.label), form("高龄老人台账", "姓名", B.label)]
    (found,) = alarms(rulings(chain()), ground_of(group(forms), forms))
    columns = [[(end.label, end.form) for end in (each.a, each.b)] for each in found.chain]
    assert columns[0][0] == (found.a.label, found.a.form)
    assert columns[-1][1] == (found.b.label, found.b.form)
    assert all(one[1] == other[0] for one, other in pairwise(columns))
    assert [each.by_people for each in found.chain].count(False) == 1
    assert all(each.said or each.why for each in found.chain)
    assert "词库连的那一步撤不回" in found.cure


def test_a_step_of_people_says_who_and_a_step_of_the_lexicon_says_by_which_rule() -> None:
    mobile, phone = ItemContext("手机号码", "甲花名册", "人"), ItemContext("移动电话", "乙花名册", "人")
    other = ItemContext("夜间看护联络方法", "丙花名册", "人")
    (step,) = laid_out((), (mobile, phone), {}, ())
    assert (step.by_people, step.rule) == (False, "E01-element")
    assert "都是" in step.why
    said = rulings(both(mobile, other, Reply.SAME))
    ruling = next(iter(said.pairs.values()))
    steps = laid_out((Tie(*ruling.keys, ruling.pair),), (mobile, other), said.pairs, ())
    turned = laid_out((Tie(ruling.keys[1], ruling.keys[0], ruling.pair),), (other, mobile), said.pairs, ())
    assert {(each.a, each.b) for each in (*steps, *turned) if each.by_people} == {
        (mobile, other),
        (other, mobile),
    }


def test_a_bridge_of_the_lexicon_stands_between_two_words_of_people() -> None:
    bridge = Bridge(Tie("x", "y"), A, B)
    (step,) = laid_out((Tie("x", "y"),), (A, B), {}, (bridge,))
    assert (step.a, step.b, step.by_people) == (A, B, False)
    (back,) = laid_out((Tie("y", "x"),), (B, A), {}, (bridge,))
    assert (back.a, back.b) == (B, A)
