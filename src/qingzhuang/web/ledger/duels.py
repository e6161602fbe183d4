"""Two values that disagree, side by side."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Fact
from qingzhuang.pipeline.doubts import Doubt
from qingzhuang.web.ledger.shown import mark_of, name_of, source_words, value_words


@dataclass(frozen=True, slots=True)
class Side:
    """One value, who says so, since when, and how long it is good."""

    mark: str
    value: str
    source: str
    when: str


@dataclass(frozen=True, slots=True)
class Duel:
    """`state` tells the server which values the page showed; `later`: to be asked at the next meeting."""

    key: str
    title: str
    sides: tuple[Side, ...]
    state: str
    later: bool
    number: int = 0

    @property
    def alike(self) -> bool:
        """Tell whether two values differ only where they are masked."""
        return len({each.value for each in self.sides}) < len(self.sides)


def duel(doubt: Doubt, *, later: bool = False, whole: bool = False, number: int = 0) -> Duel:
    """Set the values of a doubt beside each other."""
    sides = tuple(_side(each, doubt, whole=whole) for each in doubt.rivals)
    title = _("{who}的{what}，{n} 处说法不同").format(
        who=name_of(doubt.subject), what=element(doubt.element).name, n=len(sides)
    )
    return Duel(doubt.element, title, sides, state_of(doubt.rivals), later, number)


def state_of(rivals: Iterable[Fact]) -> str:
    """One mark for the values that stand against each other."""
    marks = "|".join(sorted(mark_of(each.value) for each in rivals))
    return hashlib.sha256(marks.encode()).hexdigest()[:16]


def picked(mark: str, state: str) -> Callable[[tuple[Fact, ...]], Fact | None]:
    """Return how to find the value that was chosen: only among just those that the page showed."""

    def pick(rivals: tuple[Fact, ...]) -> Fact | None:
        if state_of(rivals) != state:
            return None
        return next((each for each in rivals if mark_of(each.value) == mark), None)

    return pick


def _side(fact: Fact, doubt: Doubt, *, whole: bool) -> Side:
    until = _("，{day} 到期").format(day=fact.valid_until) if fact.valid_until else ""
    return Side(
        mark_of(fact.value),
        value_words(fact.value, doubt.subject, doubt.element, whole=whole) or _("（空）"),
        source_words(fact),
        _("{day} 的说法").format(day=fact.as_of) + until,
    )
