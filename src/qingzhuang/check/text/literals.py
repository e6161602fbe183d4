"""The letters that a pattern cannot do without: of which words one stands in everything that it matches."""

import re
from collections.abc import Iterable
from itertools import product

# The standard library's own reader of patterns; stable in shape since 3.0 and private in name since 3.11.
from re import _parser as parser  # pyright: ignore[reportAttributeAccessIssue]
from typing import Any

_MANY = 48
_SET = 12

_Exact = frozenset[str]
_NOTHING: _Exact = frozenset([""])


def literals(pattern: re.Pattern[str]) -> frozenset[str]:
    """Words of which one stands in every match of a pattern, or none when it has no such words (Cox, "Regular expression
    matching with a trigram index", 2012, kept to whole words). What looks ahead or behind is left out of account."""
    if pattern.flags & re.IGNORECASE:
        return frozenset()
    exact, needed = _sequence(parser.parse(pattern.pattern))
    best = _better(exact or frozenset(), needed)
    return frozenset() if "" in best else best


def reach(pattern: re.Pattern[str]) -> tuple[int, int]:
    """How long a match can be at most, and how far behind its end the pattern may look."""
    parsed = parser.parse(pattern.pattern)
    return parsed.getwidth()[1], _ahead(parsed)


def begins(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """The letters with which a match can begin; None when they are too many to tell."""
    letters, empty = _first(parser.parse(pattern.pattern))
    return None if empty else letters


def _first(nodes: Iterable[Any]) -> tuple[frozenset[str] | None, bool]:
    """The first letters of a row of parts, and whether it can match nothing at all."""
    found = frozenset[str]()
    for kind, of in nodes:
        letters, empty = _first_of(kind, of)
        if letters is None:
            return None, False
        found |= letters
        if not empty:
            return found, False
    return found, True


def _first_of(kind: Any, of: Any) -> tuple[frozenset[str] | None, bool]:
    if kind in (parser.AT, parser.ASSERT, parser.ASSERT_NOT):
        return frozenset(), True
    if kind == parser.LITERAL:
        return frozenset([chr(of)]), False
    if kind == parser.IN:
        return _letters(of, _MANY), False
    if kind == parser.SUBPATTERN:
        return _first(of[3])
    if kind in (parser.MAX_REPEAT, parser.MIN_REPEAT):
        letters, empty = _first(of[2])
        return letters, empty or of[0] == 0
    if kind == parser.BRANCH:
        firsts = [_first(each) for each in of[1]]
        listed = [letters for letters, _ in firsts if letters is not None]
        every = frozenset[str]().union(*listed) if len(listed) == len(firsts) else None
        return every, any(empty for _, empty in firsts)
    return None, False


def _ahead(nodes: Any) -> int:
    """The longest stretch that a part looks ahead at, however deep it stands."""
    if isinstance(nodes, parser.SubPattern):
        return max(map(_ahead, nodes.data), default=0)
    if isinstance(nodes, list | tuple):
        looks = len(nodes) == 2 and nodes[0] in (parser.ASSERT, parser.ASSERT_NOT)
        own = nodes[1][1].getwidth()[1] if looks else 0
        return own + max(map(_ahead, nodes), default=0)
    return 0


def _sequence(nodes: Iterable[Any]) -> tuple[_Exact | None, _Exact]:
    """What a row of parts matches exactly (None if too much), and the best words that one of its matches cannot do without."""
    exact: _Exact | None = _NOTHING
    run, needed = _NOTHING, frozenset[str]()
    for node in nodes:
        own, own_needed = _node(*node)
        joined = _joined(run, own) if own is not None else None
        exact = joined if exact is not None and joined is not None else None
        if joined is not None:
            run = joined
            continue
        needed = _better(_better(run, needed), own_needed)
        run = own if own is not None else _NOTHING
    return exact, _better(run, needed)


def _joined(left: _Exact, right: _Exact) -> _Exact | None:
    if len(left) * len(right) > _MANY:
        return None
    return frozenset(a + b for a, b in product(left, right))


def _better(left: _Exact, right: _Exact) -> _Exact:
    """The words that are the rarer sight: none is empty, and the shortest is long."""
    return max(left, right, key=_worth)


def _worth(words: _Exact) -> tuple[int, int]:
    shortest = min(map(len, words), default=0)
    return min(shortest, 3), -len(words) if shortest else 0


def _node(kind: Any, of: Any) -> tuple[_Exact | None, _Exact]:
    none = frozenset[str]()
    if kind == parser.LITERAL:
        return frozenset([chr(of)]), none
    if kind == parser.IN:
        return _letters(of), none
    if kind == parser.SUBPATTERN:
        return _sequence(of[3])
    if kind == parser.BRANCH:
        return _branch(of[1])
    if kind in (parser.MAX_REPEAT, parser.MIN_REPEAT):
        return _repeat(*of)
    if kind in (parser.AT, parser.ASSERT, parser.ASSERT_NOT):
        return _NOTHING, none
    return None, none


def _letters(parts: Any, most: int = _SET) -> _Exact | None:
    found: set[str] = set()
    for kind, of in parts:
        if kind == parser.LITERAL:
            found.add(chr(of))
        elif kind == parser.RANGE and of[1] - of[0] < most:
            found |= {chr(code) for code in range(of[0], of[1] + 1)}
        else:
            return None
    return frozenset(found) if len(found) <= most else None


def _branch(branches: Any) -> tuple[_Exact | None, _Exact]:
    exact: set[str] | None = set()
    needed: set[str] | None = set()
    for each in branches:
        own, own_needed = _sequence(each)
        exact = exact | own if exact is not None and own is not None else None
        best = _better(own or frozenset(), own_needed)
        needed = needed | best if needed is not None and best and "" not in best else None
    listed = frozenset(exact) if exact is not None and len(exact) <= _MANY else None
    return listed, frozenset(needed or ())


def _repeat(least: int, most: int, of: Any) -> tuple[_Exact | None, _Exact]:
    exact, needed = _sequence(of)
    if least == 0:
        once = exact | _NOTHING if exact is not None and most == 1 else None
        return once, frozenset()
    return (exact if most == 1 else None), _better(exact or frozenset(), needed)
