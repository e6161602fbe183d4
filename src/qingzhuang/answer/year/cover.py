"""The fewest questions of one part, and of equally few the cheapest: exact, or within a bound that is told.

A part asks for each need one question out of those that serve it: minimum set cover. First what another question replaces,
and needs that another implies, are dropped; where one key is left this solves it (its answers are intervals of days: the
latest day that serves the first open need is best). What remains is searched by branch and bound, cut off by blanks of
which no two share a question. After `NODES` steps the greedy choice stands: at most ln(n) + 1 times the fewest (Chvátal 1979).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from qingzhuang.answer.year.part import Ask, Need, Part

NODES = 4_000
Cost = Callable[[str], int]
_Best = tuple[int, int, tuple[int, ...]]  # how many, at what cost, which


@dataclass(frozen=True, slots=True)
class Solved:
    """`chosen` are numbers of the part's questions, sorted; `exact` tells that fewer or cheaper ones were ruled out."""

    chosen: tuple[int, ...]
    exact: bool


def solve(part: Part, cost: Cost) -> Solved:
    """Choose questions that meet every need. `cost` gives whole numbers; only order and sums matter."""
    costs = [cost(each.key) for each in part.asks]
    masks = part.masks
    live, open_needs = _reduce(masks, costs, (1 << len(part.needs)) - 1)
    search = _Search(masks, costs, live)
    search.best = _greedy(masks, costs, live, open_needs)
    search.go(open_needs, 0, 0, ())
    return Solved(_late(part, search.best[2]), search.nodes < NODES)


def _late(part: Part, chosen: Sequence[int]) -> tuple[int, ...]:
    """Ask as late as possible: each need is met by the earliest question that does, and a question waits for its first."""
    number_of = {(each.key, each.day): number for number, each in enumerate(part.asks)}
    late = (
        number_of[ask.key, needs[0].day]
        for ask, needs in given(part.needs, (part.asks[number] for number in chosen))
    )
    return tuple(sorted(late))


def given(needs: Iterable[Need], asked: Iterable[Ask]) -> Iterator[tuple[Ask, list[Need]]]:
    """Give each need to the earliest question that serves it; what serves none is left out."""
    left = sorted(needs, key=lambda each: each.day)
    for ask in sorted(asked, key=lambda each: (each.day, each.key)):
        mine = [need for need in left if ask.serves(need)]
        left = [need for need in left if not ask.serves(need)]
        if mine:
            yield ask, mine


def _reduce(masks: Sequence[int], costs: Sequence[int], needs: int) -> tuple[list[int], int]:
    """Drop replaced questions and implied needs until nothing changes."""
    live = list(range(len(masks)))
    while True:
        kept = _unreplaced(masks, costs, live, needs)
        open_needs = _unimplied(masks, kept, needs)
        if kept == live and open_needs == needs:
            return live, needs
        live, needs = kept, open_needs


def _unreplaced(masks: Sequence[int], costs: Sequence[int], live: Sequence[int], needs: int) -> list[int]:
    order = sorted(live, key=lambda each: (-(masks[each] & needs).bit_count(), costs[each], each))
    kept: list[int] = []
    for each in order:
        mine = masks[each] & needs
        if mine and not any(mine & ~masks[one] == 0 and costs[one] <= costs[each] for one in kept):
            kept.append(each)
    return sorted(kept)


def _unimplied(masks: Sequence[int], live: Sequence[int], needs: int) -> int:
    of: dict[int, int] = {}  # the questions of a need -> its bit
    for bit in bits(needs):
        serving = sum(1 << each for each in live if masks[each] & bit)
        of.setdefault(serving, bit)
    kept: list[int] = []
    for serving in sorted(of, key=int.bit_count):
        if not any(one & ~serving == 0 for one in kept):
            kept.append(serving)
    return sum(of[each] for each in kept)


def _greedy(masks: Sequence[int], costs: Sequence[int], live: Sequence[int], needs: int) -> _Best:
    chosen: list[int] = []
    while needs:
        best = max(live, key=lambda each: ((masks[each] & needs).bit_count(), -costs[each], -each))
        chosen.append(best)
        needs &= ~masks[best]
    return len(chosen), sum(costs[each] for each in chosen), tuple(chosen)


class _Search:
    """Depth first over the need with the fewest questions."""

    def __init__(self, masks: Sequence[int], costs: Sequence[int], live: Sequence[int]) -> None:
        self.masks, self.costs, self.live = masks, costs, live
        self.best: _Best = (0, 0, ())
        self.nodes = 0
        self._cheapest = min((costs[each] for each in live), default=0)
        self._serving: dict[int, list[int]] = {}

    def go(self, needs: int, count: int, cost: int, chosen: tuple[int, ...]) -> None:
        """Complete a choice in every way that may be better than the best."""
        if not needs:
            self.best = min(self.best, (count, cost, chosen))
            return
        self.nodes += 1
        least, hardest = self._bound(needs)
        if self.nodes >= NODES or (count + least, cost + least * self._cheapest) >= self.best[:2]:
            return
        for each in sorted(
            hardest, key=lambda one: (-(self.masks[one] & needs).bit_count(), self.costs[one])
        ):
            self.go(needs & ~self.masks[each], count + 1, cost + self.costs[each], (*chosen, each))

    def _bound(self, needs: int) -> tuple[int, list[int]]:
        """How many needs share no question two by two, and the questions of the need that has fewest."""
        serving = sorted((self._of(bit) for bit in bits(needs)), key=len)
        taken, least = set[int](), 0
        for each in serving:
            if taken.isdisjoint(each):
                taken.update(each)
                least += 1
        return least, serving[0]

    def _of(self, bit: int) -> list[int]:
        if bit not in self._serving:
            self._serving[bit] = [each for each in self.live if self.masks[each] & bit]
        return self._serving[bit]


def bits(mask: int) -> list[int]:
    """The single bits of a mask."""
    found: list[int] = []
    while mask:
        low = mask & -mask
        found.append(low)
        mask ^= low
    return found
