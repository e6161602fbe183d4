"""Joining clusters that ask one fact under two keys: 证件类别 that nobody knows and 证件类型 that everybody does.

Columns are gathered by their key; the rules see more, and call some of different keys equal. Such clusters are joined under the
same constraints as columns: no form in both, no two wordings that some form asks side by side, and every witness of one
equal to every witness of the other. What is equal by its first columns and yet cannot be joined is kept apart, and told.
"""

from collections.abc import Callable, Iterable, Sequence

from qingzhuang.match.grouping.gather import WITNESSES, Cluster, Kinds, M, Vetoes

Pair = tuple[int, int]


def join(
    clusters: Sequence[Cluster[M]],
    equal: Iterable[Pair],
    kinds: Kinds,
    vetoes: Vetoes,
    against: Callable[[M, M], bool] | None = None,
) -> tuple[list[int], list[Pair]]:
    """Join clusters in place. `equal` are pairs of their numbers (i < j) whose first columns are equal, in order, `against`
    tells whether the values of two columns speak against it. Return for every cluster the number of the one that holds its
    columns now, and the pairs that could not be joined for another reason than that one form has both."""
    home, apart = list(range(len(clusters))), list[Pair]()

    def root(number: int) -> int:
        while home[number] != number:
            number = home[number]
        return number

    for i, j in equal:
        one, other = sorted((root(i), root(j)))
        if one == other or clusters[one].forms & clusters[other].forms:
            continue
        if _fit(clusters[one], clusters[other], kinds, vetoes) and not _speak(
            clusters[one], clusters[other], against
        ):
            _merge(clusters[one], clusters[other], kinds)
            home[other] = one
        else:
            apart.append((i, j))
    return [root(number) for number in home], apart


def _fit(a: Cluster[M], b: Cluster[M], kinds: Kinds, vetoes: Vetoes) -> bool:
    if any(not b.labels.isdisjoint(vetoes.get(label, ())) for label in a.labels):
        return False
    return all(kinds.equal(one, other) for one in a.kinds for other in b.kinds)


def _speak(a: Cluster[M], b: Cluster[M], against: Callable[[M, M], bool] | None) -> bool:
    """Tell whether the values of some column of one speak against some column of the other, as far as witnesses go."""
    return against is not None and any(
        against(one, other) for one in a.members[:WITNESSES] for other in b.members[:WITNESSES]
    )


def _merge(a: Cluster[M], b: Cluster[M], kinds: Kinds) -> None:
    """The first takes the other in; the kind with a property that the lexicon knows speaks for both."""
    if kinds.slots(a.kind).concept is None and kinds.slots(b.kind).concept is not None:
        a.kind = b.kind
    a.members += b.members
    a.forms |= b.forms
    a.labels |= b.labels
    a.kinds = list(dict.fromkeys((*a.kinds, *b.kinds)))[: 2 * WITNESSES]
