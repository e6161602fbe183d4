"""Minutes of one demand, each figure with the formula and the inputs that made it.

minutes = posts × [(find × columns + (fill + check) × cells + look × prefilled cells) × rounds
                   + (sign + upload + photo × photos) × times]
where rounds = times a year for the first report and `again` × each later one: what has not changed is copied."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qingzhuang.account.load import Asked, Load
from qingzhuang.account.rates import Rate, Rates
from qingzhuang.language import later
from qingzhuang.model.demand import Demand
from qingzhuang.model.minutes import Minutes

NOTHING = Minutes(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Part:
    """One activity's share: its minutes a year and the product that gives them."""

    activity: str
    minutes: Minutes
    formula: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A figure: minutes a year over all posts, and the parts whose sum it is."""

    parts: tuple[Part, ...]

    @property
    def minutes(self) -> Minutes:
        """The sum of the parts."""
        return sum((part.minutes for part in self.parts), NOTHING)

    @property
    def formula(self) -> str:
        """All parts in words, the sum last."""
        return (
            " ＋ ".join(part.formula for part in self.parts)
            + " ＝ "
            + _MINUTES.format(n=f"{self.minutes.likely:.1f}")
        )


_COLUMNS, _CELLS, _ROUNDS = later("{n} 栏"), later("{n} 格"), later("{n} 轮")
_SECONDS, _TIMES, _MINUTES = later("{n} 秒"), later("{n} 次"), later("{n} 分")
_UNITS = {each.removeprefix("{n} "): each for each in (_COLUMNS, _CELLS, _ROUNDS, _SECONDS, _TIMES, _MINUTES)}


def said_again(formula: str) -> str:
    """Say a formula that was kept in Chinese in the language of whoever is served."""
    return re.sub(
        rf"(\S+) ({'|'.join(_UNITS)})(?= |$)", lambda each: _UNITS[each[2]].format(n=each[1]), formula
    )


def rounds(times: float, rates: Rates) -> Minutes:
    """How many times a cell is touched in a year: every time for at most one report, else once plus a share of the rest."""
    if times <= 1:
        return Minutes(times, times, times)
    again, later = rates.again.value, times - 1
    return Minutes(1 + again.likely * later, 1 + again.low * later, 1 + again.high * later)


def by_hand(load: Load, items: Iterable[Asked], rates: Rates) -> tuple[Part, ...]:
    """Return what it costs to find, fill and check these items."""
    chosen = tuple(items)
    cells = sum(asked.cells for asked in chosen)
    posts, turns = load.demand.post.count, rounds(load.demand.times_per_year, rates)
    return _present(
        _touched(rates.find, len(chosen), _COLUMNS, posts, turns),
        _touched(rates.fill, cells, _CELLS, posts, turns),
        _touched(rates.check, cells, _CELLS, posts, turns),
    )


def looked_over(load: Load, items: Iterable[Asked], rates: Rates) -> tuple[Part, ...]:
    """Return what it costs to glance over these items once they are filled."""
    cells = sum(asked.cells for asked in items)
    turns = rounds(load.demand.times_per_year, rates)
    return _present(_touched(rates.look, cells, _CELLS, load.demand.post.count, turns))


def handing_over(demand: Demand, rates: Rates) -> tuple[Part, ...]:
    """Return what it costs to sign, hand in and photograph, whatever the cells."""
    times, posts = demand.times_per_year, demand.post.count
    return _present(
        _each_time(rates.sign, 1 if demand.signed else 0, posts, times),
        _each_time(rates.upload, 1, posts, times),
        _each_time(rates.photo, demand.photos, posts, times),
    )


def _touched(rate: Rate, amount: int, unit: str, posts: int, turns: Minutes) -> Part:
    minutes = rate.cost(turns * (amount * posts))
    turned, lasting = _ROUNDS.format(n=f"{turns.likely:g}"), _SECONDS.format(n=f"{rate.value.likely:g}")
    formula = f"{posts} × {unit.format(n=amount)} × {turned} × {lasting}"
    return Part(rate.parameter.name, minutes, formula)


def _each_time(rate: Rate, amount: int, posts: int, times: float) -> Part:
    total = float(amount * posts * times)
    minutes = rate.cost(Minutes(total, total, total))
    often, lasting = _TIMES.format(n=f"{times:g}"), _SECONDS.format(n=f"{rate.value.likely:g}")
    formula = f"{posts} × {often} × {amount} × {lasting}"
    return Part(rate.parameter.name, minutes, formula)


def _present(*parts: Part) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.minutes.high > 0)
