"""From a text to its practices: what it orders, and what it only speaks of."""

from collections.abc import Iterable

from qingzhuang.check.text.acts import may_hold
from qingzhuang.check.text.decide import Read, Reader
from qingzhuang.check.text.facts import facts, kind
from qingzhuang.check.text.normal import Normal, normalise
from qingzhuang.check.text.practice import Practice, Stance
from qingzhuang.check.text.span import span


def practices(text: str) -> tuple[Practice, ...]:
    """The practices that a text orders, in order. A text that bans, reports, quotes or exempts them yields none."""
    return tuple(each for each in readings(text) if each.stance is Stance.DEMAND)


def mentions(text: str) -> tuple[Practice, ...]:
    """The practices that a text speaks of without ordering them, with the stance that was read."""
    return tuple(each for each in readings(text) if each.stance is not Stance.DEMAND)


def readings(text: str) -> tuple[Practice, ...]:
    """Everything in the text that is a practice in someone's mouth."""
    if not may_hold(text):
        return ()
    normal = normalise(text)
    found = _merged(Reader(normal.text).read())
    return tuple(_practice(text, normal, each) for each in found)


def _practice(text: str, normal: Normal, reads: list[Read]) -> Practice:
    spans = [span(normal.text, read) for read in reads]
    start, end = normal.span(min(at for at, _ in spans), max(to for _, to in spans))
    first = reads[0]
    return Practice(
        label=first.hit.label,
        start=start,
        end=end,
        text=text[start:end],
        kind=kind(normal.text, first),
        facts=facts(normal.text, reads),
        stance=first.stance,
        why=first.why,
        exemption=first.exemption,
    )


def _merged(reads: Iterable[Read]) -> Iterable[list[Read]]:
    """Acts of one label and stance in one clause are one practice."""
    groups: dict[tuple[str, str, int], list[Read]] = {}
    for read in reads:
        groups.setdefault((read.hit.label, read.stance, read.place.clause.start), []).append(read)
    return groups.values()
