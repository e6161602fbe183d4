"""Properties between which a rule has something to say: what follows from what, kinds, places within places, what may be one."""

from functools import lru_cache
from itertools import combinations

from qingzhuang.match.rules.equal import SITE_AND_OWNER
from qingzhuang.match.rules.genus import LADDER
from qingzhuang.match.vocabulary.lexicon import Lexicon

Pair = tuple[str, str]


@lru_cache(maxsize=8)
def akin(lexicon: Lexicon) -> tuple[Pair, ...]:
    """Return pairs of concepts, each once, sorted."""
    found = {(each.source, each.target) for each in lexicon.derivations.pairs}
    found |= {(concept, genus) for concept in lexicon.concepts for genus in lexicon.broader(concept)}
    found |= set(lexicon.derivations.tells)
    found |= {pair for pair in map(_pair, lexicon.policy.perhaps) if pair is not None}
    found |= set(combinations(LADDER, 2)) | SITE_AND_OWNER
    found |= {
        (address, place) for address in lexicon.policy.addresses for place in lexicon.policy.places_above
    }
    return tuple(sorted({(min(pair), max(pair)) for pair in found if len(set(pair)) == 2}))


def _pair(two: frozenset[str]) -> Pair | None:
    both = sorted(two)
    return (both[0], both[1]) if len(both) == 2 else None
