"""Rows of the database as dataclasses of the model."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from django.db.models import QuerySet

from qingzhuang.answer.departed import Departures
from qingzhuang.answer.ledger import Candidate
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.store.ledger.moments import moment
from qingzhuang.store.models import FactRow, SubjectRow
from qingzhuang.store.value import decode


def subject_of(row: SubjectRow) -> Subject:
    """Return the subject of a row."""
    return Subject(SubjectKind(row.kind), row.key, row.name)


def fact_of(row: FactRow, subject: Subject) -> Fact:
    """Return the fact of a row whose document is loaded."""
    file = row.document.file if row.document else ""
    return Fact(
        subject,
        row.element,
        decode(row.kind, row.value),
        row.as_of,
        Source(file, row.told.place),
        row.recorder,
        row.recorded_at,
        row.valid_until,
    )


def candidates_of(
    rows: QuerySet[FactRow],
    owners: Mapping[int, Subject],
    files: Mapping[int | None, str],
    departed: Departures,
) -> Iterator[Candidate]:
    """Yield the facts of rows with the lineages that state them. A ledger has many rows: no model instance is made. What
    a roll said of somebody who left it, if it can run out at all, runs out the day before."""
    for owner, element, kind, told, as_of, document, recorder, at, until, lineage in rows.values_list(
        "subject",
        "element",
        "kind",
        "told",
        "as_of",
        "document",
        "recorder",
        moment("recorded_at"),
        "valid_until",
        "lineage",
    ).iterator(2_000):
        source = Source(files.get(document, ""), told.place)
        left = departed.since(lineage, as_of, owner) if until is not None else None
        ends = until if until is None or left is None else min(until, left - timedelta(days=1))
        yield Candidate(
            Fact(owners[owner], element, decode(kind, told.value), as_of, source, recorder, at, ends), lineage
        )
