"""All that was said of pairs, newest first: found by words, a page at a time, each with the way back."""

from dataclasses import dataclass
from urllib.parse import urlencode

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.rulings import Ruling, Rulings, State, words
from qingzhuang.match.people.told import named
from qingzhuang.model.review import Said
from qingzhuang.store.clock import CHINA

AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One reply that may be taken back; `state` says in words whether it counts, `where` the two items with their forms."""

    number: int
    pair: str
    where: tuple[str, str]
    reply: str
    when: str
    who: str
    state: str


@dataclass(frozen=True, slots=True)
class SaidPage:
    """One page of the list; `every` counts all, `found` what was sought."""

    lines: tuple[SaidLine, ...]
    every: int
    found: int
    sought: str
    part: int
    parts: int

    @property
    def before(self) -> str:
        """The address of the page before."""
        return f"?{urlencode({'q': self.sought, 'p': self.part - 1})}"

    @property
    def after(self) -> str:
        """The address of the next page."""
        return f"?{urlencode({'q': self.sought, 'p': self.part + 1})}"


def said_page(said: Rulings, by: str, who: str, sought: str, part: int) -> SaidPage:
    """Lay out a page (from 1; beyond the last one: the last) of what a person may see (`by` empty: all that is not blind)."""
    every = said_lines(said, by, who)
    seek = sought.split()
    found = [each for each in every if all(word in _text(each) for word in seek)]
    parts = max(1, -(-len(found) // AT_ONCE))
    part = min(max(part, 1), parts)
    lines = tuple(found[(part - 1) * AT_ONCE : part * AT_ONCE])
    return SaidPage(lines, len(every), len(found), sought, part, parts)


def said_lines(said: Rulings, by: str, who: str) -> tuple[SaidLine, ...]:
    """All replies, the last one first. Of a pair that waits for a second person nobody is shown another's word: he may be that person."""
    found = [
        (one, _counts(said, ruling, one))
        for ruling in said.pairs.values()
        for one in ruling.said
        if (not by and ruling.state is not State.HALF) or one.by == who
    ]
    found += [(each, _("在用")) for each in said.twice.values() if not by or each.by == who]
    found.sort(key=lambda each: -each[0].number)
    return tuple(_line(one, state) for one, state in found)


def _text(line: SaidLine) -> str:
    return " ".join((line.pair, *line.where, line.reply, line.when, line.who, line.state))


def _line(said: Said, state: str) -> SaidLine:
    return SaidLine(
        said.number,
        f"{said.a.label} ~ {said.b.label}",
        (named(said.a), named(said.b)),
        words(said.reply),
        f"{said.at.astimezone(CHINA):%Y-%m-%d}",
        _("{who}（{source}）").format(who=said.who, source=said.source) if said.source else said.who,
        state,
    )


def _counts(said: Rulings, ruling: Ruling, one: Said) -> str:
    if ruling.replaced(one):
        return _("后来改了口，这一条不再算")
    if ruling.vetoed:
        return _("词库和这里说的不一样，没有用")
    if ruling.pair in said.waiting:
        return _("和别的话对不上，先不用")
    return {
        State.SETTLED: _("在用"),
        State.HALF: _("等第二个人看"),
        State.DISPUTED: _("两个人说得不一样，重新看"),
        State.OPEN: _("还没有定"),
    }[ruling.state]
