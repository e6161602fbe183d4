"""Whether two points ask the same thing. Vetoes first: another thing, another aspect, another place, another figure."""

from collections.abc import Callable
from dataclasses import dataclass

from qingzhuang.match.checklist.point import Point
from qingzhuang.match.checklist.words import Words
from qingzhuang.model.verdict import Verdict

_OPPOSITE = {Verdict.NARROWER: Verdict.BROADER, Verdict.BROADER: Verdict.NARROWER}


@dataclass(frozen=True, slots=True)
class Held:
    """How two points stand: `narrower` where whoever passes the first passes the second too. `slot` is what decided."""

    verdict: Verdict
    slot: str = ""


def turned(verdict: Verdict) -> Verdict:
    """The verdict seen from the other side."""
    return _OPPOSITE.get(verdict, verdict)


def compare(a: Point, b: Point, words: Words) -> Held:
    """Hold two points against each other."""
    found = [(slot, rule(a, b, words)) for slot, rule in _RULES]
    for wanted in (Verdict.DISTINCT, Verdict.UNSURE):
        for slot, verdict in found:
            if verdict is wanted:
                return Held(verdict, slot)
    ways = {verdict: slot for slot, verdict in found if verdict is not Verdict.EQUAL}
    if len(ways) > 1:
        return Held(Verdict.UNSURE, "/".join(ways.values()))
    return next((Held(verdict, slot) for verdict, slot in ways.items()), Held(Verdict.EQUAL))


def _one(a: Point, words: Words) -> bool:
    """Whether one thing that is so will do."""
    known = words.aspects.get(a.aspect)
    return known is not None and known.one


def _judged(a: Point, words: Words) -> bool:
    known = words.aspects.get(a.aspect)
    return known is not None and (known.judged or a.figure is not None)


def _wider(a: Point, words: Words) -> Verdict:
    """The verdict of a wider a: all good extinguishers include those of the kitchen, but one in the kitchen is one."""
    if not _judged(a, words):
        return Verdict.UNSURE
    return Verdict.BROADER if _one(a, words) else Verdict.NARROWER


def _thing(a: Point, b: Point, words: Words) -> Verdict:
    if a.thing == b.thing:
        return Verdict.EQUAL if a.thing or a.place == b.place else Verdict.UNSURE
    if not a.thing or not b.thing:
        return Verdict.UNSURE
    if a.thing in words.within(b.thing):
        return _wider(a, words)
    if b.thing in words.within(a.thing):
        return turned(_wider(b, words))
    return Verdict.DISTINCT


def _aspect(a: Point, b: Point, words: Words) -> Verdict:
    if not a.aspect or not b.aspect:
        return Verdict.UNSURE
    if a.aspect == b.aspect:
        return Verdict.EQUAL
    near = b.aspect in words.aspects[a.aspect].near or a.aspect in words.aspects[b.aspect].near
    return Verdict.UNSURE if near else Verdict.DISTINCT


def _who(a: Point, b: Point, words: Words) -> Verdict:
    if a.who == b.who:
        return Verdict.EQUAL
    mine, other = ({*each.who.split("、")} - {""} for each in (a, b))
    if mine <= other or other <= mine:
        return Verdict.UNSURE
    if a.who in words.within(b.who):
        return _wider(a, words)
    if b.who in words.within(a.who):
        return turned(_wider(b, words))
    return Verdict.DISTINCT


def _of(a: Point, b: Point, words: Words) -> Verdict:
    del words
    if a.of == b.of:
        return Verdict.EQUAL
    return Verdict.DISTINCT if a.of and b.of else Verdict.UNSURE


def _place(a: Point, b: Point, words: Words) -> Verdict:
    if a.place == b.place:
        return Verdict.EQUAL
    if a.place and b.place:
        return Verdict.DISTINCT
    if not a.thing:
        return Verdict.UNSURE
    return _wider(a, words) if not a.place else turned(_wider(b, words))


def _figure(a: Point, b: Point, words: Words) -> Verdict:
    if a.figure == b.figure:
        return Verdict.EQUAL
    if a.figure is None or b.figure is None:
        return _figure_of_one(a, b, words)
    if a.figure.unit != b.figure.unit:
        return Verdict.UNSURE
    if a.figure.inside(b.figure):
        return Verdict.NARROWER
    return Verdict.BROADER if b.figure.inside(a.figure) else Verdict.DISTINCT


def _figure_of_one(a: Point, b: Point, words: Words) -> Verdict:
    """Two of them are there: then one is there. What else a figure adds nobody knows."""
    said, verdict = (a, Verdict.NARROWER) if a.figure else (b, Verdict.BROADER)
    figure = said.figure
    adds = (
        figure is not None
        and figure.low is not None
        and figure.low > 0
        and figure.unit in ("count", "yearly")
    )
    return verdict if adds and _one(said, words) else Verdict.UNSURE


def _rest(a: Point, b: Point, words: Words) -> Verdict:
    del words
    return Verdict.EQUAL if a.rest == b.rest and "#" not in a.rest and "?" not in a.rest else Verdict.UNSURE


_RULES: tuple[tuple[str, Callable[[Point, Point, Words], Verdict]], ...] = (
    ("thing", _thing), ("aspect", _aspect), ("figure", _figure), ("place", _place), ("who", _who), ("of", _of),
    ("rest", _rest),
)  # fmt: skip
