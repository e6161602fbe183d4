"""Whom and what a post took out of its ledger."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.privacy.shown import plain
from qingzhuang.store.clock import CHINA
from qingzhuang.store.ledger.report import Decision
from qingzhuang.web.ledger.shown import covered, name_of, tail_of


@dataclass(frozen=True, slots=True)
class Out:
    """One decision: who, when, why."""

    number: int
    name: str
    tail: str
    on: str
    reason: str


@dataclass(frozen=True, slots=True)
class OutPage:
    """All that the template needs."""

    whose: str
    outs: tuple[Out, ...]
    told: str


def out_page(whose: str, found: Sequence[Decision], told: str) -> OutPage:
    """Lay out what was taken out, the last first."""
    return OutPage(whose, tuple(_out(each) for each in found), told)


def _out(each: Decision) -> Out:
    day = each.signed.at.astimezone(CHINA)
    reason = covered(plain(_(each.signed.reason)))
    return Out(each.number, name_of(each.subject), tail_of(each.subject), f"{day:%Y-%m-%d}", reason)
