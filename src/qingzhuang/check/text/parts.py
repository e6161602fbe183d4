"""Where a place lies in a text: its clause, its sentence, its paragraph. Cut at marks only; linear."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_PARAGRAPH = re.compile(r"\n+")
_SENTENCE = re.compile(r"[。!?;…]+[”)]?")
_CLAUSE = re.compile(r"[,:、~()\[\]【】]|——|(?<=[\u4e00-\u9fff])[. ]|[并且](?=[^不非]{2})")
_WIDE_CLAUSE = re.compile(r"[,:~()\[\]【】]|——|(?<=[\u4e00-\u9fff])[. ]")


class Stretch(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Its words."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: the paragraph (`index` in order), the sentence, the clause, and the part of the clause."""

    index: int
    paragraph: Stretch
    sentence: Stretch
    clause: Stretch
    part: Stretch


class Parts:
    """Cuts a text once into paragraphs; sentences and clauses are cut where something stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs = _cut(text, Stretch(0, len(text)), _PARAGRAPH)
        self._starts = _starts(self._paragraphs)
        self._clauses: dict[tuple[Stretch, bool], tuple[list[Stretch], list[int]]] = {}
        self._cuts: dict[int, tuple[list[Stretch], list[int]]] = {}

    @property
    def paragraphs(self) -> list[Stretch]:
        """All paragraphs in order."""
        return self._paragraphs

    def at(self, start: int, end: int) -> Place:
        """Where a stretch stands."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        sentence = _around(*self._sentences(index), start, end)
        clause = _around(*self._cut(sentence, _WIDE_CLAUSE), start, end)
        part = _around(*self._cut(clause, _CLAUSE), start, end)
        return Place(index, self._paragraphs[index], sentence, clause, part)

    def _cut(self, whole: Stretch, mark: re.Pattern[str]) -> tuple[list[Stretch], list[int]]:
        key = (whole, mark is _CLAUSE)
        if key not in self._clauses:
            cut = _cut(self._text, whole, mark)
            self._clauses[key] = (cut, _starts(cut))
        return self._clauses[key]

    def sentences(self, index: int) -> list[Stretch]:
        """The sentences of a paragraph."""
        return self._sentences(index)[0]

    def clauses(self, sentence: Stretch) -> list[Stretch]:
        """The clauses of a sentence."""
        return self._cut(sentence, _WIDE_CLAUSE)[0]

    def _sentences(self, index: int) -> tuple[list[Stretch], list[int]]:
        if index not in self._cuts:
            cut = list(_short(_cut(self._text, self._paragraphs[index], _SENTENCE)))
            self._cuts[index] = (cut, _starts(cut))
        return self._cuts[index]


def _cut(text: str, whole: Stretch, mark: re.Pattern[str]) -> list[Stretch]:
    found: list[Stretch] = []
    done = whole.start
    for cut in mark.finditer(text, whole.start, whole.end):
        if cut.end() > done:
            found.append(Stretch(done, cut.end()))
            done = cut.end()
    if done < whole.end or not found:
        found.append(Stretch(done, whole.end))
    return found


_LONGEST = 400


def _short(sentences: Iterable[Stretch]) -> Iterable[Stretch]:
    """A sentence without end is cut: what is looked at around a place stays bounded."""
    for each in sentences:
        for start in range(each.start, max(each.end, each.start + 1), _LONGEST):
            yield Stretch(start, min(start + _LONGEST, each.end))


def _starts(parts: list[Stretch]) -> list[int]:
    return [each.start for each in parts]


def _around(parts: list[Stretch], starts: list[int], start: int, end: int) -> Stretch:
    """The part that holds the stretch; several are joined when it crosses their border."""
    first = parts[max(bisect_right(starts, start) - 1, 0)]
    last = parts[max(bisect_right(starts, end - 1) - 1, 0)]
    return Stretch(first.start, max(first.end, last.end))
