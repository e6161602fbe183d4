"""The months as one figure: two lines, and the same figures as a table that says how each is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile

from qingzhuang.language import gettext as _
from qingzhuang.pipeline.overview import Moment
from qingzhuang.web import words
from qingzhuang.web.drawing import Curve, Drawing, bar, curve


@dataclass(frozen=True, slots=True)
class Step:
    """One month; `minutes` are before and after, `noted`: written down then."""

    month: str
    before: str
    after: str
    how: str
    minutes: tuple[float, float]
    noted: bool
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Course:
    """The months since the first demand; no curve before a second month."""

    curve: Curve | None
    rows: tuple[Step, ...]
    first: str
    last: str


def course_of(shown: Sequence[Moment]) -> Course:
    """Lay out the months, the present one last."""
    moments = [*dropwhile(lambda each: not each.before, shown)] or [shown[-1]]
    longest = max(each.before for each in moments)
    rows = tuple(_step(each, longest, last=each is moments[-1]) for each in moments)
    first, last = rows[0], rows[-1]
    label = _("{first} 还剩 {a}，{last} 还剩 {b}").format(
        first=first.month, a=first.after, last=last.month, b=last.after
    )
    lines = tuple(each.before for each in moments), tuple(each.after for each in moments)
    return Course(curve(*lines, label) if len(moments) > 1 else None, rows, first.after, last.after)


def _step(moment: Moment, longest: float, *, last: bool) -> Step:
    return Step(
        _("{year} 年 {month} 月").format(year=moment.day.year, month=moment.day.month),
        words.duration(moment.before),
        words.duration(moment.after),
        _how(moment, last=last),
        (round(moment.before, 1), round(moment.after, 1)),
        moment.noted or last,
        bar(moment.before, moment.after, longest),
    )


def _how(moment: Moment, *, last: bool) -> str:
    if last:
        return _("今天")
    return _("{day} 日记下").format(day=moment.day.day) if moment.noted else _("后来推算")
