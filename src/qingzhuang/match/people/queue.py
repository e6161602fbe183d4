"""The people's queue: pairs of items of which the rules cannot tell whether they are one, those first that are expected to free most.

asks freed = how often a year the less asked side is asked (it would need no ask of its own), times the chance that the two are one
(`match/doubt/`). What people said of pairs of the same rule shifts the odds: by how many were the same against how many were
expected to be, one added to each.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from qingzhuang.language import speaks_source
from qingzhuang.match.checklist.decide import decide_points
from qingzhuang.match.checklist.doubts import RULE as POINT_RULE
from qingzhuang.match.checklist.doubts import context_of as point_context
from qingzhuang.match.checklist.doubts import doubts, is_point, point_pair, reading_of
from qingzhuang.match.decide import by_rules, decide
from qingzhuang.match.doubt.chance import chance
from qingzhuang.match.grouping.group import Group, Grouping, Member
from qingzhuang.match.grouping.repeats import TWICE
from qingzhuang.match.grouping.rulings import Ruling, Rulings, State, mark, pair_of, varies
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.form import Form
from qingzhuang.model.review import Reply
from qingzhuang.model.verdict import ItemContext, Verdict

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
    """One pair. `together`: some form asks both side by side, so that they are never made one: only a warning. `chance`: how likely
    the two are one, before anybody of this place said a word. `places`: how often the two wordings meet in like surroundings; one answer holds for all."""

    pair: str
    a: Side
    b: Side
    freed: float
    rule: str
    why: str
    together: bool = False
    chance: float = 0.5
    places: int = 1


def why_now(asked: Question) -> str:
    """Why the rules cannot tell, in the language of whoever is served: what was kept was said in Chinese."""
    if speaks_source():
        return asked.why
    a, b = asked.a.context, asked.b.context
    if is_point(a) and is_point(b):
        return decide_points(reading_of(a), reading_of(b)).why
    return decide(a, b).why


@dataclass(frozen=True, slots=True)
class Ranked:
    """A question in its place of the queue. `chance` is how likely the two are one, by all that is known here."""

    question: Question
    chance: float
    state: State

    @property
    def uncertainty(self) -> float:
        """How open it is, from 0 to 1."""
        return 4 * self.chance * (1 - self.chance)

    @property
    def worth(self) -> float:
        """By what the queue is ordered: how many asks a year the answer is expected to free."""
        return self.question.freed * self.chance


def questions(
    grouping: Grouping,
    forms: Sequence[Form],
    asks: Sequence[float] | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[Question, ...]:
    """Return the unsure pairs of a grouping, each once; `asks` tells how often a year each form is filled."""
    words = lexicon or default()
    often = asks or [1.0] * len(forms)
    kinds = [_kinds(group, words) for group in grouping.groups]
    held: list[set[str]] = [set() for _form in forms]
    for kind in (each for those in kinds for each in those.items()):
        for member in kind[1]:
            held[member.form].add(kind[0])
    found: dict[str, Question] = {}
    for link in grouping.unsure:
        for one, other in product(kinds[link.a].values(), kinds[link.b].values()):
            asked = _asked(one, other, forms, often, held, words)
            if asked is not None:
                _add(found, asked)
    for each in _points(forms, often):
        _add(found, each)
    return tuple(found.values())


def _add(found: dict[str, Question], asked: Question) -> None:
    """Keep a question, or count it with the one of the same two wordings."""
    before = found.get(asked.pair)
    found[asked.pair] = (
        asked
        if before is None
        else replace(
            before,
            freed=before.freed + asked.freed,
            together=before.together or asked.together,
            places=before.places + asked.places,
        )
    )


def _points(forms: Sequence[Form], often: Sequence[float]) -> Iterator[Question]:
    """Check points of different bureaus' lists of which nobody can tell."""
    for each in doubts(forms):
        pair, swapped = point_pair(each.a.reading, each.b.reading)
        first, second = (each.b, each.a) if swapped else (each.a, each.b)
        freed = min(often[each.a.form], often[each.b.form])
        a, b = (
            Side(point_context(one, forms[one.form]), forms[one.form].file, one.where)
            for one in (first, second)
        )
        yield Question(pair, a, b, freed, POINT_RULE, each.found.why)


