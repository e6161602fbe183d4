"""What was read from a filled file, before anyone has put it into the ledger."""

from dataclasses import dataclass
from datetime import date

from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar


@dataclass(frozen=True, slots=True)
class Draft:
    """One value of one element of one subject. `place` is sheet!cell; `raw` the text as found where reading it lost
    something, else empty; `lasts_days` how long it stays good (None: until contradicted)."""

    subject: Subject
    element: str
    value: Scalar
    place: str = ""
    raw: str = ""
    lasts_days: int | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A column and the element as which it was read, empty where it is not kept."""

    label: str
    element: str


@dataclass(frozen=True, slots=True)
class Harvest:
    """All that one file says. `as_of` is the day it speaks of, None when it names none; `rows` counts the rows and
    cards that were read as records, `heard` how its columns were read."""

    file: str
    title: str | None
    as_of: date | None
    drafts: tuple[Draft, ...]
    rows: int = 0
    problems: tuple[Problem, ...] = ()
    heard: tuple[Heard, ...] = ()
