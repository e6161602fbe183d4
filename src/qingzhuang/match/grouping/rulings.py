"""What people said of pairs, as far as it counts. It counts only where the rules leave a pair open: no person overrules a veto.

A pair is known by what its items ask (`mark`), so that a ruling holds for next year's edition of a form as well. Every
fifth pair is looked at by two persons; it counts when they agree. Persons who disagree open the pair again.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from qingzhuang.language import gettext as _
from qingzhuang.match.checklist.decide import Verdicted, decide_points
from qingzhuang.match.checklist.doubts import RULE as POINT_RULE
from qingzhuang.match.checklist.doubts import is_point, point_pair, reading_of, same_by_people
from qingzhuang.match.checklist.keys import is_judged, point_key
from qingzhuang.match.checklist.point import Reading
from qingzhuang.match.decide import by_rules, decide_slots
from qingzhuang.match.doubt.chance import SORT, chance, is_open
from qingzhuang.match.grouping.at_odds import Odds, Spoken, odds_of, waiting
from qingzhuang.match.grouping.chains import Chains, Tie
from qingzhuang.match.grouping.repeats import WHEN, id_of
from qingzhuang.match.grouping.set_apart import SidesOf, sides
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext, Match, Verdict

EVERY = 5  # every so manieth pair is looked at by two persons
RULE = "P01-people"
_LASTING = (SubjectKind.ORGANISATION, SubjectKind.PLACE)
_VERDICTS = {
    Reply.DIFFERENT: Verdict.DISTINCT,
    Reply.HOLDS: Verdict.BROADER,
    Reply.HELD: Verdict.NARROWER,
}


class State(StrEnum):
    """How far a pair has got."""

    OPEN = "open"
    HALF = "half"  # one person has looked, a second one should
    DISPUTED = "disputed"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Ruling:
    """All that was said of one pair, turned to the pair's own order; `keys` are the slot keys of its sides, `rule` the
    one that could not decide, `vetoed` tells that the rules themselves say something: then it does not count. `chance` is how
    likely the two were one before anybody spoke."""

    pair: str
    keys: tuple[str, str]
    rule: str
    vetoed: bool
    chance: float
    said: tuple[Said, ...]

    @property
    def latest(self) -> Mapping[str, Said]:
        """The last word of each person."""
        return {each.by: each for each in self.said}

    def replaced(self, said: Said) -> bool:
        """Tell whether the same person said something later of the pair: that stands, this no longer."""
        return self.latest[said.by] is not said

    @property
    def state(self) -> State:
        """How far it has got."""
        known = [each for each in self.latest.values() if each.reply is not Reply.UNKNOWN]
        if not known:
            return State.OPEN
        if len({each.reply for each in known}) > 1:
            return State.DISPUTED
        return State.HALF if sampled(self.pair) and len(known) < 2 else State.SETTLED

    @property
    def word(self) -> Said | None:
        """What counts."""
        if self.state is not State.SETTLED or self.vetoed:
            return None
        return [each for each in self.latest.values() if each.reply is not Reply.UNKNOWN][-1]


@dataclass(frozen=True, eq=False)
class Rulings:
    """All rulings by pair; `roots` leads each slot key to one that stands for all that were said to be the same. `odds` are
    words that cannot all be right, `waiting` the pairs that do not count until that is untied. `twice` is the last word on columns
    of one form that seem to ask one thing twice, by `repeats.id_of`."""

    pairs: Mapping[str, Ruling] = field(default_factory=dict)
    roots: Mapping[str, str] = field(default_factory=dict)
    odds: tuple[Odds, ...] = ()
    waiting: frozenset[str] = frozenset()
    twice: Mapping[str, Said] = field(default_factory=dict)

    def ruled(self, pair: str) -> Said | None:
        """What counts of a pair (its id)."""
        ruling = self.pairs.get(pair)
        return ruling.word if ruling and pair not in self.waiting else None

    def word(self, a: Slots, b: Slots) -> Reply | None:
        """What counts of two items, from the first to the second."""
        if not self.pairs:
            return None
        pair, swapped = pair_of(a, b)
        said = self.ruled(pair)
        return None if said is None else said.reply.turned if swapped else said.reply

    def block(self, key: str) -> str:
        """The key under which items that may be one are gathered."""
        return self.roots.get(key, key)

    def equal(self, a: Slots, b: Slots, lexicon: Lexicon) -> bool:
        """Tell whether two items are one: by the rules, or where these are unsure by what people said."""
        rule, outcome = by_rules(a, b, lexicon)
        if outcome.verdict is Verdict.EQUAL:
            return True
        return self.word(a, b) is Reply.SAME and _left_open(a, b, rule, outcome.verdict, lexicon)

    def points(self, a: Reading, b: Reading) -> Verdicted:
        """How two check points stand: by the rules, or where these are unsure by what people said."""
        found = decide_points(a, b)
        if found.verdict is not Verdict.UNSURE or not self.pairs:
            return found
        word = self.ruled(point_pair(a, b)[0])
        return same_by_people(a, b, found) if word and word.reply is Reply.SAME else found

    def over(self, match: Match, a: Slots, b: Slots, lexicon: Lexicon) -> Match:
        """Return the verdict with what people said of it, where the rules leave it open."""
        reply = self.word(a, b)
        if reply is None or not _left_open(a, b, match.rule, match.verdict, lexicon):
            return match
        said = self.ruled(pair_of(a, b)[0])
        why = _("{who} {day} 定的：{reply}。").format(
            who=said.who if said else "", day=f"{said.at:%Y-%m-%d}" if said else "", reply=words(reply)
        )
        if reply is Reply.SAME:
            why += _("可是有一张表把两栏并排着问，没有合成一项。")
        verdict = _VERDICTS.get(reply, Verdict.UNSURE)
        return Match(match.a, match.b, verdict, None, why, RULE, match.slot, None, match.lexicon)

    @cached_property
    def sides(self) -> Mapping[str, SidesOf]:
        """What people set apart though its slot key is one, by key and mark."""
        words = (
            (each.keys, self.ruled(each.pair)) for each in self.pairs.values() if each.keys[0] == each.keys[1]
        )
        apart = ((keys[0], word) for keys, word in words if word is not None and word.reply in _VERDICTS)
        return sides(apart, lambda context: mark(parse(context, default())))

    @property
    def alike(self) -> tuple[tuple[str, str], ...]:
        """Pairs of different slot keys under one subject that were said to be the same, sorted."""
        return tuple(sorted({(each.a, each.b) for each in self.ties if each.pair not in self.waiting}))

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The same pairs with their ids, those that wait among them."""
        return _ties(self.pairs.values())


