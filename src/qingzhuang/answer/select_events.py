"""What a record of visits, checks or patrols lists: the events of the form's period that the ledger holds."""

import re
from collections.abc import Sequence
from datetime import date
from gettext import gettext as _

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Period
from qingzhuang.model.problem import Problem, Severity

_KEY = re.compile(r"^(?P<kind>[^;]*);日=(?P<day>[^;]*)(?:;|$)")


def of_period(events: Sequence[Subject], entity: str, period: Period | None) -> list[Subject]:
    """Keep the events of a kind (走访, 检查) whose day lies in the period; a period that is not known limits nothing."""
    return [each for each in events if _is_of(each, entity) and _lies_in(_day(each), period)]


def of_title(
    events: Sequence[Subject], title: str, resolver: Resolver
) -> tuple[tuple[Subject, ...], tuple[Subject, ...]]:
    """Return the events that records of just this kind hold, and those of which nobody can tell: a fire check is no
    check of forests."""
    chosen = [each for each in events if resolver.rolls.named_alike(each, title)]
    return tuple(chosen), tuple(each for each in events if each not in chosen)


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
