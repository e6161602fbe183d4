"""What is shown beside its sum adds up to it."""

import pytest

from qingzhuang.web.sums import whole


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ((1.4, 1.4, 1.4), (2, 1, 1)),
        ((0.5, 0.5), (1, 0)),
        ((-1.4, -1.4, -1.4), (-1, -1, -2)),
        ((10.0, 2.6), (10, 3)),
        ((), ()),
    ],
)
def test_parts_are_rounded_so_that_they_add_up(parts: tuple[float, ...], shown: tuple[int, ...]) -> None:
    assert whole(parts) == shown
    assert sum(shown) == round(sum(parts))


def test_parts_can_be_made_to_add_up_to_a_total_that_stands_elsewhere() -> None:
    assert whole((1.2, 1.2, 1.2), 4) == (2, 1, 1)
    assert sum(whole((0.3, 0.3), 2)) == 2
