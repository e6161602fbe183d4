"""Which points of different checklists are one: what a visit has to look at once to answer them all."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from qingzhuang.match.checklist.decide import Verdicted, decide_points
from qingzhuang.match.checklist.point import Reading
from qingzhuang.match.checklist.read import read_point
from qingzhuang.match.checklist.words import Words, plain, shipped
from qingzhuang.model.form import Form, Item, ItemType, Table
from qingzhuang.model.verdict import Verdict

_ASKS = re.compile("是否|有无|有没有|能否")
_RESULT = re.compile("结果|符合|合格|检查|自查|排查|巡查|情况|判定|结论")
_ANSWERS = frozenset(
    ["是", "否", "有", "无", "合格", "不合格", "符合", "不符合", "好", "差", "正常", "不正常", "√", "×"]
)
_TOLD = (Verdict.EQUAL, Verdict.NARROWER, Verdict.BROADER)


@dataclass(frozen=True, slots=True)
class Asked:
    """A point of a list: the form's number, where it stands (an item's key or a row), the sentence as printed."""

    form: int
    where: str
    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Same:
    """Two points of different lists and how they stand."""

    a: Asked
    b: Asked
    found: Verdicted


@dataclass(frozen=True, slots=True)
class PairOfLists:
    """Two lists by their forms' numbers: `before` points asked by both together, `after` once equal ones are asked once."""

    a: int
    b: int
    before: int
    after: int
    same: tuple[Same, ...]


def points_of(number: int, form: Form) -> Iterator[Asked]:
    """The points of a form: items that are answered yes or no, and the rows of a list of things to look at. Only what is
    understood counts."""
    for table in form.tables:
        for where, text, around in (*_items(table), *_stubs(table)):
            reading = read_point(text, around)
            if reading.points and all(point.aspect for point in reading.points):
                yield Asked(number, where, text, reading)


def _items(table: Table) -> Iterator[tuple[str, str, str]]:
    for item in table.items:
        if _answered(item):
            yield item.key, item.label, "".join((table.section or "", *item.path[:-1]))


def _answered(item: Item) -> bool:
    """Whether an item is answered by yes or no, by its boxes or its words."""
    if item.type is ItemType.YESNO or _ASKS.search(item.label):
        return True
    return len(item.codes) >= 2 and _ANSWERS.issuperset(item.codes)


def _stubs(table: Table) -> Iterator[tuple[str, str, str]]:
    """Rows of a matrix that takes results and no counts; its longest label is the sentence."""
    columns = [item for item in table.columns if item.place.column not in table.stub_columns]
    if not any(_RESULT.search(item.label) or _answered(item) for item in columns):
        return
    for stub in table.stubs:
        text = max(stub.labels, key=len, default="")
        around = "".join((table.section or "", *(label for label in stub.labels if label != text)))
        yield f"{table.sheet}!{stub.row}", text, around


def pairs_of_lists(forms: Sequence[Form], words: Words | None = None) -> tuple[PairOfLists, ...]:
    """Hold the lists against each other, most points in common first. Copies of one form (the same title) are no lists of
    different bureaus."""
    words = words or shipped()
    lists = {number: tuple(points_of(number, form)) for number, form in enumerate(forms)}
    found: list[PairOfLists] = []
    for a, b in combinations([number for number, points in lists.items() if points], 2):
        same = () if _copies(forms[a], forms[b]) else tuple(_same(lists[a], lists[b], words))
        if same:
            equal = sum(1 for each in same if each.found.verdict is Verdict.EQUAL)
            before = len(lists[a]) + len(lists[b])
            found.append(PairOfLists(a, b, before, before - equal, same))
    return tuple(sorted(found, key=lambda each: (each.after - each.before, each.a, each.b)))


def _copies(a: Form, b: Form) -> bool:
    return a.title is not None and b.title is not None and plain(a.title) == plain(b.title)


def _same(mine: Sequence[Asked], others: Sequence[Asked], words: Words) -> Iterator[Same]:
    """Equal points one to one, then what asks more or less of those that are left."""
    by_thing: defaultdict[str, list[Asked]] = defaultdict(list)
    for each in others:
        for thing in _things(each, words):
            by_thing[thing].append(each)
    taken: set[str] = set()
    left: list[Same] = []
    for one in mine:
        near = {other.where: other for thing in _things(one, words) for other in by_thing[thing]}
        held = [Same(one, other, decide_points(one.reading, other.reading, words)) for other in near.values()]
        equal = next((s for s in held if s.found.verdict is Verdict.EQUAL and s.b.where not in taken), None)
        if equal:
            taken.add(equal.b.where)
            yield equal
        else:
            left += [each for each in held if each.found.verdict in _TOLD[1:]]
    yield from (each for each in left if each.b.where not in taken)


def _things(asked: Asked, words: Words) -> set[str]:
    named = {point.thing for point in asked.reading.points}
    return named | {kind for thing in named for kind in words.within(thing)}
