"""Columns of a list against the figures of a report of the same place and year: what can be counted or added may share no word."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from qingzhuang.match.rules.tally import lists, place_and_year, reports
from qingzhuang.match.wording.slots import Slots

_MOST, _IN_ALL = 4096, 20_000
Place = tuple[str, int]


def reported(slots: Sequence[Slots]) -> frozenset[tuple[int, int]]:
    """Return pairs of positions (i < j), at most `_IN_ALL`, the first places first. Of a place with very many lists and reports none
    is proposed."""
    columns: defaultdict[Place, list[int]] = defaultdict(list)
    figures: defaultdict[Place, list[int]] = defaultdict(list)
    for position, each in enumerate(slots):
        where = place_and_year(each) if not each.nonfact else None
        if where is not None and lists(each):
            columns[where].append(position)
        if where is not None and reports(each):
            figures[where].append(position)
    found = (
        (min(one, other), max(one, other))
        for where, those in figures.items()
        if len(those) * len(columns[where]) <= _MOST
        for other in those
        for one in columns[where]
        if slots[one].listing != slots[other].listing
    )
    return frozenset(islice(found, _IN_ALL))
