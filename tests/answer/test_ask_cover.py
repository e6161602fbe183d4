"""Nobody is asked one question more than needed."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.answer.ask_cover import smallest_cover

INSTANCES = st.dictionaries(
    st.integers(0, 12), st.frozensets(st.integers(0, 8), min_size=1, max_size=4), min_size=0, max_size=12
)


def brute_force(needs: dict[int, frozenset[int]]) -> int:
    questions = {question for options in needs.values() for question in options}
    return next(
        size
        for size in range(len(questions) + 1)
        if any(
            all(options & set(pick) for options in needs.values()) for pick in combinations(questions, size)
        )
    )


@given(INSTANCES)
def test_the_cover_meets_all_needs_with_the_fewest_questions(needs: dict[int, frozenset[int]]) -> None:
    chosen = smallest_cover(needs, int)
    assert all(options & set(chosen) for options in needs.values())
    assert len(chosen) == brute_force(needs)


@given(INSTANCES)
def test_the_same_needs_in_another_order_give_the_same_questions(needs: dict[int, frozenset[int]]) -> None:
    assert smallest_cover(dict(reversed(needs.items())), int) == smallest_cover(needs, int)


def test_of_equally_good_questions_the_cheaper_is_asked() -> None:
    assert smallest_cover({"age": {"id", "birth"}, "birth": {"id", "birth"}}, ["birth", "id"].index) == (
        "birth",
    )
    assert smallest_cover({"age": {"id", "birth"}, "sex": {"id", "sex"}}, ["birth", "sex", "id"].index) == (
        "id",
    )


def test_what_no_question_can_answer_is_left_out() -> None:
    assert smallest_cover({"a": set(), "b": {"q"}}, str) == ("q",)


def test_a_large_knot_is_still_covered() -> None:
    """Beyond the exact search the greedy choice covers everything too."""
    needs = {(a, b): {a, b} for a, b in combinations(range(26), 2) if (a + b) % 3}
    chosen = set(smallest_cover(needs, int))
    assert all(options & chosen for options in needs.values())
