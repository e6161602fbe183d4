"""Addresses that are told what happens to demands: who is told what, kept for delivery in the same breath as the act.

What is told is thin on purpose: numbers and stages, no words of anybody. Whoever is told may ask for the rest."""

import base64
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Count, Q, QuerySet
from django.utils.crypto import salted_hmac

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.clock import CHINA
from qingzhuang.store.models import DeliveryRow, DemandRow, HookRow, TaskRow
from qingzhuang.store.organisation.units import realm, seat_of, unit_of
from qingzhuang.store.outside.asking import require_address
from qingzhuang.store.writing import one_writer

_MOST_A_SEAT = 5
_KEY = "whsec_"


class Event(StrEnum):
    """What is told."""

    ADMITTED = "demand.admitted"
    ANSWERED = "demand.answered"
    ENDED = "demand.ended"


@dataclass(frozen=True, slots=True)
class Hook:
    """One address; `waiting` is how many messages are still to arrive, `lost` how many were given up."""

    number: int
    seat: Seat
    username: str
    url: str
    made_on: date
    waiting: int = 0
    lost: int = 0


def make_hook(seat: Seat, url: str, at: datetime) -> tuple[Hook, str]:
    """Keep an address and return it with the key that its messages are signed with, which is told this once. Raises
    ProblemError QZ-A120 for an address that may not be asked, QZ-A121 when the seat has too many."""
    require_address(url)
    with one_writer():
        if HookRow.objects.filter(seat=seat.number, ended_at=None).count() >= _MOST_A_SEAT:
            raise ProblemError(_too_many(seat.name))
        row = HookRow.objects.create(seat_id=seat.number, url=url, salt=secrets.token_hex(16), made_at=at)
    return _hook(_rows().get(pk=row.pk)), key_of(row)


def end_hook(number: int, below: str, at: datetime) -> Hook:
    """Tell an address nothing more. Raises ProblemError QZ-A122 when there is none at or below the path."""
    with one_writer():
        row = _rows().filter(pk=number, ended_at=None, seat__unit__path__startswith=below).first()
        if row is None:
            raise ProblemError(_gone(str(number)))
        stop(row.pk, at)
        return _hook(row)


def stop(hook: int, at: datetime) -> None:
    """End an address; what was to be told is not told."""
    HookRow.objects.filter(pk=hook, ended_at=None).update(ended_at=at)
    DeliveryRow.objects.filter(hook=hook, arrived_at=None).update(due_at=None)


def hooks(below: str, day: date) -> tuple[Hook, ...]:
    """Return the addresses at or below a path that are told something, in directory order."""
    rows = _open(day).filter(seat__unit__path__startswith=below).order_by("seat__unit__order", "pk")
    missed = Count("deliveries", filter=Q(deliveries__arrived_at=None, deliveries__due_at=None))
    rows = rows.annotate(waiting=Count("deliveries", filter=Q(deliveries__due_at__isnull=False)), lost=missed)
    return tuple(_hook(row, row.waiting, row.lost) for row in rows[:500])


def key_of(row: HookRow) -> str:
    """The key of an address: derived from this machine's own, so that a copy of the ledger holds none."""
    derived = salted_hmac("qz.hook", row.salt, algorithm="sha256").digest()
    return _KEY + base64.b64encode(derived).decode()


def announce(event: Event, demand: DemandRow, at: datetime, task: TaskRow | None = None) -> None:
    """Keep a message for every address that may hear of it; call it where the act itself is written."""
    made = [
        DeliveryRow(
            hook=hook,
            message=f"msg_{secrets.token_urlsafe(18)}",
            body=_body(event, demand, at, None if overseen else task),
            made_at=at,
            due_at=at,
        )
        for hook, overseen in _hearers(demand, task, at.astimezone(CHINA).date())
    ]
    DeliveryRow.objects.bulk_create(made)


def _hearers(demand: DemandRow, task: TaskRow | None, day: date) -> Iterator[tuple[HookRow, bool]]:
    """Yield who may hear, and whether an overseer, who is not told which post it was."""
    for row in _open(day):
        role, unit = Role(row.seat.role), row.seat.unit
        if role is Role.ISSUER and unit.pk == demand.issuer_id:
            yield row, False
        elif role is Role.OVERSEER and demand.issuer.path.startswith(realm(unit_of(unit))):
            yield row, True
        elif role is Role.POST and _reached(demand, task, unit.pk):
            yield row, False


def _reached(demand: DemandRow, task: TaskRow | None, unit: int) -> bool:
    if task is not None:
        return task.unit_id == unit
    return TaskRow.objects.filter(demand=demand.pk, unit=unit).exists()


def _body(event: Event, demand: DemandRow, at: datetime, task: TaskRow | None) -> str:
    data: dict[str, object] = {"demand": demand.pk, "mark": demand.number, "stage": demand.stage}
    if task is not None:
        data |= {"submission": task.pk, "said": task.said}
    said = {
        "type": event.value,
        "timestamp": at.astimezone(CHINA).isoformat(timespec="seconds"),
        "data": data,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _rows() -> QuerySet[HookRow]:
    return HookRow.objects.select_related("seat__account", "seat__unit")


def _open(day: date) -> QuerySet[HookRow]:
    """An address goes with its seat and its account."""
    held = Q(seat__until__isnull=True) | Q(seat__until__gte=day)
    return _rows().filter(held, ended_at=None, seat__account__is_active=True)


def _hook(row: HookRow, waiting: int = 0, lost: int = 0) -> Hook:
    made = row.made_at.astimezone(CHINA).date()
    return Hook(row.pk, seat_of(row.seat), row.seat.account.username, row.url, made, waiting, lost)


def _too_many(name: str) -> Problem:
    return Problem(
        "QZ-A121",
        name,
        _("这个位子已经登记了 {most} 个地址，没有再登记。").format(most=_MOST_A_SEAT),
        _("请先停掉不用的。"),
    )


def _gone(number: str) -> Problem:
    return Problem("QZ-A122", number, _("没有这个地址，或者已经停了。"), _("请刷新页面看现在有哪些。"))
