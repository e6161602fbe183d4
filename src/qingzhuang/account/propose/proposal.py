"""A proposal, and the ledger of what is still there to be freed, so that no minute is freed twice."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from qingzhuang.account.load import Asked, Load
from qingzhuang.account.rates import Rates
from qingzhuang.account.reckon import Part, Reckoning, by_hand, handing_over
from qingzhuang.account.tally import FACTS, Tally


class Kind(StrEnum):
    """In the order in which proposals are made: what frees a whole form first."""

    CANCEL = "cancel"
    MERGE = "merge"
    SLOW_DOWN = "slow_down"
    DERIVE = "derive"
    TAKE_OVER = "take_over"


@dataclass(frozen=True, slots=True)
class Proposal:
    """`forms` are file names; `what` says what to do, `why` on what grounds, `check` what a person must look at first.
    `frees` is minutes a year over all posts with its formula."""

    kind: Kind
    forms: tuple[str, ...]
    issuers: tuple[str, ...]
    what: str
    why: str
    check: str
    frees: Reckoning


@dataclass(slots=True)
class Remaining:
    """One demand's load that no earlier proposal has freed. Changed only while proposals are being made."""

    load: Load
    items: tuple[Asked, ...]
    handed: bool = True

    def cost(self, rates: Rates) -> Reckoning:
        """What is still there, by hand."""
        handed = handing_over(self.load.demand, rates) if self.handed else ()
        return Reckoning(by_hand(self.load, self.items, rates) + handed)

    def free_items(self, chosen: Iterable[Asked], rates: Rates) -> Reckoning:
        """Take these items out and return what that frees."""
        gone = tuple(asked for asked in chosen if asked in self.items)
        self.items = tuple(asked for asked in self.items if asked not in gone)
        return Reckoning(by_hand(self.load, gone, rates))

    def free_all(self, rates: Rates) -> Reckoning:
        """Take the whole demand out and return what that frees."""
        freed = self.cost(rates)
        self.items, self.handed = (), False
        return freed

    def slow_to(self, times: float, rates: Rates) -> Reckoning:
        """Ask less often from now on and return what that frees, part by part."""
        before = self.cost(rates)
        self.load = replace(self.load, demand=replace(self.load.demand, times_per_year=times))
        after = {part.activity: part for part in self.cost(rates).parts}
        return Reckoning(tuple(_less(part, after.get(part.activity)) for part in before.parts))


def _less(before: Part, after: Part | None) -> Part:
    if after is None:
        return before
    return Part(before.activity, before.minutes - after.minutes, f"({before.formula} − {after.formula})")


def remaining(tally: Tally) -> list[Remaining]:
    """Return all demands with all their facts still there."""
    return [Remaining(each.load.load, each.load.of(*FACTS)) for each in tally.demands]
