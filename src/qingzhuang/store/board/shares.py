"""What demands weigh, summed by kind of post in the database: no figure of a single post leaves it, none of a person is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum

from qingzhuang.model.organisation import UnitKind
from qingzhuang.model.share import Share
from qingzhuang.model.work import Stage, Task
from qingzhuang.store.clock import CHINA
from qingzhuang.store.models import DemandRow, TaskRow, UnitRow
from qingzhuang.store.organisation.units import realm as realm
from qingzhuang.store.organisation.units import unit_of
from qingzhuang.store.tasks.demands import tasks_of

_READ = (  # of each of thousands; what is sealed takes time to open
    *("title", "number", "stage", "times_per_year", "expires_on"),
    *("made_at", "submitted_at", "decided_at", "ended_at"),
    *("issuer__name", "issuer__kind", "issuer__path"),
)
_REACHED = (Stage.ADMITTED, Stage.UNADMITTED, Stage.ENDED)


@dataclass(frozen=True, slots=True)
class Summed:
    """What every demand that reached posts below a path weighs there, offices in directory order; and how many posts any
    demand ever reached: by kind, and by the number of the office."""

    shares: tuple[Share, ...]
    by_kind: Mapping[UnitKind, int]
    by_office: Mapping[int, int]


_kept: dict[str, tuple[object, Summed]] = {}


def summed(below: str) -> Summed:
    """Return the sums below a path; kept while no task was weighed or made and no demand decided."""
    now = _mark()
    kept = _kept.get(below)
    if kept is None or kept[0] != now:
        kept = (now, Summed(_shares(below), _posts_by_kind(below), _posts_by_office(below)))
        _kept[below] = kept
    return kept[1]


def forget() -> None:
    """Keep nothing: another database is asked from now on."""
    _kept.clear()


def _mark() -> object:
    """Three looks at the end of an index each, where one for all would read every row."""
    weighed = TaskRow.objects.aggregate(last=Max("planned_at"))
    made = TaskRow.objects.aggregate(last=Max("pk"))
    return (
        weighed,
        made,
        DemandRow.objects.aggregate(decided=Max("decided_at"), ended=Max("ended_at"), all=Count("pk")),
    )


def _shares(below: str) -> tuple[Share, ...]:
    rows = list(
        _reached(below)
        .values("demand", "unit__kind")
        .annotate(
            posts=Count("pk"),
            planned=Count("pk", filter=Q(ledger__gte=0)),
            before=Sum("before"),
            after=Sum("after"),
        )
        .order_by("demand__issuer__order", "demand__issuer", "demand", "unit__kind")
    )
    held = DemandRow.objects.select_related("issuer").only(*_READ).in_bulk([row["demand"] for row in rows])
    return tuple(_share(held[row["demand"]], row) for row in rows)


def _posts_by_kind(below: str) -> Mapping[UnitKind, int]:
    counted = UnitRow.objects.filter(path__startswith=below, tasks__demand__stage__in=_REACHED)
    rows = counted.values("kind").annotate(posts=Count("pk", distinct=True))
    return {UnitKind(row["kind"]): row["posts"] for row in rows}


def _posts_by_office(below: str) -> Mapping[int, int]:
    rows = _reached(below).values("demand__issuer").annotate(posts=Count("unit", distinct=True))
    return {row["demand__issuer"]: row["posts"] for row in rows}


def unplanned(below: str, most: int) -> tuple[Task, ...]:
    """Return a few of the tasks below a path that were never weighed."""
    return tasks_of(_reached(below).filter(ledger__lt=0).order_by("demand", "unit__order")[:most])


def _reached(below: str) -> QuerySet[TaskRow]:
    return TaskRow.objects.filter(unit__path__startswith=below, demand__stage__in=_REACHED)


def _share(row: DemandRow, sums: Mapping[str, Any]) -> Share:
    since, until = _days(row)
    return Share(
        demand=row.pk,
        issuer=unit_of(row.issuer),
        kind=UnitKind(sums["unit__kind"]),
        admitted=bool(row.number),
        times_per_year=row.times_per_year,
        since=since,
        until=until,
        posts=int(sums["posts"]),
        planned=int(sums["planned"]),
        before=sums["before"],
        after=sums["after"],
        title=row.title,
    )


def _days(row: DemandRow) -> tuple[date, date | None]:
    """From which day to which a demand bound its posts."""
    decided = _day(row.decided_at or row.submitted_at or row.made_at)
    if Stage(row.stage) is not Stage.ENDED or row.ended_at is None:
        return decided, row.expires_on
    return decided, _day(row.ended_at)


def _day(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()
