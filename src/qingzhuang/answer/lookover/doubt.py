"""One doubt about a filled form: which cell, what stands there, why it is doubtful, what would settle it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.model.form import Item
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity


class Kind(StrEnum):
    """What a doubt is about; `code` is its problem code."""

    EQUATION = "equation"  # a check that the form prints does not hold
    TOTAL = "total"  # a total is not what its parts add up to
    DOMAIN = "domain"  # not one of the words that the form allows
    LIMIT = "limit"  # outside the numbers, days or lengths that the form allows
    REQUIRED = "required"  # a required cell is blank
    TYPE = "type"  # no number, day or telephone number where one is asked
    ID_NUMBER = "id_number"  # digits, day of birth or check character cannot be right
    TWICE = "twice"  # the same ID number in two rows
    DISAGREES = "disagrees"  # sex, day of birth or age is not what the ID number says
    ROWS = "rows"  # more or fewer rows than the ledger has subjects
    BROKEN = "broken"  # a formula shows an error, or something was written over it

    @property
    def code(self) -> str:
        """The problem code."""
        return _CODES[self]


_CODES = {kind: f"QZ-R{80 + at:03d}" for at, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Doubt:
    """`place` is the cell (None: the table as a whole), `value` what stands there; `why` and `cure` hold no personal data. `rule` is
    what the issuer printed or set (an equation, the words of a list), empty when the doubt is ours. `forbidden`: the
    issuer's own file refuses such an entry. `item` and `row` lead to the answer: the asked item and the sheet's row."""

    kind: Kind
    where: str
    label: str
    value: str
    why: str
    cure: str
    rule: str = ""
    forbidden: bool = False
    place: Place | None = None
    item: Item | None = None

    @property
    def problem(self) -> Problem:
        """The doubt as a coded problem."""
        shown = f"{self.label}：{self.why}" if self.label else self.why
        return Problem(self.kind.code, self.where, shown, self.cure, Severity.DOUBT)


@dataclass(frozen=True, slots=True)
class Alike:
    """Doubts that say the same of one column: the first of them, and how many there are."""

    first: Doubt
    all: tuple[Doubt, ...]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.all)


def alike(doubts: Iterable[Doubt]) -> tuple[Alike, ...]:
    """Put doubts that say the same of one column together, those that the issuer's file refuses first, else in their order."""
    groups: dict[tuple[str, ...], list[Doubt]] = {}
    for each in sorted(doubts, key=lambda each: not each.forbidden):
        sheet = each.place.sheet if each.place else each.where
        groups.setdefault((each.kind, sheet, each.label, each.why), []).append(each)
    return tuple(Alike(each[0], tuple(each)) for each in groups.values())
