"""The secret address of a post's calendar: whoever knows it reads the deadlines; renewing it ends the one before."""

import secrets
from datetime import date, datetime

from django.utils.crypto import salted_hmac

from qingzhuang.model.organisation import Unit
from qingzhuang.model.work import Answer, Task
from qingzhuang.store.clock import CHINA
from qingzhuang.store.models import FeedRow
from qingzhuang.store.organisation.tokens import digest_of
from qingzhuang.store.organisation.units import unit_of
from qingzhuang.store.tasks.demands import tasks


def make_feed(unit: Unit, at: datetime) -> str:
    """Make the address of a post's calendar, or another one in its place, and return its secret part, told this once."""
    secret = secrets.token_urlsafe(24)
    FeedRow.objects.update_or_create(
        unit_id=unit.number, defaults={"digest": digest_of(secret), "made_at": at}
    )
    return secret


def feed_made(unit: Unit) -> date | None:
    """Return since when a post's calendar has its address."""
    row = FeedRow.objects.filter(unit=unit.number).first()
    return row.made_at.astimezone(CHINA).date() if row else None


def end_feed(unit: Unit) -> bool:
    """Let the address of a post's calendar open nothing; False when it had none."""
    return bool(FeedRow.objects.filter(unit=unit.number).delete()[0])


def feed_of(secret: str) -> Unit | None:
    """Return whose calendar a secret opens."""
    row = FeedRow.objects.select_related("unit").filter(digest=digest_of(secret)).first()
    return unit_of(row.unit) if row else None


def open_tasks(unit: Unit, day: date) -> tuple[Task, ...]:
    """Return what a post still has to answer by a day that was set."""
    live = tasks(unit, live_on=day)
    return tuple(each for each in live if each.said is Answer.OPEN and each.demand.deadline is not None)


def uid_of(task: Task) -> str:
    """A name for a task that stays, and that no other ledger gives."""
    return f"{salted_hmac('qz.calendar', str(task.number), algorithm='sha256').hexdigest()[:32]}@qingzhuang"
