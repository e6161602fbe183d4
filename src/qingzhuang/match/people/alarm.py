"""Alarms: words of people that contradict each other, the rules, or a form that asks two things side by side. Each says the pair
that is held apart, the chain that would join it, and what to do."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.at_odds import Odds
from qingzhuang.match.grouping.chains import Chains
from qingzhuang.match.grouping.rulings import Ruling, Rulings, State, words
from qingzhuang.match.people.ground import NOWHERE, Ground
from qingzhuang.match.people.steps import Step, laid_out
from qingzhuang.match.people.told import named
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext

_MOST = 50


class Against(StrEnum):
    """What holds a pair apart."""

    PERSONS = "persons"  # two persons said different things of one pair
    WORDS = "words"  # a chain of words against another word
    RULES = "rules"  # a chain of words against the rules
    FORM = "form"  # a chain of words against a form that asks both side by side


@dataclass(frozen=True, slots=True)
class Alarm:
    """`a` and `b` are the pair that is held apart, `why` says by whom, `chain` what would join it, step by step, `cure` what to do;
    `said` are the words that hold it apart."""

    against: Against
    a: ItemContext
    b: ItemContext
    why: str
    chain: tuple[Step, ...]
    cure: str
    said: tuple[Said, ...] = ()


def alarms(said: Rulings, ground: Ground = NOWHERE) -> tuple[Alarm, ...]:
    """Return what cannot all be right, disputes of persons first."""
    disputes = [
        _dispute(each) for each in said.pairs.values() if each.state is State.DISPUTED and not each.vetoed
    ]
    chains = Chains((*ground.ties, *said.ties))
    found = [(chains.root(each.a), _odds(each, said, ground)) for each in said.odds]
    found += _beside(said, ground, chains) if said.ties else ()
    return tuple([*disputes, *_first(found)][:_MOST])


def _first(found: Iterable[tuple[str, Alarm]]) -> Iterator[Alarm]:
    """One alarm of all that hangs together, that of the shortest chain: once it is untied the others are told anew."""
    parts: dict[str, list[Alarm]] = {}
    for root, each in found:
        parts.setdefault(root, []).append(each)
    for those in parts.values():
        first, more = min(those, key=lambda each: len(each.chain)), len(those) - 1
        told = _("这一串里还有 {n} 处对不上，理好这一处再看。").format(n=more) if more else ""
        yield replace(first, cure=first.cure + told)


def joined(keys: Iterable[str], chains: Chains) -> tuple[tuple[str, str], ...]:
    """Pairs of keys of one form that hang together."""
    return tuple((a, b) for a, b in combinations(sorted(set(keys)), 2) if chains.root(a) == chains.root(b))


def _dispute(ruling: Ruling) -> Alarm:
    latest = _spoken(ruling)
    return Alarm(
        Against.PERSONS,
        latest[0].a,
        latest[0].b,
        _("；").join(_("{who}说{reply}").format(who=each.who, reply=words(each.reply)) for each in latest),
        (),
        _("这一对先不用，又排回要对的里面。请几位商量好，各自再按一次；或者撤回说错的那一条。"),
        latest,
    )


def _odds(odds: Odds, said: Rulings, ground: Ground) -> Alarm:
    if not odds.pair and odds.one is not None and odds.other is not None:
        ends = odds.one, odds.other
        chain = laid_out(odds.chain, ends, said.pairs, ground.equal)
        return Alarm(Against.RULES, *ends, _("词库说：{why}").format(why=odds.why), chain, _untie(chain))
    against = _spoken(said.pairs[odds.pair])
    ends = against[-1].a, against[-1].b
    chain = laid_out(odds.chain, ends, said.pairs, ground.equal)
    why = _("{who}说{a}和{b}：{reply}。").format(
        who=_("、").join(each.who for each in against),
        a=named(ends[0]),
        b=named(ends[1]),
        reply=words(against[-1].reply),
    )
    return Alarm(Against.WORDS, *ends, why, chain, _untie(chain), against)


def _spoken(ruling: Ruling) -> tuple[Said, ...]:
    """The last word of each person who had one."""
    return tuple(each for each in ruling.latest.values() if each.reply is not Reply.UNKNOWN)


def _beside(said: Rulings, ground: Ground, chains: Chains) -> Iterator[tuple[str, Alarm]]:
    """Chains that would join two items of one form; what the rules alone join so is told as a repeat, not here."""
    told: set[tuple[str, str]] = set()
    for sheet in ground.sheets:
        items = sheet.items
        for pair in joined(items, chains):
            way = chains.between(*pair)
            if pair in told or not any(each.pair for each in way):
                continue
            told.add(pair)
            why = _("《{form}》把这两栏并排着问。").format(form=sheet.title)
            ends = items[pair[0]], items[pair[1]]
            chain = laid_out(way, ends, said.pairs, ground.equal)
            yield chains.root(pair[0]), Alarm(Against.FORM, *ends, why, chain, _ask(chain))


def _untie(chain: Sequence[Step]) -> str:
    told = _(
        "这一串先都不用，免得填错。请看是哪一步说错了，撤回它；都没错，就是有一栏在两张表里意思不同，把那一步改成“不同”。"
    )
    return told + _of_lexicon(chain)


def _ask(chain: Sequence[Step]) -> str:
    told = _(
        "在这张表上，这一串不拿来填，免得填错。两栏真是一回事，请发表单位删掉一栏；是两回事，这一串里总有一步说错了，请撤回它。"
    )
    return told + _of_lexicon(chain)


def _of_lexicon(chain: Sequence[Step]) -> str:
    """A step of the lexicon cannot be taken back by those who look."""
    if all(each.by_people for each in chain):
        return ""
    return _("词库连的那一步撤不回；要是它连错了，撤回它前后人说的那一步，这一串也就断了。")
