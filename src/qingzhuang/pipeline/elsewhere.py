"""What the demands in force ask already, whichever office sent them, to be looked up column by column.

The same of the same people in the same period comes from there. What only follows from it, or looks like it to a person, is
told beside the column, which is asked all the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.known import Hit, Known
from qingzhuang.match.outcome import BACKWARD, BOTH
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.context import contexts
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.element import element
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.form import Form, Item
from qingzhuang.model.verdict import Verdict

_NEAR = (Verdict.EQUAL, Verdict.DERIVABLE, Verdict.UNSURE)


@dataclass(frozen=True, slots=True)
class Other:
    """A demand that is in force: what it asks of whom (`Column.asks`), and how people call it (《title》, number)."""

    asks: frozenset[str]
    called: str


class Heads:
    """One column for each thing that some demand asks of somebody; built once, however many forms ask it."""

    def __init__(self, heads: Mapping[str, Slots]) -> None:
        self._asks = tuple(heads)
        self._slots = tuple(heads.values())
        self._known = Known(self._slots)

    def near(self, slots: Slots) -> Iterator[tuple[str, Slots, Hit]]:
        """Yield what a column could be taken from, of the same people and period: equal first, then what it follows from,
        then what nobody can tell."""
        for hit in self._known.find(slots):
            head = self._slots[hit.number]
            if _same_people(slots, head) and _may_bring(hit):
                yield self._asks[hit.number], head, hit


NO_HEADS = Heads({})


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`others` in the order in which they are named, `by_ask` their places; `left_out` is the draft's own earlier round."""

    others: Sequence[Other]
    by_ask: Mapping[str, Sequence[int]]
    heads: Heads = NO_HEADS
    left_out: Collection[int] = ()

    def bringing(self, ask: str) -> str:
        """How the demand is called that asks the same of the same people, empty where none does."""
        found = (number for number in self.by_ask.get(ask, ()) if number not in self.left_out)
        return next((self.others[number].called for number in found), "")

    def near(self, slots: Slots) -> str:
        """What else could give the answer, in words; empty where nothing could."""
        for ask, head, hit in self.heads.near(slots):
            called = self.bringing(ask)
            if called:
                return _said(called, head, hit)
        return ""


def elsewhere(others: Sequence[Other], heads: Heads = NO_HEADS) -> Elsewhere:
    """Lay the demands in force out to be looked up."""
    by_ask: defaultdict[str, list[int]] = defaultdict(list)
    for number, other in enumerate(others):
        for ask in other.asks:
            by_ask[ask].append(number)
    return Elsewhere(others, dict(by_ask), heads)


NOWHERE = elsewhere(())


def asked_slots(form: Form) -> dict[Item, tuple[str, Slots]]:
    """What each item asks of whom, in one spelling (the key, the kind of row, whom the title lists, the period) and slot by
    slot. What is asked of rows that nobody can tell is like nothing else, and left out."""
    lexicon, asked = default(), dict[Item, tuple[str, Slots]]()
    for item, context in contexts(form):
        slots = parse(context, lexicon)
        if slots.entity and slots.listed and not slots.nonfact and element(slots.key, lexicon).asked:
            asked[item] = f"{slots.key}|{slots.entity}|{sorted(slots.listed)}|{slots.period}", slots
    return asked


def _same_people(a: Slots, b: Slots) -> bool:
    return (a.entity, a.listed, a.period) == (b.entity, b.listed, b.period)


def _may_bring(hit: Hit) -> bool:
    found = hit.outcome
    return found.verdict in _NEAR and (
        found.verdict is not Verdict.DERIVABLE or found.direction in (BACKWARD, BOTH)
    )


def _said(called: str, head: Slots, hit: Hit) -> str:
    words = {
        Verdict.EQUAL: _("{form}也要“{label}”，是同一项"),
        Verdict.DERIVABLE: _("{form}要“{label}”，由它推得出"),
    }.get(hit.outcome.verdict, _("{form}有“{label}”，像是同一项，请看一眼"))
    return words.format(form=called, label=head.text)
