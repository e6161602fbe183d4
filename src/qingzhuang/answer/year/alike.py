"""The certificate of many posts together, in which nobody stands alone: people who need the same are one line, and lines of too few
are left out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qingzhuang.answer.year.calendar import Proof
from qingzhuang.answer.year.certificate import as_tree, from_tree
from qingzhuang.answer.year.part import Part


@dataclass(frozen=True, slots=True)
class Alike:
    """Parts without whose they are, and how many have which of them (their numbers)."""

    proofs: tuple[Proof, ...]
    people: Mapping[tuple[int, ...], int]

    def as_tree(self) -> dict[str, Any]:
        """As a JSON document."""
        people = [[list(those), many] for those, many in self.people.items()]
        return {"parts": as_tree(self.proofs)["parts"], "people": people}


def alike_from(tree: Mapping[str, Any]) -> Alike:
    """Read a JSON document again."""
    return Alike(from_tree(tree), {tuple(those): many for those, many in tree["people"]})


def alike(proofs: Sequence[Proof]) -> Alike:
    """Forget whose parts they are."""
    whose: dict[int, list[int]] = {}
    for at, each in enumerate(proofs):
        for number in (one for those in each.who.values() for one in those):
            whose.setdefault(number, []).append(at)
    people = Counter(tuple(those) for those in whose.values())
    return Alike(tuple(replace(each, who={}) for each in proofs), people)


@dataclass(frozen=True, slots=True)
class Joined:
    """A certificate over all posts; `left_out` questions belong to lines of too few."""

    proofs: tuple[Proof, ...]
    left_out: int


def joined(posts: Iterable[Alike], least: int) -> Joined:
    """Put posts together. What share no question is told apart, so that no line joins what is unlike about somebody; a line of
    fewer than `least` is left out."""
    known: dict[Part, int] = {}
    proofs: list[Proof] = []
    numbered: list[tuple[list[int], Mapping[tuple[int, ...], int]]] = []
    for post in posts:
        numbers = [known.setdefault(each.part, len(known)) for each in post.proofs]
        new = dict(zip(numbers, post.proofs, strict=True))
        proofs += [new[at] for at in range(len(proofs), len(known))]
        numbered.append((numbers, post.people))
    family = _families(proofs)
    lines = Counter[tuple[int, ...]]()
    for numbers, people in numbered:
        for those, many in people.items():
            for line in _by_family([numbers[at] for at in those], family):
                lines[line] += many
    return _shown(proofs, lines, least)


def _shown(proofs: Sequence[Proof], lines: Mapping[tuple[int, ...], int], least: int) -> Joined:
    who: list[dict[int, int]] = [{} for _each in proofs]
    left_out, number = 0, 0
    for line, many in sorted(lines.items()):
        if many < least:
            left_out += many * sum(len(proofs[at].solved.chosen) for at in line)
            continue
        number += 1
        for at in line:
            who[at][number] = many
    shown = [replace(each, who={"": those}) for each, those in zip(proofs, who, strict=True) if those]
    return Joined(tuple(shown), left_out)


def _by_family(those: Iterable[int], family: Sequence[str]) -> Iterable[tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for at in sorted(those):
        found.setdefault(family[at], []).append(at)
    return map(tuple, found.values())


def _families(proofs: Sequence[Proof]) -> list[str]:
    """By part the name of those that some question may serve together."""
    over: dict[str, str] = {}

    def top(key: str) -> str:
        while over.setdefault(key, key) != key:
            over[key] = key = over[over[key]]
        return key

    first = [each.part.needs[0].routes[0] for each in proofs]
    for start, each in zip(first, proofs, strict=True):
        for key in (key for need in each.part.needs for key in need.routes):
            over[top(key)] = top(start)
    return [top(start) for start in first]
