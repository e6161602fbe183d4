"""Checks of registers, kept so that the next one shows what changed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from qingzhuang.model.organisation import Unit
from qingzhuang.pipeline.inventory import Entry, Inventory
from qingzhuang.store.models import RunRow


@dataclass(frozen=True, slots=True)
class Run:
    """One check as it was kept; of `kinds` that of most things comes first, and says what kind of register it is."""

    number: int
    at: datetime
    file: str
    kinds: Mapping[str, int]
    entries: tuple[Entry, ...]


def keep_run(unit: Unit, checked: Inventory, at: datetime) -> Run:
    """Keep what a check found; the file itself is not kept."""
    row = RunRow.objects.create(
        unit_id=unit.number,
        at=at,
        file=checked.file[:200],
        kinds=json.dumps(dict(sorted(checked.kinds.items(), key=lambda each: (-each[1], each[0])))),
        findings=json.dumps([asdict(each) for each in checked.entries], ensure_ascii=False),
    )
    return _run(row)


def run(unit: Unit, number: int) -> Run | None:
    """Return one check of an office."""
    row = RunRow.objects.filter(unit=unit.number, pk=number).first()
    return _run(row) if row else None


def run_before(unit: Unit, than: Run) -> Run | None:
    """Return the last check before another one that listed the same kinds of things."""
    kinds = json.dumps(dict(than.kinds)).partition(":")[0]
    rows = RunRow.objects.filter(unit=unit.number, pk__lt=than.number, kinds__startswith=kinds)
    row = rows.order_by("-pk").first()
    return _run(row) if row else None


def runs(unit: Unit, most: int = 20) -> tuple[Run, ...]:
    """Return the last checks of an office, the latest first."""
    return tuple(_run(row) for row in RunRow.objects.filter(unit=unit.number).order_by("-pk")[:most])


def _run(row: RunRow) -> Run:
    entries = tuple(Entry(**each) for each in json.loads(row.findings))
    return Run(row.pk, row.at, row.file, json.loads(row.kinds), entries)
