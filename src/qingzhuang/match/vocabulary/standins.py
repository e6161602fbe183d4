"""Words that stand for each other, read off the lexicon: 开始日期 and 起始日期 are one property, so 起始 may stand for 开始 in
a label that nobody knows. They propose partners and decide nothing, so that they may be bold."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from qingzhuang.match.vocabulary.lexicon import Lexicon

_LONGEST, _MOST = 8, 12
_SURE = 3  # a single character must have been seen so often


def variants(text: str, lexicon: Lexicon) -> dict[str, int]:
    """Return the text with one stretch replaced by what may stand for it, and how strong the evidence is."""
    known = standins(lexicon)
    found: dict[str, int] = {}
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            for word, seen in known.get(text[start:end], ()):
                if end - start > 1 or seen >= _SURE:
                    found.setdefault(text[:start] + word + text[end:], seen * (end - start))
    return found


@lru_cache(maxsize=4)
def standins(lexicon: Lexicon) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return for each word what may stand for it, the most often seen first: how many properties have both wordings."""
    seen: Counter[tuple[str, str]] = Counter()
    for concept in lexicon.concepts.values():
        seen.update(set(_swapped(list(dict.fromkeys((concept.name, *concept.synonyms))))))
    plain: defaultdict[str, list[str]] = defaultdict(list)
    for word, meaning in lexicon.writing.gist.items():
        plain[meaning].append(word)
    for meaning, words in plain.items():
        seen.update(dict.fromkeys(combinations(sorted({meaning, *words}), 2), _SURE))
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for (one, other), count in seen.items():
        found[one].append((other, count))
        found[other].append((one, count))
    return {
        word: tuple(sorted(others, key=lambda each: (-each[1], each[0]))[:_MOST])
        for word, others in found.items()
    }


def _swapped(words: list[str]) -> Iterator[tuple[str, str]]:
    """What is left of two wordings without their common beginning and end."""
    for one, other in combinations(sorted(words), 2):
        start = _common(one, other)
        end = _common(one[start:][::-1], other[start:][::-1])
        a, b = one[start : len(one) - end], other[start : len(other) - end]
        if a and b and max(len(a), len(b)) < _LONGEST:
            yield (a, b) if a < b else (b, a)


def _common(one: str, other: str) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
