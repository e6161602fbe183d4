"""Figures that stand beside their sum: rounded so that what is shown adds up to what is shown."""

import math
from collections.abc import Sequence


def whole(parts: Sequence[float], total: int | None = None) -> tuple[int, ...]:
    """Round parts to whole numbers whose sum is the rounded sum (or the total that is given): what is left over goes to
    those that lost most by rounding down."""
    if not parts:
        return ()
    down = [math.floor(each) for each in parts]
    left = (round(sum(parts)) if total is None else total) - sum(down)
    losses = sorted(range(len(parts)), key=lambda at: (down[at] - parts[at], at))
    every, some = divmod(left, len(parts))
    for at in range(len(down)):
        down[at] += every
    for at in losses[:some]:
        down[at] += 1
    return tuple(down)
