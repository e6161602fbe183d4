"""Patterns that are tried only where their letters stand: one pass over a text finds the words that the patterns cannot do
without, and most patterns need not be tried at all."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from sys import maxsize

from qingzhuang.check.text.literals import literals
from qingzhuang.check.text.words import Groups

# Shorter texts are searched as fast without; longer ones would hold too many words at a time. Making the machine costs as much
# as reading some texts of a page: who reads one or two does without.
_SHORT, _LONG = 160, 40_000
_WORTH = 24


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
        return self.bare.search(text, start, end) if BANK.may(self.number, text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """All matches."""
        return self.bare.finditer(text, start, end) if BANK.may(self.number, text, start, end) else iter(())

    def anywhere(self, text: str) -> bool:
        """Whether the pattern is worth trying at all in a text."""
        return BANK.may(self.number, text, 0, maxsize)

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

    def may(self, number: int, text: str, start: int, end: int) -> bool:
        """Whether a pattern is worth trying between start and end."""
        if not _SHORT <= len(text) <= _LONG:
            return True
        seen = _seen(text)
        return seen is None or seen.may(number, start, end)

    def see(self, text: str) -> "Seen | None":
        """The words of a text, once so many were read that the machine pays."""
        if self._machine is None:
            if next(self._texts) < _WORTH:
                return None
            self._machine = Machine(self._patterns)
        return Seen(self._machine, text)


class Machine:
    """Finds the words of so many patterns. Patterns that come later, or can do without words, are always tried."""

    def __init__(self, patterns: list[re.Pattern[str]]) -> None:
        users: dict[str, list[int]] = {}
        self.gated: set[int] = set()
        for number, each in enumerate(patterns):
            for word in literals(each):
                users.setdefault(word, []).append(number)
                self.gated.add(number)
        self.users = tuple(users.values())
        self._words = Groups(users)

    def starts(self, text: str) -> dict[int, list[list[int]]]:
        """Where the words of each pattern begin, word by word."""
        at: dict[int, list[int]] = {}
        for word, start, _ in self._words.found(text):
            at.setdefault(word, []).append(start)
        found: dict[int, list[list[int]]] = {}
        for word, starts in at.items():
            for number in self.users[word]:
                found.setdefault(number, []).append(starts)
        return found


class Seen:
    """Where the words of the patterns stand in one text."""

    def __init__(self, machine: Machine, text: str) -> None:
        self._gated = machine.gated
        self._found = machine.starts(text)
        self._starts: dict[int, list[int]] = {}

    def may(self, pattern: int, start: int, end: int) -> bool:
        """Whether a word of a pattern stands between start and end."""
        if pattern not in self._found:
            return pattern not in self._gated
        starts = self._starts.get(pattern)
        if starts is None:
            found = self._found[pattern]
            starts = found[0] if len(found) == 1 else sorted(at for starts in found for at in starts)
            self._starts[pattern] = starts
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end


@lru_cache(maxsize=8)
def _seen(text: str) -> Seen | None:
    return BANK.see(text)


BANK = Bank()
