"""Subjects by the number under which the ledger keeps them, so that pages need not carry anybody's keys."""

from collections.abc import Iterable

from qingzhuang.model.fact import Subject
from qingzhuang.store.ledger.queries import subject_rows
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.models import SubjectRow


def numbers(subjects: Iterable[Subject]) -> dict[Subject, int]:
    """Return the numbers of subjects; one that the ledger does not know has none."""
    return {subject_of(row): row.pk for row in subject_rows(set(subjects))}


def subject_numbered(number: int) -> Subject | None:
    """Return the subject of a number."""
    return next(iter(subjects_numbered((number,))), None)


def subjects_numbered(found: tuple[int, ...]) -> tuple[Subject, ...]:
    """Return the subjects of numbers, in the order given."""
    rows = SubjectRow.objects.in_bulk(found) if found else {}
    return tuple(subject_of(rows[each]) for each in found if each in rows)
