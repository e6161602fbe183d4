"""Words that cannot all be right: pairs that people called the same, and that together would join what they or the rules hold
apart. None of the words in such a chain counts until a person has untied it: a blank is better than a wrong answer."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from qingzhuang.match.decide import by_rules
from qingzhuang.match.grouping.chains import Chains, Tie
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import ItemContext, Verdict

_MOST = 40  # keys of one chain that are held against each other one by one
_APART = (Verdict.DISTINCT, Verdict.NARROWER, Verdict.BROADER, Verdict.DERIVABLE)


@dataclass(frozen=True, slots=True)
class Odds:
    """Two keys that a chain of words joins, and that are held apart: by what people said of them (`pair`, the id), or by the
    rules (`why`, on the items `one` and `other`). `chain` is a shortest way from `a` to `b`."""

    a: str
    b: str
    chain: tuple[Tie, ...]
    pair: str = ""
    why: str = ""
    one: ItemContext | None = None
    other: ItemContext | None = None


Spoken = tuple[Slots, ItemContext]


def odds_of(
    ties: Sequence[Tie],
    apart: Sequence[tuple[str, str, str]],
    known: Mapping[str, Sequence[Spoken]],
    lexicon: Lexicon,
) -> tuple[Odds, ...]:
    """Return what contradicts. `ties` are pairs called the same, `apart` those that people called anything else (keys and
    id), `known` how a key was spoken of."""
    chains = Chains(ties)
    found = [
        Odds(a, b, chains.between(a, b), pair)
        for a, b, pair in apart
        if a != b and chains.root(a) == chains.root(b)
    ]
    told = {frozenset((each.a, each.b)) for each in found}
    for part in chains.parts():
        for a, b in combinations(part, 2) if 2 < len(part) <= _MOST else ():
            against = None if frozenset((a, b)) in told else _rules(known[a], known[b], lexicon)
            if against:
                why, one, other = against
                found.append(Odds(a, b, chains.between(a, b), "", why, one, other))
    return tuple(found)


def waiting(ties: Sequence[Tie], odds: Sequence[Odds]) -> frozenset[str]:
    """The ids of all pairs that hang together with a contradiction."""
    chains = Chains(ties)
    roots = {chains.root(each.a) for each in odds}
    return frozenset(each.pair for each in ties if chains.root(each.a) in roots)


def _rules(
    one: Sequence[Spoken], other: Sequence[Spoken], lexicon: Lexicon
) -> tuple[str, ItemContext, ItemContext] | None:
    """Why the rules hold two keys apart, spoken of the same kind of row, and on which items."""
    for (a, here), (b, there) in _alike_rows(one, other):
        outcome = by_rules(a, b, lexicon)[1]
        if outcome.verdict in _APART:
            return outcome.why, here, there
    return None


def _alike_rows(one: Sequence[Spoken], other: Sequence[Spoken]) -> Iterator[tuple[Spoken, Spoken]]:
    rows: defaultdict[object, list[Spoken]] = defaultdict(list)
    for each in other:
        rows[each[0].entity or each[0].group].append(each)
    for each in one:
        for opposite in rows[each[0].entity or each[0].group]:
            yield each, opposite
