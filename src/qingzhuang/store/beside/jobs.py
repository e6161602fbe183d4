"""Work done beside the pages, kept in the database so that it outlives a restart: asked for once, taken up by whoever works,
told how far it is, and done again when it failed."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from django.conf import settings
from django.db.models import Case, F, Q, When

from qingzhuang.language import anew, in_source, later
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import ProblemError
from qingzhuang.store import clock
from qingzhuang.store.files.kept import OutOfReachError
from qingzhuang.store.models import JobRow
from qingzhuang.store.writing import one_writer

STANDS_STILL = timedelta(seconds=60)  # after so long without a beat nobody works on it any more
MOST_TRIES = 3
KEPT_FOR = timedelta(days=7)
_STOPPED = later("做了 {n} 次都在半路停下，先不再做了。")
_FAILED = later("没有做成（{name}）。可以再做一次；还不行，请把这句话告诉管理员。")
About = Mapping[str, Any]


class Step(Protocol):
    """What a job tells while it is being done."""

    def __call__(self, done: int, total: int) -> None:
        """So many are done, of so many."""
        ...

    def settle(self, result: object) -> None:
        """What came of it, told within the transaction that writes it: a worker killed right afterwards leaves nothing to be
        done twice."""
        ...


Handler = Callable[[About, Step], object]
_handlers: dict[str, Handler] = {}
_first: set[str] = set()


class State(StrEnum):
    """How a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work: how far it is (`done` of `total`, 0 of 0 while nobody can say), what came of it, or why nothing
    did."""

    number: int
    kind: str
    about: About
    state: State
    done: int
    total: int
    told: str
    result: Any
    ended_at: datetime | None

    @property
    def open(self) -> bool:
        """Tell whether somebody still has to do it, or is at it."""
        return self.state in (State.WAITING, State.RUNNING)


def handles(kind: str, *, first: bool = False) -> Callable[[Handler], Handler]:
    """Mark what does jobs of a kind: it gets what they are about, tells its steps, and returns what JSON can say. Short ones
    that a page at hand waits for may go `first`."""

    def mark(handler: Handler) -> Handler:
        _handlers[kind] = handler
        if first:
            _first.add(kind)
        return handler

    return mark


def ask(kind: str, about: About, at: datetime) -> Job:
    """Ask for a job, unless the same waits or is being done; where nobody works beside the pages it is done at once."""
    spelt = _spelt(about)
    open_ones = JobRow.objects.filter(kind=kind, about=spelt, state__in=(State.WAITING, State.RUNNING))
    if settings.WORKER and (
        row := open_ones.first()
    ):  # most ask for what was asked for: nobody is kept from writing for it
        return _job(row)
    with one_writer():
        row = open_ones.first()
        row = row or JobRow.objects.create(kind=kind, about=spelt, state=State.WAITING.value, asked_at=at)
    if not settings.WORKER and row.state == State.WAITING:
        with in_source():  # what is kept is in Chinese, whoever asked
            _do(_taken(row, at))
        row.refresh_from_db()
    return _job(row)


def again(number: int, at: datetime) -> Job | None:
    """Ask for a failed job once more."""
    row = JobRow.objects.filter(pk=number, state=State.FAILED.value).first()
    return ask(row.kind, json.loads(row.about), at) if row else None


def latest(kind: str, about: About, *states: State) -> Job | None:
    """Return the last job of a kind about something, at one of these states (none given: at any)."""
    rows = JobRow.objects.filter(kind=kind, about=_spelt(about))
    row = (rows.filter(state__in=states) if states else rows).order_by("-pk").first()
    return _job(row) if row else None


def job(number: int) -> Job | None:
    """Return one job, None when there is none or it is not kept any more."""
    row = JobRow.objects.filter(pk=number).first()
    return _job(row) if row else None


def ahead(number: int) -> int:
    """Return how many jobs are to be done before one."""
    left = JobRow.objects.filter(state__in=(State.WAITING.value, State.RUNNING.value))
    return left.filter(pk__lt=number).count()


def waiting(kind: str) -> int:
    """Return how many jobs of a kind are still to be done."""
    open_ones = (State.WAITING.value, State.RUNNING.value)
    return JobRow.objects.filter(kind=kind, state__in=open_ones).count()


def done(kind: str) -> tuple[Job, ...]:
    """Return the jobs of a kind that are done, as far as they are still kept."""
    return tuple(map(_job, JobRow.objects.filter(kind=kind, state=State.DONE.value)))


def forget(*kinds: str, number: int | None = None) -> None:
    """Throw away what came of jobs of some kinds, or of one of them: it may tell of somebody. One that is still to be done
    stays."""
    rows = JobRow.objects.filter(kind__in=kinds, ended_at__isnull=False)
    (rows if number is None else rows.filter(pk=number)).delete()


def work_one(at: datetime) -> bool:
    """Do the job that waits longest, and tell whether there was one. One that was left in the middle counts as waiting."""
    with one_writer():
        left = Q(state=State.RUNNING.value, beat_at__lt=at - STANDS_STILL)
        open_ones = JobRow.objects.filter(Q(state=State.WAITING.value) | left)
        row = open_ones.order_by(_waited_for(), "pk").first()
        if row is None:
            JobRow.objects.filter(ended_at__lt=at - KEPT_FOR).delete()
            return False
        row = _taken(row, at)
    with in_source():
        _do(row)
    return True


def _waited_for() -> Case:
    """What somebody looks at a page for comes before what takes long."""
    return Case(When(kind__in=_first, then=0), default=1)


def beat(at: datetime, numbers: list[int]) -> None:
    """Say that jobs are being worked on."""
    JobRow.objects.filter(pk__in=numbers, state=State.RUNNING.value).update(beat_at=at)


in_hand: list[int] = []  # the numbers of what this process is at


def _taken(row: JobRow, at: datetime) -> JobRow:
    row.state, row.beat_at, row.tries = State.RUNNING.value, at, row.tries + 1
    row.save(update_fields=["state", "beat_at", "tries"])
    return row


def _do(row: JobRow) -> None:
    """Do a job that was taken; whatever goes wrong is told in words and stops nobody else's."""
    if row.tries > MOST_TRIES:
        _end(row.pk, State.FAILED, told=_STOPPED.format(n=MOST_TRIES))
        return
    handler = _handlers.get(row.kind)
    in_hand.append(row.pk)
    try:
        if handler is None:
            _end(row.pk, State.FAILED, told=_("这件事现在的程序不会做，可能是旧版留下的。"))
            return
        result = handler(json.loads(row.about), _Told(row.pk))
    except (ProblemError, OutOfReachError) as error:
        _end(row.pk, State.FAILED, told=f"{error.problem.message}{error.problem.cure}")
    except Exception as error:
        _end(row.pk, State.FAILED, told=_FAILED.format(name=type(error).__name__))
    else:
        _end(row.pk, State.DONE, result=result)
    finally:
        in_hand.remove(row.pk)


class _Told:
    """How far the job of a row is."""

    def __init__(self, number: int) -> None:
        self._number = number

    def __call__(self, done: int, total: int) -> None:
        JobRow.objects.filter(pk=self._number).update(done=done, total=total, beat_at=clock.now())

    def settle(self, result: object) -> None:
        _end(self._number, State.DONE, result=result)


def _end(number: int, state: State, *, told: str = "", result: object = None) -> None:
    said = "" if result is None else json.dumps(result, ensure_ascii=False)
    unsettled = JobRow.objects.filter(pk=number).exclude(state=State.DONE.value)
    unsettled.update(state=state.value, told=told, result=said, ended_at=clock.now(), done=F("total"))


def _spelt(about: About) -> str:
    return json.dumps(about, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _job(row: JobRow) -> Job:
    result = json.loads(row.result) if row.result else None
    state = State(row.state)
    told = anew(row.told, _STOPPED, _FAILED)
    return Job(
        row.pk, row.kind, json.loads(row.about), state, row.done, row.total, told, result, row.ended_at
    )
