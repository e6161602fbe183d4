"""What was handed over before and asked some of the same: what "已经报过" may point at."""

from collections.abc import Iterable
from dataclasses import dataclass

from qingzhuang.answer.subjects import HEAD, ID_NO, NAME, SITE_NAMES, VILLAGE
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.thing import thing
from qingzhuang.model.work import Task
from qingzhuang.store.tasks.planning import form_of, understood_of

_WHOM = frozenset((*SITE_NAMES, NAME, HEAD + NAME, VILLAGE, ID_NO))


@dataclass(frozen=True, slots=True)
class Covering:
    """A form that was handed over, with how many of the `columns` of another one it had too."""

    task: Task
    covered: int
    columns: int


def covering(task: Task, handed: Iterable[Task]) -> list[Covering]:
    """Return which forms asked some of what a task asks of the same kind of subject, those that asked most of it first, else
    as they come. Names alone say only whom a row is about: they make no form another one."""
    kind, asked = _asks(task)
    told = frozenset(asked) - _WHOM or frozenset(asked)
    found: list[Covering] = []
    for each in handed:
        other, keys = _asks(each)
        if other is kind and told.intersection(keys):
            found.append(Covering(each, sum(key in keys for key in asked), len(asked)))
    return sorted(found, key=lambda each: -each.covered)


def _asks(task: Task) -> tuple[SubjectKind | None, list[str]]:
    """What each column asks, of what kind; nothing where nobody can tell, or the file cannot be read."""
    sent = task.demand
    try:
        form, known = form_of(sent.file, sent.blob), understood_of(sent.file, sent.blob)
    except (ProblemError, OSError):
        return None, []
    if known.rows is None:
        return None, []
    asked = (known.reading.of(item) for item in form.items)
    return known.rows.kind, [thing(each.key).key for each in asked if each.fact and each.key]
