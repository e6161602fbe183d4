"""What weighing a folder of forms yields: everything that a report prints, nothing about its looks."""

from dataclasses import dataclass

from qingzhuang.account.propose.proposal import Proposal
from qingzhuang.account.rates import Rates
from qingzhuang.account.tally import Tally
from qingzhuang.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Repeat:
    """A fact that several forms ask: under which names, in how many forms."""

    name: str
    labels: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Two items with like names that are not merged, and the slot that keeps them apart."""

    a: str
    a_form: str
    b: str
    b_form: str
    why: str


@dataclass(frozen=True, slots=True)
class Weighing:
    """`place` is what was weighed (a folder's name). `unread` are files that could not be read, `doubts` what a person
    should look at; `assumptions` say in words what was taken for granted where nobody said it."""

    place: str
    files: int
    tally: Tally
    rates: Rates
    proposals: tuple[Proposal, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    lookalikes: tuple[LookAlike, ...] = ()
    unsure: int = 0
    unread: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    assumptions: tuple[str, ...] = ()
