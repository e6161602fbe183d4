"""What demands weigh, summed by kind of post in the database: no figure of a single post leaves it, none of a person is kept."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.share import Share
from qingzhuang.model.work import Stage, Task
from qingzhuang.store.clock import CHINA
from qingzhuang.store.demands import tasks_of
from qingzhuang.store.models import DemandRow, TaskRow, UnitRow
from qingzhuang.store.organisation import unit_of

_REACHED = (Stage.ADMITTED, Stage.UNADMITTED, Stage.ENDED)


def realm(unit: Unit) -> str:
    """The path below which an overseer sees figures: an office oversees what its parent holds."""
    if unit.kind is not UnitKind.OFFICE:
        return unit.path
    above = unit.path.rstrip("/").rpartition("/")[0]
    return f"{above}/" if above else unit.path


def shares(below: str) -> tuple[Share, ...]:
    """Return what every demand that reached posts below a path weighs there, offices in directory order."""
    summed = (
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
    rows = list(summed)
    held = DemandRow.objects.select_related("issuer").in_bulk([row["demand"] for row in rows])
    return tuple(_share(held[row["demand"]], row) for row in rows)


def posts_by_kind(below: str) -> Mapping[UnitKind, int]:
    """How many posts of each kind below a path any demand ever reached."""
    counted = UnitRow.objects.filter(path__startswith=below, tasks__demand__stage__in=_REACHED)
    rows = counted.values("kind").annotate(posts=Count("pk", distinct=True))
    return {UnitKind(row["kind"]): row["posts"] for row in rows}


def posts_by_office(below: str) -> Mapping[int, int]:
    """How many posts below a path each office ever reached, by the office's number."""
    rows = _reached(below).values("demand__issuer").annotate(posts=Count("unit", distinct=True))
    return {row["demand__issuer"]: row["posts"] for row in rows}


def unplanned(below: str, most: int) -> tuple[Task, ...]:
    """Return a few of the tasks below a path that were never weighed."""
    return tasks_of(_reached(below).filter(ledger__lt=0).order_by("demand", "unit__order")[:most])


def _reached(below: str) -> QuerySet[TaskRow]:
    return TaskRow.objects.filter(unit__path__startswith=below, demand__stage__in=_REACHED)


def _share(row: DemandRow, summed: Mapping[str, Any]) -> Share:
    since, until = _days(row)
    return Share(
        demand=row.pk,
        issuer=unit_of(row.issuer),
        kind=UnitKind(summed["unit__kind"]),
        admitted=bool(row.number),
        times_per_year=row.times_per_year,
        since=since,
        until=until,
        posts=int(summed["posts"]),
        planned=int(summed["planned"]),
        before=summed["before"],
        after=summed["after"],
    )


def _days(row: DemandRow) -> tuple[date, date | None]:
    """From which day to which a demand bound its posts; one that ended keeps only when it was submitted."""
    decided = _day(row.decided_at or row.made_at)
    if Stage(row.stage) is not Stage.ENDED:
        return decided, row.expires_on
    return min(_day(row.submitted_at or row.made_at), decided), decided


def _day(moment: datetime) -> date:
    return moment.astimezone(CHINA).date()
