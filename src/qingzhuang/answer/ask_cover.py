"""The fewest questions that meet all needs: minimum set cover.

Needs that share no question are solved apart. Within a part, what is forced is taken, what is dominated is dropped
(Garey and Johnson's SP5 with the usual reductions); what then remains is searched exactly when it is small, else the
greedy choice is taken, which is never worse than ln(n) + 1 times the optimum (Chvátal 1979).
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Set
from itertools import combinations
from typing import Any, TypeVar

Need = TypeVar("Need", bound=Hashable)
Question = TypeVar("Question", bound=Hashable)
Cost = Callable[[Question], Any]
EXACT_QUESTIONS = 18


def smallest_cover(
    needs: Mapping[Need, Set[Question]], cost: Callable[[Question], Any]
) -> tuple[Question, ...]:
    """Return questions such that each need has one of its own among them, as few as possible, sorted by `cost`.

    `cost` gives a sort key: of covers with equally many questions the cheaper questions are preferred. A need without
    any question cannot be met and is left out.
    """
    chosen: set[Question] = set()
    for part in _parts({need: set(options) for need, options in needs.items() if options}):
        chosen |= _solve(part, cost)
    return tuple(sorted(chosen, key=cost))


def _parts(needs: dict[Need, set[Question]]) -> Iterator[dict[Need, set[Question]]]:
    """Split needs into groups that share no question."""
    by_question: dict[Question, list[Need]] = {}
    for need, options in needs.items():
        for question in options:
            by_question.setdefault(question, []).append(need)
    left = dict(needs)
    while left:
        first, options = left.popitem()
        part, todo = {first: options}, list(options)
        while todo:
            for need in by_question.pop(todo.pop(), ()):
                if need in left:
                    part[need] = left.pop(need)
                    todo += part[need]
        yield part


def _solve(needs: dict[Need, set[Question]], cost: Cost[Question]) -> set[Question]:
    needs = _reduce(needs, cost)
    chosen = {next(iter(options)) for options in needs.values() if len(options) == 1}
    rest = {need: options for need, options in needs.items() if not options & chosen}
    if not rest:
        return chosen
    questions = sorted({question for options in rest.values() for question in options}, key=cost)
    search = _exact if len(questions) <= EXACT_QUESTIONS else _greedy
    return chosen | search(list(rest.values()), questions)


def _reduce(needs: dict[Need, set[Question]], cost: Cost[Question]) -> dict[Need, set[Question]]:
    """Drop needs that another need implies and questions that another question replaces, until nothing changes."""
    while True:
        smaller = _without_replaced(_without_implied(needs), cost)
        if smaller == needs:
            return needs
        needs = smaller


def _without_implied(needs: dict[Need, set[Question]]) -> dict[Need, set[Question]]:
    kept: dict[Need, set[Question]] = {}
    for need, options in sorted(needs.items(), key=lambda pair: len(pair[1])):
        if not any(other <= options for other in kept.values()):
            kept[need] = options
    return kept


def _without_replaced(needs: dict[Need, set[Question]], cost: Cost[Question]) -> dict[Need, set[Question]]:
    meets: dict[Question, set[Need]] = {}
    for need, options in needs.items():
        for question in options:
            meets.setdefault(question, set()).add(need)
    kept: list[Question] = []
    for question in sorted(sorted(meets, key=cost), key=lambda each: -len(meets[each])):
        if not any(meets[question] <= meets[other] for other in kept):
            kept.append(question)
    return {need: options & set(kept) for need, options in needs.items()}


def _exact(needs: list[set[Question]], questions: list[Question]) -> set[Question]:
    """Try all sets of questions by size; combinations come in the order of cost."""
    for size in range(1, len(questions) + 1):
        for attempt in combinations(questions, size):
            found = set(attempt)
            if all(options & found for options in needs):
                return found
    return set(questions)


def _greedy(needs: list[set[Question]], questions: list[Question]) -> set[Question]:
    chosen: set[Question] = set()
    while open_needs := [options for options in needs if not options & chosen]:
        chosen.add(max(questions, key=lambda each: sum(each in options for options in open_needs)))
    return chosen
