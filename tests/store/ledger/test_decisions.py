"""People decide: which value is right, what was a mistake, who is who. Every decision can be taken back."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qingzhuang.answer.ledger import Standing
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import ProblemError
from qingzhuang.store.ledger.decided import decisions
from qingzhuang.store.ledger.decisions import same, settle, undo, withdraw
from qingzhuang.store.ledger.queries import conflicts, history, ledger_view, value_of
from qingzhuang.store.ledger.report import Signed
from tests.store.people import APRIL, LI, MARCH, TODAY, WANG, bring, moment, nothing_kept

PHONE, NAME, SEX = "person.phone", "person.name", "person.sex"
ONE, TWO, THREE = "13900000001", "13900000002", "13900000003"
OTHER = "残疾人台账.xlsx"


def by(minute: int = 5, reason: str = "电话打通了") -> Signed:
    return Signed("李网格", moment(minute), reason)


def disagree() -> None:
    """Two files that disagree on a telephone."""
    bring({(WANG, PHONE): ONE})
    bring({(WANG, PHONE): TWO}, file=OTHER, as_of=APRIL, minute=1)


def now(subject: Subject = WANG, element: str = PHONE) -> Any:
    found = value_of(subject, element, as_of=TODAY)
    return found.fact.value if found.fact and found.standing is Standing.CURRENT else found.standing


def test_a_choice_settles_a_conflict_and_is_a_fact_of_its_own() -> None:
    disagree()
    decision = settle(WANG, PHONE, ONE, by())
    assert (decision.ended, decision.value, now()) == (1, ONE, ONE)
    assert conflicts(as_of=TODAY) == ()
    assert len(conflicts(as_of=TODAY, known_at=moment(4))) == 1
    assert [
        (each.fact.value, each.fact.recorder, each.ended, each.reason) for each in history(WANG, PHONE)
    ] == [
        (ONE, "赵会计", None, ""),
        (TWO, "赵会计", "settled", "电话打通了"),
        (ONE, "李网格", None, ""),
    ]
    (told,) = decisions(WANG)
    assert (told.kind, told.signed, told.undone_by) == ("settled", by(), None)


def test_the_right_value_may_be_one_that_no_source_has() -> None:
    disagree()
    assert settle(WANG, PHONE, THREE, by()).ended == 2
    assert now() == THREE


def test_a_choice_lasts_from_the_day_of_the_decision() -> None:
    disagree()
    settle(WANG, PHONE, ONE, by(), lasts_days=30)
    last = history(WANG, PHONE)[-1].fact
    assert (last.as_of, last.valid_until) == (APRIL, TODAY.replace(month=12, day=24))


def test_importing_the_losing_file_again_does_not_reopen_a_settled_question() -> None:
    disagree()
    settle(WANG, PHONE, ONE, by())
    again = bring({(WANG, PHONE): TWO}, file=OTHER, as_of=APRIL, minute=6)
    assert (again.unchanged, again.new, again.conflicts) == (1, 0, ())


def test_the_losing_files_next_edition_that_repeats_itself_does_not_reopen_it_either() -> None:
    disagree()
    settle(WANG, PHONE, ONE, by())
    again = bring({(WANG, PHONE): TWO}, file=OTHER, as_of=APRIL.replace(month=5), minute=6)
    assert (again.kept_out, again.conflicts, again.changes, now()) == (1, (), (), ONE)


def test_a_new_value_from_any_source_opens_the_question_again() -> None:
    disagree()
    settle(WANG, PHONE, ONE, by())
    assert len(bring({(WANG, PHONE): THREE}, file=OTHER, as_of=APRIL, minute=6).conflicts) == 1
    settle(WANG, PHONE, ONE, by(7))
    assert len(bring({(WANG, PHONE): TWO}, file="走访登记.xlsx", minute=8).conflicts) == 1


def test_undoing_a_choice_opens_the_question_again_and_all_stays_in_the_history() -> None:
    disagree()
    number = settle(WANG, PHONE, THREE, by()).number
    assert undo(by(6, "点错了")).number == number
    assert now() is Standing.CONFLICT
    assert value_of(WANG, PHONE, as_of=TODAY, known_at=moment(5)).standing is Standing.CURRENT
    assert [(each.kind, each.undone_by is not None) for each in decisions(WANG)] == [
        ("settled", True),
        ("undone", False),
    ]
    with pytest.raises(ProblemError, match="QZ-L006"):
        undo(by(7), number)


def test_a_second_choice_undone_leaves_the_first() -> None:
    disagree()
    settle(WANG, PHONE, ONE, by())
    settle(WANG, PHONE, TWO, by(6))
    assert now() == TWO
    undo(by(7))
    assert now() == ONE


def test_a_choice_about_the_head_also_ends_what_a_roll_of_households_says() -> None:
    home = Subject(SubjectKind.HOUSEHOLD, "990101001", "王桂香")
    bring(
        {
            (WANG, PHONE): ONE,
            (WANG, "person.hukou_booklet_no"): home.key,
            (WANG, "person.relation_to_head"): "户主",
        }
    )
    bring({(home, "户主@person.id_no"): WANG.key, (home, "户主@person.phone"): TWO}, file="户册.xlsx")
    assert [each.subject for each in conflicts(as_of=TODAY)] == [WANG]
    assert settle(WANG, PHONE, ONE, by()).ended == 1
    assert conflicts(as_of=TODAY) == ()


def test_a_withdrawn_fact_no_longer_speaks_but_did_then() -> None:
    bring({(WANG, PHONE): ONE})
    withdraw(WANG, by(5, "串行了"), element=PHONE)
    assert now() is Standing.UNKNOWN
    assert value_of(WANG, PHONE, as_of=TODAY, known_at=moment(4)).standing is Standing.CURRENT
    assert [(each.ended, each.reason) for each in history(WANG)] == [("withdrawn", "串行了")]
    with pytest.raises(ProblemError, match="QZ-L005"):
        withdraw(WANG, by(6), element=PHONE)


def test_one_of_two_values_is_withdrawn() -> None:
    disagree()
    withdraw(WANG, by(), element=PHONE, value=TWO)
    assert now() == ONE


def test_a_withdrawn_person_is_not_there_until_it_is_undone() -> None:
    bring({(WANG, NAME): "王桂香", (WANG, PHONE): ONE, (LI, NAME): "李有田"})
    assert withdraw(WANG, by(5, "搬走了")).ended == 2
    assert ledger_view(as_of=TODAY).of_kind(SubjectKind.PERSON) == (LI,)
    undo(by(6))
    assert now() == ONE


def test_what_was_withdrawn_does_not_come_back_with_the_same_file_or_its_next_edition() -> None:
    said: dict[Any, Any] = {(WANG, NAME): "王桂香", (WANG, PHONE): ONE}
    bring(said)
    withdraw(WANG, by(5, "搬走了"))
    again = bring(said, minute=6)
    assert (again.new, again.kept_out) == (0, 2)
    later = bring({**said, (WANG, PHONE): TWO, (WANG, SEX): "女"}, as_of=APRIL, minute=7)
    assert (later.kept_out, later.changes) == (3, ())
    assert now() is Standing.UNKNOWN
    undo(by(8))
    assert now() == TWO


def test_another_source_that_names_a_withdrawn_person_is_heard() -> None:
    bring({(WANG, PHONE): ONE})
    withdraw(WANG, by(5, "搬走了"))
    assert bring({(WANG, PHONE): ONE, (WANG, SEX): "女"}, file=OTHER, minute=6).new == 2
    assert now() == ONE


def test_one_person_under_two_keys_is_linked_not_merged() -> None:
    weak = Subject(SubjectKind.PERSON, "名=王桂香;村=甲村", "王桂香")
    bring({(WANG, NAME): "王桂香"})
    bring({(weak, PHONE): ONE}, file="走访登记.xlsx", minute=1)
    assert now() is Standing.UNKNOWN
    same(weak, WANG, by(2))
    assert now() == ONE == now(weak)
    same(weak, WANG, by(3), really=False)
    assert now() is Standing.UNKNOWN
    undo(by(4))
    assert now() == ONE
    undo(by(5))
    assert now() is Standing.UNKNOWN


def test_unknown_or_unlike_subjects_are_not_linked() -> None:
    bring({(WANG, PHONE): ONE})
    for one, two in ((LI, WANG), (WANG, WANG)):
        with pytest.raises(ProblemError, match="QZ-L002"):
            same(one, two, by())


def test_without_a_decision_there_is_nothing_to_undo() -> None:
    with pytest.raises(ProblemError, match="QZ-L006"):
        undo(by())


values = st.sampled_from([ONE, TWO, THREE])
steps = st.lists(st.tuples(st.sampled_from(["settle", "withdraw", "whole"]), values), min_size=1, max_size=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values, values, steps)
def test_undoing_every_decision_from_the_last_gives_back_what_was(
    one: str, two: str, decided: list[tuple[str, str]]
) -> None:
    with nothing_kept():
        bring({(WANG, PHONE): one, (WANG, SEX): "女"})
        bring({(WANG, PHONE): two}, file=OTHER, as_of=MARCH, minute=1)
        seen = [_picture()]
        for what, value in decided:
            try:
                if what == "settle":
                    settle(WANG, PHONE, value, by())
                else:
                    withdraw(WANG, by(), element=PHONE if what == "withdraw" else "")
            except ProblemError:
                continue
            seen.append(_picture())
        while len(seen) > 1:
            assert _picture() == seen.pop()
            undo(by())
        assert _picture() == seen[0]


def _picture() -> object:
    view = ledger_view(as_of=TODAY)
    return {
        key: (found.standing, found.fact and found.fact.value, [each.value for each in found.rivals])
        for key in view.elements(WANG)
        for found in [view.resolve(WANG, key)]
    }
