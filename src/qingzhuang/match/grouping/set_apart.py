"""What people set apart though its slot key is one: which forms are of which side."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from qingzhuang.model.review import Said
from qingzhuang.model.verdict import ItemContext

Titles = frozenset[str]
SidesOf = Mapping[str, tuple[Titles, Titles]]


def sides(words: Iterable[tuple[str, Said]], mark: Callable[[ItemContext], str]) -> Mapping[str, SidesOf]:
    """Return by slot key and by mark the titles of forms that are of the mark's side, and of those that are not. `words` are the words
    that count and keep two items of one key apart. Two items that were held apart from just the same are of one side. Where the marks
    of both are one, each form stands for itself: no titles."""
    away: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    titles: defaultdict[str, set[str]] = defaultdict(set)
    alone: set[tuple[str, str]] = set()
    for key, word in words:
        one, other = mark(word.a), mark(word.b)
        titles[one] |= {word.a.form or ""} - {""}
        titles[other] |= {word.b.form or ""} - {""}
        away[key][one].add(other)
        away[key][other].add(one)
        if one == other:
            alone.add((key, one))
    nobody: tuple[Titles, Titles] = (frozenset(), frozenset())
    return {
        key: {one: nobody if (key, one) in alone else each for one, each in _of_key(apart, titles).items()}
        for key, apart in away.items()
    }


def _of_key(apart: Mapping[str, set[str]], titles: Mapping[str, set[str]]) -> SidesOf:
    like = {
        one: frozenset(title for twin, away in apart.items() if away == mine for title in titles[twin])
        for one, mine in apart.items()
    }
    return {one: (like[one], frozenset[str]().union(*(like[each] for each in apart[one]))) for one in apart}
