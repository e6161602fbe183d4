"""Slow down: a form that comes more often than anything on it changes."""

from collections.abc import Iterator

from qingzhuang.account.propose.proposal import Kind, Proposal, Remaining
from qingzhuang.account.rates import Rates
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.element import SubjectKind

STEPS = ((1.0, later("每年")), (2.0, later("每半年")), (4.0, later("每季")), (12.0, later("每月")))
YEAR = 365.0


def propose(rest: list[Remaining], rates: Rates) -> Iterator[Proposal]:
    """Yield one proposal per form whose facts all last longer than its interval. Events are reported as they happen."""
    for each in rest:
        wanted = _needed(each)
        now = each.load.demand.times_per_year
        if wanted is None or wanted[0] >= now:
            continue
        yield Proposal(
            Kind.SLOW_DOWN,
            (each.load.demand.form.file,),
            (each.load.demand.issuer.name,),
            _("一年 {now:g} 次改为{step}一次，中间只报变动").format(now=now, step=wanted[1]),
            _("表上各栏变得都没有这么快"),
            _("请发表单位核对：是否有别的规定要求这个频次"),
            each.slow_to(wanted[0], rates),
        )


def _needed(each: Remaining) -> tuple[float, str] | None:
    """The slowest step that still keeps up with the fastest-changing fact, or None where that cannot be said."""
    if (
        not each.items
        or not each.handed
        or any(_unknown_pace(asked.fact, asked.about) for asked in each.items)
    ):
        return None
    pace = max((YEAR / asked.lasts_days for asked in each.items if asked.lasts_days), default=1.0)
    return next(((times, name) for times, name in STEPS if times >= pace), None)


def _unknown_pace(fact: str, about: SubjectKind | None) -> bool:
    return not fact or about in (None, SubjectKind.EVENT)
