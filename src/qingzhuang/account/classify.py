"""Which item of a whole set of forms is the one that a person answers, and which are lifted.

Of all items that ask one fact, the one with the most cells a year stays with the person; so lifting the others never
understates what remains. It is an upper bound all the same when the forms list different people: the report says so."""

from collections.abc import Sequence

from qingzhuang.account.load import Asked, Classed, ClassedLoad, ItemClass, Load


def classify(loads: Sequence[Load]) -> tuple[ClassedLoad, ...]:
    """Class every item of every load. The result does not depend on the order of the loads, ties apart."""
    keepers = _keepers(loads)
    return tuple(
        ClassedLoad(
            load, tuple(Classed(asked, _kind(asked, (i, j), keepers)) for j, asked in enumerate(load.items))
        )
        for i, load in enumerate(loads)
    )


def _keepers(loads: Sequence[Load]) -> dict[str, tuple[int, int]]:
    best: dict[str, tuple[float, int, int]] = {}
    for i, load in enumerate(loads):
        for j, asked in enumerate(load.items):
            if not (asked.counts and asked.fact):
                continue
            weight = asked.cells * load.demand.post.count * load.demand.times_per_year
            rank = (weight, -i, -j)
            if asked.fact not in best or rank > best[asked.fact]:
                best[asked.fact] = rank
    return {fact: (-rank[1], -rank[2]) for fact, rank in best.items()}


def _kind(asked: Asked, at: tuple[int, int], keepers: dict[str, tuple[int, int]]) -> ItemClass:
    if not asked.counts:
        return ItemClass.NONFACT
    if asked.from_fact is not None:
        return ItemClass.DERIVABLE
    if asked.fact and keepers[asked.fact] != at:
        return ItemClass.REPEATED
    return ItemClass.KNOWN if asked.known else ItemClass.ASKED
