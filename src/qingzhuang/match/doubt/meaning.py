"""What a label is about, as far as the lexicon's own words tell: short groups of characters point to the properties and words of one meaning in
which they stand, so that 施工地点 and 开挖位置 share a direction without sharing a character (explicit semantic analysis, Gabrilovich and Markovitch 2007)."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from heapq import nsmallest

from qingzhuang.match.vocabulary.lexicon import Lexicon

_LONGEST = 3
_KEPT = 32  # meanings of a text, the firmest
_COMMON = 120  # a group that stands in more meanings tells little
Vector = Mapping[int, float]


def nearness(one: str, other: str, lexicon: Lexicon) -> float:
    """How near two texts are by what they are about, from 0 to 1."""
    return cosine(direction(one, lexicon), direction(other, lexicon))


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length one."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[at] for at, weight in one.items() if at in other)


@lru_cache(maxsize=16384)
def direction(text: str, lexicon: Lexicon) -> Vector:
    """The meanings that the groups of a text point to, of length one."""
    pointed = _pointers(lexicon)
    found: defaultdict[int, float] = defaultdict(float)
    for group in groups(text):
        for meaning, weight in pointed.get(group, ()):
            found[meaning] += weight
    kept = nsmallest(_KEPT, ((-weight, meaning) for meaning, weight in found.items()))
    length = math.sqrt(sum(weight * weight for weight, _meaning in kept)) or 1.0
    return {meaning: -weight / length for weight, meaning in kept}


def groups(text: str) -> Iterator[str]:
    """Groups of one to three characters."""
    for size in range(1, _LONGEST + 1):
        yield from (text[at : at + size] for at in range(len(text) - size + 1))


@lru_cache(maxsize=4)
def _pointers(lexicon: Lexicon) -> Mapping[str, tuple[tuple[int, float], ...]]:
    """For each group the meanings that it stands in, and how firmly."""
    found: defaultdict[str, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for number, words in enumerate(_meanings(lexicon)):
        for word in words:
            for group in set(groups(word)):
                found[group][number] += 1 / len(words)
    every = sum(1 for _words in _meanings(lexicon))
    return {
        group: tuple(
            (number, share * math.log(every / len(meanings)) * len(group))
            for number, share in meanings.items()
        )
        for group, meanings in found.items()
        if len(meanings) <= _COMMON
    }


def _meanings(lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    for concept in lexicon.concepts.values():
        yield (concept.name, *concept.synonyms)
    plain: defaultdict[str, list[str]] = defaultdict(list)
    for word, meaning in lexicon.writing.gist.items():
        plain[meaning].append(word)
    yield from ((meaning, *words) for meaning, words in plain.items())


@lru_cache(maxsize=4)
def rarity(lexicon: Lexicon) -> Mapping[str, float]:
    """How much a character tells: the fewer words of the lexicon hold it the more."""
    held = Counter(char for word in lexicon.words for char in set(word))
    every = len(lexicon.words)
    return {char: math.log(every / count) for char, count in held.items()}
