"""What a record of visits, checks or patrols lists: the events of the form's period that the ledger holds."""

import re
from collections.abc import Sequence
from datetime import date

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Period
from qingzhuang.model.problem import Problem, Severity

_SHORTEST, _NAME = 2, 16  # of a matter; of what names it: contents of meetings mention many things
_KEY = re.compile(r"^(?P<kind>[^;]*);日=(?P<day>[^;]*)(?:;|$)")


def of_period(events: Sequence[Subject], period: Period | None) -> list[Subject]:
    """Keep the events whose day lies in the period; a period that is not known limits nothing."""
    return [each for each in events if _lies_in(_day(each), period)]


def of_title(
    events: Sequence[Subject], title: str, entity: str, resolver: Resolver
) -> tuple[tuple[Subject, ...], tuple[Subject, ...]]:
    """Return the events that records of just this kind hold or that speak of what the title speaks of, and those of the
    same sort of which nobody can tell: a fire check is no check of forests."""
    chosen = [
        each
        for each in events
        if resolver.rolls.named_alike(each, title) or _speaks_of(each, title, resolver)
    ]
    undecided = [each for each in events if each not in chosen and _is_of(each, entity)]
    return tuple(chosen), tuple(undecided)


def _speaks_of(event: Subject, title: str, resolver: Resolver) -> bool:
    """Tell whether a record of a wider kind is about the title's matter: a 巡查记录 of 上坪水库 is a 水库巡查记录."""
    asked = resolver.rolls.core(title, event.kind)
    for core in resolver.rolls.cores(event):
        matter = asked.replace(core, "", 1) if core and core in asked else ""
        said = (str(resolver.value(event, key) or "") for key in resolver.view.elements(event))
        if len(matter) >= _SHORTEST and any(matter in text for text in said if len(text) <= _NAME):
            return True
    return False


def told(file: str, chosen: int, undecided: int, period: Period | None) -> tuple[Problem, ...]:
    """Say what was listed (QZ-F108): events are never made up, and those of other records stay out."""
    span = period.text if period is not None and period.text else _("台账里所有日期")
    message = _("这是一次一行的记录：列上了台账里有的 {count} 次（{span}），没有记过的不补。").format(
        count=chosen, span=span
    )
    if undecided:
        message += _("另有 {count} 次记在别的记录里，看不出是不是这一类，没有列。").format(count=undecided)
    return (Problem("QZ-F108", file, message, _("缺的请先记进台账，或用 --rows all 全列。"), Severity.NOTE),)


def _is_of(event: Subject, entity: str) -> bool:
    found = _KEY.match(event.key)
    return found is not None and (not entity or found["kind"] == entity)


def _day(event: Subject) -> date | None:
    found = _KEY.match(event.key)
    return as_date(found["day"]) if found else None


def _lies_in(day: date | None, period: Period | None) -> bool:
    if period is None or period.start is None or period.end is None:
        return True
    return day is not None and period.start <= day <= period.end
