"""From plans to what a year needs: of each form on each of its days what is open, or will be when a fact has run out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import Cell, State
from qingzhuang.answer.year.due import month_of
from qingzhuang.answer.year.part import Need
from qingzhuang.model.fact import Subject

Routes = Callable[[str], tuple[str, ...]]
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


def wanted(dated: Iterable[Dated], routes: Routes) -> Wanted:
    """Return what the forms want, by the people and facts of the day on which they were planned."""
    found = Wanted()
    for each in dated:
        rounds = _rounds(each.days)
        for cell in each.plan.cells:
            whom = cell.origin.owner or cell.subject
            if whom is not None and cell.key is not None and cell.origin.state not in _NO_FACT:
                for month, times in rounds.items():
                    found.cells[whom, month] += times
                    found.facts[whom, month].add(cell.key)
                _run_out(found, whom, cell, each.days, routes)
        for blank in each.plan.missing:
            found.needs[blank.subject] |= {
                Need(blank.key, day.toordinal(), blank.routes) for day in each.days if blank.routes
            }
    return found


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


def _run_out(found: Wanted, whom: Subject, cell: Cell, days: Sequence[date], routes: Routes) -> None:
    """What is known today and will not be on the form's later days."""
    ends = [fact.valid_until for fact in cell.origin.facts if fact.valid_until is not None]
    if cell.origin.state.writes and cell.key is not None and ends:
        late = [day for day in days if day > min(ends)]
        if late:
            found.needs[whom] |= {Need(cell.key, day.toordinal(), routes(cell.key)) for day in late}
