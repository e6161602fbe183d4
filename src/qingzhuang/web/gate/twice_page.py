"""Columns that a draft seems to ask twice: what was found, what its issuer said of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.repeats import Twice
from qingzhuang.match.grouping.rulings import Rulings
from qingzhuang.model.review import Reply
from qingzhuang.privacy.shown import plain
from qingzhuang.store.clock import CHINA


@dataclass(frozen=True, slots=True)
class TwiceCard:
    """One pair of columns. `said` is what was said of it in words (empty: nobody has), `other` the answer that was not given."""

    id: str
    why: str
    said: str
    other: str


def twice_cards(found: Iterable[Twice], said: Rulings) -> tuple[TwiceCard, ...]:
    """Lay the pairs out, those that nobody has answered first."""
    cards = [_card(each, said) for each in found]
    return tuple(sorted(cards, key=lambda each: bool(each.said)))


def _card(twice: Twice, said: Rulings) -> TwiceCard:
    word = said.twice.get(twice.id)
    if word is None:
        return TwiceCard(twice.id, plain(twice.why), "", "")
    repeated = word.reply is Reply.REPEATED
    told = (
        _("是同一项，村里答一次，两栏都有；短表里只留一栏。")
        if repeated
        else _("是两项，村里各答各的。名称看着一样，请在表上写明差别。")
    )
    who = _("{who} {day} 定的：").format(who=word.who, day=f"{word.at.astimezone(CHINA):%Y-%m-%d}")
    other = Reply.APART if repeated else Reply.REPEATED
    return TwiceCard(twice.id, plain(twice.why), who + told, other.value)
