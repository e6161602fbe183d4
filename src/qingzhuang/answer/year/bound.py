"""From below: why no fewer questions are enough, in a way that anybody can check with a pencil.

Weights on needs, such that the needs of no question weigh more than 1 together: then at least as many questions are needed as
all needs weigh (the dual of the cover, rounded up, for questions are whole). Weights are halves: whole ones are needs of
which no two share a question. Where that is not enough and the part is small, all smaller choices can be tried out.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from qingzhuang.answer.year.part import Part

TRIALS = 50_000


@dataclass(frozen=True, slots=True)
class Bound:
    """At least `least` questions. `halves` weighs the needs, in halves; None where all choices of fewer were tried out."""

    least: int
    halves: tuple[int, ...] | None


def bound(part: Part, asked: int) -> Bound:
    """Return the best bound found for a part that asks so many questions."""
    masks = [mask for mask in part.masks if mask]
    found = max((_weighed(part, masks, most) for most in (2, 1)), key=lambda each: each.least)
    if found.least < asked and tries(masks, asked - 1) <= TRIALS and not enough(part, asked - 1):
        return Bound(asked, None)
    return found


def _weighed(part: Part, masks: Sequence[int], most: int) -> Bound:
    """Give each need, those with the fewest questions first, as much as its questions still bear."""
    serving = [
        [number for number, mask in enumerate(masks) if mask >> need & 1] for need in range(len(part.needs))
    ]
    left = [2] * len(masks)
    halves = [0] * len(part.needs)
    for need in sorted(range(len(part.needs)), key=lambda each: (len(serving[each]), part.needs[each].day)):
        weight = min(most, min((left[each] for each in serving[need]), default=0))
        halves[need] = weight
        for each in serving[need]:
            left[each] -= weight
    return Bound(math.ceil(sum(halves) / 2), tuple(halves))


def largest(masks: Sequence[int]) -> list[int]:
    """The masks that no other one holds: enough to try out."""
    kept: list[int] = []
    for mask in sorted(set(masks), key=lambda each: (-each.bit_count(), each)):
        if not any(mask & ~one == 0 for one in kept):
            kept.append(mask)
    return kept


def tries(masks: Sequence[int], count: int) -> int:
    """How many choices of so many questions there are."""
    return math.comb(len(largest(masks)), count)


def enough(part: Part, count: int) -> bool:
    """Try out all choices of so many questions: whether one of them meets every need."""
    whole = (1 << len(part.needs)) - 1
    return any(_union(attempt) == whole for attempt in combinations(largest(part.masks), count))


def _union(masks: Sequence[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found
