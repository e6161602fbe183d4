"""Writing to the ledger. Every command adds rows, all of them or none; the time is passed in."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime

from qingzhuang.intake.converter import Converter
from qingzhuang.language import later
from qingzhuang.model.fact import Fact
from qingzhuang.pipeline.harvest import harvest
from qingzhuang.store.bringing.importing import save_harvest
from qingzhuang.store.bringing.reading import repeated
from qingzhuang.store.gate.lessons import lessons
from qingzhuang.store.ledger.report import ImportReport
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.models import FactRow, SubjectRow, WithdrawalKind, WithdrawalRow
from qingzhuang.store.sealing.fields import Told
from qingzhuang.store.value import encode
from qingzhuang.store.writing import BATCH, known_or_new, one_writer

__all__ = ["import_form", "record", "save_harvest", "spoken_by"]


def import_form(
    file: str,
    content: bytes,
    *,
    recorder: str,
    at: datetime,
    as_of: date | None = None,
    converter: Converter | None = None,
) -> ImportReport:
    """Read a filled file and add what it says. `file` is its name without folders, `at` is now, `as_of` the day it
    speaks of when the file itself does not say. Content that stands in the ledger already is not read again. Raises
    ProblemError when it cannot be read; nothing is then written."""
    digest = hashlib.sha256(content).hexdigest()
    known = repeated(file, digest, at=at, as_of=as_of)
    if known is not None:
        return known
    found = harvest(file, content, converter=converter, lessons=lessons())
    return save_harvest(found, digest, recorder=recorder, at=at, as_of=as_of)


def record(facts: Sequence[Fact]) -> tuple[int, ...]:
    """Add facts that people gave by word (no file behind them) and return their numbers. The recorder is the lineage:
    a later answer of the same person replaces the earlier one; other sources keep speaking (see `settle`)."""
    with one_writer():
        owners, _fresh = known_or_new(each.subject for each in facts)
        rows = [_row(each, owners[each.subject]) for each in facts]
        for row in rows:
            _supersede(row)
        FactRow.objects.bulk_create(rows, batch_size=BATCH)
    return tuple(row.pk for row in rows)


def spoken_by(recorder: str) -> str:
    """Return the lineage of what a person says."""
    return f"答|{recorder}"


def _row(fact: Fact, owner: SubjectRow) -> FactRow:
    kind, value = encode(fact.value)
    return FactRow(
        subject=owner,
        element=fact.element,
        kind=kind,
        told=Told(value, fact.source.place),
        as_of=fact.as_of,
        valid_until=fact.valid_until,
        lineage=spoken_by(fact.recorder),
        recorder=fact.recorder,
        recorded_at=fact.recorded_at,
    )


def _supersede(row: FactRow) -> None:
    """A person who answers again for the same day takes the earlier answer back."""
    earlier = standing(
        FactRow.objects.filter(
            subject=row.subject, element=row.element, lineage=row.lineage, as_of=row.as_of
        ).exclude(pk=row.pk)
    )
    WithdrawalRow.objects.bulk_create(
        [
            WithdrawalRow(
                fact=each,
                kind=WithdrawalKind.CORRECTED,
                reason=later("本人改了回答。"),
                recorder=row.recorder,
                recorded_at=row.recorded_at,
            )
            for each in earlier
        ],
        batch_size=BATCH,
    )
