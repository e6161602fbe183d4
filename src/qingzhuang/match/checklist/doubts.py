"""Check points of different lists of which nobody can tell whether they ask the same: questions to people, and what became of them.

A point stands in the people's queue as an item whose row is a point of a list; what people say of a pair of sentences holds for
these sentences in any list."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from qingzhuang.match.checklist.answered import good_side
from qingzhuang.match.checklist.decide import Verdicted, decide_points
from qingzhuang.match.checklist.lists import Asked, points_of
from qingzhuang.match.checklist.point import Reading
from qingzhuang.match.checklist.read import read_point
from qingzhuang.match.checklist.words import plain
from qingzhuang.model.form import Form
from qingzhuang.model.verdict import ItemContext, Verdict

ROW = "检查的一条"  # what a row is about; no form calls its rows so
RULE = "C01-point"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two points of different lists and why nobody can tell."""

    a: Asked
    b: Asked
    found: Verdicted


def doubts(forms: Sequence[Form]) -> Iterator[Doubt]:
    """Yield the unsure pairs of points about one thing, of lists that are no copies; what has its equal in the other list is no
    question any more."""
    lists = {number: tuple(points_of(number, form)) for number, form in enumerate(forms)}
    for a, b in combinations([number for number, points in lists.items() if points], 2):
        if plain(forms[a].title or "") != plain(forms[b].title or "") or not forms[a].title:
            yield from _between(lists[a], lists[b])


def _between(mine: Sequence[Asked], others: Sequence[Asked]) -> Iterator[Doubt]:
    by_thing: defaultdict[str, list[Asked]] = defaultdict(list)
    for other in others:
        for thing in {each.thing for each in other.reading.points}:
            by_thing[thing].append(other)
    for one in mine:
        near = {
            each.where: each for thing in {p.thing for p in one.reading.points} for each in by_thing[thing]
        }
        held = [Doubt(one, other, decide_points(one.reading, other.reading)) for other in near.values()]
        if not any(each.found.verdict is Verdict.EQUAL for each in held):
            yield from (each for each in held if each.found.verdict is Verdict.UNSURE)


def context_of(asked: Asked, form: Form) -> ItemContext:
    """A point as an item of the queue: its sentence, its list, its place."""
    places = {each.place for each in asked.reading.points}
    return ItemContext(
        asked.text, form=form.title, row=ROW, parent=places.pop() or None if len(places) == 1 else None,
        issuer=form.issuer,
    )  # fmt: skip


def is_point(context: ItemContext) -> bool:
    """Tell whether an item of the queue is a point."""
    return context.row == ROW


def reading_of(context: ItemContext) -> Reading:
    """Read a point of the queue again."""
    return read_point(context.label, context.parent or "")


def point_pair(a: Reading, b: Reading) -> tuple[str, bool]:
    """Return the id of a pair of sentences, and whether its own order is the other way round."""
    one, other = (_mark(each) for each in (a, b))
    both = "\n".join(("point", *sorted((one, other))))
    return hashlib.sha256(both.encode()).hexdigest()[:16], other < one


def _mark(reading: Reading) -> str:
    places = sorted({each.place for each in reading.points if each.place})
    return f"{plain(reading.text)}|{'、'.join(places)}"


def same_by_people(a: Reading, b: Reading, found: Verdicted) -> Verdicted:
    """The verdict where people said that two unsure points ask the same: which way a yes goes follows from the good side of both;
    where that is not known, it stays unsure."""
    sides = good_side(a), good_side(b)
    if None in sides:
        return found
    return replace(found, verdict=Verdict.EQUAL, reverse=sides[0] is not sides[1])
