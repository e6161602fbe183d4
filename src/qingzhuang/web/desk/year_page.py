"""A post's own year: what is asked in which month, and what can be told now so that it is not asked later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.match.wording.element import name_of
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.work import Answer, Task
from qingzhuang.pipeline.post_year import Month, PostYear
from qingzhuang.pipeline.year_by_form import Coming
from qingzhuang.privacy.shown import veiled
from qingzhuang.web import words
from qingzhuang.web.drawing import Drawing, bar

MOST = 12
_KINDS = {
    SubjectKind.PERSON: later("{n} 人"),
    SubjectKind.HOUSEHOLD: later("{n} 户"),
    SubjectKind.PLACE: later("{n} 项"),
    SubjectKind.ORGANISATION: later("{n} 家"),
    SubjectKind.EVENT: later("{n} 次"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A form that a question is for; `task` is the number under which it lies open on the desk, None when it does not."""

    title: str
    task: int | None


@dataclass(frozen=True, slots=True)
class Thing:
    """One kind of question: what, of how many, for which forms; `when` is the month in which it would be asked, `saves` how many
    times of later months an answer saves."""

    what: str
    many: str
    papers: tuple[Paper, ...]
    when: str
    saves: str


@dataclass(frozen=True, slots=True)
class Things:
    """The largest of them, and how many more kinds and questions there are."""

    rows: tuple[Thing, ...]
    count: str
    more: int


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month in the figure and in its table."""

    name: str
    cells: str
    asks: str
    drawing: Drawing
    bare: tuple[int, int]


@dataclass(frozen=True, slots=True)
class DeskYearPage:
    """All that the template needs. `now`: this month's; `early`: asked later, but an answer of today would serve; `later`: cannot
    be told before."""

    as_of: str
    asks: str
    cells: str
    open: str
    least: str
    proven: bool
    months: tuple[MonthRow, ...]
    now: Things
    early: Things
    later: Things
    charts: str


def desk_year_page(year: PostYear, mine: Sequence[Task], *, charts: str) -> DeskYearPage:
    """Lay out a year; `mine` are the post's tasks in force."""
    titles = _papers(mine)
    first = year.months[0].month
    asks = sum(each.asks for each in year.months)
    longest = max(each.cells for each in year.months)
    return DeskYearPage(
        as_of=words.day(year.day),
        asks=words.number(asks),
        cells=words.number(sum(each.cells for each in year.months)),
        open=words.number(sum(each.open for each in year.months)),
        least=words.number(year.least),
        proven=asks == year.least,
        months=tuple(_month(each, longest) for each in year.months),
        now=_things((each for each in year.coming if each.month == first), titles),
        early=_things((each for each in year.coming if each.month > first and each.now), titles),
        later=_things((each for each in year.coming if each.month > first and not each.now), titles),
        charts=charts,
    )


def _papers(mine: Iterable[Task]) -> dict[int, Paper]:
    return {
        each.demand.number: Paper(
            _("《{title}》").format(title=veiled(each.demand.title)),
            each.number if each.said is Answer.OPEN else None,
        )
        for each in mine
    }


def _month(each: Month, longest: int) -> MonthRow:
    return MonthRow(
        words.month(each.month),
        words.number(each.cells),
        words.number(each.asks),
        bar(each.cells, each.asks, longest),
        (each.cells, each.asks),
    )


def _things(coming: Iterable[Coming], papers: dict[int, Paper]) -> Things:
    """By the month in which they are asked, in a month the many first."""
    rows = sorted(coming, key=lambda each: (each.month, -each.many, each.key))
    return Things(
        tuple(_thing(each, papers) for each in rows[:MOST]),
        words.number(sum(each.many for each in rows)),
        max(0, len(rows) - MOST),
    )


def _thing(each: Coming, papers: dict[int, Paper]) -> Thing:
    return Thing(
        name_of(each.key),
        _KINDS[each.kind].format(n=words.number(each.many)),
        tuple(papers[number] for number in each.forms if number in papers),
        words.month(each.month),
        words.number(each.serves) if each.serves else "",
    )
