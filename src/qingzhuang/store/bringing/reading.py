"""The same content once more: answered from what reading it gave, where reading it again could change nothing."""

import hashlib
import json
from dataclasses import asdict
from datetime import date, datetime
from functools import cache
from pathlib import Path

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

import qingzhuang
from qingzhuang.answer.draft import Harvest
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.store.ledger.queries import chunks, conflicts
from qingzhuang.store.ledger.report import Conflict, ImportReport
from qingzhuang.store.ledger.rows import subject_of
from qingzhuang.store.ledger.standing import endings
from qingzhuang.store.models import (
    DocumentRow,
    FactRow,
    ReadingRow,
    SubjectRow,
    WithdrawalKind,
)


def remember(document: DocumentRow, harvest: Harvest, *, said: int, at: datetime) -> None:
    """Keep what reading a document gave."""
    ReadingRow.objects.create(
        document=document,
        program=_program(),
        stated=harvest.as_of,
        rows=harvest.rows,
        said=said,
        problems=json.dumps([asdict(each) for each in harvest.problems], ensure_ascii=False),
        recorded_at=at,
    )


def repeated(file: str, sha256: str, *, at: datetime, as_of: date | None = None) -> ImportReport | None:
    """Return the report on content that was read before by this program under this name and still stands as it was;
    None when it is to be read."""
    readings = ReadingRow.objects.filter(document__sha256=sha256, document__file=file, program=_program())
    last = readings.select_related("document").order_by("recorded_at", "id").last()
    if last is None:
        return None
    known = DocumentRow.objects.filter(sha256=sha256).order_by("recorded_at", "id").last()
    document = last.document
    day = as_of or last.stated or (known.as_of if known else None)
    if day != document.as_of or not _stands(last):
        return None
    today = timezone.localdate(at)
    return ImportReport(
        file,
        document.as_of,
        rows=last.rows,
        unchanged=last.said,
        conflicts=_conflicts(document, max(document.as_of, today)),
        problems=_problems(last.problems),
    )


@cache
def _program() -> str:
    """Tell one state of the program from another by its files."""
    root = Path(qingzhuang.__file__).parent
    files = sorted(each for each in root.rglob("*") if each.suffix in (".py", ".yaml", ".toml"))
    marks = (f"{each.relative_to(root)} {each.stat().st_size} {each.stat().st_mtime_ns}" for each in files)
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()


def _stands(reading: ReadingRow) -> bool:
    """Tell whether the document is the only edition of its lineage and nothing of it was taken back since."""
    document = reading.document
    if DocumentRow.objects.filter(lineage=document.lineage).exclude(pk=document.pk).exists():
        return False
    taken = endings().filter(fact=OuterRef("pk")).exclude(kind=WithdrawalKind.SETTLED)
    return not _facts(document).filter(Exists(taken)).exists()


def _facts(document: DocumentRow) -> QuerySet[FactRow]:
    return FactRow.objects.filter(lineage=document.lineage)


def _conflicts(document: DocumentRow, as_of: date) -> tuple[Conflict, ...]:
    """What the document disagrees on with others, or with itself."""
    elsewhere = FactRow.objects.filter(subject=OuterRef("subject")).exclude(lineage=document.lineage)
    again = _facts(document).filter(subject=OuterRef("subject"), element=OuterRef("element"))
    again = again.filter(pk__lt=OuterRef("pk"))
    doubtful = set(_facts(document).filter(Exists(elsewhere)).values_list("subject", flat=True))
    doubtful |= set(_facts(document).filter(Exists(again)).values_list("subject", flat=True))
    rows = [row for part in chunks(sorted(doubtful)) for row in SubjectRow.objects.filter(pk__in=part)]
    if not rows:
        return ()
    touched = {
        (kind, key, element)
        for part in chunks(sorted(doubtful))
        for kind, key, element in _facts(document)
        .filter(subject__in=part)
        .values_list("subject__kind", "subject__key", "element")
    }
    found = conflicts(as_of=as_of, subjects=[subject_of(row) for row in rows])
    return tuple(
        each for each in found if (each.subject.kind.value, each.subject.key, each.element) in touched
    )


def _problems(text: str) -> tuple[Problem, ...]:
    return tuple(Problem(**{**each, "severity": Severity(each["severity"])}) for each in json.loads(text))
