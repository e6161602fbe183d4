"""One cell of a plan: what will stand there and where it comes from, or why it stays blank."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from qingzhuang.model.element import DataElement
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.form import Item
from qingzhuang.model.sheet import Scalar


class State(StrEnum):
    """Where a value comes from, or why there is none."""

    KNOWN = "known"  # a fact of the ledger
    DERIVED = "derived"  # follows from facts by a formula
    COUNTED = "counted"  # counted or added up from the ledger's subjects
    GIVEN = "given"  # the form's own date, the row's number
    ACCEPTED = "accepted"  # a stale fact that a person allowed
    UNKNOWN = "unknown"  # nobody has said
    STALE = "stale"  # said too long ago; to be confirmed
    DOUBTFUL = (
        "doubtful"  # said, but it cannot be right (a mistyped ID number, a head who has died); never written
    )
    CONFLICT = "conflict"  # said in two ways; never written
    UNPRINTED = "unprinted"  # known, but the form prints no word for it
    UNREAD = "unread"  # nobody understands the item

    @property
    def writes(self) -> bool:
        """Tell whether a cell in this state gets a value."""
        return self in _WRITES


_WRITES = frozenset((State.KNOWN, State.DERIVED, State.COUNTED, State.GIVEN, State.ACCEPTED))


@dataclass(frozen=True, slots=True)
class Origin:
    """`facts` are those a value stands on, the last known ones of a stale answer, or the contradicting ones.
    `formula` says how it was computed; `owner` is the subject that the facts are about (the household of a person)."""

    state: State
    facts: tuple[Fact, ...] = ()
    formula: str | None = None
    owner: Subject | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What an item asks, as matching read it: the slot key (None: not understood), its data element, the formula
    from the element's unit to the form's unit (`unit.0.0001`), whether it asks for a fact at all, and what says the
    same in this form where nobody has said it in these words (`also`), how the form says each value that may be kept
    (`words`: 合格 is the 否 of 是否过期), the check list that asks it (`listed`), and the first and last day of when it must be said of, where the title
    names a year or a month and each has its own (`within`: a contribution, a payment)."""

    key: str | None = None
    element: DataElement | None = None
    unit_formula: str | None = None
    fact: bool = True
    also: str | None = None
    words: tuple[tuple[str, str], ...] = ()
    listed: str = ""
    within: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a plan. `row` counts the answer rows of the plan from 0, None for a card. `label` names what a cell of
    a matrix asks where the column's own name does not; `why` says on what a figure rests, or why there is none, `words` how the form says
    what is kept, `day` as of which day the form prints that it wants a figure that moves."""

    item: Item
    origin: Origin
    value: Scalar = None
    subject: Subject | None = None
    key: str | None = None
    row: int | None = None
    label: str = ""
    why: str = ""
    words: tuple[tuple[str, str], ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that a form asks and the ledger does not answer, with all elements that would answer it (itself
    first) and the cells that wait for it. `facts` are last known or contradicting ones. `day` is as of which day the form prints that it
    wants it, `dated` those of the routes that are wanted as of that day (a birth is not); `lasts` is for how many days an answer as of
    another day may be taken where the form prints none; `why` says why there is no figure."""

    subject: Subject
    key: str
    state: State
    routes: tuple[str, ...]
    cells: int = 1
    label: str = ""
    facts: tuple[Fact, ...] = ()
    day: date | None = None
    dated: tuple[str, ...] = ()
    lasts: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A row of a check list: the column that takes its result, the sentence, what it asks."""

    result: Item
    text: str
    asked: Asked


@dataclass(frozen=True, slots=True)
class Reading:
    """The items of a form as matching read them; `rows` what each row of a matrix asks of a village by its stub,
    `checks` what each row of a check list asks of the place that it is about; `sides` tells for each key with a side beside it whether what
    a form of some title said answers it."""

    asked: Mapping[Item, Asked] = field(default_factory=dict)
    rows: Mapping[tuple[str, int], Asked] = field(default_factory=dict)
    checks: Mapping[tuple[str, int], Check] = field(default_factory=dict)
    sides: Mapping[str, Callable[[str], bool]] = field(default_factory=dict)

    def of(self, item: Item) -> Asked:
        """Return what an item asks; an unread one asks nothing known."""
        return self.asked.get(item, _UNREAD)


_UNREAD = Asked()
