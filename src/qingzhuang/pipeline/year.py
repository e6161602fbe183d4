"""The calendar of questions: the forms of a year, what they lack now and will lack when facts run out, asked as rarely as can be."""

import calendar
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.account.rates import Rates
from qingzhuang.answer.select import is_village
from qingzhuang.answer.year.calendar import Year, year
from qingzhuang.answer.year.due import month_of, months_from
from qingzhuang.answer.year.needs import Dated, Wanted, answered_by_days, wanted
from qingzhuang.answer.year.part import FOR_GOOD, Need, Until
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import ItemType
from qingzhuang.model.minutes import Minutes
from qingzhuang.model.thing import thing
from qingzhuang.pipeline.answering import Desk, graph

_PERIOD = re.compile(r"\{([^}]*)\}")
_FIXED = re.compile(r"^(?:19|20)\d\d")
_PARTS = {"M": 1, "Q": 3, "H": 6, "S": 6, "T": 6, "春": 6, "秋": 6}
_DAYS = {"D": 1, "W": 7}
_FAR = 9
_ONCE = Minutes(1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Round:
    """What is asked of one post in one month: `cells` as if every form asked all, `facts` as if each thing were asked once a
    month and nothing were known, `open` of these nobody knows then, `asks` what the calendar asks."""

    post: str
    month: str
    cells: int
    facts: int
    open: int
    asks: int


@dataclass(frozen=True, slots=True)
class Asking:
    """The calendar with what it is held against; `rounds` by post and month, in order."""

    year: Year
    months: tuple[str, ...]
    rounds: tuple[Round, ...]

    def of(self, month: str) -> int:
        """How many questions a month has over all posts."""
        return sum(each.asks for each in self.rounds if each.month == month)


def asking(dated: Iterable[Dated], desk: Desk, rates: Rates, first: date) -> Asking:
    """Return the questions of the twelve months from a day on, by the people and facts of today."""
    plans = tuple(dated)
    want = wanted(plans, graph().routes, element)
    answered_by_days((want,), element)
    return asking_for(want, photographed(plans), desk, rates, first)


def asking_for(want: Wanted, passing: frozenset[str], desk: Desk, rates: Rates, first: date) -> Asking:
    """The same of what the forms want; `passing` are keys whose answers serve the one form."""
    posts = {who: post_of(desk, who) for who in {*want.needs, *(who for who, _month in want.cells)}}
    costs = _costs(rates, {need for needs in want.needs.values() for need in needs})
    found = year(want.needs, posts.__getitem__, lambda who: until_of(who, passing), costs, first)
    months = months_from(first)
    return Asking(found, months, tuple(_rounds(want, found, posts, months)))


def photographed(plans: Iterable[Dated]) -> frozenset[str]:
    """What is said of a photograph serves that one form."""
    return frozenset(
        each.key for one in plans for each in one.plan.cells if each.key and each.item.type is ItemType.PHOTO
    )


def post_of(desk: Desk, who: Subject) -> str:
    """The village that answers for somebody; empty where nobody said."""
    return who.name if who.kind is SubjectKind.PLACE and is_village(who) else desk.village(who)


def until_of(who: Subject, passing: frozenset[str] = frozenset()) -> Until:
    """Until when an answer about somebody serves: as long as its element lasts, a figure of this month no longer than the month,
    what only one form knows (its period, a word nobody reads, a photograph) that day alone, a figure as of a stated day for good."""

    def until(spelt: str, day: int) -> int:
        asked = thing(spelt)
        if asked.day is not None:
            return FOR_GOOD
        key = asked.key
        known = element(key)
        of_form = (
            who.kind is SubjectKind.PLACE and known.object_class is None and key.startswith(("form.", "~"))
        )
        if of_form or key in passing:
            return day
        last = FOR_GOOD if known.lasts_days is None else day + known.lasts_days
        return min(last, end_of_period(key, date.fromordinal(day)))

    return until


def end_of_period(key: str, day: date) -> int:
    """The last day on which 本月, 本季度, 本年 … of a slot key still means what it meant on a day."""
    found = _PERIOD.search(key)
    if found is None or not found[1] or _FIXED.match(found[1]):
        return FOR_GOOD
    part = re.sub(r"^Y[+-]\d+", "", found[1])[:1]
    if part in _DAYS:
        return day.toordinal() + (_DAYS[part] - 1 - day.weekday() if part == "W" else 0)
    length = _PARTS.get(part, 12)
    month = -(-day.month // length) * length
    return date(day.year, month, calendar.monthrange(day.year, month)[1]).toordinal()


def _costs(rates: Rates, needs: Iterable[Need]) -> Callable[[str], int]:
    """The work of one answer in tenths of a second; of equal ones what a form prints itself comes first, then the nearest."""
    rank: dict[str, int] = {}
    for need in needs:
        for number, key in enumerate(need.routes):
            rank[key] = min(number, rank.get(key, _FAR))
    each = sum(rate.cost(_ONCE).likely for rate in (rates.find, rates.fill, rates.check))
    tenths = round(each * 600)
    return lambda key: tenths * (_FAR + 1) + rank[key]


def _rounds(
    want: Wanted, found: Year, posts: Mapping[Subject, str], months: Sequence[str]
) -> Iterable[Round]:
    cells, facts, lacking = (dict[tuple[str, str], int]() for _number in range(3))
    for (who, month), count in want.cells.items():
        _add(cells, (posts[who], month), count)
    for (who, month), keys in want.facts.items():
        _add(facts, (posts[who], month), len(keys))
    for who, needs in want.needs.items():
        for month, _key in {(month_of(date.fromordinal(need.day)), need.key) for need in needs}:
            _add(lacking, (posts[who], month), 1)
    asks = found.by_month()
    for post in sorted({post for post, _month in (*cells, *lacking)}):
        for month in months:
            at = (post, month)
            yield Round(post, month, *(each.get(at, 0) for each in (cells, facts, lacking, asks)))


def _add(to: dict[tuple[str, str], int], at: tuple[str, str], count: int) -> None:
    to[at] = to.get(at, 0) + count
