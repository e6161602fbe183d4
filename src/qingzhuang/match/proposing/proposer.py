"""The port of what proposes pairs besides the words themselves, such as a language model's vectors. It proposes; slots decide."""

from collections.abc import Sequence
from typing import Protocol

MOST = 4000  # labels that one may be asked about at a time; the rest is left to the words
NEAR = 20


class Proposer(Protocol):
    """Whoever says which labels may mean the same. The same labels give the same answer, whatever was asked before."""

    @property
    def name(self) -> str:
        """Who it is and in which version: a result tells by whom its pairs were proposed."""
        ...

    def near(self, texts: Sequence[str], asked: Sequence[int], limit: int) -> Sequence[Sequence[int]]:
        """Return for each of the asked texts (by number) the numbers of at most `limit` others, most alike first."""
        ...
