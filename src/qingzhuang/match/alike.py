"""Which known labels may mean the same as one: several ways of looking alike, each with its best, put in one order.

The same key and the same property; characters once words of one meaning are one; known words; the nearest spelling, plain
and by meaning; and words that stand for each other in the lexicon. Each way misses what another finds. Similarity proposes; it never decides.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from qingzhuang.match.gist import gist
from qingzhuang.match.lexicon import Kind, Lexicon
from qingzhuang.match.likeness import Likeness, Terms, grams
from qingzhuang.match.segment import segment
from qingzhuang.match.slots import Slots
from qingzhuang.match.standins import standins, variants

NEAR = 20
_WIDE = 300  # so many are drawn by their terms, and then held against the label letter by letter
_FIRST = 10  # the larger, the less the first place of one way counts against second places of several (reciprocal rank fusion)


class Alike:
    """Known labels by number: one for each wording."""

    def __init__(self, columns: Sequence[Slots], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        standins(lexicon)  # read off once, not while somebody waits
        self._texts = [each.text for each in columns]
        self._gists = [gist(text, lexicon) for text in self._texts]
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

    def near(self, slots: Slots, limit: int = NEAR) -> list[int]:
        """Return at most `limit` numbers, the most likely first. The label itself is among them."""
        scores: defaultdict[int, float] = defaultdict(float)
        for way in self.ways(slots):
            for rank, number in enumerate(way[: NEAR + _FIRST]):
                scores[number] += 1 / (_FIRST + rank + 1)
        return sorted(scores, key=lambda number: (-scores[number], number))[:limit]

    def ways(self, slots: Slots) -> Iterator[list[int]]:
        """Yield the numbers that each way of looking proposes, its best first."""
        mixed = self._mixed.near(_mixed(slots, self._lexicon), _WIDE)
        worded = self._worded.near(_words(slots, self._lexicon), NEAR + _FIRST)
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
