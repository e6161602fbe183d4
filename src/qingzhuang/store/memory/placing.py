"""Placing subjects at units by number, and which part of the ledger is whose."""

from collections.abc import Iterable
from datetime import datetime

from qingzhuang.model.fact import Subject
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.pipeline.placing import Ground, Placing, Village
from qingzhuang.store.ledger.queries import subject_rows
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.models import FormerNameRow, PlacedRow, UnitRow
from qingzhuang.store.organisation.units import home_of, units
from qingzhuang.store.writing import BATCH, one_writer

Share = tuple[
    frozenset[int], bool
]  # villages by number, and whether what can only be of one of them is in it, too


def placing_of(ground: Ground) -> Placing:
    """Return of which village each subject is."""
    rows = PlacedRow.objects.order_by("pk").select_related("subject")
    placed = {subject_of(row.subject): row.unit_id for row in rows}
    merged = UnitRow.objects.filter(into__isnull=False).values_list("pk", "into")
    into = {number: target for number, target in merged if target is not None}
    return Placing(ground, villages(), {who: _followed(number, into) for who, number in placed.items()})


def villages() -> tuple[Village, ...]:
    """Return the villages of the tree with their townships and former names."""
    former: dict[int, tuple[str, ...]] = {}
    for number, name in FormerNameRow.objects.order_by("pk").values_list("unit", "name"):
        former[number] = (*former.get(number, ()), name)
    rows = UnitRow.objects.filter(kind=UnitKind.VILLAGE.value, ended_on=None).order_by("order", "pk")
    return tuple(
        Village(number, name, town or "", former.get(number, ()))
        for number, name, town in rows.values_list("pk", "name", "parent__name")
    )


def kept_by(at: Unit) -> Share:
    """Return the numbers of the villages whose ledger a unit keeps, and whether it keeps them as a whole: what can only be
    of one of them is its, too."""
    home = home_of(at)
    if home.kind is UnitKind.VILLAGE:
        return frozenset((home.number,)), False
    return frozenset(each.number for each in units(home, (UnitKind.VILLAGE,))), True


def place(placed: Iterable[tuple[Subject, int]], recorder: str, at: datetime) -> None:
    """Note of which unit subjects are."""
    by_subject = dict(placed)
    with one_writer():
        PlacedRow.objects.bulk_create(
            [
                PlacedRow(subject=row, unit_id=by_subject[subject_of(row)], recorder=recorder, recorded_at=at)
                for row in subject_rows(by_subject)
                if subject_of(row) in by_subject
            ],
            batch_size=BATCH,
        )


def _followed(number: int, into: dict[int, int]) -> int:
    seen: set[int] = set()
    while number in into and number not in seen:
        seen.add(number)
        number = into[number]
    return number
