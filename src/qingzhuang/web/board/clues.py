"""The page of tip-offs: by kind, by rule; a kind with too few of them is not on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext
from qingzhuang.packs.load import encoded
from qingzhuang.packs.words import category_word
from qingzhuang.store.board.clues import Heap


@dataclass(frozen=True, slots=True)
class Pile:
    """The tip-offs of one kind."""

    letter: str
    name: str
    count: int
    rules: tuple[tuple[str, str, int], ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CluesPage:
    """All that the template needs."""

    piles: tuple[Pile, ...]
    least: int


def clues_page(heaps: Sequence[Heap], least: int) -> CluesPage:
    """Lay out the kinds, A to I."""
    return CluesPage(tuple(_pile(each) for each in heaps), least)


def _pile(heap: Heap) -> Pile:
    rules = tuple(
        (code, gettext(encoded()[code].provision.title), count)
        for code, count in heap.codes
        if code in encoded()
    )
    return Pile(heap.category, category_word(heap.category), heap.count, rules, heap.texts)
