"""Deleting when the purpose has ended, or at the wish of the person concerned (个人信息保护法 第四十七条). One person proposes,
another one agrees; what goes is gone from the tables and the folder of files. The trail says that, by whom and when, and
never held a value."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import Q, QuerySet

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.law.retention import kept_days
from qingzhuang.model.organisation import Unit
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.work import Sent, Stage
from qingzhuang.store.clock import CHINA
from qingzhuang.store.models import DemandRow, ErasureRow, NoticeRow
from qingzhuang.store.rights.erasing_rows import erase_demand, erase_subject
from qingzhuang.store.tasks.demands import sent_of
from qingzhuang.store.writing import one_writer

ENDED, WISHED = "ended", "wished"
GROUNDS = {
    ENDED: later("用途已经达到，保存期已满"),
    WISHED: later("本人要求删除"),
    "withdrawn": later("本人撤回了同意"),
    "unlawful": later("当初不该收"),
}


@dataclass(frozen=True, slots=True)
class Erasure:
    """A proposal to delete, or what became of it. `asker` and `other` are names; `counts` what was deleted, in figures."""

    number: int
    thing: str
    unit: str
    path: str
    ground: str
    asked_by: int
    asker: str
    asked_at: datetime
    other: str
    settled_at: datetime | None
    agreed: bool
    counts: Mapping[str, int]


def ended_on(sent: Sent) -> date | None:
    """Return the day with which the purpose of a demand ended, None while it runs."""
    if sent.ended_at is not None:
        return sent.ended_at.astimezone(CHINA).date()
    return sent.expires_on if sent.stage is Stage.ADMITTED else None


def due_on(sent: Sent) -> date | None:
    """Return the day from which what came in for a demand is to be deleted."""
    end = ended_on(sent)
    return None if end is None else end + timedelta(days=kept_days(end) + 1)


def due(day: date, issuer: Unit | None = None) -> tuple[Sent, ...]:
    """Return the demands whose submissions are to be deleted, the longest due first; of one issuer, or of all."""
    rows = DemandRow.objects.filter(erased_on=None, stage__in=(Stage.ADMITTED.value, Stage.ENDED.value))
    rows = rows.filter(Q(expires_on__lt=day) | Q(ended_at__isnull=False)).select_related("issuer")
    if issuer is not None:
        rows = rows.filter(issuer__path__startswith=issuer.path)
    known = ((due_on(sent), sent) for sent in map(sent_of, rows.order_by("pk")))
    found = [(on, sent) for on, sent in known if on is not None and on <= day]
    return tuple(sent for _on, sent in sorted(found, key=lambda each: each[0]))


def propose(thing: str, unit: Unit | None, ground: str, who: int, at: datetime) -> int:
    """Ask to delete. Raises ProblemError QZ-W140 when somebody asked already."""
    with one_writer():
        if ErasureRow.objects.filter(thing=thing, settled_at=None).exists():
            raise ProblemError(
                _problem("QZ-W140", _("已经有人提过，在等第二个人。"), _("请看页面上那一条。"))
            )
        row = ErasureRow.objects.create(
            thing=thing,
            unit_id=unit.number if unit else None,
            ground=ground,
            asked_by_id=who or None,
            asked_at=at,
        )
        return row.pk


def open_of(*things: str) -> dict[str, Erasure]:
    """Return what waits for a second person, by thing."""
    rows = _rows().filter(thing__in=things, settled_at=None)
    return {row.thing: _erasure(row) for row in rows}


def wished_for() -> tuple[int, ...]:
    """Return the numbers of the subjects whose deletion waits for a second person."""
    things = ErasureRow.objects.filter(thing__startswith="subject ", settled_at=None).order_by("pk")
    return tuple(int(each.partition(" ")[2]) for each in things.values_list("thing", flat=True))


def erasure(number: int) -> Erasure | None:
    """Return a proposal or what became of it."""
    row = _rows().filter(pk=number).first()
    return _erasure(row) if row else None


def erased_from(task: int) -> tuple[int, ...]:
    """Return the numbers of the agreed deletions of people whom a form had named when it was handed over."""
    told = NoticeRow.objects.filter(task=task, element="").values_list("at", flat=True)
    rows = ErasureRow.objects.filter(agreed=True, thing__startswith="subject ", settled_at__in=list(told))
    return tuple(rows.order_by("pk").values_list("pk", flat=True))


def erasures(below: str) -> tuple[Erasure, ...]:
    """Return what was deleted at or below a path, the latest first."""
    rows = _rows().filter(agreed=True, unit__path__startswith=below).order_by("-settled_at")
    return tuple(_erasure(row) for row in rows[:100])


def agree(number: int, who: int, at: datetime) -> Erasure:
    """Delete what another person proposed. Raises ProblemError QZ-W141 for one's own proposal, QZ-W142 when it is
    settled."""
    with one_writer():
        row = _open(number)
        if row.asked_by_id == who:
            raise ProblemError(
                _problem(
                    "QZ-W141", _("自己提的，要另一个人点头，什么也没有删。"), _("请同事或镇里的人来点。")
                )
            )
        _forget_well()
        kind, _space, which = row.thing.partition(" ")
        gone = (erase_demand if kind == "demand" else erase_subject)(row, int(which), at)
        row.counts = json.dumps(gone)
        _settle(row, who, at, agreed=True)
    _checkpoint()
    return _erasure(row)


def take_back(number: int, who: int, at: datetime) -> Erasure:
    """Delete nothing. Raises ProblemError QZ-W142 when it is settled."""
    with one_writer():
        row = _open(number)
        _settle(row, who, at, agreed=False)
        return _erasure(row)


def _rows() -> QuerySet[ErasureRow]:
    return ErasureRow.objects.select_related("asked_by", "settled_by", "unit")


def _open(number: int) -> ErasureRow:
    row = _rows().filter(pk=number, settled_at=None).first()
    if row is None:
        raise ProblemError(
            _problem("QZ-W142", _("这一条已经办完或者收回了。"), _("请刷新页面看现在是什么样。"))
        )
    return row


def _settle(row: ErasureRow, who: int, at: datetime, *, agreed: bool) -> None:
    row.settled_by_id, row.settled_at, row.agreed = who, at, agreed
    row.save(update_fields=["settled_by", "settled_at", "agreed", "counts"])
    row.refresh_from_db()


def _forget_well() -> None:
    """SQLite else leaves what was deleted readable in its free pages."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def _checkpoint() -> None:
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _erasure(row: ErasureRow) -> Erasure:
    return Erasure(
        number=row.pk,
        thing=row.thing,
        unit=row.unit.name if row.unit else "",
        path=row.unit.path if row.unit else "/",
        ground=row.ground,
        asked_by=row.asked_by_id or 0,
        asker=row.asked_by.name if row.asked_by else _("服务器上"),
        asked_at=row.asked_at,
        other=row.settled_by.name if row.settled_by else "",
        settled_at=row.settled_at,
        agreed=row.agreed,
        counts=json.loads(row.counts),
    )


def _problem(code: str, message: str, cure: str) -> Problem:
    return Problem(code, "", message, cure)
