"""The smallest set of questions that completes all forms: each thing is asked once, and where one answer gives several
(an ID number gives birth, sex and age), that one is asked."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.answer.ask_cover import smallest_cover
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import Missing, State
from qingzhuang.model.element import DataElement
from qingzhuang.model.fact import Fact, Subject

ElementOf = Callable[[str], DataElement]


@dataclass(frozen=True, slots=True)
class Question:
    """One question about one subject. `cells` counts the cells it fills in all `files`; `answers` are the slot keys
    that follow from it, itself included when it is asked for; `holder` is the kind of office that holds the answer
    (None: the household or post itself). `state` tells an unknown from a stale fact and from a conflict, whose `facts`
    are the last known or the contradicting ones."""

    subject: Subject
    key: str
    name: str
    cells: int
    files: tuple[str, ...]
    answers: tuple[str, ...]
    holder: str | None = None
    state: State = State.UNKNOWN
    facts: tuple[Fact, ...] = ()


@dataclass(slots=True)
class _Need:
    """All forms' cells that wait for one element of one subject."""

    missing: Missing
    cells: int = 0
    files: dict[str, None] = field(default_factory=dict)


def ask(plans: Iterable[Plan], element: ElementOf) -> tuple[Question, ...]:
    """Return the fewest questions that fill every blank of the plans, those that fill most cells first."""
    needs = _needs(plans)
    by_subject: defaultdict[Subject, list[_Need]] = defaultdict(list)
    for (subject, _key), need in needs.items():
        by_subject[subject].append(need)
    chosen: dict[tuple[tuple[str, ...], ...], tuple[str, ...]] = {}
    questions: list[Question] = []
    for subject, mine in by_subject.items():
        pattern = tuple(need.missing.routes for need in mine)
        if pattern not in chosen:
            chosen[pattern] = _choose(mine)
        questions += _questions(subject, mine, chosen[pattern], element)
    return tuple(sorted(questions, key=lambda each: (-each.cells, each.subject, each.key)))


def _needs(plans: Iterable[Plan]) -> Mapping[tuple[Subject, str], _Need]:
    needs: dict[tuple[Subject, str], _Need] = {}
    for plan in plans:
        for missing in plan.missing:
            need = needs.setdefault((missing.subject, missing.key), _Need(missing))
            need.cells += missing.cells
            need.files[plan.form.file] = None
    return needs


def _choose(needs: Sequence[_Need]) -> tuple[str, ...]:
    """Of equally few questions take those that the forms print themselves: nobody is asked for more than was wanted."""
    wanted = {need.missing.key for need in needs}
    near = [key for need in needs for key in need.missing.routes]
    order = {key: (key not in wanted, number) for number, key in reversed(list(enumerate(near)))}
    options = {need.missing.key: frozenset(need.missing.routes) for need in needs}
    return smallest_cover(options, order.__getitem__)


def _questions(
    subject: Subject, needs: Sequence[_Need], keys: Sequence[str], element: ElementOf
) -> Iterable[Question]:
    """Give each blank to one question: its own, else the nearest."""
    given: defaultdict[str, list[_Need]] = defaultdict(list)
    for need in needs:
        given[next(key for key in need.missing.routes if key in keys)].append(need)
    for key, answered in given.items():
        own = next((need.missing for need in answered if need.missing.key == key), None)
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
        )
