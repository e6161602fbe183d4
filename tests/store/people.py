"""Invented people, and what files say of them."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from django.db import transaction

from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.ledger.commands import save_harvest
from qingzhuang.store.ledger.report import ImportReport

WANG = Subject(SubjectKind.PERSON, "990101194503021234", "王桂香")
LI = Subject(SubjectKind.PERSON, "990101196211055678", "李有田")
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
TODAY = date(2026, 11, 24)


def moment(minute: int = 0) -> datetime:
    """A time of learning, in order."""
    return datetime(2026, 11, 24, 1, minute, tzinfo=UTC)


def bring(
    said: dict[tuple[Subject, str], Scalar | tuple[Scalar, ...]],
    *,
    file: str = "低保花名册.xlsx",
    as_of: date | None = MARCH,
    minute: int = 0,
    lasts: int | None = None,
) -> ImportReport:
    """Import a file that says this."""
    drafts = tuple(
        Draft(subject, element, value, f"Sheet1!B{number}", lasts_days=lasts)
        for number, ((subject, element), values) in enumerate(said.items(), 2)
        for value in (values if isinstance(values, tuple) else (values,))
    )
    content = hashlib.sha256(repr((said, lasts)).encode()).hexdigest()
    found = Harvest(file, None, as_of, drafts, rows=len({each.subject for each in drafts}))
    return save_harvest(found, content, recorder="赵会计", at=moment(minute))


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Take back whatever is written within."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
