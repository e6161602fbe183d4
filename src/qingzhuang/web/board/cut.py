"""The cut list: what could go, how many minutes that frees, how they were counted, who decides."""

from dataclasses import dataclass

from qingzhuang.account.propose.proposal import Kind, Proposal
from qingzhuang.account.weighing import Weighing
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.problem import Problem
from qingzhuang.web import words
from qingzhuang.web.sums import whole

MOST = 60
MOST_NAMED = 3
KINDS = {
    Kind.CANCEL: later("取消"),
    Kind.MERGE: later("合并"),
    Kind.SLOW_DOWN: later("降频"),
    Kind.DERIVE: later("推算"),
    Kind.TAKE_OVER: later("接管"),
}
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class CutRow:
    """One proposal; `formula` gives the minutes of a year, `frees` is a month's."""

    kind: str
    forms: str
    what: str
    why: str
    check: str
    frees: str
    formula: str
    issuers: str


@dataclass(frozen=True, slots=True)
class CutPage:
    """All that the template needs. Rows stand by what they free, never by who asked."""

    rows: tuple[CutRow, ...]
    frees: str
    more: int
    unread: tuple[Problem, ...]
    forms: int


NO_CUTS = CutPage((), "", 0, (), 0)


def cut_page(weighing: Weighing) -> CutPage:
    """Lay out the proposals of a weighing."""
    ranked = sorted(weighing.proposals, key=lambda each: -each.frees.minutes.likely)
    monthly = whole([each.frees.minutes.likely / _MONTHS for each in ranked])
    return CutPage(
        tuple(_row(each, minutes) for each, minutes in zip(ranked[:MOST], monthly, strict=False)),
        words.duration(sum(monthly)),
        max(0, len(ranked) - MOST),
        weighing.unread,
        len(weighing.tally.demands),
    )


def _row(each: Proposal, minutes: int) -> CutRow:
    more = _(" 等 {n} 张").format(n=len(each.forms)) if len(each.forms) > MOST_NAMED else ""
    return CutRow(
        KINDS[each.kind],
        _("、").join(_stem(form) for form in each.forms[:MOST_NAMED]) + more,
        each.what,
        each.why,
        each.check,
        words.duration(minutes),
        each.frees.formula,
        _("、").join(dict.fromkeys(each.issuers)),
    )


def _stem(file: str) -> str:
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
