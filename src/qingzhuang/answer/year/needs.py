"""From plans to what a year needs: of each form on each of its days what is open, or will be when a fact has run out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from qingzhuang.answer.of_a_day import is_of_a_day
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import Cell, Missing, State
from qingzhuang.answer.ways import on_day, with_days
from qingzhuang.answer.year.due import month_of
from qingzhuang.answer.year.part import Need
from qingzhuang.answer.year.stated import stated_days
from qingzhuang.model.element import DataElement
from qingzhuang.model.fact import Subject
from qingzhuang.model.thing import thing

Routes = Callable[[str], tuple[str, ...]]
ElementOf = Callable[[str], DataElement]
_NO_FACT = frozenset((State.GIVEN, State.UNREAD))


@dataclass(frozen=True, slots=True)
class Dated:
    """A form as planned today, and the days on which it is due."""

    plan: Plan
    days: tuple[date, ...]


@dataclass(slots=True)
class Wanted:
    """What a year wants: `needs` by whom; `cells` of all rounds and `facts` (each once a month) by whom and month, as if nothing
    were known."""

    needs: dict[Subject, set[Need]] = field(default_factory=lambda: defaultdict(set))
    cells: dict[tuple[Subject, str], int] = field(default_factory=lambda: defaultdict(int))
    facts: dict[tuple[Subject, str], set[str]] = field(default_factory=lambda: defaultdict(set))


def wanted(dated: Iterable[Dated], routes: Routes, element: ElementOf) -> Wanted:
    """Return what the forms want, by the people and facts of the day on which they were planned; a figure as of another day is another
    thing."""
    found = Wanted()
    for each in dated:
        rounds = _rounds(each.days)
        for cell in each.plan.cells:
            whom = cell.origin.owner or cell.subject
            if whom is not None and cell.key is not None and cell.origin.state not in _NO_FACT:
                for month, times in rounds.items():
                    found.cells[whom, month] += times
                _facts(found, whom, cell, each.days)
                if cell.day is not None and _moves(cell, element):
                    _other_days(found, whom, cell, each, (routes(cell.key), element))
                else:
                    _run_out(found, whom, cell, each.days, routes)
        for blank in each.plan.missing:
            found.needs[blank.subject] |= set(_open(blank, each.days))
    return found


def answered_by_days(wants: Sequence[Wanted], element: ElementOf) -> None:
    """Let what is wanted whatever its day be answered by figures that are asked as of a day anyway, as long as they hold."""
    dated = {(who, need.key) for want in wants for who, needs in want.needs.items() for need in needs}
    free = (
        (who, need.key, date.fromordinal(need.day), element(need.key).lasts_days or 0)
        for want in wants
        for who, needs in want.needs.items()
        for need in needs
        if thing(need.key).day is None
    )
    more = with_days(free, dated)
    if not more:
        return
    for want in wants:
        for who, needs in want.needs.items():
            want.needs[who] = {
                replace(
                    each, routes=(*each.routes, *more.get((who, each.key, date.fromordinal(each.day)), ()))
                )
                for each in needs
            }


def together(wants: Iterable[Wanted]) -> Wanted:
    """What several forms want, each worked out by itself."""
    found = Wanted()
    for each in wants:
        for who, needs in each.needs.items():
            found.needs[who] |= needs
        for at, count in each.cells.items():
            found.cells[at] += count
        for at, keys in each.facts.items():
            found.facts[at] |= keys
    return found


def _rounds(days: Sequence[date]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for day in days:
        found[month_of(day)] = found.get(month_of(day), 0) + 1
    return found


def _facts(found: Wanted, whom: Subject, cell: Cell, days: Sequence[date]) -> None:
    for due, day in zip(days, stated_days(cell.day, days), strict=True):
        found.facts[whom, month_of(due)].add(on_day(cell.key or "", day))


def _open(blank: Missing, days: Sequence[date]) -> Iterator[Need]:
    """What nobody knows today, on each of the form's days."""
    if not blank.routes:
        return
    for due, day in zip(days, stated_days(blank.day, days), strict=True):
        ways = tuple(on_day(each, day if each in blank.dated else None) for each in blank.routes)
        yield Need(on_day(blank.key, day if blank.key in blank.dated else None), due.toordinal(), ways)


def _moves(cell: Cell, element: ElementOf) -> bool:
    """Tell whether a figure is known as of one day alone: an age that follows from a birth is known for good."""
    facts = cell.origin.facts
    return not facts or any(is_of_a_day(each.subject, element(each.element)) for each in facts)


def _other_days(
    found: Wanted, whom: Subject, cell: Cell, dated: Dated, ways: tuple[tuple[str, ...], ElementOf]
) -> None:
    """A figure that is known as of its day, and not as of the days of the rounds that follow."""
    if cell.day is None or cell.key is None or not cell.origin.state.writes:
        return
    routes, element = ways
    moves = {each for each in routes if is_of_a_day(whom, element(each))}
    for due, day in zip(dated.days, stated_days(cell.day, dated.days), strict=True):
        if day != cell.day:
            asked = tuple(on_day(each, day if each in moves else None) for each in routes)
            found.needs[whom].add(Need(on_day(cell.key, day), due.toordinal(), asked))


def _run_out(found: Wanted, whom: Subject, cell: Cell, days: Sequence[date], routes: Routes) -> None:
    """What is known today and will not be on the form's later days."""
    ends = [fact.valid_until for fact in cell.origin.facts if fact.valid_until is not None]
    if cell.origin.state.writes and cell.key is not None and ends:
        late = [day for day in days if day > min(ends)]
        if late:
            found.needs[whom] |= {Need(cell.key, day.toordinal(), routes(cell.key)) for day in late}
