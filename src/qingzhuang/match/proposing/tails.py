"""Pairs for labels with unknown words: those that end alike (餐饮店名称, 场所名称), though they share too little to be near."""

from collections import defaultdict
from collections.abc import Sequence

from qingzhuang.match.wording.slots import Slots

_TAIL, _MOST = 2, 64
_SAME = {"时间": "日期", "号码": "号", "方式": "电话", "住址": "地址"}


def tailed(slots: Sequence[Slots]) -> frozenset[tuple[int, int]]:
    """Return pairs of positions (i < j) of two titles. A tail that very many labels have proposes nothing."""
    tails: defaultdict[str, list[int]] = defaultdict(list)
    for position, each in enumerate(slots):
        if not each.nonfact and len(each.text) >= _TAIL:
            tail = each.text[-_TAIL:]
            tails[_SAME.get(tail, tail)].append(position)
    return frozenset(
        (i, j)
        for block in tails.values()
        if 1 < len(block) <= _MOST
        for at, i in enumerate(block)
        for j in block[at + 1 :]
        if (_unknown(slots[i]) or _unknown(slots[j])) and slots[i].listing != slots[j].listing
    )


def _unknown(slots: Slots) -> bool:
    return slots.concept is None or bool(slots.rest)
