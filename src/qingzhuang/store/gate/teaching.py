"""How a county's forms are to be read: a close call that somebody settled at the gate stands for every later copy there."""

import hashlib
import threading
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import cached_property, lru_cache

from django.core.signals import request_finished, request_started
from django.db.models import Max

from qingzhuang.intake.doubting import CloseCall, doubts_of
from qingzhuang.intake.read import form_of, read_any
from qingzhuang.intake.reissue import labels_of
from qingzhuang.intake.taught import Taught, by_teaching
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Form
from qingzhuang.model.organisation import Unit
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.beside.converting import convert
from qingzhuang.store.blobs import fetch
from qingzhuang.store.gate.lessons import as_text, from_text
from qingzhuang.store.models import DemandRow, TaughtRow, UnitRow
from qingzhuang.store.writing import one_writer

_FORMS = 256
_COUNTIES = 16


def top_of(unit: Unit) -> int:
    """The number of the county, or what else stands at the top, that a unit belongs to."""
    return int(unit.path.strip("/").partition("/")[0])


def lessons_of(unit: Unit) -> tuple[Taught, ...]:
    """Return how a unit's county reads its forms, the latest lesson first."""
    return _lessons_at((top_of(unit),))


def lessons_about(blob: str) -> tuple[Taught, ...]:
    """Return the lessons of the counties whose demands carry these bytes; none while nobody taught anything."""
    seen: _Seen = getattr(_here, "seen", None) or _Seen()
    return seen.lessons(seen.tops.get(blob, ())) if seen.any else ()


class _Seen:
    """What is asked of the database once while one request is served, however many forms its page reads."""

    def __init__(self) -> None:
        self._lessons: dict[tuple[int, ...], tuple[Taught, ...]] = {}

    @cached_property
    def any(self) -> bool:
        """Whether anybody taught anything."""
        return TaughtRow.objects.filter(ended_at=None).exists()

    @cached_property
    def tops(self) -> dict[str, tuple[int, ...]]:
        """The counties whose demands carry these bytes."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for blob, path in DemandRow.objects.values_list("blob", "issuer__path").distinct():
            found[blob].add(int(path.strip("/").partition("/")[0]))
        return {blob: tuple(sorted(tops)) for blob, tops in found.items()}

    def lessons(self, tops: tuple[int, ...]) -> tuple[Taught, ...]:
        """The lessons of these counties."""
        if tops not in self._lessons:
            self._lessons[tops] = _lessons_at(tops) if tops else ()
        return self._lessons[tops]


_here = threading.local()


def _begin(**_signal: object) -> None:
    _here.seen = _Seen()


def _forget(**_signal: object) -> None:
    _here.seen = None


request_started.connect(_begin)
request_finished.connect(_forget)


def _lessons_at(tops: tuple[int, ...]) -> tuple[Taught, ...]:
    rows = TaughtRow.objects.filter(top__in=tops)
    told = rows.aggregate(last=Max("taught_at"), ended=Max("ended_at"))
    return _loaded(tops, told["last"], told["ended"]) if told["last"] else ()


@lru_cache(maxsize=_COUNTIES)
def _loaded(tops: tuple[int, ...], _last: datetime, _ended: datetime | None) -> tuple[Taught, ...]:
    """Read once until somebody teaches or takes back."""
    rows = TaughtRow.objects.filter(top__in=tops, ended_at=None).order_by("-pk")
    return tuple(from_text(text)[0] for text in rows.values_list("content", flat=True))


def doubts_in(file: str, blob: str, lessons: tuple[Taught, ...]) -> tuple[CloseCall, ...]:
    """Return the close calls of a kept file's reading; none where a lesson tells how it is read, or nothing can be read."""
    try:
        return _doubts(file, blob, lessons)
    except (ProblemError, OSError):
        return ()


@lru_cache(maxsize=_FORMS)
def _doubts(file: str, blob: str, lessons: tuple[Taught, ...]) -> tuple[CloseCall, ...]:
    book = read_any(file, fetch(blob), converter=convert())
    form = form_of(book)
    return () if by_teaching(book, form, lessons) is not form else doubts_of(book, form)


def take(unit: Unit, file: str, blob: str, number: int, at: datetime) -> None:
    """Teach the unit's county the rival of one of a file's doubts, numbered from 1. Raises ProblemError QZ-F159 where there is
    no such doubt any more."""
    doubts = doubts_in(file, blob, lessons_of(unit))
    if not 1 <= number <= len(doubts):
        raise ProblemError(_settled(file))
    form = form_of(read_any(file, fetch(blob), converter=convert()))
    teach(unit, fingerprint(form), doubts[number - 1].lesson, at)


def teach(unit: Unit, mark: str, lesson: Taught, at: datetime) -> None:
    """Keep a lesson of a form with this fingerprint; an earlier one of the same ends."""
    _forget()
    with one_writer():
        untaught(unit, mark, at)
        TaughtRow.objects.create(
            top=UnitRow.objects.get(pk=top_of(unit)),
            fingerprint=mark,
            content=as_text(lesson, confirmed=True),
            taught_at=at,
        )


def untaught(unit: Unit, mark: str, at: datetime) -> int:
    """End the lesson of a form with this fingerprint, and return how many ended."""
    _forget()
    rows = TaughtRow.objects.filter(top=top_of(unit), fingerprint=mark, ended_at=None)
    return rows.update(ended_at=at)


def carried(unit: Unit) -> dict[str, str]:
    """Return the lessons of a unit's county as the files that `qz read` takes, by fingerprint."""
    rows = TaughtRow.objects.filter(top=top_of(unit), ended_at=None).order_by("pk")
    return dict(rows.values_list("fingerprint", "content"))


def bring(unit: Unit, texts: Sequence[str], at: datetime) -> int:
    """Take lessons over that `qz read --teach` wrote and somebody confirmed, and return how many; each is known by its own words
    where it names no form. Raises ValueError."""
    read = [from_text(text) for text in texts]
    for lesson, confirmed in read:
        if confirmed:
            teach(unit, _mark_of(lesson), lesson, at)
    return sum(confirmed for _lesson, confirmed in read)


def fingerprint(form: Form) -> str:
    """The fingerprint of a form as the machine reads it: the same for every copy, whatever its name and year."""
    return hashlib.sha256("\n".join(sorted(labels_of(form))).encode()).hexdigest()


def _mark_of(lesson: Taught) -> str:
    words = [word for table in lesson.tables for word in table.words]
    labels = [each.label for table in lesson.tables for each in table.inputs or ()]
    return hashlib.sha256("\n".join(sorted([*words, *labels])).encode()).hexdigest()


def _settled(file: str) -> Problem:
    return Problem(
        "QZ-F159", file, _("这一处已经不是拿不准的了。"), _("请重新打开这一页，看现在是怎样读的。")
    )
