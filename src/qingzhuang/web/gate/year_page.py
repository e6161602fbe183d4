"""An office's own year: what its forms ask, how often, how much of it others ask too, what it costs; no village, no person."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.year.due import month_of
from qingzhuang.language import gettext as _
from qingzhuang.model.work import Sent, Stage
from qingzhuang.store.gate.own_year import Asking
from qingzhuang.web import words
from qingzhuang.web.drawing import Drawing, bar
from qingzhuang.web.gate.columns import name_of
from qingzhuang.web.gate.forms import often

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class FormRow:
    """One form: how often, to how many posts, how many columns, which of them others ask too, minutes of a year at all posts."""

    sent: Sent
    admitted: bool
    often: str
    posts: str
    columns: str
    shared: str
    which: str
    also: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MonthRow:
    """How many sheets come due in a month, one a form, a post and a time."""

    name: str
    sheets: str
    drawing: Drawing
    bare: int


@dataclass(frozen=True, slots=True)
class IssuerYearPage:
    """All that the template needs."""

    as_of: str
    sheets: str
    forms: str
    columns: str
    shared: str
    before: str
    after: str
    rows: tuple[FormRow, ...]
    months: tuple[MonthRow, ...]


def issuer_year_page(found: Sequence[Asking], day: date) -> IssuerYearPage:
    """Lay out an office's year; forms in the order in which they were sent, the latest first."""
    due = Counter[str]()
    for each in found:
        for one in each.days:
            due[month_of(one)] += each.posts
    return IssuerYearPage(
        words.day(day),
        words.number(sum(due.values())),
        words.number(len(found)),
        words.number(sum(len(each.columns) for each in found)),
        words.number(sum(len(each.shared) for each in found)),
        *_minutes([sum(each.minutes[at] for each in found) for at in (0, 1)]),
        tuple(map(_row, found)),
        _months(due),
    )


def _row(each: Asking) -> FormRow:
    sent = each.sent
    return FormRow(
        sent,
        sent.stage is Stage.ADMITTED,
        often(sent.times_per_year),
        words.number(each.posts),
        words.number(len(each.columns)),
        words.number(len(each.shared)) if each.shared else "",
        _named([name_of(column) for column in each.shared]),
        _named(each.also),
        *_minutes(each.minutes),
    )


def _minutes(minutes: Sequence[float]) -> tuple[str, str]:
    """Both, or neither where nobody weighed."""
    by_hand, asked = minutes
    return (words.duration(by_hand), words.duration(asked)) if by_hand else ("", "")


def _months(due: Counter[str]) -> tuple[MonthRow, ...]:
    longest = max(due.values(), default=0)
    return tuple(
        MonthRow(words.month(each), words.number(due[each]), bar(due[each], due[each], longest), due[each])
        for each in sorted(due)
    )


def _named(names: Sequence[str]) -> str:
    more = _("等") if len(names) > _SHOWN else ""
    return _("、").join(names[:_SHOWN]) + more
