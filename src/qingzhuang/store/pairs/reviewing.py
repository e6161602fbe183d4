"""What people said of pairs of items: kept with author and day, taken back by another row, shared by files."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.rulings import NONE, Rulings, rulings
from qingzhuang.match.people.shared import context_of, tree_of
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.work import Answer
from qingzhuang.store.models import SaidRow, TaskRow
from qingzhuang.store.writing import BATCH, one_writer


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: as printed, and what tells persons apart."""

    who: str
    by: str


def said_until(at: datetime | None = None) -> tuple[Said, ...]:
    """Return what people said and nobody took back (by a moment), oldest first."""
    rows = SaidRow.objects.order_by("pk").filter(undoes__isnull=True)
    if at is None:
        rows = rows.filter(undone_by__isnull=True)
    else:
        rows = rows.filter(said_at__lte=at).exclude(undone_by__said_at__lte=at)
    return tuple(_said(each) for each in rows)


def rulings_now() -> Rulings:
    """Return what counts now."""
    found = said_until()
    return rulings(found) if found else NONE


def rulings_at(at: datetime) -> Rulings:
    """Return what counted at a moment."""
    found = said_until(at)
    return rulings(found) if found else NONE


def say(said: Sequence[Said]) -> tuple[int, ...]:
    """Keep replies, and return their numbers."""
    with _planned_anew():
        last = SaidRow.objects.aggregate(last=Max("pk"))["last"] or 0
        SaidRow.objects.bulk_create([_row(each) for each in said], batch_size=BATCH)
        return tuple(SaidRow.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True))


def unsay(number: int | None, speaker: Speaker, at: datetime, *, own: bool = False) -> Said:
    """Take a reply back, the last one unless told which; `own`: only the speaker's. Raises ProblemError QZ-M004."""
    with _planned_anew():
        rows = SaidRow.objects.filter(undoes__isnull=True, undone_by__isnull=True)
        rows = rows.filter(by=speaker.by) if own else rows
        found = rows.filter(**({} if number is None else {"pk": number})).order_by("pk").last()
        if found is None:
            raise ProblemError(_not_said(number))
        SaidRow.objects.create(recorder=speaker.who, by=speaker.by, said_at=at, undoes=found)
        return _said(found)


@contextmanager
def _planned_anew() -> Iterator[None]:
    """Write; where other elements are one than before, what the open forms lack is reckoned anew."""
    with one_writer():
        before = _counting(rulings_now())
        yield
        if _counting(rulings_now()) != before:
            TaskRow.objects.filter(said=Answer.OPEN.value).update(planned_at=None)


def _counting(said: Rulings) -> object:
    """What of it changes how a form is filled."""
    return said.alike, said.sides, {pair: word.reply for pair, word in said.twice.items()}


def _row(said: Said) -> SaidRow:
    return SaidRow(
        a=json.dumps(tree_of(said.a), ensure_ascii=False),
        b=json.dumps(tree_of(said.b), ensure_ascii=False),
        reply=said.reply.value,
        recorder=said.who,
        by=said.by,
        source=said.source,
        said_at=said.at,
    )


def _said(row: SaidRow) -> Said:
    a, b = context_of(json.loads(row.a)), context_of(json.loads(row.b))
    return Said(a, b, Reply(row.reply), row.recorder, row.by, row.said_at, row.source, row.pk)


def _not_said(number: int | None) -> Problem:
    return Problem(
        "QZ-M004",
        "" if number is None else f"#{number}",
        _("没有可以撤回的：没有这一条，或者已经撤回了。"),
        _("请用 qz match review --format json 看每一条的编号。"),
    )
