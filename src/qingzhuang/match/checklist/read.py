"""From a check point's sentence to what it asks: one point, or several where it asks several things at once."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from qingzhuang.match.checklist.clause import Clause, Clauses
from qingzhuang.match.checklist.figures import Figure, Range
from qingzhuang.match.checklist.point import Point, Reading
from qingzhuang.match.checklist.segment import segment
from qingzhuang.match.checklist.words import Sort, Words, plain, shipped

_NUMBERING = re.compile(r"^(?:\(?\d{1,2}[)、]|\d{1,2}\.(?!\d)|\(?[一二三四五六七八九十]{1,3}[)、.])")
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
_ASKED = re.compile("是否存在(?=.)|是否|是不是")
_EDGE = "?。.!;,:*★□√ "


def read_point(text: str, around: str = "", words: Words | None = None) -> Reading:
    """Read a sentence of a checklist. `around` is what stands above it (a section, headers): a place that is named only
    there is the sentence's place. Pure; a sentence that is not understood has no points."""
    words = words or shipped()
    sentence = _BRACKET.sub("", _NUMBERING.sub("", plain(text))).strip(_EDGE)
    asked = _ASKED.search(sentence) is not None
    taken = Clauses(asked)
    for token in segment(_ASKED.sub("", sentence), words):
        taken.take(token)
    found = [point for each in taken.end() for point in _points(each, words)]
    place = _place(around, words)
    points = tuple(dict.fromkeys(replace(each, place=each.place or place) for each in found))
    return Reading(sentence, points)


def _place(around: str, words: Words) -> str:
    named = [each.word.name for each in segment(plain(around), words) if each.word.sort is Sort.PLACE]
    return named[0] if len(set(named)) == 1 else ""


def _points(clause: Clause, words: Words) -> Iterator[Point]:
    things, people = clause.things, clause.people
    if not things and people:
        things, people = people, []
    for named, (aspect, pole) in product(things or [""], _aspects(clause, words)):
        known = words.aspects.get(aspect)
        thing = named or (known.of if known else "")
        point = Point(
            thing=thing,
            aspect=aspect,
            who="、".join(people) or words.whose.get(thing, ""),
            of="、".join(clause.of),
            place="、".join(dict.fromkeys(clause.places)),
            pole=pole,
            rest=clause.rest,
        )
        if aspect == "present" and thing in words.unwanted:
            point = replace(point, aspect="absent", pole=not pole)
        yield _with_figure(point, clause, words, known.want if known else "")


def _aspects(clause: Clause, words: Words) -> Iterator[tuple[str, bool]]:
    """What is checked with the side that a yes tells. A thing that is asked for alone is asked whether it is there."""
    if not clause.aspects:
        yield ("present" if _is_there(clause) else ""), not clause.denied
    for name, good, denied in clause.aspects:
        pole = (good is not False) != denied
        for part in words.aspects[name].parts or (name,):
            yield part, pole


def _is_there(clause: Clause) -> bool:
    if clause.figures or clause.yearly:
        return bool(clause.things) and all(each.range.unit == "count" for each in clause.figures)
    return bool(clause.things) and (clause.exists or ((clause.asked or clause.denied) and not clause.rest))


def _with_figure(point: Point, clause: Clause, words: Words, want: str) -> Point:
    """Put the figure in. Where the words ask for the fault (是否超过2米) the figure is the rest, and a yes is bad."""
    if clause.yearly or clause.times:
        return _with_rate(point, clause)
    if not clause.figures:
        return point
    if len(clause.figures) > 1:
        return replace(point, rest=point.rest + "#")
    said = clause.figures[0]
    point = replace(point, aspect=point.aspect or _measured(said))
    want = want or words.wants.get(point.thing, "")
    if said.certain:
        return replace(point, figure=said.range)
    return _by_want(point, said, want)


def _by_want(point: Point, said: Figure, want: str) -> Point:
    if not want:
        return replace(point, figure=said.range, rest=point.rest + "?")
    wanted = (said.range.high is not None) == (want == "low")
    return (
        replace(point, figure=said.range)
        if wanted
        else replace(point, figure=said.range.rest(), pole=not point.pole)
    )


def _measured(said: Figure) -> str:
    return {"count": "present", "c": "temperature", "m2": "area"}.get(said.range.unit, "amount")


def _with_rate(point: Point, clause: Clause) -> Point:
    """Once in half a year: two times a year at least."""
    if clause.figures or len(clause.yearly) != 1 or len(clause.times) > 1:
        return replace(point, rest=point.rest + "#")
    rate = clause.yearly[0] * (clause.times[0] if clause.times else 1.0)
    return replace(point, figure=Range("yearly", low=round(rate, 2)))
