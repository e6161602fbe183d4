"""Check points of which nobody can tell go to people; what they say holds for these sentences in any list."""

from datetime import UTC, datetime, timedelta

from qingzhuang.match.checklist.doubts import ROW, doubts, point_pair
from qingzhuang.match.checklist.read import read_point
from qingzhuang.match.grouping.group import group
from qingzhuang.match.grouping.rulings import NONE, Rulings, rulings, sampled
from qingzhuang.match.people.queue import Question, questions, ranked
from qingzhuang.match.people.shared import as_text, coming, read_shared
from qingzhuang.model.form import Form
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import Verdict
from tests.match.checklist.test_lists import card, listed

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
FIRE = card("消防检查表", "灭火器是否在有效期内", "安全出口是否畅通")
GAS = listed("用气自查表", "灭火器符合要求", "安全出口畅通", "软管是否老化")


def asked(*forms: Form) -> tuple[Question, ...]:
    return questions(group(forms), forms, [12.0, 4.0][: len(forms)])


def say(question: Question, reply: Reply, *people: str) -> list[Said]:
    return [
        Said(question.a.context, question.b.context, reply, who, f"@{who}", AT + timedelta(minutes=at))
        for at, who in enumerate(people)
    ]


def points(question: Question) -> tuple[str, str]:
    return question.a.context.label, question.b.context.label


def only() -> Question:
    (found,) = (each for each in asked(FIRE, GAS) if each.a.context.row == ROW)
    return found


def settled(reply: Reply = Reply.SAME) -> Rulings:
    return rulings(say(only(), reply, "张", "李"))


def test_an_unsure_pair_is_asked_with_both_lists_beside_it() -> None:
    found = only()
    assert set(points(found)) == {"灭火器是否在有效期内", "灭火器符合要求"}
    assert {found.a.context.form, found.b.context.form} == {"消防检查表", "用气自查表"}
    assert (found.freed, bool(found.why)) == (4.0, True)


def test_what_has_its_equal_in_the_other_list_is_no_question() -> None:
    twice = listed("用气自查表", "灭火器符合要求", "灭火器未过期", "软管是否老化")
    assert not list(doubts([FIRE, twice]))


def test_copies_of_one_list_ask_nothing() -> None:
    assert not list(doubts([GAS, GAS]))


def test_what_people_said_counts_and_leaves_the_queue() -> None:
    a, b = read_point("灭火器是否在有效期内"), read_point("灭火器符合要求")
    assert NONE.points(a, b).verdict is Verdict.UNSURE
    found = settled().points(b, a)
    assert (found.verdict, found.reverse) == (Verdict.EQUAL, False)
    assert not ranked([only()], settled())
    assert settled(Reply.DIFFERENT).points(a, b).verdict is Verdict.UNSURE


def test_a_pair_of_the_sample_counts_when_two_agree() -> None:
    one = rulings(say(only(), Reply.SAME, "张"))
    left = ranked([only()], one, "@李")
    assert bool(left) is sampled(only().pair)


def test_a_yes_that_people_joined_goes_the_way_of_its_good_side() -> None:
    a, b = read_point("灭火器是否过期"), read_point("灭火器符合要求")
    question = next(
        each
        for each in asked(card("消防检查表", "灭火器是否过期", "安全出口是否畅通"), GAS)
        if each.a.context.row == ROW
    )
    found = rulings(say(question, Reply.SAME, "张", "李")).points(a, b)
    assert (found.verdict, found.reverse) == (Verdict.EQUAL, True)


def test_people_join_only_what_is_kept_of_both_points_and_overrule_nothing() -> None:
    ((one, other),) = settled().alike
    assert {one, other} == {"check.point~灭火器·valid", "check.point~灭火器·proper"}
    plain = read_point("灭火器是否在有效期内"), read_point("消火栓是否完好")
    assert settled().points(*plain).verdict is Verdict.DISTINCT


def test_it_is_handed_on_to_other_counties_with_author_and_day() -> None:
    said = say(only(), Reply.SAME, "张")
    again = read_shared("说过.yaml", as_text(said, "云泽县", "说过.yaml").encode())
    assert [(each.who, each.at, each.reply) for each in again] == [("张", AT, Reply.SAME)]
    assert rulings(again).pairs.keys() == {only().pair}
    assert len(coming(again, NONE).new) == 1
    assert coming(again, rulings(said)).known == 1


def test_order_does_not_matter() -> None:
    a, b = read_point("灭火器是否在有效期内"), read_point("灭火器符合要求")
    assert point_pair(a, b)[0] == point_pair(b, a)[0]
    assert point_pair(a, b)[1] is not point_pair(b, a)[1]
