"""Which known labels look most like one: character 1- and 2-grams weighed by rarity (TF-IDF, cosine), best first.

Written out over postings, because labels are short and a request holds one form: nothing dense, nothing to install.
Similarity proposes; it never decides.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest

_COMMON = 2000  # a gram of more labels than that tells little, and would cost most


class Likeness:
    """Known labels by number. `near(text)` gives the numbers of the `limit` most alike."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._grams: list[Mapping[str, int]] = [_grams(text) for text in texts]
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, grams in enumerate(self._grams):
            for gram in grams:
                self._postings[gram].append(number)
        self._rarity = {
            gram: 1 + math.log(len(self._grams) / len(found)) for gram, found in self._postings.items()
        }
        self._lengths = [self._length(grams) for grams in self._grams]

    def near(self, text: str, limit: int = 20) -> list[int]:
        """Return at most `limit` numbers, most alike first; equals by number. The text itself is among them."""
        asked = _grams(text)
        scores: defaultdict[int, float] = defaultdict(float)
        for gram in self._telling(asked):
            weight = asked[gram] * self._rarity[gram] ** 2
            for number in self._postings[gram]:
                scores[number] += weight * self._grams[number][gram]
        ranked = ((-score / self._lengths[number], number) for number, score in scores.items())
        return [number for _score, number in nsmallest(limit, ranked)]

    def _telling(self, grams: Mapping[str, int]) -> list[str]:
        """The grams that are looked up: rare ones, or the rarest where all are common."""
        known = sorted((gram for gram in grams if gram in self._postings), key=self._found)
        rare = [gram for gram in known if self._found(gram) <= _COMMON]
        return rare or known[:1]

    def _found(self, gram: str) -> int:
        return len(self._postings[gram])

    def _length(self, grams: Mapping[str, int]) -> float:
        return math.sqrt(sum((count * self._rarity[gram]) ** 2 for gram, count in grams.items())) or 1.0


def _grams(text: str) -> Mapping[str, int]:
    found = Counter(text)
    found.update(text[at : at + 2] for at in range(len(text) - 1))
    return found
