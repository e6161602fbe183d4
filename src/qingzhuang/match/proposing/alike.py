"""Which known labels may mean the same as one: several ways of looking alike, each with its best, put in one order.

The same key and the same property; characters once words of one meaning are one; known words; the nearest spelling, plain and by meaning; words
that stand for each other in the lexicon; and words of one circle of meaning. Each way misses what another finds. Their places and what stands
around the two columns are weighed (`proposing/ranking.yaml`). Similarity proposes; it never decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nsmallest

from rapidfuzz import fuzz

from qingzhuang.match.proposing.kindred import folded, kindred
from qingzhuang.match.proposing.likeness import Likeness, Terms, grams
from qingzhuang.match.proposing.ranking import Signs, weighed, weights
from qingzhuang.match.proposing.surroundings import Surroundings
from qingzhuang.match.vocabulary.lexicon import Kind, Lexicon
from qingzhuang.match.vocabulary.standins import standins, variants
from qingzhuang.match.wording.gist import gist
from qingzhuang.match.wording.segment import segment
from qingzhuang.match.wording.slots import Slots

NEAR = 20
_WIDE = 300  # so many are drawn by their terms, and then held against the label letter by letter
_DRAWN, _PLACED = 120, 40  # so many of each way are weighed; so many of it have a place that counts
_KINDRED = 60  # the same of circles of meaning, whose places count for longer: 1, 10/11, 9/10 …
_SPELT = (
    4.0  # what a whole spelling weighs beside what stands around, where a property has hundreds of wordings
)


class Alike:
    """Known labels by number: one for each wording."""

    def __init__(self, columns: Sequence[Slots], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        standins(lexicon)  # read off once, not while somebody waits
        self._texts = [each.text for each in columns]
        self._gists = [gist(text, lexicon) for text in self._texts]
        self._folded = [folded(text) for text in self._texts]
        self._spelt: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for number, words in enumerate(zip(self._texts, self._gists, strict=True)):
            for word in words:
                self._spelt[word][number] = None
        self._same: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(columns):
            for reason in _reasons(each):
                self._same[reason].append(number)
        self._mixed = Likeness(_mixed(each, lexicon) for each in columns)
        self._worded = Likeness(_words(each, lexicon) for each in columns)
        self._kindred = Likeness(kindred(text) for text in self._texts)
        self.around = Surroundings(columns, lexicon)

    def near(self, slots: Slots, limit: int = NEAR) -> list[int]:
        """Return at most `limit` numbers, the most likely first. The label itself is among them."""
        shared = self.around.shared(slots)
        scores = {number: score + shared(number) for number, score in self.weighed(slots).items()}
        return nsmallest(limit, scores, key=lambda number: (-scores[number], number))

    def weighed(self, slots: Slots) -> dict[int, float]:
        """Return what any way draws, and how much the wordings share."""
        words, _around = weights()
        return {number: weighed(signs, words) for number, signs in self.signs(slots).items()}

    def signs(self, slots: Slots) -> dict[int, Signs]:
        """Return what any way draws, with what tells whether the wordings are alike, in the order of `ranking.WORDS`."""
        *others, circles = self.ways(slots)
        best: dict[int, float] = {}
        for way in others:
            for place, number in enumerate(way[:_DRAWN]):
                best[number] = max(best.get(number, 0), 1 / (1 + place) if place < _PLACED else 0)
        kin = {number: 11 / (11 + place) if place < _KINDRED else 0 for place, number in enumerate(circles)}
        own, drawn = folded(slots.text), dict.fromkeys((*best, *kin, *self._beside(slots)))
        return {
            number: (best.get(number, 0), kin.get(number, 0), fuzz.ratio(own, self._folded[number]) / 100)
            for number in drawn
        }

    def ways(self, slots: Slots) -> Iterator[list[int]]:
        """Yield the numbers that each way of looking proposes, its best first; circles of meaning last."""
        mixed = self._mixed.near(_mixed(slots, self._lexicon), _WIDE)
        worded = self._worded.near(_words(slots, self._lexicon), _PLACED)
        spelt = self._by_standins(slots.text)
        drawn = sorted({*mixed, *worded, *spelt})
        meant = gist(slots.text, self._lexicon)

        def nearest(found: Iterable[int], text: str, known: Sequence[str]) -> list[int]:
            return sorted(found, key=lambda number: (-fuzz.ratio(text, known[number]), number))

        key, *concepts = _reasons(slots)
        yield nearest(self._same.get(key, ()), meant, self._gists)
        yield nearest(
            {each for reason in concepts for each in self._same.get(reason, ())}, meant, self._gists
        )
        yield mixed
        yield worded
        yield spelt
        yield nearest(drawn, slots.text, self._texts)
        yield nearest(drawn, meant, self._gists)
        yield self._kindred.near(kindred(slots.text), _DRAWN)

    def _beside(self, slots: Slots) -> Iterator[int]:
        """Of one key or one property what stands in the most alike surroundings: 姓名 has hundreds of wordings."""
        meant, shared = gist(slots.text, self._lexicon), self.around.shared(slots)

        def far(number: int) -> tuple[float, int]:
            return -shared(number) - _SPELT * fuzz.ratio(meant, self._gists[number]) / 100, number

        for reason in _reasons(slots):
            yield from nsmallest(_KINDRED, self._same.get(reason, ()), key=far)

    def _by_standins(self, text: str) -> list[int]:
        """Labels that a word for a word makes of this one, and those of one gist with it."""
        found = dict.fromkeys(self._spelt.get(gist(text, self._lexicon), {}), 10**6)
        for other, seen in variants(text, self._lexicon).items():
            for word in (other, gist(other, self._lexicon)):
                for number in self._spelt.get(word, {}):
                    found[number] = max(found.get(number, 0), seen)
        return sorted(found, key=lambda number: (-found[number], number))


def _reasons(slots: Slots) -> list[str]:
    """The key, then the properties that a column may have."""
    return [f"={slots.key}", *(f"©{each}" for each in (slots.concept, *slots.options) if each)]


@lru_cache(maxsize=65536)
def _known_words(text: str, lexicon: Lexicon) -> Terms:
    pieces = (each for each in segment(text, lexicon) if each.kind is not Kind.UNKNOWN)
    return {f"§{word.value}": 1 for each in pieces for word in each.words if word.value}


def _words(slots: Slots, lexicon: Lexicon) -> Terms:
    return {**_known_words(slots.text, lexicon), **dict.fromkeys(_reasons(slots)[1:], 1.0)}


def _mixed(slots: Slots, lexicon: Lexicon) -> Terms:
    letters = grams(gist(slots.text, lexicon), 0.7)
    return {**letters, **_known_words(slots.text, lexicon), **dict.fromkeys(_reasons(slots)[1:], 1.5)}
