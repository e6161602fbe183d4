"""What is to be written into a form: the one shape that both a person's JSON and the ledger produce."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar


@dataclass(frozen=True, slots=True)
class Answers:
    """`rows`: per row leaf path (Item.key) → value; a matrix row names its stubs under the stubs' headers.
    `cards`: label (Item.key of an input) → value. An absent key leaves the cell blank."""

    rows: tuple[Mapping[str, Scalar], ...] = ()
    cards: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled file. `written` are the places that now carry an answer (as numbered in the new file)."""

    content: bytes
    written: tuple[Place, ...]
    problems: tuple[Problem, ...] = ()
