"""A chain laid out step by step: which item is one with which, and who says so. Words of people tie keys, and one key stands for many wordings:
where two steps meet in other words or on other forms, what makes these one is a step of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.match.decide import decide
from qingzhuang.match.grouping.chains import Tie
from qingzhuang.match.grouping.repeats import WHEN
from qingzhuang.match.grouping.rulings import Ruling
from qingzhuang.match.people.ground import Bridge
from qingzhuang.match.wording.element import element
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext, Verdict


@dataclass(frozen=True, slots=True)
class Step:
    """Two items that are one: by what people said of them (the last word of each), or by the lexicon (`rule`, its id, and `why`)."""

    a: ItemContext
    b: ItemContext
    said: tuple[Said, ...] = ()
    rule: str = ""
    why: str = ""

    @property
    def by_people(self) -> bool:
        """Whether people tied it."""
        return bool(self.said)


def laid_out(
    ties: Sequence[Tie],
    ends: tuple[ItemContext, ItemContext],
    pairs: Mapping[str, Ruling],
    bridges: Sequence[Bridge],
) -> tuple[Step, ...]:
    """Return the steps from one item to another along ties of keys, those of the lexicon among them."""
    return tuple(_steps(ties, ends, pairs, {(each.tie.a, each.tie.b): each for each in bridges}))


def _steps(
    ties: Sequence[Tie],
    ends: tuple[ItemContext, ItemContext],
    pairs: Mapping[str, Ruling],
    bridges: Mapping[tuple[str, str], Bridge],
) -> Iterator[Step]:
    here, last = ends
    for tie in ties:
        step = _spoken(tie, pairs[tie.pair]) if tie.pair else _bridged(tie, bridges)
        if step is not None:
            yield from _across(here, step.a, tie.a)
            yield step
            here = step.b
    yield from _across(here, last, ties[-1].b if ties else "")


def _spoken(tie: Tie, ruling: Ruling) -> Step:
    spoken = tuple(each for each in ruling.latest.values() if each.reply is not Reply.UNKNOWN)
    one = next((each for each in reversed(spoken) if each.reply is Reply.SAME), ruling.said[-1])
    a, b = (one.a, one.b) if ruling.keys[0] == tie.a else (one.b, one.a)
    return Step(a, b, spoken)


def _bridged(tie: Tie, bridges: Mapping[tuple[str, str], Bridge]) -> Step | None:
    found, turned = bridges.get((tie.a, tie.b)), bridges.get((tie.b, tie.a))
    if found is not None:
        return _ruled(found.a, found.b)
    return _ruled(turned.b, turned.a) if turned is not None else None


def _ruled(a: ItemContext, b: ItemContext) -> Step:
    match = decide(a, b)
    return Step(a, b, rule=match.rule, why=match.why)


def _across(a: ItemContext, b: ItemContext, key: str) -> Iterator[Step]:
    """The step between two items of one key, unless they are the same column."""
    if _column(a) == _column(b):
        return
    step = _ruled(a, b)
    if decide(a, b).verdict is Verdict.EQUAL:
        yield step
    else:
        yield Step(a, b, why=_("台账里记在同一项下：{name}。").format(name=element(key).name))


def _column(context: ItemContext) -> tuple[str, str, str]:
    return context.label, context.parent or "", WHEN.sub("", context.form or "")
