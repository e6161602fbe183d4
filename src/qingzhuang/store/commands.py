"""Writing to the ledger. Every command adds rows, all of them or none; the time is passed in."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from gettext import gettext as _

from qingzhuang.intake.converter import Converter
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.pipeline.harvest import harvest
from qingzhuang.store.importing import save_harvest
from qingzhuang.store.models import FactRow, SameRow, SubjectRow, WithdrawalKind, WithdrawalRow
from qingzhuang.store.queries import standing, subject_rows
from qingzhuang.store.reading import repeated
from qingzhuang.store.report import ImportReport
from qingzhuang.store.rows import subject_of
from qingzhuang.store.value import encode
from qingzhuang.store.writing import BATCH, known_or_new, one_writer

__all__ = ["import_form", "link", "record", "retract", "save_harvest", "settle"]


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
    found = harvest(file, content, converter=converter)
    return save_harvest(found, digest, recorder=recorder, at=at, as_of=as_of)


def record(facts: Sequence[Fact], *, settling: bool = False) -> tuple[int, ...]:
    """Add facts that people gave by word (no file behind them) and return their numbers. The recorder is the lineage:
    a later answer of the same person replaces the earlier one. `settling`: the answer was given in view of what is
    known, so other sources' values for the element no longer speak."""
    with one_writer():
        owners, _fresh = known_or_new(each.subject for each in facts)
        rows = [_row(each, owners[each.subject]) for each in facts]
        for row in rows:
            _supersede(row)
        FactRow.objects.bulk_create(rows, batch_size=BATCH)
        if settling:
            for row in rows:
                _overrule(row, _("当面问清，以这次的回答为准。"), row.recorder, row.recorded_at)
    return tuple(row.pk for row in rows)


def retract(number: int, *, reason: str, recorder: str, at: datetime) -> None:
    """Let a fact no longer speak; it stays in the history. Raises ProblemError QZ-L001 when it does not speak (any
    more)."""
    with one_writer():
        row = _speaking(number)
        _end([row], WithdrawalKind.WITHDRAWN, None, reason, recorder, at)


def settle(number: int, *, reason: str, recorder: str, at: datetime) -> int:
    """Choose a fact among those that disagree and return how many others no longer speak. A file imported later can
    open the question again. Raises ProblemError QZ-L001 when the fact does not speak (any more)."""
    with one_writer():
        return _overrule(_speaking(number), reason, recorder, at)


def link(alias: Subject, subject: Subject, *, recorder: str, at: datetime, same: bool = True) -> None:
    """Confirm that two keys mean one subject (or, with `same` false, that they do not). Nothing is merged: the link can
    be taken back. Raises ProblemError QZ-L002 for a subject that the ledger does not know, or unlike kinds."""
    with one_writer():
        rows = {subject_of(row): row for row in subject_rows([alias, subject])}
        if len(rows) < 2 or alias.kind is not subject.kind:
            raise ProblemError(_no_link(alias, subject))
        SameRow.objects.create(
            alias=rows[alias], subject=rows[subject], same=same, recorder=recorder, recorded_at=at
        )


def _row(fact: Fact, owner: SubjectRow) -> FactRow:
    kind, value = encode(fact.value)
    return FactRow(
        subject=owner,
        element=fact.element,
        kind=kind,
        value=value,
        as_of=fact.as_of,
        valid_until=fact.valid_until,
        lineage=f"答|{fact.recorder}",
        place=fact.source.place,
        recorder=fact.recorder,
        recorded_at=fact.recorded_at,
    )


def _others(row: FactRow) -> Iterable[FactRow]:
    same_subject = FactRow.objects.filter(subject=row.subject, element=row.element)
    return standing(same_subject).exclude(pk=row.pk)


def _supersede(row: FactRow) -> None:
    """A person who answers again for the same day takes the earlier answer back."""
    earlier = [each for each in _others(row) if (each.lineage, each.as_of) == (row.lineage, row.as_of)]
    _end(earlier, WithdrawalKind.CORRECTED, None, _("本人改了回答。"), row.recorder, row.recorded_at)


def _overrule(row: FactRow, reason: str, recorder: str, at: datetime) -> int:
    others = [each for each in _others(row) if (each.kind, each.value) != (row.kind, row.value)]
    _end(others, WithdrawalKind.SETTLED, row, reason, recorder, at)
    return len(others)


def _end(
    rows: Sequence[FactRow],
    kind: WithdrawalKind,
    by: FactRow | None,
    reason: str,
    recorder: str,
    at: datetime,
) -> None:
    WithdrawalRow.objects.bulk_create(
        [
            WithdrawalRow(fact=row, kind=kind, by=by, reason=reason, recorder=recorder, recorded_at=at)
            for row in rows
        ],
        batch_size=BATCH,
    )


def _speaking(number: int) -> FactRow:
    found = standing(FactRow.objects.filter(pk=number)).first()
    if found is None:
        raise ProblemError(
            Problem(
                "QZ-L001",
                str(number),
                _("账里没有编号 {number} 的记录，或者它已经不作数了。").format(number=number),
                _("请用 qz ledger show 查到编号再来。"),
            )
        )
    return found


def _no_link(alias: Subject, subject: Subject) -> Problem:
    return Problem(
        "QZ-L002",
        alias.name or subject.name,
        _("要认作同一个的两条，账里缺了一条，或者不是一类。"),
        _("请先用 qz ledger show 查到这两条。"),
    )