NONE = Rulings()


def words(reply: Reply) -> str:
    """A reply in words."""
    return {
        Reply.SAME: _("同一项"),
        Reply.HOLDS: _("前一个含后一个"),
        Reply.HELD: _("后一个含前一个"),
        Reply.DIFFERENT: _("不同"),
        Reply.UNKNOWN: _("说不准"),
        Reply.REPEATED: _("一张表里问了两遍"),
        Reply.APART: _("一张表里的两项"),
    }[reply]


def mark(slots: Slots, *, rows: bool = True) -> str:
    """What an item asks, of what kind of row (residents and their households, places and looks at them are of one kind); of a word that says little by itself
    also in which form, in any year. Without `rows` the words alone."""
    told = slots.generic or slots.bound or (bool(slots.series) and not _lasting(slots))
    listing = WHEN.sub("", slots.listing or "") if told else ""
    return "|".join(((slots.realm or slots.entity or slots.group or "") if rows else "", slots.key, listing))


def _lasting(slots: Slots) -> bool:
    """A credit code is the same in every round of inspections, a telephone that an inspector wrote down need not be."""
    concept = default().concepts.get(slots.concept or "")
    return concept is not None and concept.object in _LASTING and not slots.role and not slots.quantity


def pair_of(a: Slots, b: Slots) -> tuple[str, bool]:
    """Return the pair's id, and whether its own order is the other way round. Two wordings that meet where rows are alike are one pair wherever they meet."""
    rows = a.key == b.key or a.realm != b.realm
    one, other = mark(a, rows=rows), mark(b, rows=rows)
    both = "\n".join(sorted((one, other)))
    return hashlib.sha256(both.encode()).hexdigest()[:16], other < one


def _left_open(a: Slots, b: Slots, rule: str, verdict: Verdict, lexicon: Lexicon) -> bool:
    """Tell whether the rules leave it to people: they are unsure, or call distinct only what they know no words for, whether or not anybody is asked.
    So what was said once stays when the scale of doubt is fitted again."""
    if verdict is Verdict.UNSURE:
        return True
    return verdict is Verdict.DISTINCT and (rule == SORT or is_open(a, b, rule, lexicon))


