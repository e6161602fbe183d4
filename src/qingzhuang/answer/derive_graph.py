"""Which element follows from which. The table of derivations is data of the lexicon and is passed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

_ROLE = "@"
_REMEMBERED = 4_096  # so many keys; forms ask the same few again and again
_SHAPES = MappingProxyType(
    {
        "date": "datetime.date",
        "month": "date.month",
        "year": "date.year",
        "yesno": "category.yesno",
        "code": "category.graded",
    }
)


@dataclass(frozen=True, slots=True)
class Derivation:
    """`target` follows from all of `sources` together by `formula`. Both are element ids without a role: what holds for
    a person holds for the guardian too (监护人@person.birth from 监护人@person.id_no)."""

    target: str
    sources: tuple[str, ...]
    formula: str


class Graph:
    """Derivations, looked up by slot key; remembers what it found."""

    def __init__(self, derivations: Iterable[Derivation] = ()) -> None:
        self._into: dict[str, list[Derivation]] = {}
        for each in derivations:
            self._into.setdefault(each.target, []).append(each)
        self._found: dict[str, tuple[Derivation, ...]] = {}
        self._nearest: dict[str, tuple[str, ...]] = {}

    def into(self, key: str) -> Sequence[Derivation]:
        """Return the derivations that lead to a slot key, their sources under the key's own role. A key that ends in
        a shape (person.birth:month) follows from the element itself, cut shorter."""
        found = self._found.get(key)
        if found is None:
            found = self._look(key)
            if len(self._found) < _REMEMBERED:
                self._found[key] = found
        return found

    def routes(self, key: str) -> tuple[str, ...]:
        """Return the keys any one of which is enough to answer `key`, itself first, then nearest first."""
        found = self._nearest.get(key)
        if found is None:
            found = self._lead_to(key)
            if len(self._nearest) < _REMEMBERED:
                self._nearest[key] = found
        return found

    def _look(self, key: str) -> tuple[Derivation, ...]:
        role, mark, element = key.rpartition(_ROLE)
        found = [
            Derivation(key, tuple(role + mark + source for source in each.sources), each.formula)
            for each in self._into.get(element, ())
        ]
        whole, _, shape = key.rpartition(":")
        if whole and shape in _SHAPES:
            found.append(Derivation(key, (whole,), _SHAPES[shape]))
        return tuple(found)

    def _lead_to(self, key: str) -> tuple[str, ...]:
        found, todo = [key], [key]
        while todo:
            for each in self.into(todo.pop(0)):
                if len(each.sources) == 1 and each.sources[0] not in found:
                    found.append(each.sources[0])
                    todo.append(each.sources[0])
        return tuple(found)
