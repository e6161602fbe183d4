"""A post's own sheets: what one would change, and putting it in. Both take the same road; a preview is rolled back, so
that it can promise nothing else than what importing does."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from qingzhuang.answer.subjects import by_name_only
from qingzhuang.language import later
from qingzhuang.model.fact import Subject
from qingzhuang.model.organisation import Unit
from qingzhuang.pipeline.harvest import harvest
from qingzhuang.pipeline.sifting import Sifted, sift
from qingzhuang.store.beside.converting import convert
from qingzhuang.store.bringing.importing import save_harvest
from qingzhuang.store.bringing.retracting import note_import, taken_back
from qingzhuang.store.ledger.decided import told_apart
from qingzhuang.store.ledger.decisions import same
from qingzhuang.store.ledger.report import ImportReport, Signed
from qingzhuang.store.memory.directory import directory_of
from qingzhuang.store.memory.placing import place
from qingzhuang.store.organisation.units import label_of
from qingzhuang.store.writing import known_or_new, one_writer

LOOK, TAKE = (
    "sheet_look",
    "sheet_take",
)  # the kinds of jobs that do so beside the pages; what comes of them tells of people
_SAID = later("放表进来时认的。")
Whom = Mapping[Subject, Subject | None]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A filled file as it was brought: `as_of` the day of which it speaks when the person knows better, `vouched` whether
    all that name no village are of the post's own."""

    file: str
    content: bytes
    as_of: date | None = None
    vouched: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """What a sheet does: what was left out is in `sifted`, and `open` counts those of whom nobody has said whether the
    ledger has them already, of whom nothing is kept; under `number` it can be taken back (0: it wrote nothing); `tied`
    were said to be somebody whom the ledger has."""

    report: ImportReport
    sifted: Sifted
    open: int = 0
    number: int = 0
    tied: tuple[Subject, ...] = ()


def preview(sheet: Sheet, post: Unit, at: datetime) -> Brought:
    """Return what importing a sheet would do; nothing is written. Raises ProblemError as importing does."""
    sifted = _sifted(sheet, post, at)
    with transaction.atomic():
        report = _save(sifted.without({each.who for each in sifted.asked}), sheet, post, at)
        transaction.set_rollback(True)
    return Brought(report, sifted, len(sifted.asked))


def bring_in(
    sheet: Sheet,
    post: Unit,
    at: datetime,
    whom: Whom | None = None,
    then: Callable[[Brought], None] = lambda _brought: None,
) -> Brought:
    """Put a sheet into the ledger. `whom` says of new ones that may be known already who they are, None for somebody else;
    of those of whom it says nothing, nothing is kept. What `then` writes stands or falls with it, and what it raises stops it.
    Raises ProblemError when it cannot be read; nothing is then written."""
    sifted, said = _sifted(sheet, post, at), whom or {}
    left = {each.who for each in sifted.asked if said.get(each.who, each.who) not in (None, *each.known)}
    sifted = sifted.without(left)
    with one_writer():
        tied = _tie(sifted, said, Signed(label_of(post), at, _SAID))
        report = _save(sifted, sheet, post, at)
        brought = Brought(report, sifted, len(left), _note(report, sheet, post, at), tied)
        then(brought)
    return brought


def _tie(sifted: Sifted, said: Whom, signed: Signed) -> tuple[Subject, ...]:
    """Keep what was said of who is who, so that it is not asked again, and can be taken back; return who is somebody known."""
    tied = []
    for each in sifted.asked:
        chosen = said.get(each.who, each.who)
        if chosen is not None and chosen not in each.known:
            continue
        others = each.known if chosen is None else (chosen,)
        known_or_new([each.who, *others])
        for other in others:
            alias, subject = (each.who, other) if by_name_only(each.who) else (other, each.who)
            same(alias, subject, signed, really=chosen is not None)
        tied += [each.who] if chosen is not None else []
    return tuple(tied)


def _sifted(sheet: Sheet, post: Unit, at: datetime) -> Sifted:
    held = directory_of(post, at.date())
    village = post.name if len(held.villages) == 1 else ""
    found = harvest(sheet.file, sheet.content, converter=convert())
    return sift(found, held, village if sheet.vouched else "", told_apart())


def _save(sifted: Sifted, sheet: Sheet, post: Unit, at: datetime) -> ImportReport:
    """A post's file is another one than a file of the same name or content of any other post: its editions follow only
    each other, and what it does not name has not left the others' rolls."""
    label = label_of(post)
    name = sheet.file if sheet.file.startswith(label) else f"{label} {sheet.file}"
    found, digest = replace(sifted.found, file=name), _digest(sheet, post)
    report = save_harvest(found, digest, recorder=label, at=at, as_of=sheet.as_of)
    place(sifted.placed, label, at)
    return report


def _digest(sheet: Sheet, post: Unit) -> str:
    """A content that was put in and taken back comes as if for the first time."""
    found = hashlib.sha256(f"{post.path} {sheet.vouched} ".encode() + sheet.content).hexdigest()
    while taken_back(found):
        found = hashlib.sha256(f"{found} again".encode()).hexdigest()
    return found


def _note(report: ImportReport, sheet: Sheet, post: Unit, at: datetime) -> int:
    facts = report.new + report.confirmed
    if not facts and not report.changes and not report.misread:
        return 0
    return note_import(_digest(sheet, post), report.as_of, label_of(post), at, (facts, len(report.changes)))
