"""What a visit saw is true as of its own day, whichever is typed first: the points of a check list, or its day."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.subjects import VILLAGE, Setting, place
from qingzhuang.language import later
from qingzhuang.match.checklist.keys import DAY, POINT
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.model.organisation import Unit
from qingzhuang.pipeline.asking import Spot
from qingzhuang.pipeline.check_points import list_of
from qingzhuang.store.ledger.commands import record, spoken_by
from qingzhuang.store.ledger.decisions import take_back
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.models import FactRow
from qingzhuang.store.organisation.units import label_of
from qingzhuang.store.value import decode
from qingzhuang.store.writing import one_writer

_NAME = "site.name"
_ONE_VISIT = timedelta(days=7)  # a list is filled over so many days


def on_its_day(spot: Spot, post: Unit, at: datetime) -> Spot:
    """Return a point's spot as of the day of the visit, where the post said it for the same list; others as they are."""
    title = list_of(spot.whence)
    if not spot.key.startswith(POINT) or not title:
        return spot
    said = _mine(spot.subject, post, at).filter(element=DAY + title).order_by("-pk").first()
    day = as_date(decode(said.kind, said.value)) if said is not None else None
    return _as_of(spot, day, timezone.localdate(at)) if day is not None else spot


def move(spot: Spot, day: object, post: Unit, at: datetime) -> None:
    """Put what the post typed of a list to the day of the visit that it names now."""
    seen = as_date(day) if isinstance(day, str | date) else None
    if not spot.key.startswith(DAY) or seen is None:
        return
    title = spot.key.removeprefix(DAY)
    rows = _mine(spot.subject, post, at).filter(element__startswith=POINT, document__isnull=True)
    for row in [each for each in rows if list_of(each.told.place) == title]:
        point = _as_of(
            Spot(spot.subject, row.element, row.as_of, row.valid_until), seen, timezone.localdate(at)
        )
        if point.as_of != row.as_of:
            take_back([row], Signed(label_of(post), at, later("改成了检查那天。")))
            value, source = decode(row.kind, row.value), Source("", row.told.place)
            record(
                [Fact(spot.subject, row.element, value, point.as_of, source, row.recorder, at, point.until)]
            )


def begin_place(name: str, post: Unit, at: datetime) -> int:
    """Put a place of the post's village that no list names yet into the ledger, and return its number."""
    known = place({_NAME: name, VILLAGE: post.name}, Setting())
    if known is None:
        return 0
    who, by = known.subject, label_of(post)
    with one_writer():
        said = ((_NAME, name), (VILLAGE, post.name))
        record([Fact(who, key, value, timezone.localdate(at), Source(""), by, at) for key, value in said])
    return numbers([who]).get(who, 0)


def _mine(subject: Subject, post: Unit, at: datetime) -> QuerySet[FactRow]:
    return standing(
        FactRow.objects.filter(
            subject__kind=subject.kind.value,
            subject__key=subject.key,
            lineage=spoken_by(label_of(post)),
            recorded_at__gte=at - _ONE_VISIT,
        )
    ).select_related("subject")


def _as_of(spot: Spot, day: date, today: date) -> Spot:
    seen = min(day, today)
    return replace(
        spot, as_of=seen, until=max(today, seen + timedelta(days=element(spot.key).lasts_days or 0))
    )
