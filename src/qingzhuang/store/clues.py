"""Tip-offs: kept without who, whence or when, shown only where enough stand together."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from qingzhuang.model.organisation import Unit
from qingzhuang.pipeline.clues import Tip
from qingzhuang.store.models import ClueRow, UnitRow
from qingzhuang.store.organisation import unit_of


@dataclass(frozen=True, slots=True)
class Heap:
    """The tip-offs of one kind: how many, the rules that enough of them meet, their words in no order of time."""

    category: str
    count: int
    codes: tuple[tuple[str, int], ...]
    texts: tuple[str, ...]


def tops() -> tuple[Unit, ...]:
    """The units that stand above all others: a tip-off goes to one of them."""
    return tuple(unit_of(row) for row in UnitRow.objects.filter(parent=None).order_by("order", "pk"))


def keep_clue(top: Unit, tip: Tip, day: date) -> None:
    """Keep a tip-off."""
    ClueRow.objects.create(
        unit_id=top.number, day=day, category=tip.category, codes=json.dumps(tip.codes), text=tip.text
    )


def heaps(path: str, least: int) -> tuple[Heap, ...]:
    """Return the kinds with at least so many tip-offs at a path, A to I; the others are not even counted."""
    rows = ClueRow.objects.filter(unit__path=path)
    counted = (
        rows.values("category").annotate(count=Count("pk")).filter(count__gte=least).order_by("category")
    )
    kinds = {row["category"]: row["count"] for row in counted}
    held = list(rows.filter(category__in=kinds).values_list("category", "codes", "text"))
    return tuple(_heap(kind, [each[1:] for each in held if each[0] == kind], least) for kind in kinds)


def _heap(kind: str, rows: list[tuple[str, str]], least: int) -> Heap:
    met = Counter(code for codes, _text in rows for code in set(json.loads(codes)))
    codes = tuple(sorted((code, count) for code, count in met.items() if count >= least))
    return Heap(kind, len(rows), codes, tuple(sorted(text for _codes, text in rows)))
