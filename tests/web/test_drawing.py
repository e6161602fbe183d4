"""Drawings carry exactly the figures beside them."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.web.drawing import bar, strip, waffle


@given(st.floats(0, 500_000), st.floats(0, 1))
def test_a_waffle_shows_no_more_ink_than_load(total: float, share: float) -> None:
    drawn = waffle(total, total * share, "x")
    ink = sum(box.kind == "after" for box in drawn.drawing.boxes)
    assert ink <= len(drawn.drawing.boxes) <= 151
    assert abs(ink - total * share / drawn.unit) <= 1.5


def test_what_is_left_is_never_drawn_as_nothing() -> None:
    assert waffle(1000, 0.1, "x").drawing.boxes[0].kind == "after"


def test_a_strip_divides_its_width_by_count() -> None:
    boxes = strip((("rep", 3), ("der", 0), ("after", 1)), "x", width=101.5).boxes
    assert [(box.kind, box.width) for box in boxes] == [("rep", 73.5), ("after", 23.5)]


def test_a_bar_is_as_long_as_what_was_before() -> None:
    left, lifted = bar(50, 20, 100, width=202).boxes
    assert (left.width, lifted.x, lifted.width) == (40, 40, 60)
    assert [box.kind for box in bar(50, 50, 100).boxes] == ["after"]
