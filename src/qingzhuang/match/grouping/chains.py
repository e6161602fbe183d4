"""Chains of pairs that are one: what they would join together, and the shortest way from one end to the other."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tie:
    """Two slot keys that are one: by what people said of a pair (its id), or by the rules (empty)."""

    a: str
    b: str
    pair: str = ""


class Chains:
    """Ties, ready to be followed. What hangs together has one root, whatever the order of the ties."""

    def __init__(self, ties: Iterable[Tie]) -> None:
        self._ties: defaultdict[str, list[Tie]] = defaultdict(list)
        for each in ties:
            if each.a != each.b:
                self._ties[each.a].append(each)
                self._ties[each.b].append(each)
        self._roots: dict[str, str] = {}
        for key in sorted(self._ties):
            if key not in self._roots:
                self._roots |= dict.fromkeys(self._reached(key), key)

    def root(self, key: str) -> str:
        """The key that stands for all that hangs together with one; a key without ties stands for itself."""
        return self._roots.get(key, key)

    def parts(self) -> tuple[tuple[str, ...], ...]:
        """What hangs together, sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key, root in sorted(self._roots.items()):
            found[root].append(key)
        return tuple(map(tuple, found.values()))

    def between(self, a: str, b: str) -> tuple[Tie, ...]:
        """The ties of a shortest way, each turned the way it is walked; empty where there is none."""
        came: dict[str, Tie | None] = {a: None}
        ahead = deque([a])
        while ahead and b not in came:
            here = ahead.popleft()
            for each in self._ties.get(here, ()):
                there = each.b if each.a == here else each.a
                if there not in came:
                    came[there] = Tie(here, there, each.pair)
                    ahead.append(there)
        found: list[Tie] = []
        step = came.get(b)
        while step is not None:
            found.append(step)
            step = came[step.a]
        return tuple(reversed(found))

    def _reached(self, key: str) -> set[str]:
        seen, ahead = {key}, [key]
        while ahead:
            here = ahead.pop()
            more = {each.b if each.a == here else each.a for each in self._ties[here]} - seen
            seen |= more
            ahead += more
        return seen
