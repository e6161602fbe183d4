"""How a text sounds, by small words that stand in every text: someone orders, or someone tells, offers, allows, ends, asks."""

import re
from dataclasses import dataclass
from functools import cache

from qingzhuang.check.text.gate import Gated
from qingzhuang.check.text.lexicon import pattern, table
from qingzhuang.check.text.negation import orders
from qingzhuang.check.text.parts import Place, Stretch
from qingzhuang.check.text.stance import after_turn

_BEGINNING = 400
_AFTER = 30
_ADDRESS = re.compile(r"[^。,:\n]{2,16}:")
_TITLE = re.compile(r"[^。,;!?\n]{0,60}(?:通知|方案|办法|函|通报|公告|提示|提醒|制度|细则|意见)\s?$")
_WEIGHTS = ((-3, -4), (-2, -2), (3, 0))
_LIKE = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """Words with their points by where they stand."""

    words: Gated
    points: dict[str, int]


@cache
def cues() -> tuple[Cue, ...]:
    """All cues."""
    return tuple(Cue(pattern(each["words"]), each["points"]) for each in table("tone").values())


@cache
def _weighing(where: str) -> tuple[tuple[int, Gated], ...]:
    return tuple((cue.points[where], cue.words) for cue in cues() if where in cue.points)


class Tone:
    """The sound of one text, of its sentences, and around an act."""

    def __init__(self, text: str, said: str = "") -> None:
        self._text = text
        self._said = said or text
        self._document: list[tuple[int, str]] | None = None
        self._sentences: dict[Stretch, list[tuple[int, str]]] = {}

    def around(self, place: Place, start: int, end: int) -> tuple[int, str]:
        """What the sound of what stands at start..end weighs for an order or against it, with the words that make it."""
        found = [*self._whole(), *self._sentence(after_turn(self._text, place))]
        found += self._seen("before", place.clause.start, start)
        found += self._seen("after", end, min(end + _AFTER, place.sentence.end))
        total = sum(points for points, _ in found)
        weight = next((weight for limit, weight in _WEIGHTS if total <= limit), _LIKE)
        if weight > 0 and self.titled(place):
            return 0, ""
        words = dict.fromkeys(
            words for points, words in sorted(found, reverse=weight > 0) if points * weight > 0
        )
        return weight, "、".join(words)

    def titled(self, place: Place) -> bool:
        """Whether a place stands in the title of a notice, which names what it is about and orders nothing yet."""
        return _TITLE.match(place.sentence.of(self._text)) is not None

    def _whole(self) -> list[tuple[int, str]]:
        if self._document is None:
            self._document = _found(self._said, "document", 0, _BEGINNING)
            if address := _ADDRESS.match(self._text):
                self._document.append((1, address[0]))
        return self._document

    def _sentence(self, where: Stretch) -> list[tuple[int, str]]:
        if where not in self._sentences:
            self._sentences[where] = self._seen("sentence", where.start, where.end)
        return self._sentences[where]

    def _seen(self, where: str, start: int, end: int) -> list[tuple[int, str]]:
        return _found(self._text, where, start, end)


def _found(text: str, where: str, start: int, end: int) -> list[tuple[int, str]]:
    listed = ((points, words.search(text, start, end)) for points, words in _weighing(where))
    return [(points, found[0]) for points, found in listed if found and not orders(text, *found.span())]
