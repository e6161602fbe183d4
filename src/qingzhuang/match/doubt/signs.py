"""What two items have in common and what not, as numbers: which slots agree, and how the words look. All from 0 to 1, the same for both orders."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from qingzhuang.match.doubt.meaning import nearness, rarity
from qingzhuang.match.rules.titled import topic
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.standins import standins
from qingzhuang.match.whose.listed import covered
from qingzhuang.match.wording.gist import gist, one_sided
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.sorts import sort_of, stem
from qingzhuang.match.wording.title import read_title

Signs = Mapping[str, float]


def signs(a: Slots, b: Slots, rule: str, lexicon: Lexicon) -> dict[str, float]:
    """Return the signs of a pair by name; what is not named is 0. `rule` is the id of the rule that decided."""
    found = {f"rule {rule}": 1.0}
    found |= dict(_slots(a, b))
    found |= dict(_subject(a, b, lexicon))
    found |= dict(_words(a, b, lexicon))
    found |= dict(_titles(a, b, lexicon))
    found |= dict(_sorts(a, b))
    return found


def _agreement(name: str, one: object, other: object) -> str:
    """How two values of a slot stand; an empty one is not known."""
    if not one and not other:
        return f"{name} unknown"
    if not one or not other:
        return f"{name} one-sided"
    return f"{name} same" if one == other else f"{name} other"


def _slots(a: Slots, b: Slots) -> Iterator[tuple[str, float]]:
    for name in ("concept", "realm", "group", "entity", "form", "dimension", "series", "rest"):
        yield _agreement(name, getattr(a, name), getattr(b, name)), 1.0
    yield _agreement("unit", a.unit and a.unit.symbol, b.unit and b.unit.symbol), 1.0
    yield _agreement("time", a.time.known and a.time, b.time.known and b.time), 1.0
    yield _agreement("period", a.period.known and a.period, b.period.known and b.period), 1.0
    yield _agreement("ambiguous", a.options, b.options), 1.0
    for name in ("quantity", "total", "generic", "bound"):
        one, other = getattr(a, name), getattr(b, name)
        yield f"{name} {'both' if one and other else 'one' if one or other else 'none'}", 1.0
    more = a.qualifiers ^ b.qualifiers
    yield "qualifiers more", min(len(more), 3) / 3
    yield "qualifiers same", float(bool(a.qualifiers & b.qualifiers))
    for name in {name for name, _value in more}:
        both = all(any(each[0] == name for each in side.qualifiers) for side in (a, b))
        yield f"qualifier {name} {'other' if both else 'one-sided'}", 1.0


def _subject(a: Slots, b: Slots, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    yield _agreement("role", a.role, b.role), 1.0
    if a.role == b.role:
        return
    unknown = sum(bool(each.role) and each.role not in lexicon.roles for each in (a, b))
    yield f"role words unknown {unknown}", 1.0
    yield f"role from {'/'.join(sorted((a.role_from or 'nowhere', b.role_from or 'nowhere')))}", 1.0
    if a.role and b.role:
        yield "role likeness", _likeness(a.role, b.role)
        yield "role nearness", nearness(a.role, b.role, lexicon)
    else:
        said, silent = (a, b) if a.role else (b, a)
        yield "role in title", covered(said.role, silent.listing or "")
        found = lexicon.roles.get(said.role)
        yield "role staff", float(found is not None and found.staff)
        yield "role acts", float(found is not None and found.acts)


def _words(a: Slots, b: Slots, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    one, other = gist(a.text, lexicon), gist(b.text, lexicon)
    yield "likeness", _likeness(one, other)
    yield "pairs of characters", _dice(_pairs(one), _pairs(other))
    yield "weighed characters", _weighed(one, other, lexicon)
    yield "nearness", nearness(one, other, lexicon)
    for size in (1, 2):
        yield f"head {size}", float(one[-size:] == other[-size:])
    yield "lead", float(one[:2] == other[:2])
    yield "head nearness", nearness(one[-2:], other[-2:], lexicon)
    yield "one-sided", float(one_sided(one, other))
    yield "length difference", min(abs(len(one) - len(other)), 6) / 6
    yield "shortest", min(len(one), len(other), 8) / 8
    yield "longest", min(max(len(one), len(other)), 12) / 12
    yield "exchanged", _exchanged(one, other, lexicon)
    yield "same words", float(a.text == b.text)


def _sorts(a: Slots, b: Slots) -> Iterator[tuple[str, float]]:
    """What sort of answer both want, and how much what is left of the labels without the words that tell it has in common."""
    one, other = sort_of(a), sort_of(b)
    yield _agreement("sort", one, other), 1.0
    if one and one == other:
        yield f"sort {one}", 1.0
    left, right = stem(a.text), stem(b.text)
    yield "stems", _dice(_pairs(left), _pairs(right))
    yield "stems in common", float(bool(set(left) & set(right)))
    yield "stems in common by two", float(bool(_pairs(left) & _pairs(right)))
    yield "stems silent", float(not left or not right)


def _titles(a: Slots, b: Slots, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    one, other = topic(a, lexicon), topic(b, lexicon)
    titled = [read_title(each.listing, lexicon).listed for each in (a, b)]
    yield "topic", _dice(one, other)
    yield "topic shared", float(bool(one & other))
    yield "topic nearness", nearness(titled[0], titled[1], lexicon)
    yield "left over in title", _left_over(a, b, lexicon)
    yield "one form", float(a.listing is not None and a.listing == b.listing)
    yield "no form", float(a.listing is None or b.listing is None)


def _left_over(a: Slots, b: Slots, lexicon: Lexicon) -> float:
    """How much of the characters that only one label has stands in a title."""
    one, other = gist(a.text, lexicon), gist(b.text, lexicon)
    told = set((a.listing or "") + (b.listing or ""))
    more = [char for char in one if char not in other] + [char for char in other if char not in one]
    return sum(char in told for char in more) / len(more) if more else 1.0


def _likeness(one: str, other: str) -> float:
    """Characters in common in the same order, as a share of both (0 to 1)."""
    every = len(one) + len(other)
    return 2 * LCSseq.similarity(one, other) / every if every else 1.0


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _dice(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    every = len(one) + len(other)
    return 2 * len(one & other) / every if every else 0.0


def _weighed(one: str, other: str, lexicon: Lexicon) -> float:
    known = rarity(lexicon)
    weights = {char: known.get(char, 8.0) for char in {*one, *other}}
    shared = sum(weights[char] for char in set(one) & set(other))
    return shared / (sum(weights.values()) or 1.0)


@lru_cache(maxsize=65536)
def _exchanged(one: str, other: str, lexicon: Lexicon) -> float:
    """Whether what the two do not share may stand for each other in words that the lexicon knows."""
    start = next(
        (at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other))
    )
    one, other = one[start:], other[start:]
    end = next(
        (at for at, (x, y) in enumerate(zip(one[::-1], other[::-1], strict=False)) if x != y),
        min(len(one), len(other)),
    )
    one, other = one[: len(one) - end], other[: len(other) - end]
    return float(any(word == other for word, _seen in standins(lexicon).get(one, ())))
