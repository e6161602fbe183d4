"""Months noted as they were known: written once, never changed, reckoned again whenever somebody asks."""

import json
from datetime import date, datetime
from typing import Any

from qingzhuang.model.month import Month
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.share import Share
from qingzhuang.pipeline.months import reckoned
from qingzhuang.store.board.shares import summed
from qingzhuang.store.clock import CHINA
from qingzhuang.store.models import MonthRow

MOST, MOST_LOOKED_AT, MOST_KEPT = 24, 1000, 500
_kept: dict[int, Month] = {}


def note_month(below: str, at: datetime) -> Month:
    """Note what is known about the units below a path on the day of `at`. Nothing is added when the last row already says
    just that."""
    day = at.astimezone(CHINA).date()
    month = this_month(below, day)
    content = _written(month)
    last = MonthRow.objects.filter(unit=_top(below)).order_by("-pk").first()
    if last is None or (last.day, last.content) != (day, content):
        MonthRow.objects.create(
            unit_id=_top(below), day=day, at=at, content=content, before=month.before, after=month.after
        )
    return month


def this_month(below: str, day: date) -> Month:
    """Return what is known today of a day."""
    sums = summed(below)
    live = tuple(each for each in sums.shares if each.in_force(day))
    return reckoned(Month(day, live, sums.by_kind, sums.by_office, 0.0, 0.0))


def months(below: str) -> tuple[Month, ...]:
    """Return the last months that were noted for the units below a path, the earliest first; the last row of each. A row
    never changes, so that one that was read stays read."""
    rows = MonthRow.objects.filter(unit=_top(below)).order_by("-day", "-pk").values_list("pk", "day")
    last: dict[tuple[int, int], int] = {}
    for number, day in rows[:MOST_LOOKED_AT]:
        last.setdefault((day.year, day.month), number)
    chosen = list(last.values())[:MOST]
    unread = [each for each in chosen if each not in _kept]
    if len(_kept) > MOST_KEPT:
        _kept.clear()
        unread = chosen
    for row in MonthRow.objects.filter(pk__in=unread) if unread else ():
        _kept[row.pk] = _read(row)
    return tuple(_kept[each] for each in reversed(chosen))


def forget() -> None:
    """Keep nothing: another database is asked from now on."""
    _kept.clear()


def _top(below: str) -> int:
    return int(below.rstrip("/").rpartition("/")[2])


def _written(month: Month) -> str:
    content = {
        "shares": [_share_written(each) for each in month.shares],
        "by_kind": {kind.value: count for kind, count in sorted(month.by_kind.items())},
        "by_office": {str(number): count for number, count in sorted(month.by_office.items())},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _share_written(share: Share) -> dict[str, Any]:
    return {
        "demand": share.demand,
        "title": share.title,
        "issuer": [share.issuer.number, share.issuer.name, share.issuer.kind.value, share.issuer.path],
        "kind": share.kind.value,
        "admitted": share.admitted,
        "times": share.times_per_year,
        "since": share.since.isoformat(),
        "until": share.until.isoformat() if share.until else None,
        "posts": share.posts,
        "planned": share.planned,
        "before": share.before,
        "after": share.after,
    }


def _read(row: MonthRow) -> Month:
    content = json.loads(row.content)
    return Month(
        row.day,
        tuple(_share_read(each) for each in content["shares"]),
        {UnitKind(kind): count for kind, count in content["by_kind"].items()},
        {int(number): count for number, count in content["by_office"].items()},
        row.before,
        row.after,
    )


def _share_read(raw: dict[str, Any]) -> Share:
    number, name, kind, path = raw["issuer"]
    return Share(
        demand=raw["demand"],
        issuer=Unit(number, name, UnitKind(kind), path),
        kind=UnitKind(raw["kind"]),
        admitted=raw["admitted"],
        times_per_year=raw["times"],
        since=date.fromisoformat(raw["since"]),
        until=date.fromisoformat(raw["until"]) if raw["until"] else None,
        posts=raw["posts"],
        planned=raw["planned"],
        before=raw["before"],
        after=raw["after"],
        title=raw["title"],
    )
