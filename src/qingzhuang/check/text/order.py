"""Whether a text sounds like an order at all, by short groups of letters weighed together (lexicon/order.yaml, which
`python -m benchmarks.order` fits). It settles what the words of a voice leave open, and says which groups it went by."""

import math
import re
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest

from ahocorasick_rs import AhoCorasick

from qingzhuang.check.text.lexicon import table
from qingzhuang.check.text.parts import Place
from qingzhuang.check.text.words import encodable

TENTH = 10
_LONGEST = 3
_WHOLE = 700
_AROUND = 300
_SHOWN = 4
# A shorter text says less of how it sounds.
_ENOUGH = 40
_UNLIKELY, _LIKELY = 0.15, 0.55
_NUMBER = re.compile(r"[0-9]+")
_NAME = re.compile(r"“[^”\n]{1,14}”")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sound:
    """How likely the words around a place order, and the groups of letters that say so."""

    chance: float
    groups: tuple[str, ...]

    @property
    def unlikely(self) -> bool:
        """Whether something else than an order speaks."""
        return self.chance < _UNLIKELY

    @property
    def likely(self) -> bool:
        """Whether an order speaks, unless the words themselves ban, quote or allow."""
        return self.chance >= _LIKELY


def groups(text: str) -> set[str]:
    """The groups of one to three letters in a text of one spelling; numbers and names count as one letter each."""
    plain = _plain(text)
    return {
        plain[at : at + length] for length in range(1, _LONGEST + 1) for at in range(len(plain) - length + 1)
    }


def _plain(text: str) -> str:
    return "^" + _SPACE.sub("/", _NAME.sub("Q", _NUMBER.sub("0", text))) + "$"


@dataclass(frozen=True, slots=True)
class Scale:
    """The groups that weigh something, the weight of each, and where the scale begins."""

    start: float
    groups: tuple[str, ...]
    weights: tuple[int, ...]
    machine: AhoCorasick

    def known(self, text: str) -> set[int]:
        """The numbers of the groups that stand in a text of one spelling."""
        found = self.machine.find_matches_as_indexes(encodable(_plain(text)), overlapping=True)
        return {number for number, _, _ in found}


@cache
def _scale() -> Scale:
    content = table("order")
    listed = {each: weight for weight, words in content["groups"].items() for each in words.split()}
    machine = AhoCorasick(tuple(listed), store_patterns=False)
    return Scale(content["start"] / TENTH, tuple(listed), tuple(listed.values()), machine)


class Order:
    """The sound of one text: of the whole of a short one, else of what stands around."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._heard: dict[tuple[int, int], Sound] = {}

    def around(self, place: Place) -> Sound:
        """The sound at a place."""
        start, end = 0, len(self._text)
        if end > _WHOLE:
            middle = place.sentence.start
            start, end = max(middle - _AROUND, 0), min(middle + _AROUND, end)
        if (start, end) not in self._heard:
            self._heard[start, end] = sound(self._text[start:end])
        return self._heard[start, end]


def sound(text: str) -> Sound:
    """How a short text sounds."""
    scale = _scale()
    known = scale.known(text)
    score = scale.start + sum(scale.weights[each] for each in known) / TENTH / math.sqrt(len(known) + 1)
    score *= min(1.0, len(text) / _ENOUGH)
    side = 1 if score > 0 else -1
    loudest = nsmallest(_SHOWN, known, key=lambda each: (-scale.weights[each] * side, scale.groups[each]))
    return Sound(1 / (1 + math.exp(-score)), tuple(scale.groups[each] for each in loudest))
