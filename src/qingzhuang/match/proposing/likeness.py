"""Which known documents look most like one: terms weighed by rarity (TF-IDF, cosine), best first.

Written out over postings, because labels are short and a request holds one form: nothing dense, nothing to install.
Similarity proposes; it never decides.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest

_COMMON = 2000  # a term of more documents than that tells little, and would cost most
Terms = Mapping[str, float]


class Likeness:
    """Known documents by number. `near(terms)` gives the numbers of the `limit` most alike."""

    def __init__(self, documents: Iterable[Terms]) -> None:
        self._documents = list(documents)
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, terms in enumerate(self._documents):
            for term in terms:
                self._postings[term].append(number)
        self._rarity = {
            term: 1 + math.log(len(self._documents) / len(found)) for term, found in self._postings.items()
        }
        self._lengths = [self._length(terms) for terms in self._documents]

    def near(self, asked: Terms, limit: int = 20) -> list[int]:
        """Return at most `limit` numbers, most alike first; equals by number. The document itself is among them."""
        return [number for number, _score in self.scored(asked, limit)]

    def scored(self, asked: Terms, limit: int = 20) -> list[tuple[int, float]]:
        """Return at most `limit` numbers and how alike each is (0 to 1), most alike first; equals by number."""
        scores: defaultdict[int, float] = defaultdict(float)
        for term in self._telling(asked):
            weight = asked[term] * self._rarity[term] ** 2
            for number in self._postings[term]:
                scores[number] += weight * self._documents[number][term]
        ranked = ((-score / self._lengths[number], number) for number, score in scores.items())
        length = self._length(asked)
        return [(number, -score / length) for score, number in nsmallest(limit, ranked)]

    def _telling(self, terms: Terms) -> list[str]:
        """The terms that are looked up: rare ones, or the rarest where all are common."""
        known = sorted((term for term in terms if term in self._postings), key=self._found)
        rare = [term for term in known if self._found(term) <= _COMMON]
        return rare or known[:1]

    def _found(self, term: str) -> int:
        return len(self._postings[term])

    def _length(self, terms: Terms) -> float:
        rarest = 1 + math.log(len(self._documents) + 1)  # of a term that no document has
        return (
            math.sqrt(sum((count * self._rarity.get(term, rarest)) ** 2 for term, count in terms.items()))
            or 1.0
        )


def grams(text: str, pairs: float = 1) -> dict[str, float]:
    """Characters and pairs of characters of a text, the latter with a weight of their own."""
    found: defaultdict[str, float] = defaultdict(float)
    for at, char in enumerate(text):
        found[char] += 1
        if at:
            found[text[at - 1 : at + 1]] += pairs
    return dict(found)
