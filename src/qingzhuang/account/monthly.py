"""From one round at some posts to minutes a month, on the definition of the scales (see reckon.py)."""

from qingzhuang.account.rates import Rates
from qingzhuang.account.reckon import rounds
from qingzhuang.model.minutes import Minutes
from qingzhuang.model.share import Share

MONTHS = 12
_ONCE = Minutes(1.0, 1.0, 1.0)


def a_month(share: Share, rates: Rates) -> tuple[float, float]:
    """Minutes a month before and after: what was touched is copied in later rounds, handing in costs each time."""
    handed = rates.upload.cost(_ONCE).likely * share.planned
    turns = rounds(share.times_per_year, rates).likely
    before, after = (
        (max(once - handed, 0.0) * turns + handed * share.times_per_year) / MONTHS
        for once in (share.before, share.after)
    )
    return before, after
