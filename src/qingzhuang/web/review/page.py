"""The page of one pair: both items with what stands around them, one button for each answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.match.grouping.rulings import Rulings, State
from qingzhuang.match.people.agreement import agreement
from qingzhuang.match.people.queue import Question, Ranked, Side, why_now
from qingzhuang.match.people.told import agreement_words, told_of
from qingzhuang.model.review import Reply
from qingzhuang.store.pairs.at_hand import AtHand
from qingzhuang.web.review.alarm_page import AlarmCard, alarm_cards
from qingzhuang.web.review.said_page import SaidLine, said_lines
from qingzhuang.web.review.twice_page import TwiceLine, twice_lines

KEYS = (
    ("1", Reply.SAME, later("同一项")),
    ("2", Reply.HOLDS, later("甲更宽，含乙")),
    ("3", Reply.HELD, later("乙更宽，含甲")),
    ("4", Reply.DIFFERENT, later("不同的两项")),
    ("5", Reply.UNKNOWN, later("说不准，放到最后")),
)
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class SideCard:
    """One item with what stands around it."""

    name: str
    label: str
    told: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """`pair` is empty where nothing is left; `together` are pairs that are never made one."""

    pair: str
    left: int
    why: str
    freed: str
    disputed: bool
    sides: tuple[SideCard, ...]
    said: tuple[SaidLine, ...]
    every: int
    together: tuple[str, ...]
    agreement: str
    told: str = ""
    just: SaidLine | None = None
    alarms: tuple[AlarmCard, ...] = ()
    twice: tuple[TwiceLine, ...] = ()
    keys: tuple[tuple[str, Reply, str], ...] = KEYS


def review_page(
    left: Sequence[Ranked],
    at_hand: AtHand,
    said: Rulings,
    who: str,
    told: str = "",
    *,
    keeper: bool = False,
    just: int = 0,
) -> ReviewPage:
    """Lay out the first pair that is left to a person; a keeper sees everybody's replies; `just` is the one that was given last."""
    by = "" if keeper else who
    lines = said_lines(said, by, who)
    first = left[0] if left else None
    found = agreement(said)
    return ReviewPage(
        pair=first.question.pair if first else "",
        left=len(left),
        why=why_now(first.question) if first else "",
        freed=_freed(first) if first else "",
        disputed=first is not None and first.state is State.DISPUTED,
        sides=_sides(first.question) if first else (),
        said=lines[:_SHOWN],
        every=len(lines),
        together=tuple(f"{e.a.context.label} ~ {e.b.context.label}" for e in at_hand.questions if e.together)[
            :_SHOWN
        ],
        agreement=agreement_words(found),
        told=told,
        just=next((each for each in lines if each.number == just), None),
        alarms=alarm_cards(said, at_hand.ground, by),
        twice=twice_lines(at_hand.twice, said),
    )


def _freed(ranked: Ranked) -> str:
    told = _("如果是同一项，一年少问 {count} 次。").format(count=f"{ranked.question.freed:,.0f}")
    more = ranked.question.places - 1
    return told + (_("另有 {n} 处也是这两个叫法，答一次都算。").format(n=more) if more else "")


def _sides(question: Question) -> tuple[SideCard, ...]:
    return tuple(_card(name, side) for name, side in ((_("甲"), question.a), (_("乙"), question.b)))


def _card(name: str, side: Side) -> SideCard:
    more = ((_("共几张表"), str(side.forms)),) if side.forms > 1 else ()
    return SideCard(name, side.context.label, (*told_of(side), *more))
