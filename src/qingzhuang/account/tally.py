"""Minutes over a set of demands, before and after, on one definition."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.account.classify import classify
from qingzhuang.account.load import Asked, ClassedLoad, ItemClass, Load
from qingzhuang.account.rates import Rates
from qingzhuang.account.reckon import NOTHING, Reckoning, by_hand, handing_over, looked_over
from qingzhuang.model.minutes import Minutes

LIFTED = (ItemClass.REPEATED, ItemClass.DERIVABLE, ItemClass.KNOWN)
FACTS = (ItemClass.ASKED, *LIFTED)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One demand's minutes a year: `before` every fact by hand, `after` only what nobody knows; handing over is in both."""

    load: ClassedLoad
    before: Reckoning
    after: Reckoning


@dataclass(frozen=True, slots=True)
class Tally:
    """All demands in the order given. `touched` counts cells a person must touch in one round, before and after."""

    demands: tuple[Weighed, ...]

    @property
    def before(self) -> Minutes:
        """Minutes a year when everything is filled by hand."""
        return sum((each.before.minutes for each in self.demands), NOTHING)

    @property
    def after(self) -> Minutes:
        """Minutes a year when only what nobody knows is asked."""
        return sum((each.after.minutes for each in self.demands), NOTHING)

    @property
    def touched(self) -> tuple[int, int]:
        """Cells a person must touch in one round over all posts: before, after."""
        return self._cells(*FACTS), self._cells(ItemClass.ASKED)

    def items(self, *kinds: ItemClass) -> tuple[Asked, ...]:
        """Return the items of these classes over all demands."""
        return tuple(asked for each in self.demands for asked in each.load.of(*kinds))

    def _cells(self, *kinds: ItemClass) -> int:
        return sum(
            asked.cells * each.load.load.demand.post.count
            for each in self.demands
            for asked in each.load.of(*kinds)
        )


def tally(loads: Sequence[Load], rates: Rates) -> Tally:
    """Class and weigh all demands."""
    return Tally(tuple(_weigh(classed, rates) for classed in classify(loads)))


def _weigh(classed: ClassedLoad, rates: Rates) -> Weighed:
    load = classed.load
    handed = handing_over(load.demand, rates)
    return Weighed(
        classed,
        Reckoning(by_hand(load, classed.of(*FACTS), rates) + handed),
        Reckoning(
            by_hand(load, classed.of(ItemClass.ASKED), rates)
            + looked_over(load, classed.of(*LIFTED), rates)
            + handed
        ),
    )
