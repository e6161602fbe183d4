"""Tip-offs: kept without who, whence or when, shown only where enough stand together."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from qingzhuang.model.organisation import Unit
from qingzhuang.pipeline.clues import Tip
from qingzhuang.store.models import ClueRow, UnitRow
from qingzhuang.store.organisation.units import unit_of

_SIGNS = re.compile(r"[\W\d_]+")


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
    """Return the kinds with at least so many tip-offs at a path, A to I; the others are not even told as a number. What was
    said in the same words counts once, however often it was sent."""
    rows = ClueRow.objects.filter(unit__path=path).values_list("category", "codes", "text")
    kinds: dict[str, dict[str, tuple[str, str]]] = {}
    for kind, codes, text in rows.order_by("category", "pk"):
        kinds.setdefault(kind, {}).setdefault(_same(text), (codes, text))
    return tuple(
        _heap(kind, list(held.values()), least) for kind, held in kinds.items() if len(held) >= least
    )


def _same(text: str) -> str:
    """What two tip-offs have in common when one is the other sent again: their letters, without digits and signs."""
    return _SIGNS.sub("", text).casefold()


def _heap(kind: str, rows: list[tuple[str, str]], least: int) -> Heap:
    met = Counter(code for codes, _text in rows for code in set(json.loads(codes)))
    codes = tuple(sorted((code, count) for code, count in met.items() if count >= least))
    return Heap(kind, len(rows), codes, tuple(sorted(text for _codes, text in rows)))
