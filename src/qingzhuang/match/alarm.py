"""Alarms: words of people that contradict each other, the rules, or a form that asks two things side by side. Each says the pair
that is held apart, the chain that would join it, and what to do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from qingzhuang.language import gettext as _
from qingzhuang.match.at_odds import Odds
from qingzhuang.match.chains import Chains, Tie
from qingzhuang.match.ground import NOWHERE, Ground, Sheet
from qingzhuang.match.rulings import Ruling, Rulings, State, words
from qingzhuang.model.review import Reply, Said

_MOST = 50


class Against(StrEnum):
    """What holds a pair apart."""

    PERSONS = "persons"  # two persons said different things of one pair
    WORDS = "words"  # a chain of words against another word
    RULES = "rules"  # a chain of words against the rules
    FORM = "form"  # a chain of words against a form that asks both side by side


@dataclass(frozen=True, slots=True)
class Step:
    """One pair of a chain, by its labels: what people said of it, or nothing where the rules alone make it one."""

    a: str
    b: str
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Alarm:
    """`a` and `b` are the pair that is held apart, `why` says by whom, `chain` what would join it, `cure` what to do;
    `said` are the words that hold it apart."""

    against: Against
    a: str
    b: str
    why: str
    chain: tuple[Step, ...]
    cure: str
    said: tuple[Said, ...] = ()


def alarms(said: Rulings, ground: Ground = NOWHERE) -> tuple[Alarm, ...]:
    """Return what cannot all be right, disputes of persons first."""
    names = _names(said.pairs.values(), ground.sheets)
    disputes = [
        _dispute(each) for each in said.pairs.values() if each.state is State.DISPUTED and not each.vetoed
    ]
    chains = Chains((*ground.equal, *said.ties))
    found = [(chains.root(each.a), _odds(each, said, names)) for each in said.odds]
    found += _beside(said, ground, names, chains) if said.ties else ()
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
        latest[0].a.label,
        latest[0].b.label,
        _("；").join(_("{who}说{reply}").format(who=each.who, reply=words(each.reply)) for each in latest),
        (),
        _("这一对先不用，又排回要对的里面。请几位商量好，各自再按一次；或者撤回说错的那一条。"),
        latest,
    )


def _odds(odds: Odds, said: Rulings, names: Mapping[str, str]) -> Alarm:
    a, b = names.get(odds.a, odds.a), names.get(odds.b, odds.b)
    chain = _chain(odds.chain, said, names)
    if not odds.pair:
        why = _("词库说：{why}").format(why=odds.why)
        return Alarm(Against.RULES, a, b, why, chain, _untie())
    against = _spoken(said.pairs[odds.pair])
    why = _("{who}说“{a}”和“{b}”：{reply}。").format(
        who=_("、").join(each.who for each in against),
        a=against[0].a.label,
        b=against[0].b.label,
        reply=words(against[0].reply),
    )
    return Alarm(Against.WORDS, a, b, why, chain, _untie(), against)


def _spoken(ruling: Ruling) -> tuple[Said, ...]:
    """The last word of each person who had one."""
    return tuple(each for each in ruling.latest.values() if each.reply is not Reply.UNKNOWN)


def _beside(
    said: Rulings, ground: Ground, names: Mapping[str, str], chains: Chains
) -> Iterator[tuple[str, Alarm]]:
    """Chains that would join two items of one form; what the rules alone join so is told as a repeat, not here."""
    told: set[tuple[str, str]] = set()
    for sheet in ground.sheets:
        asks = dict(sheet.asks)
        for pair in joined(asks, chains):
            way = chains.between(*pair)
            if pair in told or not any(each.pair for each in way):
                continue
            told.add(pair)
            why = _("《{form}》把这两栏并排着问。").format(form=sheet.title)
            known = {**names, **asks}
            chain = _chain(way, said, known)
            alarm = Alarm(Against.FORM, asks[pair[0]], asks[pair[1]], why, chain, _ask())
            yield chains.root(pair[0]), alarm


def _chain(ties: Sequence[Tie], said: Rulings, names: Mapping[str, str]) -> tuple[Step, ...]:
    return tuple(
        Step(
            names.get(each.a, each.a),
            names.get(each.b, each.b),
            tuple(said.pairs[each.pair].latest.values()) if each.pair else (),
        )
        for each in ties
    )


def _names(rulings: Iterable[Ruling], sheets: Iterable[Sheet]) -> dict[str, str]:
    """A label for each key: as people saw it, else as a form prints it."""
    found: dict[str, str] = {}
    for sheet in sheets:
        for key, label in sheet.asks:
            found.setdefault(key, label)
    for each in rulings:
        one = each.said[-1]
        found |= {each.keys[0]: one.a.label, each.keys[1]: one.b.label}
    return found


def _untie() -> str:
    return _(
        "这一串先都不用，免得填错。请看是哪一步说错了，撤回它；都没错，就是有一栏在两张表里意思不同，把那一步改成“不同”。"
    )


def _ask() -> str:
    return _(
        "在这张表上，这一串不拿来填，免得填错。两栏真是一回事，请发表单位删掉一栏；是两回事，这一串里总有一步说错了，请撤回它。"
    )
