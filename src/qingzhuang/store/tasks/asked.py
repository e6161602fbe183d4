"""What each form asked and waited for when it was last planned, kept beside its counts: what one process planned, no other
plans again to tell whether an answer concerns it. Whom it is about stands there by number, where the ledger has one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.model.fact import Subject
from qingzhuang.model.thing import thing
from qingzhuang.model.work import Task
from qingzhuang.pipeline.asking import wants
from qingzhuang.pipeline.tasks import TaskPlan
from qingzhuang.store.ledger.touched import Pair
from qingzhuang.store.models import AskedRow

_KEPT = 4_096  # so many forms' stay in memory
_Whom = int | str  # a row's number, or the words for somebody of whom the ledger says nothing yet
_ByElement = Mapping[str, frozenset[_Whom]]  # element -> whom


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer as forms keep it: the element, and whom under each name that may stand there."""

    key: str
    whom: frozenset[_Whom]


def answered(pair: Pair, rows: Mapping[Subject, int]) -> Answered:
    """Return an answer as forms keep it: many forms are held against it."""
    subject, key = pair
    row = rows.get(subject)
    return Answered(key, frozenset((_words(subject),) if row is None else (row, _words(subject))))


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a form asked what (or may take it from), and whose what it waited for: spelt with day and side (`model/thing.py`)."""

    asked: _ByElement
    waiting: _ByElement

    def concerns(self, answer: Answered) -> bool:
        """Tell whether an answer is one that the form asked or waited for."""
        return _has(self.asked, answer) or _has(self.waiting, answer)

    def waits_for(self, answer: Answered) -> bool:
        """Tell whether the form waits for an answer."""
        return _has(self.waiting, answer)


_kept: dict[int, tuple[datetime, Asked]] = {}


def note_asked(made: Iterable[tuple[Task, TaskPlan]], at: datetime, rows: Mapping[Subject, int]) -> None:
    """Keep what forms asked as they were planned at a moment."""
    fresh = [AskedRow(task_id=task.number, planned_at=at, said=_spelt(plan, rows)) for task, plan in made]
    if fresh:
        AskedRow.objects.bulk_create(
            fresh, update_conflicts=True, unique_fields=["task"], update_fields=["planned_at", "said"]
        )


def _spelt(planned: TaskPlan, rows: Mapping[Subject, int]) -> str:
    waiting = wants(planned)
    asked = {(subject, thing(key).key) for subject, key in (*planned.asks, *waiting)}
    said = {"asked": _grouped(asked, rows), "waiting": _grouped(waiting, rows)}
    return json.dumps(said, separators=(",", ":"))


def asked_by(tasks: Iterable[Task]) -> dict[int, Asked]:
    """Return what forms asked when their counts were last reckoned, by task; those of which it is not known are left out."""
    wanted = {each.number: each.planned_at for each in tasks if each.planned_at is not None}
    unread = [number for number, at in wanted.items() if _kept.get(number, (None,))[0] != at]
    if len(_kept) + len(unread) > _KEPT:
        _kept.clear()
        unread = list(wanted)
    for row in AskedRow.objects.filter(task__in=unread) if unread else ():
        _kept[row.task_id] = (row.planned_at, _read(row.said))
    return {number: _kept[number][1] for number, at in wanted.items() if _kept.get(number, (None,))[0] == at}


def forget() -> None:
    """Keep nothing: another database is asked from now on."""
    _kept.clear()


def _has(of: _ByElement, answer: Answered) -> bool:
    whom = of.get(answer.key)
    return whom is not None and not answer.whom.isdisjoint(whom)


def _grouped(pairs: Iterable[Pair], rows: Mapping[Subject, int]) -> list[tuple[list[str], list[_Whom]]]:
    """Pairs as groups of elements that are asked of the same people: a list asks all its columns of all its rows."""
    of: dict[str, set[_Whom]] = {}
    for subject, key in pairs:
        of.setdefault(key, set()).add(rows.get(subject) or _words(subject))
    groups: dict[frozenset[_Whom], list[str]] = {}
    for key, whom in of.items():
        groups.setdefault(frozenset(whom), []).append(key)
    return [(sorted(keys), sorted(whom, key=str)) for whom, keys in groups.items()]


def _read(said: str) -> Asked:
    found = json.loads(said)
    return Asked(_ungrouped(found["asked"]), _ungrouped(found["waiting"]))


def _ungrouped(groups: Iterable[tuple[list[str], list[_Whom]]]) -> _ByElement:
    whole = ((keys, frozenset(whom)) for keys, whom in groups)
    return {key: whom for keys, whom in whole for key in keys}


def _words(subject: Subject) -> str:
    return f"{subject.kind.value} {subject.key}"
