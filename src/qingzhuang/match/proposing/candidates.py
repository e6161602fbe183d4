"""Which pairs are worth a verdict: the same property, the same words, a formula or genus between them, near labels.
Similarity only proposes; it never decides. What is asked by hundreds of different forms is held against its neighbours
only: a county's million columns must not cost the square of 姓名. Circles of meaning propose to people (`alike`), not here: as
candidates they brought six wrong merges for one right one (benchmarks, whole forms)."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from rapidfuzz import fuzz, process

from qingzhuang.match.proposing.akin import akin
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots

_NEAR, _BEST, _COMMON = 60, 10, 400
_ALL, _NEIGHBOURS = 64, 20
Pair = tuple[int, int]


def candidates(slots: Sequence[Slots], lexicon: Lexicon) -> tuple[Pair, ...]:
    """Return pairs of positions (i < j), sorted. Blocked, so that it does not grow with the square of the input."""
    found: set[Pair] = set()
    facts = [position for position, each in enumerate(slots) if not each.nonfact]
    for block in _blocks(slots, facts):
        found.update(_pairs(block, slots))
    found.update(_related(slots, facts, lexicon))
    found.update(_near(slots, facts))
    return tuple(sorted(found))


def _blocks(slots: Sequence[Slots], facts: Iterable[int]) -> Iterator[list[int]]:
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for position in facts:
        each = slots[position]
        blocks["text", each.text].append(position)
        for concept in (each.concept, *each.options):
            if concept:
                blocks["concept", concept].append(position)
    yield from (block for block in blocks.values() if len(block) > 1)


def _pairs(block: list[int], slots: Sequence[Slots]) -> Iterator[Pair]:
    """All pairs of a block, or of a large one each with the next in the order of what stands around them."""
    if len(block) <= _ALL:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda position: (*_around(slots[position]), position))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
            yield (min(one, other), max(one, other))


def _around(slots: Slots) -> tuple[str, ...]:
    return (slots.role, slots.group or "", slots.entity or "", slots.series or "", slots.text)


def _related(slots: Sequence[Slots], facts: Iterable[int], lexicon: Lexicon) -> Iterator[Pair]:
    """Pairs that a formula, a genus or a ladder of places may connect; the subject is left to the rules."""
    by_concept: defaultdict[str, list[int]] = defaultdict(list)
    for position in facts:
        if concept := slots[position].concept:
            by_concept[concept].append(position)
    for one, other in akin(lexicon):
        for i, j in _beside(by_concept.get(one, []), by_concept.get(other, []), slots):
            if slots[i].role == slots[j].role:
                yield (min(i, j), max(i, j))


def _beside(one: list[int], other: list[int], slots: Sequence[Slots]) -> Iterator[Pair]:
    """All pairs between two properties, or of common ones each with those whose surroundings come next."""
    if len(one) * len(other) <= _ALL * _ALL:
        yield from product(one, other)
        return
    ordered = sorted(other, key=lambda position: (*_around(slots[position]), position))
    places = [_around(slots[position]) for position in ordered]
    for i in one:
        at = max(0, bisect_left(places, _around(slots[i])) - _NEIGHBOURS // 2)
        yield from ((i, j) for j in ordered[at : at + _NEIGHBOURS])


def _near(slots: Sequence[Slots], facts: Iterable[int]) -> Iterator[Pair]:
    """For labels with unknown words: the nearest others that share two characters in a row."""
    grams: defaultdict[str, list[int]] = defaultdict(list)
    positions = list(facts)
    for position in positions:
        for gram in _grams(slots[position].text):
            grams[gram].append(position)
    for position in positions:
        if slots[position].concept is not None and not slots[position].rest:
            continue
        others = {o for g in _grams(slots[position].text) if len(grams[g]) <= _COMMON for o in grams[g]} - {
            position
        }
        choices = {other: slots[other].text for other in sorted(others)}
        for _text, _score, other in process.extract(
            slots[position].text, choices, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_BEST
        ):
            yield (min(position, other), max(position, other))


def _grams(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(max(len(text) - 1, 1))}
