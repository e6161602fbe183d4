"""The people's queue: pairs of items of which the rules cannot tell whether they are one, those first that free most.

asks freed = how often a year the less asked side is asked (it would need no ask of its own); uncertainty = 4p(1-p), p
the share of pairs of the same rule that people called the same so far, (same + 1) / (all + 2).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qingzhuang.match.group import Group, Grouping, Member
from qingzhuang.match.lexicon import Lexicon
from qingzhuang.match.load import default
from qingzhuang.match.parse import parse
from qingzhuang.match.rulings import Rulings, State, mark, pair_of
from qingzhuang.model.form import Form
from qingzhuang.model.review import Reply
from qingzhuang.model.verdict import ItemContext

_BESIDE = 6


@dataclass(frozen=True, slots=True)
class Side:
    """One item with what stands around it: the file, the columns beside it, what its cell says by way of example."""

    context: ItemContext
    file: str
    place: str
    beside: tuple[str, ...] = ()
    hint: str = ""
    forms: int = 1


@dataclass(frozen=True, slots=True)
class Question:
    """One pair. `together`: some form asks both side by side, so that they are never made one: only a warning."""

    pair: str
    a: Side
    b: Side
    freed: float
    rule: str
    why: str
    together: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """A question in its place of the queue."""

    question: Question
    uncertainty: float
    state: State

    @property
    def worth(self) -> float:
        """By what the queue is ordered."""
        return self.question.freed * self.uncertainty


def questions(
    grouping: Grouping,
    forms: Sequence[Form],
    asks: Sequence[float] | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Question, ...]:
    """Return the unsure pairs of a grouping, each once; `asks` tells how often a year each form is filled."""
    words = lexicon or default()
    often = asks or [1.0] * len(forms)
    marks = [{mark(parse(each.context, words)) for each in group.members} for group in grouping.groups]
    held = [
        {each for group, m in zip(grouping.groups, marks, strict=True) if _in(group, index) for each in m}
        for index in range(len(forms))
    ]
    found: dict[str, Question] = {}
    for link in grouping.unsure:
        sides = grouping.groups[link.a], grouping.groups[link.b]
        slots = [parse(each.members[0].context, words) for each in sides]
        pair, swapped = pair_of(slots[0], slots[1])
        first, second = reversed(sides) if swapped else sides
        both = {mark(each) for each in slots}
        together = len(both) > 1 and any(both <= each for each in held)
        freed = min(_often(first, often), _often(second, often))
        asked = Question(
            pair, _side(first, forms), _side(second, forms), freed, link.match.rule, link.match.why, together
        )
        before = found.get(pair)
        found[pair] = asked if before is None else replace(before, freed=before.freed + freed)
    return tuple(found.values())


def ranked(
    asked: Sequence[Question], said: Rulings, by: str = "", *, settled: bool = False
) -> tuple[Ranked, ...]:
    """Return what is still to be asked (of one person), what frees most first; what he could not say comes last."""
    chances = _chances(said)
    found: list[tuple[bool, Ranked]] = []
    for each in asked:
        ruling = said.pairs.get(each.pair)
        state = ruling.state if ruling else State.OPEN
        mine = ruling.latest.get(by) if ruling and by else None
        if (
            each.together
            or (state is State.SETTLED) is not settled
            or (state is State.HALF and _is_word(mine))
        ):
            continue
        p = chances.get(each.rule, 0.5)
        found.append((mine is not None and not _is_word(mine), Ranked(each, 4 * p * (1 - p), state)))
    found.sort(key=lambda one: (one[0], -one[1].worth, one[1].question.pair))
    return tuple(each for _last, each in found)


def _is_word(said: object) -> bool:
    return said is not None and getattr(said, "reply", None) is not Reply.UNKNOWN


def _chances(said: Rulings) -> dict[str, float]:
    """How often people called pairs of each rule the same."""
    words = [(each.rule, each.word.reply) for each in said.pairs.values() if each.word is not None]
    every, same = Counter(rule for rule, _r in words), Counter(rule for rule, r in words if r is Reply.SAME)
    return {rule: (same[rule] + 1) / (count + 2) for rule, count in every.items()}


def _in(group: Group, form: int) -> bool:
    return any(each.form == form for each in group.members)


def _often(group: Group, asks: Sequence[float]) -> float:
    return sum(asks[each.form] for each in group.members)


def _side(group: Group, forms: Sequence[Form]) -> Side:
    member: Member = group.members[0]
    form = forms[member.form]
    table = next((each for each in form.tables if member.item in each.items), None)
    items = table.items if table else ()
    at = items.index(member.item) if member.item in items else 0
    near = items[max(0, at - _BESIDE // 2) : at + _BESIDE // 2 + 1]
    beside = tuple(each.label for each in near if each != member.item)
    used = {each.form for each in group.members}
    return Side(member.context, form.file, str(member.item.place), beside, member.item.hint or "", len(used))
