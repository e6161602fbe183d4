"""Circles of meaning: words that may stand in one another's place in two labels (编号 and 代码, 是否启用 and 使用状态), far bolder than the
lexicon. They draw pairs for a look and decide nothing."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from qingzhuang.match.proposing.likeness import Terms

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ITSELF, _LETTER = 0.5, 0.7  # what the very word and a character of no circle weigh beside a circle
_FIRST = 0xE000  # circles as characters of private use


@lru_cache(maxsize=65536)
def kindred(text: str) -> Terms:
    """The circles that a label's words belong to, the words themselves, and characters of no circle, with weights."""
    found: defaultdict[str, float] = defaultdict(float)
    for word, circles in _pieces(text):
        for circle in circles:
            found[f"~{circle}"] += 1 / math.sqrt(len(circles))
        if len(word) > 1:
            found[f"={word}"] = _ITSELF
        elif not circles:
            found[word] += _LETTER
    return dict(found)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The label with each word of a circle as one character: the first circle that it stands in."""
    return "".join(chr(_FIRST + circles[0]) if circles else word for word, circles in _pieces(text))


def _pieces(text: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Cut from the left, the longest word of a circle first; other characters stand alone."""
    known, start, text = circles(), 0, text.lower()
    longest = max(map(len, known))
    while start < len(text):
        ends = range(min(len(text), start + longest), start, -1)
        end = next((end for end in ends if text[start:end] in known), start + 1)
        yield text[start:end], known.get(text[start:end], ())
        start = end


@cache
def circles() -> Mapping[str, tuple[int, ...]]:
    """The circles (by number) that each word stands in."""
    text = (files("qingzhuang.match") / "proposing" / "kindred.yaml").read_text("utf-8")
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(yaml.load(text, _Loader)):  # noqa: S506 - CSafeLoader is safe
        for word in dict.fromkeys(map(str.lower, words)):
            found[word].append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}
