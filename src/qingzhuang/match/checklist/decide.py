"""Whether two check points, as printed, ask the same of a site, and whether a yes of one is a no of the other."""

from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.match.checklist.compare import Held, compare, turned
from qingzhuang.match.checklist.point import Point, Reading
from qingzhuang.match.checklist.words import Words, shipped
from qingzhuang.model.verdict import Verdict

_SLOTS = {
    "thing": later("查的东西"), "aspect": later("查它的哪一点"), "figure": later("数量要求"), "place": later("地方"),
    "who": later("谁的、由谁"), "of": later("哪一处的"), "rest": later("有没认出的字"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdicted:
    """A verdict on two readings. `narrower`: whoever passes the first passes the second too, for it asks more. `reverse`:
    a yes of one is a no of the other; only told of equal, narrower and broader. `slot` is what decided."""

    verdict: Verdict
    why: str
    slot: str = ""
    reverse: bool = False


def decide_points(a: Reading, b: Reading, words: Words | None = None) -> Verdicted:
    """Decide about two sentences. Pure; likeness of letters decides nothing."""
    words = words or shipped()
    if not a.points or not b.points:
        return Verdicted(Verdict.UNSURE, _("没有读懂这一句。"), "rest")
    table = [[compare(one, other, words) for other in b.points] for one in a.points]
    above = all(any(_covers(each) for each in column) for column in zip(*table, strict=True))
    below = all(any(_covered(each) for each in row) for row in table)
    if not above and not below:
        return _apart(table)
    poles = _pole(a), _pole(b)
    if None in poles or _several_unjudged(a, b, words):
        return Verdicted(Verdict.UNSURE, _("一句里有好有坏，答“是”是什么意思说不准。"), "pole")
    reverse = poles[0] is not poles[1]
    verdict = Verdict.EQUAL if above and below else Verdict.NARROWER if above else Verdict.BROADER
    return Verdicted(verdict, _why(verdict, reverse), _slot(table), reverse)


def _covers(held: Held) -> bool:
    return held.verdict in (Verdict.EQUAL, Verdict.NARROWER)


def _covered(held: Held) -> bool:
    return turned(held.verdict) in (Verdict.EQUAL, Verdict.NARROWER)


def _apart(table: list[list[Held]]) -> Verdicted:
    """Nothing covers the other: distinct only where no two points touch."""
    all_held = [held for row in table for held in row]
    if any(held.verdict is not Verdict.DISTINCT for held in all_held):
        held = next(held for held in all_held if held.verdict is not Verdict.DISTINCT)
        why = _("说不准：{slot}。").format(slot=_named(held.slot)) if held.slot else _("只有一部分相同。")
        return Verdicted(Verdict.UNSURE, why, held.slot)
    slot = all_held[0].slot
    return Verdicted(Verdict.DISTINCT, _("{slot}不同。").format(slot=_named(slot)), slot)


def _named(slot: str) -> str:
    return "、".join(_(_SLOTS[each]) for each in slot.split("/"))


def _pole(reading: Reading) -> bool | None:
    poles = {point.pole for point in reading.points}
    return poles.pop() if len(poles) == 1 else None


def _several_unjudged(a: Reading, b: Reading, words: Words) -> bool:
    """Of 停放、充电 a yes to one of them is a yes: what follows from a part nobody knows, unless both ask the same."""

    def unjudged(point: Point) -> bool:
        known = words.aspects.get(point.aspect)
        return known is None or (not known.judged and point.figure is None)

    return set(map(_bare, a.points)) != set(map(_bare, b.points)) and any(
        map(unjudged, (*a.points, *b.points))
    )


def _bare(point: Point) -> tuple[object, ...]:
    return point.thing, point.aspect, point.who, point.of, point.place, point.figure


def _slot(table: list[list[Held]]) -> str:
    if len(table) == 1 and len(table[0]) == 1:
        return table[0][0].slot
    return ""


def _why(verdict: Verdict, reverse: bool) -> str:
    said = {
        Verdict.EQUAL: _("问的是同一件事。"),
        Verdict.NARROWER: _("前一句要求更多，前一句合格，后一句就合格。"),
        Verdict.BROADER: _("后一句要求更多，后一句合格，前一句就合格。"),
    }[verdict]
    return said + (_("答法相反：一句的“是”是另一句的“否”。") if reverse else "")
