"""From one round at some posts to minutes a month, on the definition of the scales (see reckon.py)."""

from collections.abc import Iterable

from qingzhuang.account.rates import Rates
from qingzhuang.account.reckon import rounds
from qingzhuang.model.minutes import Minutes
from qingzhuang.model.share import Share

MONTHS = 12
_ONCE = Minutes(1.0, 1.0, 1.0)


def a_month(share: Share, rates: Rates) -> tuple[float, float]:
    """Minutes a month before and after: what was touched is copied in later rounds, handing in costs each time."""
    return all_months((share,), rates)[0]


def all_months(shares: Iterable[Share], rates: Rates) -> list[tuple[float, float]]:
    """The same of many, in their order; what the rates alone decide is reckoned once."""
    upload, turns = rates.upload.cost(_ONCE).likely, dict[float, float]()
    found: list[tuple[float, float]] = []
    for share in shares:
        times = share.times_per_year
        if times not in turns:
            turns[times] = rounds(times, rates).likely
        handed, turn = upload * share.planned, turns[times]
        before, after = (
            (max(once - handed, 0.0) * turn + handed * times) / MONTHS for once in (share.before, share.after)
        )
        found.append((before, after))
    return found
