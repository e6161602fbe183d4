"""Columns that want unlike sorts of answers, by their last words: no address is a day, no person a figure. Nobody need be asked about these."""

import re

from qingzhuang.match.proposing.kindred import kindred
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.sorts import (
    ACCOUNT,
    BODY,
    CLASS,
    CODE,
    DAY,
    FIGURE,
    NAME,
    PERSON,
    PHONE,
    PLACE,
    TOLD,
    YESNO,
    bare,
    sort_of,
    stem,
)

_NEAR = ({CODE, ACCOUNT}, {CLASS, TOLD}, {BODY, NAME}, {PERSON, NAME})
"""Sorts that may stand for one another in any words."""
_TELLING = (
    {YESNO, DAY}, {YESNO, CLASS}, {YESNO, TOLD}, {YESNO, FIGURE}, {TOLD, FIGURE}, {TOLD, NAME}, {TOLD, PLACE},
    {BODY, PLACE}, {BODY, PERSON}, {NAME, CLASS}, {NAME, PLACE},
)  # fmt: skip
"""Sorts of which one may tell the other, in shared words."""
_PLAIN = {FIGURE, CODE, ACCOUNT, PHONE, PERSON}  # of these a label says so
_SPELT = {YESNO, FIGURE, DAY}  # of two of these at least something is alike
_SMALL = re.compile(r"[的及和与或之在中内上年月日本总已第约\d]")


def unlike(a: Slots, b: Slots) -> bool:
    """Whether two columns want different sorts of answers, or one sort about things that share no word and no meaning."""
    one, other = sort_of(a), sort_of(b)
    if one == other:
        return one in _SPELT and not _have_something(a.text, b.text)
    if not one or not other:
        return _unlike_unknown(*((a, b, other) if not one else (b, a, one)))
    return other_sort(a, b)


def other_sort(a: Slots, b: Slots) -> bool:
    """Whether both columns tell what sort of answer they want, and neither sort may stand for the other."""
    both = {sort_of(a), sort_of(b)}
    if len(both) == 1 or "" in both or both in _NEAR:
        return False
    return not (both in _TELLING and _share(a.text, b.text))


def _unlike_unknown(silent: Slots, told: Slots, sort: str) -> bool:
    """巡护起点 and 巡护次数, 楼栋单元 and 信用代码: the label that does not tell its sort is about something that the other has no word for."""
    if sort == YESNO:
        return not _share(silent.text, told.text)
    if sort not in _PLAIN or (sort == PERSON and silent.role):
        return False
    head = bare(silent.text)[-2:]
    return head not in told.text and not _alike(head, told.text)


def _share(one: str, other: str) -> bool:
    return any(one[start : start + 2] in other for start in range(len(one) - 1))


def _have_something(one: str, other: str) -> bool:
    """Whether the stems of two labels share a character or a meaning; a label without a stem may be anything."""
    left, right = (_SMALL.sub("", stem(text)) for text in (one, other))
    return not left or not right or bool(set(left) & set(right)) or _alike(left, right)


def _alike(one: str, other: str) -> bool:
    return any(term.startswith("~") for term in kindred(one).keys() & kindred(other).keys())
