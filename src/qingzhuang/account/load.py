"""What a demand puts on a post, as the tally sees it: which facts, how many cells, who else has them."""

from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.model.demand import Demand
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Form, Item, Period, TableKind


class ItemClass(StrEnum):
    """What becomes of an item over a whole set of forms. Every item has exactly one class."""

    ASKED = "asked"  # nobody knows it yet: a person answers
    REPEATED = "repeated"  # another form of the set asks it already
    DERIVABLE = "derivable"  # follows from an item of the set
    KNOWN = "known"  # the ledger holds it
    NONFACT = "nonfact"  # row number, remark, signature, a cell that the form computes


@dataclass(frozen=True, slots=True)
class Asked:
    """One item of a demand. `fact` names what it asks: items of different forms with the same `fact` ask the same thing
    (an empty one asks something of its own). `cells` is how many cells one post fills each time. `from_fact` is the fact that
    it follows from, by `formula`. `counts` is False for non-facts. `lasts_days`, `holder`, `about` come from its element."""

    item: Item
    fact: str
    name: str
    cells: int
    counts: bool = True
    from_fact: str | None = None
    formula: str | None = None
    known: bool = False
    lasts_days: int | None = None
    holder: str | None = None
    about: SubjectKind | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """A demand with its items in form order. `population` is whom the rows are about, by the title (empty: not said)."""

    demand: Demand
    items: tuple[Asked, ...]
    population: str = ""

    @property
    def facts(self) -> frozenset[str]:
        """The facts it asks."""
        return frozenset(asked.fact for asked in self.items if asked.counts and asked.fact)


def comparable(one: Load, other: Load) -> bool:
    """Tell whether one of two forms might stand for the other: both lists or both cards, and not the same form for two
    times (this year's and last year's)."""
    a, b = one.demand.form, other.demand.form
    return _is_card(a) == _is_card(b) and not _at_other_times(a.period, b.period)


def _is_card(form: Form) -> bool:
    return any(table.kind is TableKind.CARD for table in form.tables[:1])


def _at_other_times(a: Period | None, b: Period | None) -> bool:
    if a is None or b is None or not (a.start and b.start):
        return False
    return (a.start, a.end) != (b.start, b.end)


@dataclass(frozen=True, slots=True)
class Classed:
    """An item with the class it got."""

    asked: Asked
    kind: ItemClass


@dataclass(frozen=True, slots=True)
class ClassedLoad:
    """A load whose items are classed, in the same order."""

    load: Load
    items: tuple[Classed, ...]

    def of(self, *kinds: ItemClass) -> tuple[Asked, ...]:
        """Return the items of these classes."""
        return tuple(each.asked for each in self.items if each.kind in kinds)
