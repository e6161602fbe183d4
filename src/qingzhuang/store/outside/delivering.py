"""Telling addresses what happened: signed as Standard Webhooks has it, tried again ever more seldom, then given up."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F

from qingzhuang.store.clock import CHINA
from qingzhuang.store.models import DeliveryRow
from qingzhuang.store.outside.asking import UnreachableError, post
from qingzhuang.store.outside.hooks import hooks, key_of, stop

WAITS = tuple(
    timedelta(**each)
    for each in (
        {"seconds": 5},
        {"minutes": 5},
        {"minutes": 30},
        {"hours": 2},
        {"hours": 5},
        {"hours": 10},
        {"hours": 14},
        {"hours": 20},
        {"hours": 24},
    )
)
_LEASE, _KEPT = timedelta(minutes=2), timedelta(days=30)
_GONE = 410
Post = Callable[[str, Mapping[str, str], bytes], int]


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of the messages that were due."""

    arrived: int = 0
    again: int = 0
    lost: int = 0


def deliver_due(now: datetime, send: Post = post, most: int = 200) -> Delivered:
    """Send the messages that are due, the oldest first, and note what became of each. Two that do this at once share the
    work; what one had taken when it died is taken up after two minutes. What is settled is thrown away after thirty days."""
    DeliveryRow.objects.filter(due_at=None, made_at__lt=now - _KEPT).delete()
    rows = DeliveryRow.objects.filter(due_at__lte=now).select_related("hook").order_by("due_at", "pk")
    open_ones = {each.number for each in hooks("/", now.astimezone(CHINA).date())}
    done = [_deliver(row, now, send, row.hook_id in open_ones) for row in list(rows[:most])]
    return Delivered(done.count("arrived"), done.count("again"), done.count("lost"))


def _deliver(row: DeliveryRow, now: datetime, send: Post, told: bool) -> str:
    mine = DeliveryRow.objects.filter(pk=row.pk, due_at=row.due_at)
    if not mine.update(due_at=now + _LEASE, tries=F("tries") + 1):
        return "taken"
    if not told:
        return _note(row, "", None)
    body = row.body.encode()
    try:
        status = send(row.hook.url, headers(key_of(row.hook), row.message, now, body), body)
    except UnreachableError as error:
        return _note(row, str(error), now)
    if 200 <= status < 300:
        DeliveryRow.objects.filter(pk=row.pk).update(due_at=None, arrived_at=now, outcome=str(status))
        return "arrived"
    if status == _GONE:
        stop(row.hook_id, now)
        return _note(row, str(status), None)
    return _note(row, str(status), now)


def _note(row: DeliveryRow, outcome: str, now: datetime | None) -> str:
    """Note that a message did not arrive, and when to try again, if ever (`now` None: never)."""
    again = now is not None and row.tries < len(WAITS)
    due = now + WAITS[row.tries] if again and now is not None else None
    DeliveryRow.objects.filter(pk=row.pk).update(due_at=due, outcome=outcome[:200])
    return "again" if again else "lost"


def headers(key: str, message: str, at: datetime, body: bytes) -> dict[str, str]:
    """The headers of a message, with its signature over number, moment and body."""
    moment = str(int(at.timestamp()))
    secret = base64.b64decode(key.removeprefix("whsec_"))
    signed = hmac.new(secret, f"{message}.{moment}.".encode() + body, hashlib.sha256).digest()
    return {
        "Content-Type": "application/json",
        "webhook-id": message,
        "webhook-timestamp": moment,
        "webhook-signature": f"v1,{base64.b64encode(signed).decode()}",
    }
