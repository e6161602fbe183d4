"""Writing a post's answers: one at a time, never over somebody else's."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from qingzhuang.language import later
from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.organisation import Unit
from qingzhuang.model.sheet import Scalar
from qingzhuang.model.thing import thing
from qingzhuang.pipeline.asking import Spot
from qingzhuang.pipeline.check_points import list_of
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.decisions import settle
from qingzhuang.store.ledger.decisions import take_back as take_back_facts
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.ledger.rows import fact_of
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.models import FactRow, TaskRow
from qingzhuang.store.organisation.units import label_of
from qingzhuang.store.tasks.visits import move, on_its_day
from qingzhuang.store.writing import one_writer


@dataclass(frozen=True, slots=True)
class Outcome:
    """`seen` is how far the page may now say it has seen; `rival` what somebody else answered meanwhile."""

    seen: int
    rival: Fact | None = None


def save(spot: Spot, value: Scalar, post: Unit, seen: int, at: datetime) -> Outcome:
    """Record an answer of a post, unless somebody answered otherwise since the page was made: then nothing is written
    and the other's answer comes back."""
    with one_writer():
        spot = on_its_day(spot, post, at)
        rival = _since(spot, seen)
        if rival is not None and rival.value == value:
            return Outcome(_last(spot))
        if rival is not None:
            return Outcome(_last(spot), rival)
        if spot.settles:
            _settle(spot, value, post, at)
            return Outcome(_last(spot))
        fact = Fact(
            spot.subject,
            thing(spot.key).key,
            value,
            spot.as_of,
            Source("", spot.whence),
            label_of(post),
            at,
            spot.until,
        )
        (number,) = record([fact])
        move(spot, value, post, at)
        return Outcome(number)


def take_back(spot: Spot, post: Unit, seen: int, at: datetime) -> Outcome:
    """Withdraw what the post itself answered by hand for a spot, unless somebody answered since."""
    with one_writer():
        spot = on_its_day(spot, post, at)
        rival = _since(spot, seen)
        if rival is not None:
            return Outcome(_last(spot), rival)
        said = _at(spot).filter(document__isnull=True, recorder=label_of(post), as_of=spot.as_of)
        mine = list(said.select_related("subject"))
        if mine:
            take_back_facts(mine, Signed(label_of(post), at, later("本单位收回了回答。")))
        return Outcome(seen)


def note_unknown(task: int, said: frozenset[str], taken_back: frozenset[str]) -> None:
    """Note to which questions of a task a post said "不知道"."""
    with one_writer():
        row = TaskRow.objects.get(pk=task)
        kept = (frozenset(row.unknown.split()) - taken_back) | said
        row.unknown = " ".join(sorted(kept))
        row.save(update_fields=["unknown"])


def _settle(spot: Spot, value: Scalar, post: Unit, at: datetime) -> None:
    lasts = (spot.until - at.date()).days if spot.until is not None else None
    signed = Signed(label_of(post), at, later("当面问清，以这次的回答为准。"))
    as_of = spot.as_of if spot.whence or spot.dated else None
    settle(
        spot.subject,
        thing(spot.key).key,
        value,
        signed,
        lasts_days=lasts,
        side=thing(spot.key).side,
        as_of=as_of,
        place=spot.whence,
        of_day=spot.dated,
    )


def note_about(task: int, about: tuple[int, ...]) -> None:
    """Note whom a task's card is filled for; it is planned anew."""
    TaskRow.objects.filter(pk=task).update(about=" ".join(map(str, about)), ledger=-1, how="")


def _at(spot: Spot) -> QuerySet[FactRow]:
    """What was said in answer to just this: of a figure as of a day, of that day; of what only its form tells, on that form."""
    kind = spot.subject.kind
    asked = thing(spot.key)
    rows = FactRow.objects.filter(subject__kind=kind.value, subject__key=spot.subject.key, element=asked.key)
    rows = standing(rows.filter(as_of=spot.as_of) if spot.dated else rows)
    if not asked.side:
        return rows
    mine = [row.pk for row in rows if list_of(row.told.place) == list_of(spot.whence)]
    return FactRow.objects.filter(pk__in=mine)


def _since(spot: Spot, seen: int) -> Fact | None:
    row = _at(spot).filter(pk__gt=seen).select_related("document").order_by("-pk").first()
    return fact_of(row, spot.subject) if row else None


def _last(spot: Spot) -> int:
    return _at(spot).order_by("-pk").values_list("pk", flat=True).first() or 0
