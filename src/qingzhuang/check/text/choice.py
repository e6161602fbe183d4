"""Many named patterns read as one choice, tried only where one of them can begin: finds what `(?P<a>…)|(?P<b>…)` finds, sooner."""

import re
from collections.abc import Iterator, Mapping

from qingzhuang.check.text.literals import begins, literals, reach


class Choice:
    """Patterns by name; at each place the first that fits counts, and none overlaps the one before."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        bare = {name: re.compile(source) for name, source in patterns.items()}
        self._named = {name: f"(?P<{name}>{source})" for name, source in patterns.items()}
        self._begins = {name: begins(each) for name, each in bare.items()}
        letters = frozenset[str]().union(*filter(None, self._begins.values()))
        self._letters = re.compile(f"[{re.escape(''.join(sorted(letters)))}]")
        self._near = [_around(bare[name]) for name, letters in self._begins.items() if letters is None]
        self._tried: dict[str, re.Pattern[str]] = {}

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """All matches between two places; the name of each is its `lastgroup`."""
        done = start
        for at in self._starts(text, start, end):
            if at < done:
                continue
            letter = text[at]
            tried = self._tried.get(letter) or self._of(letter)
            found = tried.match(text, at, end)
            if found:
                yield found
                done = found.end()

    def _starts(self, text: str, start: int, end: int) -> list[int]:
        """Where one of the patterns may begin."""
        found = {each.start() for each in self._letters.finditer(text, start, end)}
        for words, width in self._near:
            for each in words.finditer(text, start, end):
                found.update(range(max(each.start() - width, start), each.start() + 1))
        return sorted(found)

    def _of(self, letter: str) -> re.Pattern[str]:
        """The patterns that a letter can begin, as one."""
        names = [name for name, letters in self._begins.items() if letters is None or letter in letters]
        self._tried[letter] = re.compile("|".join(self._named[name] for name in names))
        return self._tried[letter]


def _around(pattern: re.Pattern[str]) -> tuple[re.Pattern[str], int]:
    """The words that a pattern cannot do without, and how far before them it may begin."""
    return re.compile("|".join(map(re.escape, sorted(literals(pattern), key=len)))), reach(pattern)[0]
