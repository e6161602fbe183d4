"""What people said of pairs counts where the rules are unsure, and nowhere else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from qingzhuang.match.grouping.group import group
from qingzhuang.match.grouping.rulings import NONE, State, in_order, rulings, sampled
from qingzhuang.match.people.agreement import agreement
from qingzhuang.match.people.queue import questions, ranked
from qingzhuang.match.people.shared import as_text, coming, read_shared
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext, Verdict
from tests.match.grouping.test_group import form

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
ONE = ItemContext("夜间看护安排", "困难群众花名册", "人")
OTHER = ItemContext("夜间看护工作安排", "高龄老人台账", "人")
A = form(str(ONE.form), "姓名", ONE.label)
B = form(str(OTHER.form), "姓名", OTHER.label)


def said(reply: Reply, by: str = "甲", a: ItemContext = ONE, b: ItemContext = OTHER) -> Said:
    return Said(a, b, reply, by, by, AT)


def settled(reply: Reply) -> list[Said]:
    return [said(reply, "甲"), said(reply, "乙")]


def sizes(*those: Said) -> list[int]:
    return sorted(len(each.members) for each in group([A, B], said=rulings(those)).groups)


def test_the_pair_of_these_tests_is_one_of_which_the_rules_are_unsure() -> None:
    (asked,) = questions(group([A, B]), [A, B])
    assert {asked.a.context.label, asked.b.context.label} == {ONE.label, OTHER.label}


def test_what_people_call_the_same_becomes_one_ask() -> None:
    assert sizes() == [1, 1, 2]
    assert sizes(*settled(Reply.SAME)) == [2, 2]


def test_what_people_call_different_leaves_the_queue_with_author_and_day() -> None:
    grouping = group([A, B], said=rulings(settled(Reply.DIFFERENT)))
    assert grouping.unsure == ()
    (why,) = [each.match.why for each in grouping.alike if each.match.rule == "P01-people"]
    assert "2026-11-02" in why
    assert "甲" in why or "乙" in why


def test_the_wider_one_stays_the_wider_one_whichever_comes_first() -> None:
    for those in (settled(Reply.HOLDS), [said(Reply.HELD, by, OTHER, ONE) for by in "甲乙"]):
        grouping = group([A, B], said=rulings(those))
        (link,) = [each for each in grouping.alike if each.match.rule == "P01-people"]
        wider = link.match.a if link.match.verdict is Verdict.BROADER else link.match.b
        assert wider.label == ONE.label


def test_nobody_overrules_a_veto() -> None:
    """Two persons call a guardian's telephone and one's own the same: the rules say otherwise, and that stays."""
    own, guardian = ItemContext("联系电话", "儿童名册", "人"), ItemContext("监护人电话", "留守儿童台账", "人")
    found = rulings([said(Reply.SAME, by, own, guardian) for by in "甲乙"])
    (ruling,) = found.pairs.values()
    assert ruling.vetoed
    assert ruling.word is None
    forms = [form("儿童名册", own.label), form("留守儿童台账", guardian.label)]
    assert all(len(each.members) == 1 for each in group(forms, said=found).groups)


def test_what_differs_from_row_to_row_is_no_question_and_no_word_settles_it() -> None:
    """A mother may be the guardian, and may not: whoever calls the two one is not followed."""
    mother = ItemContext("母亲姓名", "婴幼儿照护登记表", "人")
    guardian = ItemContext("监护人姓名", "在校学生台账", "人")
    forms = [form(str(each.form), "姓名", each.label) for each in (mother, guardian)]
    assert group(forms).unsure
    assert questions(group(forms), forms) == ()
    found = rulings([said(Reply.SAME, by, mother, guardian) for by in "甲乙"])
    assert [each.vetoed for each in found.pairs.values()] == [True]
    assert group(forms, said=found) == group(forms)


def test_two_columns_of_one_form_are_never_made_one() -> None:
    """A third form asks both side by side: they are held apart everywhere, and a person is warned."""
    both = form("救助登记表", ONE.label, OTHER.label)
    grouping = group([A, B, both], said=rulings(settled(Reply.SAME)))
    assert [{each.a.label, each.b.label} for each in grouping.duplicates] == [{ONE.label, OTHER.label}]
    labels = [{member.item.label for member in each.members} for each in grouping.groups]
    assert not any({ONE.label, OTHER.label} <= each for each in labels)
    asked = questions(group([A, B, both]), [A, B, both])
    assert ranked(asked, NONE) == ()
    assert [each.together for each in asked] == [True]


def test_next_years_edition_needs_no_new_word() -> None:
    later = replace(ONE, form="2027年困难群众花名册")
    assert in_order(later, OTHER) == in_order(ONE, OTHER)


def test_the_queue_begins_with_what_frees_most() -> None:
    more = form("残疾人花名册", "技能专长打算", "姓名")
    other = form("就业登记表", "技能专长下步打算", "姓名")
    forms = [A, B, more, other]
    asked = questions(group(forms), forms, [1, 1, 12, 4])
    first, second = ranked(asked, NONE)
    assert (first.question.freed, second.question.freed) == (4, 1)
    assert first.worth > second.worth


def test_a_rule_whose_pairs_are_always_called_the_same_is_less_uncertain() -> None:
    asked = questions(group([A, B]), [A, B])
    far = [ItemContext(f"{word}安排", "甲册", "人") for word in ("房屋修缮", "产业扶持", "医疗救助")]
    near = [ItemContext(f"{word}工作安排", "乙册", "人") for word in ("房屋修缮", "产业扶持", "医疗救助")]
    learnt = rulings([said(Reply.SAME, by, a, b) for a, b in zip(far, near, strict=True) for by in "甲乙"])
    assert {each.rule for each in learnt.pairs.values()} >= {asked[0].rule}
    assert ranked(asked, learnt)[0].uncertainty < ranked(asked, NONE)[0].uncertainty


def _pair(*, second_look: bool) -> tuple[ItemContext, ItemContext]:
    words = (f"{a}{b}" for a in "修建养护整治" for b in "渠路桥井塘坝")
    for word in words:
        pair = (ItemContext(f"{word}安排", "甲册", "人"), ItemContext(f"{word}工作安排", "乙册", "人"))
        if sampled(in_order(*pair)[0]) is second_look:
            return pair
    raise AssertionError


def test_every_fifth_pair_counts_only_when_a_second_person_agrees() -> None:
    a, b = _pair(second_look=True)
    one = said(Reply.SAME, "甲", a, b)
    (half,) = rulings([one]).pairs.values()
    assert (half.state, half.word) == (State.HALF, None)
    (again,) = rulings([one, one]).pairs.values()
    assert again.state is State.HALF, "the same person twice is one person"
    (both,) = rulings([one, said(Reply.SAME, "乙", a, b)]).pairs.values()
    assert both.state is State.SETTLED


def test_persons_who_disagree_open_the_pair_again() -> None:
    for second_look in (True, False):
        a, b = _pair(second_look=second_look)
        those = [said(Reply.SAME, "甲", a, b), said(Reply.DIFFERENT, "乙", a, b)]
        (ruling,) = rulings(those).pairs.values()
        assert (ruling.state, ruling.word) == (State.DISPUTED, None)
        (after,) = rulings([*those, said(Reply.DIFFERENT, "甲", a, b)]).pairs.values()
        assert after.state is State.SETTLED


def test_who_looked_first_is_not_asked_twice_and_who_cannot_say_is_asked_last() -> None:
    a, b = _pair(second_look=True)
    forms = [form(str(a.form), a.label), form(str(b.form), b.label)]
    asked = questions(group(forms), forms)
    half = rulings([said(Reply.SAME, "甲", a, b)])
    assert ranked(asked, half, "甲") == ()
    assert len(ranked(asked, half, "乙")) == 1
    assert len(ranked(asked, rulings([said(Reply.UNKNOWN, "甲", a, b)]), "甲")) == 1


def test_agreement_counts_first_words_and_is_not_made_better_by_second_thoughts() -> None:
    a, b = _pair(second_look=True)
    those = [said(Reply.SAME, "甲", a, b), said(Reply.DIFFERENT, "乙", a, b)]
    for found in (agreement(rulings(those)), agreement(rulings([*those, said(Reply.SAME, "乙", a, b)]))):
        assert (found.pairs, found.agreed, found.kappa) == (1, 0, 0.0)


def test_where_all_say_the_same_kappa_cannot_be_reckoned() -> None:
    a, b = _pair(second_look=True)
    found = agreement(rulings([said(Reply.SAME, by, a, b) for by in "甲乙"]))
    assert (found.pairs, found.agreed, found.kappa) == (1, 1, None)


@pytest.mark.parametrize("file", ["定过的.yaml", "定过的.json"])
def test_a_file_for_other_offices_gives_back_what_was_said(file: str) -> None:
    text = as_text(settled(Reply.HOLDS), "云泽县", file)
    there = read_shared(file, text.encode())
    assert [(each.a, each.b, each.reply, each.who, each.at) for each in there] == [
        (ONE, OTHER, Reply.HOLDS, by, AT) for by in "甲乙"
    ]
    assert {each.source for each in there} == {"云泽县"}
    fresh = coming(there, NONE)
    assert (len(fresh.new), fresh.known, fresh.against) == (2, 0, ())
    assert coming(there, rulings(there)).known == 2


def test_what_contradicts_is_shown_and_not_brought() -> None:
    there = read_shared("a.json", as_text(settled(Reply.SAME), "云泽县", "a.json").encode())
    here = rulings([said(Reply.DIFFERENT, by) for by in "丙丁"])
    found = coming(there, here)
    assert found.new == ()
    assert [(each.reply, ours.reply) for each, ours in found.against] == [
        (Reply.SAME, Reply.DIFFERENT),
        (Reply.SAME, Reply.DIFFERENT),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[1, 2]",
        b"{qingzhuang_said: 2, said: []}",
        b'{"qingzhuang_said": 1, "said": [{"a": "x"}]}',
        b"!!python/object:os.system x",
        '{"qingzhuang_said": 1, "said": [{"a": {"label": "甲"}, "b": {"label": "乙"}, "reply": "same", "who": "我", "at": "2026-01-01"}]}'.encode(),
        ("a: " * 5000).encode(),
    ],
)
def test_any_other_file_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ProblemError) as error:
        read_shared("别的.yaml", content)
    assert error.value.problem.code == "QZ-M003"


def test_an_office_that_changed_its_mind_is_followed_and_another_office_is_not() -> None:
    def there(reply: Reply, day: int, office: str = "邻县") -> list[Said]:
        at = AT.replace(day=day)
        words = [Said(ONE, OTHER, reply, by, by, at) for by in "甲乙"]
        return list(read_shared("a.yaml", as_text(words, office, "a.yaml").encode()))

    here = rulings(there(Reply.SAME, 3))
    assert len(coming(there(Reply.DIFFERENT, 9), here).new) == 2
    assert coming(there(Reply.DIFFERENT, 2), here).new == (), "what is older than what stands here"
    assert coming(there(Reply.DIFFERENT, 9, "远县"), here).new == ()


def _with_rows(title: str, row: str, label: str) -> ItemContext:
    return ItemContext(label, title, row)


def test_the_same_two_wordings_are_one_question_wherever_rows_are_alike() -> None:
    forms = [A, B, form("孤儿名册", "姓名", str(ONE.label)), form("残疾人台账", "姓名", str(OTHER.label))]
    (asked,) = questions(group(forms), forms)
    shops = _with_rows("小餐饮店登记表", "场所", "注册号或统一社会信用代码")
    rounds = [_with_rows(f"{title}检查表", "检查", "统一社会信用代码") for title in ("消防安全", "燃气安全")]
    assert asked.a.forms == asked.b.forms == 2
    assert len({in_order(shops, each)[0] for each in rounds}) == 1
    found = rulings([said(Reply.SAME, by, shops, rounds[0]) for by in "甲乙"])
    assert found.pairs[in_order(rounds[1], shops)[0]].state is State.SETTLED


def test_wordings_that_meet_where_rows_differ_are_questions_of_their_own() -> None:
    people, shops, villages = (
        _with_rows(title, row, "联系电话")
        for title, row in (("花名册", "人"), ("登记表", "企业"), ("台账", "村"))
    )
    assert in_order(people, shops)[0] != in_order(people, villages)[0]


def test_two_columns_that_one_form_alone_asks_are_its_issuers_question() -> None:
    asked_twice = form("垃圾分类评分表", "村名", "垃圾桶数（只）", "生活垃圾收集点数（个）")
    assert group([asked_twice]).unsure == ()
    assert questions(group([asked_twice]), [asked_twice]) == ()


def test_the_later_answer_of_one_person_replaces_the_earlier_one() -> None:
    one = rulings([said(Reply.UNKNOWN), said(Reply.SAME), said(Reply.SAME, "乙")])
    (ruling,) = one.pairs.values()
    assert [ruling.replaced(each) for each in ruling.said] == [True, False, False]
    assert ruling.state is State.SETTLED
    assert ruling.word is not None
    assert ruling.word.reply is Reply.SAME
