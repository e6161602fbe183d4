"""Pairs that a proposer adds to the candidates: labels with unknown words, which share perhaps no character with their partner."""

from collections.abc import Sequence

from qingzhuang.match.proposing.proposer import MOST, NEAR, Proposer
from qingzhuang.match.wording.slots import Slots


def beyond_words(slots: Sequence[Slots], proposer: Proposer) -> frozenset[tuple[int, int]]:
    """Return pairs of positions (i < j), one position for each label. Of more than `MOST` labels the first in the order of
    their characters are asked about, so that the answer hangs on nothing but the labels."""
    first: dict[str, int] = {}
    for position, each in enumerate(slots):
        if not each.nonfact and each.text:
            first.setdefault(each.text, position)
    texts = sorted(first)[:MOST]
    asked = [number for number, text in enumerate(texts) if _unknown(slots[first[text]])]
    return frozenset(
        (min(one, other), max(one, other))
        for number, near in zip(asked, proposer.near(texts, asked, NEAR), strict=True)
        for one, other in ((first[texts[number]], first[texts[found]]) for found in near)
        if one != other
    )


def _unknown(slots: Slots) -> bool:
    return slots.concept is None or bool(slots.rest)
