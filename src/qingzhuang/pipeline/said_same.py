"""What people said to be the same, as ways to an answer: what is known under one element fills the other."""

import re
from collections import Counter
from collections.abc import Iterator

from qingzhuang.answer.derive_graph import Derivation
from qingzhuang.answer.plan_cell import Reading
from qingzhuang.match.grouping.chains import Chains, Tie
from qingzhuang.match.grouping.rulings import Rulings
from qingzhuang.match.wording.element import element
from qingzhuang.model.thing import thing

_TIME = re.compile(r"\{[^}]*\}")
Ties = tuple[tuple[str, str], ...]


def ties_of(said: Rulings, reading: Reading) -> Ties:
    """Return the pairs of elements of which a form may use either: of one kind of value, of one person, of one time. A chain of pairs
    that would lead from one item of this form to another is not used here: the form means two things by them."""
    pairs = tuple(pair for pair in said.alike if _fit(*pair))
    if not pairs:
        return ()
    chains = Chains(Tie(_bare(one), _bare(other)) for one, other in pairs)
    points = (each.asked for each in reading.checks.values())
    keys = {
        thing(each.key).key for each in (*reading.asked.values(), *reading.rows.values(), *points) if each.key
    }
    asked = Counter((_whose(key), chains.root(_bare(key))) for key in keys)
    twice = {root for (_who, root), count in asked.items() if count > 1}
    return tuple(pair for pair in pairs if chains.root(_bare(pair[0])) not in twice)


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
