"""No figure of a small group is shown, nor can it be had by taking the others off the total."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.privacy.small import Group, safe, smallest, smallest_group

GROUPS = st.lists(
    st.builds(Group, st.text("甲乙丙", max_size=3), st.integers(1, 12), st.tuples(st.integers(0, 90))),
    max_size=8,
)


def test_the_least_size_is_a_dated_parameter_that_a_place_may_set() -> None:
    assert smallest(date(2026, 11, 26)) >= 3
    assert smallest_group().local


@given(GROUPS, st.integers(2, 6))
def test_what_is_shown_is_large_enough_and_nothing_small_can_be_worked_out(
    groups: list[Group], least: int
) -> None:
    shown = safe(groups, least)
    assert all(each.size >= least for each in shown.groups)
    if shown.hidden:
        assert not shown.groups
        return
    assert (shown.rest is None) == all(each.size >= least for each in groups)
    assert shown.rest is None or (shown.rest.size >= least and len(shown.joined) > 1)
    total = sum(each.figures[0] for each in groups)
    rest = shown.rest.figures[0] if shown.rest else 0
    assert sum(each.figures[0] for each in shown.groups) + rest == total
