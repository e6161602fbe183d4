"""Rows of the database as dataclasses of the model."""

from qingzhuang.answer.ledger import Candidate
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.store.models import FactRow, SubjectRow
from qingzhuang.store.value import decode


def subject_of(row: SubjectRow) -> Subject:
    """Return the subject of a row."""
    return Subject(SubjectKind(row.kind), row.key, row.name)


def fact_of(row: FactRow, subject: Subject) -> Fact:
    """Return the fact of a row whose document is loaded."""
    document = row.document
    return Fact(
        subject,
        row.element,
        decode(row.kind, row.value),
        row.as_of,
        Source(document.file if document else "", row.place),
        row.recorder,
        row.recorded_at,
        row.valid_until,
    )


def candidate_of(row: FactRow, subject: Subject) -> Candidate:
    """Return the fact with the lineage that states it."""
    return Candidate(fact_of(row, subject), row.lineage)
