"""One writer at a time, and new rows in bulk."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from django.db import connection, transaction

from qingzhuang.model.fact import Subject
from qingzhuang.store.ledger.queries import subject_rows
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.models import SubjectRow

_POSTGRESQL_LOCK = 7_119_014_012
BATCH = 2_000
_NAME_ROOM = 200


@contextmanager
def one_writer() -> Iterator[None]:
    """Do all or nothing, while no other process writes: what is compared here must not change before it is saved.
    SQLite sees to it by itself (IMMEDIATE)."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_POSTGRESQL_LOCK])
        yield


def known_or_new(
    subjects: Iterable[Subject], *, relabel: bool = True
) -> tuple[dict[Subject, SubjectRow], int]:
    """Return the row of each subject, made where there was none, and how many were made. Unless told not to `relabel`,
    known ones take the name given."""
    wanted: dict[Subject, str] = {}
    for each in subjects:  # a name once given is not lost to a later mention without one
        wanted[each] = each.name[:_NAME_ROOM] or wanted.get(each, "")
    rows = {subject_of(row): row for row in subject_rows(wanted)}
    fresh = [
        SubjectRow(kind=each.kind.value, key=each.key, name=name)
        for each, name in wanted.items()
        if each not in rows
    ]
    if relabel:
        _relabel(rows, wanted)
    rows |= {subject_of(row): row for row in SubjectRow.objects.bulk_create(fresh, batch_size=BATCH)}
    return rows, len(fresh)


def _relabel(rows: Mapping[Subject, SubjectRow], wanted: Mapping[Subject, str]) -> None:
    renamed = [row for each, row in rows.items() if wanted[each] not in ("", row.name)]
    for row in renamed:
        row.name = wanted[subject_of(row)]
    SubjectRow.objects.bulk_update(renamed, ["name"], batch_size=BATCH)
