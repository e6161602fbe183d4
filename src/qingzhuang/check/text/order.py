"""Whether an act sounds ordered, by short groups of letters weighed together (lexicon/order.yaml, which
`python -m benchmarks.order` fits): those of the text around, of its sentence, next before and behind it, and of how the whole text begins
and ends, where those who tell, ask or complain say who they are. It settles what the words of a voice leave open, and says which groups it
went by."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from heapq import nlargest, nsmallest

from qingzhuang.check.text.lexicon import table
from qingzhuang.check.text.parts import Stretch
from qingzhuang.check.text.words import Groups

HUNDREDTH = 100
PLACES = ("text", "sentence", "before", "after", "opening", "ending")
_LONGEST = 3
_WHOLE = 700
_AROUND = 250
_STEP = 200
_NEXT = 12
_ENDS = 30
_SHOWN = 4
_UNLIKELY, _LIKELY, _SURELY = 0.35, 0.55, 0.65
_NUMBER = re.compile(r"[0-9]+")
_NAME = re.compile(r"“[^”\n]{1,14}”")
_SPACE = re.compile(r"\s+")


class Heard:
    """The groups of one stretch that weigh something, and what they add in all: their sum, less the more of them there are."""

    def __init__(self, place: "Weighing", found: set[int]) -> None:
        self._place, self._found = place, found
        self._share = 1 / HUNDREDTH / math.sqrt(len(found) + 1)
        self.sum = sum(map(place.weights.__getitem__, found)) * self._share

    @cached_property
    def speaking(self) -> list[tuple[float, str]]:
        """The groups that say most for an order, with what each adds."""
        return self._first(nlargest)

    @cached_property
    def against(self) -> list[tuple[float, str]]:
        """The groups that say most against an order, with what each adds."""
        return self._first(nsmallest)

    def _first(self, which: Callable[..., list[tuple[int, str]]]) -> list[tuple[float, str]]:
        groups, weights = self._place.groups, self._place.weights
        listed = which(_SHOWN, [(weights[number], groups[number]) for number in self._found])
        return [(weight * self._share, group) for weight, group in listed]


@dataclass(frozen=True, slots=True)
class Sound:
    """How likely the words around a place order, by what was heard in each of the PLACES."""

    chance: float
    heard: tuple[Heard, ...] = ()

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of letters that say most of what was heard."""
        ordered = self.chance > 0.5
        listed = [pair for each in self.heard for pair in (each.speaking if ordered else each.against)]
        best = sorted(listed, key=lambda pair: (-pair[0] if ordered else pair[0], pair[1]))
        return tuple(dict.fromkeys(group for _, group in best))[:_SHOWN]

    @property
    def unlikely(self) -> bool:
        """Whether something else than an order speaks."""
        return self.chance < _UNLIKELY

    @property
    def likely(self) -> bool:
        """Whether an order speaks, unless the words themselves ban, quote or allow."""
        return self.chance >= _LIKELY

    @property
    def surely(self) -> bool:
        """Whether hardly anything but an order can speak."""
        return self.chance >= _SURELY


def groups(text: str) -> set[str]:
    """The groups of one to three letters in a text of one spelling; numbers and names count as one letter each."""
    letters = plain(text)
    return {
        letters[at : at + length]
        for length in range(1, _LONGEST + 1)
        for at in range(len(letters) - length + 1)
    }


def plain(text: str) -> str:
    """A text as its groups are counted: a number, a name and a space are one letter each."""
    return _SPACE.sub("/", _NAME.sub("Q", _NUMBER.sub("0", text)))


class Weighing:
    """The groups of letters that weigh something at one place."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.groups = tuple(weights)
        self.weights = tuple(weights.values())
        self._found = Groups(self.groups)

    def hear(self, text: str) -> Heard:
        """What the groups of a stretch weigh."""
        return Heard(self, self._found.which(plain(text)))


@dataclass(frozen=True, slots=True)
class Scale:
    """What groups weigh at each of the PLACES, and where the scale begins."""

    start: float
    places: tuple[Weighing, ...]


def scale(start: float, weights: Iterable[Mapping[str, int]]) -> Scale:
    """A scale of groups, place by place."""
    return Scale(start, tuple(map(Weighing, weights)))


@cache
def _fitted() -> Scale:
    content = table("order")
    listed = (
        {each: weight for weight, words in (content.get(place) or {}).items() for each in words.split()}
        for place in PLACES
    )
    return scale(content["start"] / HUNDREDTH, listed)


def stretches(text: str, sentence: Stretch, start: int, end: int) -> tuple[str, ...]:
    """What is listened to around an act at start..end of a text, in the order of PLACES."""
    low, high = 0, len(text)
    if high > _WHOLE:
        # in steps: sentences that stand together share what is heard around them
        near = sentence.start // _STEP * _STEP
        low, high = max(near - _AROUND, 0), min(near + _STEP + _AROUND, high)
    return (
        f"^{text[low:high]}$",
        f"^{sentence.of(text)}$",
        f"{text[max(start - _NEXT, 0) : start]}|",
        f"|{text[end : end + _NEXT]}",
        f"^{text[:_ENDS]}|",
        f"|{text[-_ENDS:]}$",
    )


class Order:
    """The sound of the acts of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._heard: dict[tuple[int, str], Heard] = {}

    def at(self, sentence: Stretch, start: int, end: int) -> Sound:
        """The sound of an act at start..end of a sentence."""
        scale = _fitted()
        heard = []
        for key in enumerate(stretches(self._text, sentence, start, end)):
            if key not in self._heard:
                self._heard[key] = scale.places[key[0]].hear(key[1])
            heard.append(self._heard[key])
        score = scale.start + sum(each.sum for each in heard)
        return Sound(1 / (1 + math.exp(-score)), tuple(heard))