def _kinds(group: Group, lexicon: Lexicon) -> dict[str, list[Member]]:
    """The members of a group by what they ask of what kind of row."""
    found: defaultdict[str, list[Member]] = defaultdict(list)
    for each in group.members:
        found[mark(parse(each.context, lexicon))].append(each)
    return found


def _asked(
    one: list[Member],
    other: list[Member],
    forms: Sequence[Form],
    often: Sequence[float],
    held: Sequence[set[str]],
    lexicon: Lexicon,
) -> Question | None:
    match = decide(one[0].context, other[0].context, lexicon)
    if match.verdict is not Verdict.UNSURE or (match.rule == TWICE and _share(one, other)):
        return None  # what one form asks twice is a question to its issuer (`repeats`)
    slots = parse(one[0].context, lexicon), parse(other[0].context, lexicon)
    if varies(*slots):
        return None
    pair, swapped = pair_of(*slots)
    first, second = (other, one) if swapped else (one, other)
    both = {mark(each) for each in slots}
    return Question(
        pair,
        _side(first, forms),
        _side(second, forms),
        min(sum(often[each.form] for each in side) for side in (one, other)),
        match.rule,
        match.why,
        len(both) > 1 and any(both <= each for each in held),
        chance(*slots, by_rules(*slots, lexicon)[0], lexicon),
    )


def _share(one: Sequence[Member], other: Sequence[Member]) -> bool:
    return not {each.form for each in one}.isdisjoint(each.form for each in other)


def ranked(
    asked: Sequence[Question], said: Rulings, by: str = "", *, settled: bool = False
) -> tuple[Ranked, ...]:
    """Return what is still to be asked (of one person), what is expected to free most first; what he could not say comes last, and
    so does what he has just said otherwise than another: that one is to look first."""
    shifts = _shifts(said)
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
        later = mine is not None and (not _is_word(mine) or _is_newest(ruling, by))
        found.append((later, Ranked(each, _shifted(each.chance, shifts.get(each.rule, 1)), state)))
    found.sort(key=lambda one: (one[0], -one[1].worth, one[1].question.pair))
    return tuple(each for _last, each in found)


def _is_word(said: object) -> bool:
    return said is not None and getattr(said, "reply", None) is not Reply.UNKNOWN


def _is_newest(ruling: Ruling | None, by: str) -> bool:
    return ruling is not None and ruling.said[-1].by == by


def _shifts(said: Rulings) -> dict[str, float]:
    """By what the odds of pairs of each rule are multiplied, by what people here said of others."""
    words = [each for each in said.pairs.values() if each.word is not None]
    every, expected = Counter(each.rule for each in words), defaultdict[str, float](float)
    same = Counter(each.rule for each in words if each.word is not None and each.word.reply is Reply.SAME)
    for each in words:
        expected[each.rule] += each.chance
    return {
        rule: (same[rule] + 1)
        / (expected[rule] + 1)
        * (count - expected[rule] + 1)
        / (count - same[rule] + 1)
        for rule, count in every.items()
    }


def _shifted(likely: float, shift: float) -> float:
    return likely * shift / (likely * shift + 1 - likely)


def _side(members: Sequence[Member], forms: Sequence[Form]) -> Side:
    member = members[0]
    form = forms[member.form]
    table = next((each for each in form.tables if member.item in each.items), None)
    items = table.items if table else ()
    at = items.index(member.item) if member.item in items else 0
    near = items[max(0, at - _BESIDE // 2) : at + _BESIDE // 2 + 1]
    beside = tuple(each.key.replace("\\/", "/") for each in near if each != member.item)
    used = {each.form for each in members}
    return Side(member.context, form.file, str(member.item.place), beside, member.item.hint or "", len(used))