def _likely(a: Slots, b: Slots, lexicon: Lexicon) -> float:
    return chance(a, b, by_rules(a, b, lexicon)[0], lexicon)


def varies(a: Slots, b: Slots) -> bool:
    """Tell whether the answer differs from row to row: a mother may be the guardian, and may not. No word settles that."""
    return bool(a.role and b.role) and a.role != b.role


def sampled(pair: str) -> bool:
    """Tell whether two persons look at a pair: chosen by its id, so that nobody can choose."""
    return int(pair, 16) % EVERY == 0


def rulings(said: Iterable[Said], lexicon: Lexicon | None = None) -> Rulings:
    """Gather what people said, oldest first."""
    known = lexicon or default()
    found: dict[str, list[Said]] = {}
    about: dict[str, tuple[tuple[str, str], str, bool, float]] = {}
    spoken: defaultdict[str, list[Spoken]] = defaultdict(list)
    twice: dict[str, Said] = {}
    for each in said:
        if each.reply.of_one_form:
            twice[id_of(each.a, each.b)] = each
            continue
        if is_point(each.a) and is_point(each.b):
            pair, swapped = _point(each, about)
            found.setdefault(pair, []).append(_turned(each) if swapped else each)
            continue
        a, b = parse(each.a, known), parse(each.b, known)
        pair, swapped = pair_of(a, b)
        first, second = (b, a) if swapped else (a, b)
        for side, context in ((a, each.a), (b, each.b)):
            spoken[side.key].append((side, context))
        rule, outcome = decide_slots(first, second, known)
        open_ = _left_open(first, second, rule, outcome.verdict, known) and not varies(a, b)
        about[pair] = (
            (first.key, second.key),
            rule,
            not open_,
            _likely(first, second, known) if open_ else 0.5,
        )
        found.setdefault(pair, []).append(_turned(each) if swapped else each)
    pairs = {pair: Ruling(pair, *about[pair], tuple(those)) for pair, those in found.items()}
    ties = _ties(pairs.values())
    odds = odds_of(ties, _apart(pairs.values()), spoken, known)
    out = waiting(ties, odds)
    return Rulings(pairs, _roots([each for each in ties if each.pair not in out]), odds, out, twice)


def _point(said: Said, about: dict[str, tuple[tuple[str, str], str, bool, float]]) -> tuple[str, bool]:
    """A pair of check points ties what is kept of both where it says whether all is well; else it ties nothing."""
    a, b = reading_of(said.a), reading_of(said.b)
    pair, swapped = point_pair(a, b)
    keys = [point_key(each) if is_judged(each) else None for each in ((b, a) if swapped else (a, b))]
    tied = (keys[0] or "", keys[1] or "") if all(keys) else ("", "")
    about[pair] = (tied, POINT_RULE, decide_points(a, b).verdict is not Verdict.UNSURE, 0.5)
    return pair, swapped


def in_order(a: ItemContext, b: ItemContext, lexicon: Lexicon | None = None) -> tuple[str, bool]:
    """Return the id of a pair of items, and whether its own order is the other way round."""
    if is_point(a) and is_point(b):
        return point_pair(reading_of(a), reading_of(b))
    known = lexicon or default()
    return pair_of(parse(a, known), parse(b, known))


def _turned(said: Said) -> Said:
    return Said(said.b, said.a, said.reply.turned, said.who, said.by, said.at, said.source, said.number)


def _ties(found: Iterable[Ruling]) -> tuple[Tie, ...]:
    """Pairs of different keys that were said to be the same."""
    words = ((each, each.word) for each in found if each.keys[0] != each.keys[1])
    return tuple(
        Tie(*each.keys, each.pair) for each, word in words if word is not None and word.reply is Reply.SAME
    )


def _apart(found: Iterable[Ruling]) -> list[tuple[str, str, str]]:
    """Pairs of which people said something else."""
    words = ((each, each.word) for each in found)
    return [
        (*each.keys, each.pair) for each, word in words if word is not None and word.reply is not Reply.SAME
    ]


def _roots(ties: Sequence[Tie]) -> dict[str, str]:
    chains = Chains(ties)
    return {key: chains.root(key) for part in chains.parts() for key in part}
