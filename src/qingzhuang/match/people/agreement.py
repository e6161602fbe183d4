"""How well two persons agree who looked at the same pairs without seeing each other's word."""

from collections import Counter
from dataclasses import dataclass

from qingzhuang.match.grouping.rulings import Rulings, State, sampled
from qingzhuang.model.review import Reply


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over so many pairs so many agreed; `kappa` after Cohen, None where chance alone explains everything; `waiting` pairs have been looked at by
    one person and need a second."""

    pairs: int
    agreed: int
    kappa: float | None
    waiting: int = 0


def agreement(said: Rulings) -> Agreement:
    """Hold the first words of the first two persons on each pair of the sample against each other."""
    both = [found for each in said.pairs.values() if sampled(each.pair) and (found := _two(said, each.pair))]
    count = len(both)
    agreed = sum(one is other for one, other in both)
    ones, others = Counter(one for one, _ in both), Counter(other for _, other in both)
    chance = sum(ones[each] * others[each] for each in Reply) / count**2 if count else 1.0
    kappa = None if count == 0 or chance >= 1 else (agreed / count - chance) / (1 - chance)
    waiting = sum(each.state is State.HALF for each in said.pairs.values())
    return Agreement(count, agreed, kappa, waiting)


def _two(said: Rulings, pair: str) -> tuple[Reply, Reply] | None:
    first: dict[str, Reply] = {}
    for each in said.pairs[pair].said:
        first.setdefault(each.by, each.reply)
    replies = list(first.values())
    return (replies[0], replies[1]) if len(replies) > 1 else None
