"""Judgements join so that what is unknown never becomes a breach."""

from qingzhuang.check.judgement import Outcome, breaks, negate, only, passes, unknown

BAD, GOOD, DARK = breaks("a"), passes("b"), unknown("c")


def test_both_must_break() -> None:
    assert (BAD & breaks("d")).facts == ("a", "d")
    assert (BAD & GOOD).outcome is Outcome.PASSES
    assert unknown("c") == (BAD & DARK)


def test_either_breaks() -> None:
    assert (BAD | GOOD) == BAD
    assert (GOOD | DARK) == DARK
    assert (GOOD | GOOD).outcome is Outcome.PASSES


def test_a_scope_is_no_part_of_the_ill() -> None:
    assert only(breaks("target_level"), BAD) == BAD
    assert only(GOOD, BAD).outcome is Outcome.PASSES
    assert only(DARK, GOOD).outcome is Outcome.PASSES
    assert only(DARK, BAD) == unknown("c")
    assert only(DARK, unknown("d")) == unknown("c", "d")


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert [negate(each).outcome for each in (BAD, GOOD, DARK)] == [
        Outcome.PASSES,
        Outcome.BREAKS,
        Outcome.UNKNOWN,
    ]
