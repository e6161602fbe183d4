"""Which row of a matrix an answer names."""

from collections.abc import Mapping, Sequence

from qingzhuang.answer.names import plain
from qingzhuang.model.form import Stub
from qingzhuang.model.sheet import Scalar


def find_stub(
    stubs: Sequence[Stub], given: Mapping[str, Scalar], strangers: Mapping[str, Scalar]
) -> tuple[Stub, frozenset[str]] | None:
    """Return the stub that bears the given labels and the stranger keys that helped to name it. A stub column without
    a header has no key of its own, so a stranger counts when its value is some stub's label. None: no such row, or
    several."""
    known = {plain(label) for stub in stubs for label in stub.labels}
    used = frozenset(key for key, value in strangers.items() if _name(value) in known)
    labels = [_name(value) for value in given.values()] + [_name(strangers[key]) for key in used]
    labels = [label for label in labels if label]
    if not labels:
        return None
    bearing = [stub for stub in stubs if set(labels) <= {plain(label) for label in stub.labels}]
    exact = [stub for stub in bearing if sorted(map(plain, stub.labels)) == sorted(labels)]
    ending = [stub for stub in bearing if plain(stub.labels[-1]) == labels[-1]]
    for candidates in (bearing, exact, ending):
        if len(candidates) == 1:
            return candidates[0], used
    return None


def _name(value: Scalar) -> str:
    return "" if value is None else plain(str(value))
