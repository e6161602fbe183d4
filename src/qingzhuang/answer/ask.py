"""The smallest set of questions that completes all forms: each thing is asked once, and where one answer gives several
(an ID number gives birth, sex and age), that one is asked."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from qingzhuang.answer.ask_cover import smallest_cover
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import Missing, State
from qingzhuang.answer.ways import ways_of, with_days
from qingzhuang.model.element import DataElement
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.thing import thing

ElementOf = Callable[[str], DataElement]


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one subject. `cells` counts the cells it fills in all `files`; `answers` are the slot keys
    that follow from it, itself included when it is asked for; `holder` is the kind of office that holds the answer
    (None: the household or post itself). `state` tells an unknown from a stale fact and from a conflict, whose `facts`
    are the last known or the contradicting ones. `day` is as of which day a figure is wanted (None: whatever holds today), `why` says
    why what the ledger could count is none; `asks` spells key and day in one word; `waits`: that day is still to come, nobody can answer before."""

    subject: Subject
    key: str
    name: str
    cells: int
    files: tuple[str, ...]
    answers: tuple[str, ...]
    holder: str | None = None
    state: State = State.UNKNOWN
    facts: tuple[Fact, ...] = ()
    day: date | None = None
    why: str = ""
    asks: str = ""
    waits: bool = False


@dataclass(slots=True)
class _Need:
    """All forms' cells that wait for one thing of one subject."""

    missing: Missing
    asks: str
    routes: tuple[str, ...]
    today: date
    cells: int = 0
    files: dict[str, None] = field(default_factory=dict)


def ask(plans: Iterable[Plan], element: ElementOf) -> tuple[Question, ...]:
    """Return the fewest questions that fill every blank of the plans, those that fill most cells first, those of a day to come last."""
    needs = _needs(plans)
    by_subject: defaultdict[Subject, list[_Need]] = defaultdict(list)
    for (subject, _asks), need in needs.items():
        by_subject[subject].append(need)
    chosen: dict[tuple[tuple[str, ...], ...], tuple[str, ...]] = {}
    questions: list[Question] = []
    for subject, mine in by_subject.items():
        pattern = tuple(need.routes for need in mine)
        if pattern not in chosen:
            chosen[pattern] = _choose(mine)
        questions += _questions(subject, mine, chosen[pattern], element)
    return tuple(sorted(questions, key=lambda each: (each.waits, -each.cells, each.subject, each.key)))


def blanks(plans: Iterable[Plan]) -> Mapping[tuple[Subject, str], tuple[str, ...]]:
    """Return by whom and what is lacking which questions would answer it; one figure as of two days is two."""
    return {at: need.routes for at, need in _needs(plans).items()}


def _needs(plans: Iterable[Plan]) -> Mapping[tuple[Subject, str], _Need]:
    needs: dict[tuple[Subject, str], _Need] = {}
    for plan in plans:
        for missing in plan.missing:
            asks, routes = ways_of(missing)
            need = needs.setdefault((missing.subject, asks), _Need(missing, asks, routes, plan.as_of))
            need.cells += missing.cells
            need.files[plan.form.file] = None
    _answered_by_a_day(needs)
    return needs


def _answered_by_a_day(needs: Mapping[tuple[Subject, str], _Need]) -> None:
    """A form that prints no day takes a figure that is asked as of a day anyway, where that is not too long ago."""
    free = {at: each for at, each in needs.items() if each.missing.day is None}
    if len(free) == len(needs):
        return
    wants = ((who, asks, each.today, each.missing.lasts) for (who, asks), each in free.items())
    for (who, asks, _on), more in with_days(wants, needs).items():
        needs[who, asks].routes += more


def _choose(needs: Sequence[_Need]) -> tuple[str, ...]:
    """Of equally few questions take those that the forms print themselves: nobody is asked for more than was wanted."""
    wanted = {need.asks for need in needs}
    near = [key for need in needs for key in need.routes]
    today = min(need.today for need in needs)
    order = {
        key: (_waits(key, today), key not in wanted, number)
        for number, key in reversed(list(enumerate(near)))
    }
    options = {need.asks: frozenset(need.routes) for need in needs}
    return smallest_cover(options, order.__getitem__)


def _waits(asks: str, today: date) -> bool:
    """Tell whether something is asked as of a day that is still to come: what can be answered today is asked first."""
    day = thing(asks).day
    return day is not None and day > today


def _questions(
    subject: Subject, needs: Sequence[_Need], keys: Sequence[str], element: ElementOf
) -> Iterable[Question]:
    """Give each blank to one question: its own, else the nearest."""
    given: defaultdict[str, list[_Need]] = defaultdict(list)
    for need in needs:
        given[next(key for key in need.routes if key in keys)].append(need)
    for asks, answered in given.items():
        own = next((need.missing for need in answered if need.asks == asks), None)
        asked = thing(asks)
        key = asked._replace(day=None).spelt
        known = element(key)
        yield Question(
            subject=subject,
            key=key,
            name=own.label if own is not None and ("~" in key or not known.name) else known.name,
            cells=sum(need.cells for need in answered),
            files=tuple(dict.fromkeys(file for need in answered for file in need.files)),
            answers=tuple(need.missing.key for need in answered),
            holder=known.holder,
            state=own.state if own else State.UNKNOWN,
            facts=own.facts if own else (),
            day=asked.day,
            why=own.why if own else "",
            asks=asks,
            waits=_waits(asks, min(need.today for need in answered)),
        )
