"""Counting before anybody asks: whoever works beside the pages and has nothing else to do counts the forms of one village after
another, so that a morning, or a form that was just admitted to a thousand posts, finds them counted."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import Error
from django.db.models import Q

from qingzhuang.model.work import Answer
from qingzhuang.store.models import TaskRow
from qingzhuang.store.organisation.units import unit
from qingzhuang.store.tasks.demands import LIVE
from qingzhuang.store.tasks.recounting import count_all

_LOOK_SECONDS = 30.0


@dataclass(slots=True)
class Ahead:
    """One of `of` workers, who divide the villages between them. `_left` is what could not be counted today, and is not tried
    again and again."""

    number: int = 0
    of: int = 1
    _due: list[tuple[int, frozenset[int]]] = field(default_factory=list)
    _left: dict[int, frozenset[int]] = field(default_factory=dict)
    _day: date | None = None
    _looked: float = float("-inf")

    def count_one(self, now: datetime) -> bool:
        """Count the forms of one village, and tell whether there was one."""
        if not self._due and not self._look(now):
            return False
        village, waiting = self._due.pop(0)
        with _whatever():
            if (post := unit(village)) is not None:
                count_all(post, now)
        still = due_at(now, village).get(village, frozenset()) & waiting
        if still:
            self._left[village] = self._left.get(village, frozenset()) | still
        return True

    def _look(self, now: datetime) -> bool:
        if time.monotonic() - self._looked < _LOOK_SECONDS:
            return False
        self._looked = time.monotonic()
        if self._day != now.date():
            self._day = now.date()
            self._left.clear()
        self._due = [
            (village, waiting)
            for village, waiting in due_at(now).items()
            if village % self.of == self.number and not waiting <= self._left.get(village, frozenset())
        ]
        return bool(self._due)


@contextmanager
def _whatever() -> Iterator[None]:
    """One village's trouble keeps nobody else from being counted; its own desk says what it is."""
    try:
        yield
    except Error:
        raise
    except Exception:  # nobody waits for an answer here
        return


def due_at(now: datetime, village: int | None = None) -> Mapping[int, frozenset[int]]:
    """Return the open tasks that were not counted today, by village, neighbours together: they have forms in common."""
    begun = now.replace(hour=0, minute=0, second=0, microsecond=0)
    rows = TaskRow.objects.filter(Q(planned_at=None) | Q(planned_at__lt=begun), said=Answer.OPEN.value)
    rows = rows.filter(demand__stage__in=[each.value for each in LIVE])
    rows = rows.exclude(demand__expires_on__lt=now.date())
    if village is not None:
        rows = rows.filter(unit=village)
    found: dict[int, set[int]] = {}
    for number, where in rows.order_by("unit__path").values_list("pk", "unit"):
        found.setdefault(where, set()).add(number)
    return {where: frozenset(numbers) for where, numbers in found.items()}
