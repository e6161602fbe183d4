"""Patterns that are tried only where their letters stand: one pass over a text finds the words that the patterns cannot do
without, and most patterns need not be tried at all."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from sys import maxsize

from qingzhuang.check.text.literals import literals, reach
from qingzhuang.check.text.words import Groups

# Longer texts would hold too many words at a time. Making the machine costs as much as reading some texts of a page: who reads
# one or two, or a few short ones, does without.
_SHORT, _LONG = 160, 40_000
_WORTH = 24
# A pattern whose matches are longer, or that looks farther ahead, is tried on the whole.
_WIDE = 200


class Gated:
    """A pattern with the methods of `re.Pattern` that the check uses; it finds what the bare pattern finds."""

    def __init__(self, bare: re.Pattern[str]) -> None:
        self.bare = bare
        self.number = BANK.add(bare)

    @property
    def pattern(self) -> str:
        """The pattern as written."""
        return self.bare.pattern

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first match."""
        seen = _seen(text)
        if seen is None:
            return self.bare.search(text, start, end)
        if self.number in seen.idle or not seen.may(self.number, start, end):
            return None
        if end - start < _WIDE:
            return self.bare.search(text, start, end)
        return next(self.finditer(text, start, end), None)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches."""
        seen = _seen(text)
        if seen is None:
            return self.bare.finditer(text, start, end)
        if self.number in seen.idle:
            return iter(())
        windows = seen.windows(self.number, start, end)
        return (found for low, high in windows for found in self.bare.finditer(text, low, high))

    def anywhere(self, text: str) -> bool:
        """Whether the pattern is worth trying at all in a text."""
        seen = _seen(text)
        return seen is None or self.number not in seen.idle

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """A match that begins at the start."""
        return self.bare.match(text, start, end)


class Bank:
    """All gated patterns, and the machine that finds their words."""

    def __init__(self) -> None:
        self._patterns: list[re.Pattern[str]] = []
        self._texts = count()
        self._machine: Machine | None = None

    def add(self, bare: re.Pattern[str]) -> int:
        """Take in a pattern; its number."""
        self._patterns.append(bare)
        return len(self._patterns) - 1

    def see(self, text: str) -> "Seen | None":
        """The words of a text, once so many were read that the machine pays."""
        if len(text) > _LONG:
            return None
        if self._machine is None:
            if len(text) < _SHORT or next(self._texts) < _WORTH:
                return None
            self._machine = Machine(self._patterns)
        return Seen(self._machine, text)


class Machine:
    """Finds the words of so many patterns. Patterns that come later, or can do without words, are always tried."""

    def __init__(self, patterns: list[re.Pattern[str]]) -> None:
        users: dict[str, list[int]] = {}
        gated: set[int] = set()
        self.reach: dict[int, tuple[int, int]] = {}
        for number, each in enumerate(patterns):
            for word in literals(each):
                users.setdefault(word, []).append(number)
                gated.add(number)
            if number in gated and sum(far := reach(each)) < _WIDE:
                self.reach[number] = far
        self.gated = frozenset(gated)
        self.users = tuple(map(frozenset, users.values()))
        self.words: dict[int, set[int]] = {}
        for at, numbers in enumerate(self.users):
            for number in numbers:
                self.words.setdefault(number, set()).add(at)
        self._words = Groups(users)

    def starts(self, text: str) -> dict[int, list[int]]:
        """Where each word begins that stands in a text."""
        at: dict[int, list[int]] = {}
        for word, start, _ in self._words.found(text):
            if word in at:
                at[word].append(start)
            else:
                at[word] = [start]
        return at


class Seen:
    """Where the words of the patterns stand in one text."""

    def __init__(self, machine: Machine, text: str) -> None:
        self._gated, self._words, self._reach = machine.gated, machine.words, machine.reach
        self._at = machine.starts(text)
        used = frozenset[int]().union(*map(machine.users.__getitem__, self._at))
        self.idle = machine.gated - used  # the patterns that cannot match anywhere
        self._starts: dict[int, list[int]] = {}
        self._brief = len(text) < _SHORT  # to look where its words stand costs more than to try a pattern

    def may(self, pattern: int, start: int, end: int) -> bool:
        """Whether a word of a pattern stands between start and end."""
        if self._brief or pattern not in self._gated:
            return pattern not in self.idle
        starts = self._starts.get(pattern) or self._of(pattern)
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    def windows(self, pattern: int, start: int, end: int) -> list[tuple[int, int]]:
        """Where between start and end a pattern can match: around its words, so far apart that none can see the next."""
        if self._brief or pattern not in self._gated:
            return [(start, end)]
        starts = self._starts.get(pattern) or self._of(pattern)
        near = starts[bisect_left(starts, start) : bisect_left(starts, end)]
        if not near or pattern not in self._reach:
            return [(start, end)] if near else []
        width, ahead = self._reach[pattern]
        found: list[tuple[int, int]] = []
        low, high = near[0] - width, near[0]
        for at in near:
            if at - width > high:
                found.append((max(low, start), min(high, end)))
                low = at - width
            high = at + width + ahead + 1
        found.append((max(low, start), min(high, end)))
        return found

    def _of(self, pattern: int) -> list[int]:
        found = [self._at[word] for word in self._words[pattern] & self._at.keys()]
        starts = found[0] if len(found) == 1 else sorted(at for starts in found for at in starts)
        self._starts[pattern] = starts
        return starts


@lru_cache(maxsize=8)
def _seen(text: str) -> Seen | None:
    return BANK.see(text)


def out_of_place(text: str) -> frozenset[int]:
    """The numbers of the patterns that cannot match anywhere in a text."""
    seen = _seen(text)
    return frozenset() if seen is None else seen.idle


BANK = Bank()
