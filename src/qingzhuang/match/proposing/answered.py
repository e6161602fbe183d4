"""What one column may be told by though the words of both are not alike: a yes/no by the number or last day of its paper, an edge by its
span, a part by a label that asks two things together."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from qingzhuang.match.rules.held import asked_of, headed
from qingzhuang.match.rules.joint import alternatives_of, bare_of, parts_of
from qingzhuang.match.rules.spans import AGES_OF, edge_of, limit_of, over_of, span_of
from qingzhuang.match.wording.slots import Slots

_PLACES = ("place.village", "place.town", "place.county")
_ADDRESSES = ("地址", "住址", "坐落", "位置", "地点")
_MOST, _IN_ALL = 256, 20_000
_PAPER = re.compile(r"(?:编号|号码|号|日期|时间|至|止|日|数量|个数|处数|台数|人数|户数|数|面积|年月)$")
Key = tuple[str, str]


def answered(slots: Sequence[Slots]) -> frozenset[tuple[int, int]]:
    """Return pairs of positions (i < j), at most `_IN_ALL`, of two titles. Words that very many columns share propose nothing."""
    asking: defaultdict[Key, list[int]] = defaultdict(list)
    telling: defaultdict[Key, list[int]] = defaultdict(list)
    for position, each in enumerate(slots):
        for key in asks(each):
            asking[key].append(position)
    for position, each in enumerate(slots):
        for key in tells(each):
            if key in asking:
                telling[key].append(position)
    found = (
        (min(one, other), max(one, other))
        for key, those in telling.items()
        if len(those) * len(asking[key]) <= _MOST
        for one in those
        for other in asking[key]
        if slots[one].listing != slots[other].listing
    )
    return frozenset(islice(dict.fromkeys(found), _IN_ALL))


def asks(slots: Slots) -> Iterator[Key]:
    """Under which words a column looks for what tells it."""
    if slots.nonfact or slots.listing is None:
        return
    if slots.form == "yesno":
        if (thing := asked_of(slots)) is not None:
            yield "held", thing[1][:2]
        yield from (("over", each) for each in over_of(slots))
    elif (whose := AGES_OF.get(slots.text[-2:])) is not None:
        yield "age", whose
    elif slots.concept in _PLACES:
        yield "place", slots.concept
    yield from (("span", each) for each in edge_of(slots))
    yield from (("part", each) for each in parts_of(slots.text))
    yield from (("part", each) for each in alternatives_of(slots.text))


def tells(slots: Slots) -> Iterator[Key]:
    """Under which words a column may be found."""
    if slots.nonfact or slots.listing is None or slots.form == "yesno":
        return
    if _PAPER.search(slots.text):
        header, text = headed(slots)
        yield "held", text[:2]
        if header:
            yield "held", header[:2]
        yield from (("over", each) for each in limit_of(slots))
        if slots.form in ("date", "month", "year", "time"):
            yield from (
                ("age", whose) for whose in set(AGES_OF.values()) if whose in f"{header}{text}{slots.listing}"
            )
    yield from (("span", each) for each in span_of(slots))
    if slots.concept is None and slots.text.endswith(_ADDRESSES):
        yield from (("place", each) for each in _PLACES)
    yield "part", slots.text
    if (bare := bare_of(slots.text)) != slots.text:
        yield "part", bare
