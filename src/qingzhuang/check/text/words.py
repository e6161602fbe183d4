"""Finds any of thousands of words in one pass over a text; the longest counts where words overlap."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

Found = tuple[int, int, int]


class Words:
    """Words that are looked for together (Aho and Corasick, 1975, by the `ahocorasick_rs` library)."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        self._machine = AhoCorasick(self.words, matchkind=MatchKind.LeftmostLongest, store_patterns=False)

    def anywhere(self, text: str) -> bool:
        """Whether any of the words stands in a text."""
        return bool(self._machine.find_matches_as_indexes(_encodable(text)))

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words stand, from the left, none within another."""
        return ((start, end) for _, start, end in self.found(text))

    def found(self, text: str) -> list[Found]:
        """The number of each word that stands in a text, with its start and end; from the left, none within another."""
        return self._machine.find_matches_as_indexes(_encodable(text))


class Groups:
    """Words or groups of letters each of which counts wherever it stands, within another too."""

    def __init__(self, groups: Iterable[str]) -> None:
        self._machine = AhoCorasick(tuple(groups), store_patterns=False)

    def found(self, text: str) -> list[Found]:
        """The number of each group that stands in a text, with its start and end."""
        return self._machine.find_matches_as_indexes(_encodable(text), overlapping=True)

    def which(self, text: str) -> set[int]:
        """The numbers of the groups that stand in a text."""
        return {number for number, _, _ in self.found(text)}


def _encodable(text: str) -> str:
    """The text with half letters (lone surrogates) replaced, each by one mark: offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
