"""What people said to be the same, as ways to an answer: what is known under one element fills the other."""

import re
from collections.abc import Iterator

from qingzhuang.answer.derive_graph import Derivation
from qingzhuang.answer.plan_cell import Reading
from qingzhuang.match.element import element
from qingzhuang.match.rulings import Rulings

_TIME = re.compile(r"\{[^}]*\}")
Ties = tuple[tuple[str, str], ...]


def ties_of(said: Rulings, reading: Reading) -> Ties:
    """Return the pairs of elements of which a form may use either: of one kind of value, of one person, of one time, and not both asked
    by this form, which then means two things."""
    points = (each.asked for each in reading.checks.values())
    keys = {each.key for each in (*reading.asked.values(), *reading.rows.values(), *points)}
    return tuple(pair for pair in said.alike if _fit(*pair) and not set(pair) <= keys)


def derivations_of(ties: Ties) -> Iterator[Derivation]:
    """Both ways between the elements of each pair, whoever they are asked of."""
    for one, other in ties:
        a, b = _bare(one), _bare(other)
        yield Derivation(a, (b,), "people.same")
        yield Derivation(b, (a,), "people.same")


def _fit(one: str, other: str) -> bool:
    a, b = element(one), element(other)
    return (_whose(one), _when(one), a.type, a.unit) == (_whose(other), _when(other), b.type, b.unit)


def _whose(key: str) -> str:
    return key.rpartition("@")[0]


def _when(key: str) -> list[str]:
    return _TIME.findall(key)


def _bare(key: str) -> str:
    return key.rpartition("@")[2]
