"""Acts put together of classes of words: what is done, to what, with which burden, wherever in the clause, near it, or in the
text each of them stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from qingzhuang.check.text.lexicon import table
from qingzhuang.check.text.practice import Label
from qingzhuang.check.text.tags import Tag, tags
from qingzhuang.check.text.zones import Zone

_CUT = re.compile(r"[,:~()\[\]【】。!?;…\n]")
_REACH = 60
_LONGEST = 40
_APART = 30


@dataclass(frozen=True, slots=True)
class Need:
    """Classes of which `count` different words must stand somewhere."""

    classes: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to put an act together; see frames.yaml."""

    label: Label
    id: str
    strength: int
    conditional: bool
    head: tuple[str, ...]
    clause: tuple[Need, ...]
    near: tuple[Need, ...]
    text: tuple[Need, ...]
    absent: tuple[str, ...]
    reach: int

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Classes of each of which a word must stand in the text."""
        return tuple(frozenset(need.classes) for need in (*self.clause, *self.near, *self.text))


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, label by label."""
    listed = table("frames")
    return tuple(_frame(label, each) for label in Label for each in listed[label.value])


def _frame(label: Label, content: dict[str, Any]) -> Frame:
    return Frame(
        label=label,
        id=content["id"],
        strength=content["strength"],
        conditional=content.get("conditional", False),
        head=tuple(content["head"].split("|")),
        clause=tuple(map(_need, content.get("clause", ()))),
        near=tuple(map(_need, content.get("near", ()))),
        text=tuple(map(_need, content.get("text", ()))),
        absent=tuple(content.get("absent", ())),
        reach=content.get("reach", _REACH),
    )


def _need(source: str) -> Need:
    count, _, classes = source.rpartition(" ")
    return Need(tuple(classes.split("|")), int(count or 1))


@cache
def _by_head() -> dict[str, frozenset[int]]:
    """The numbers of the frames that a word of a class is the head of."""
    found: dict[str, set[int]] = {}
    for number, frame in enumerate(frames()):
        for name in frame.head:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def _needs() -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(frame.needs for frame in frames())


class Tagged:
    """The words of a text by class, and where its clauses end."""

    def __init__(self, text: str, near: Iterable[Zone]) -> None:
        self._text = text
        self._tags: dict[str, list[Tag]] = {}
        self._cuts: list[int] = []
        for zone in near:
            for tag in tags(text, *zone):
                for name in tag.classes:
                    self._tags.setdefault(name, []).append(tag)
            self._cuts += [found.start() for found in _CUT.finditer(text, *zone)]
        self._starts = {name: [tag.start for tag in found] for name, found in self._tags.items()}

    def standing(self) -> dict[Label, list[int]]:
        """The numbers of the frames of which a word of each class stands in the text, label by label."""
        names, by_head, needs, listed = frozenset(self._tags), _by_head(), _needs(), frames()
        headed = frozenset[int]().union(*(by_head[name] for name in names if name in by_head))
        found: dict[Label, list[int]] = {}
        for number in sorted(headed):
            if not any(map(names.isdisjoint, needs[number])):
                found.setdefault(listed[number].label, []).append(number)
        return found

    def find(self, frame: Frame) -> Iterator[tuple[int, int]]:
        """Where the words of a frame stand together: from the first to the last of its clause."""
        for name in frame.head:
            for head in self._tags.get(name, ()):
                if span := self._stands(frame, head):
                    yield span

    def _stands(self, frame: Frame, head: Tag) -> tuple[int, int] | None:
        low, high = self._clause(head)
        start, end = head.start, head.end
        for need in frame.clause:
            found = self._nearest(need, head, low, high)
            if found is None:
                return None
            start, end = min(start, found.start), max(end, found.end)
        for need in frame.near:
            if self._nearest(need, head, head.start - frame.reach, head.end + frame.reach) is None:
                return None
        if any(self._within(name, head.start - _APART, head.end + _APART) for name in frame.absent):
            return None
        return start, end

    def _clause(self, head: Tag) -> tuple[int, int]:
        at = bisect_left(self._cuts, head.start)
        low = self._cuts[at - 1] + 1 if at else 0
        high = self._cuts[at] if at < len(self._cuts) else len(self._text)
        return max(low, head.start - _LONGEST), min(high, head.end + _LONGEST)

    def _within(self, name: str, low: int, high: int) -> list[Tag]:
        starts = self._starts.get(name)
        if not starts:
            return []
        return self._tags[name][bisect_left(starts, low) : bisect_right(starts, high - 1)]

    def _nearest(self, need: Need, head: Tag, low: int, high: int) -> Tag | None:
        """The word next to the head, when enough different words of the classes stand there."""
        found = [
            tag
            for name in need.classes
            for tag in self._within(name, low, high)
            if tag.start >= head.end or tag.end <= head.start
        ]
        if need.count > 1 and len({self._text[tag.start : tag.end] for tag in found}) < need.count:
            return None
        return min(found, key=lambda tag: abs(tag.start - head.start), default=None)
