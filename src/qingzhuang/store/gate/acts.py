"""The gate's acts: a draft is read and kept with what was found, applied for, or noted as sent without admission."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache, partial

from django.db.models import Count, Q

from qingzhuang.intake.read import read_form
from qingzhuang.language import gettext as _
from qingzhuang.model.gate import Screening
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.model.work import Answer, Sent, Stage
from qingzhuang.pipeline.checking import Court, court
from qingzhuang.pipeline.costing import cost
from qingzhuang.pipeline.demands import usual_times_of
from qingzhuang.pipeline.screening import Around, screen
from qingzhuang.store.beside.converting import readable
from qingzhuang.store.blobs import keep
from qingzhuang.store.gate.admitted import admitted_but
from qingzhuang.store.gate.screenings import give_reasons, keep_screening, screening_of
from qingzhuang.store.gate.teaching import lessons_of
from qingzhuang.store.models import CheckRow, DemandRow, TaskRow
from qingzhuang.store.organisation.places import places_on
from qingzhuang.store.organisation.units import home_of, units
from qingzhuang.store.tasks.demands import (
    Application,
    Draft,
    bring,
    change_draft,
    demand,
    demands,
    moved_on,
    reach,
    staged,
    submit,
)
from qingzhuang.store.tasks.planning import desk_on, form_of
from qingzhuang.store.writing import one_writer

Then = Callable[[Sent], None]
_COURTS = 8


def posts_of(issuer: Unit) -> tuple[Unit, ...]:
    """Return the posts that an issuer may ask: the villages below the county or township whose office it is."""
    return units(home_of(issuer), [UnitKind.VILLAGE])


def bring_draft(
    issuer: Unit, file: str, content: bytes, at: datetime, title: str = "", then: Then = lambda _sent: None
) -> Sent:
    """Read a draft, keep it with what was found, and return it, under its own title unless one is given; what `then` writes
    stands or falls with it. Raises ProblemError when it cannot be read."""
    found = _read(issuer, file, content, at)
    found = replace(found, title=title or found.title)
    blob = keep(content)
    with one_writer():
        sent = bring(issuer, _draft(found, file, blob, usual_times_of(found.title + file), at), at)
        keep_screening(sent.number, found, at)
        then(sent)
    return sent


def bring_again(
    sent: Sent,
    file: str,
    content: bytes,
    at: datetime,
    still: Callable[[], None] = lambda: None,
    then: Then = lambda _sent: None,
) -> None:
    """Put a changed draft in the place of one that was not sent yet, or was sent back; `still` is asked when it is read
    and nobody else can write, what it raises stops the change; what `then` writes stands or falls with it. Raises ProblemError when it cannot be read (the old one
    stays), QZ-W102 when the demand is past that stage."""
    found = _read(sent.issuer, file, content, at)
    usual, was = usual_times_of(found.title + file), usual_times_of(sent.title + sent.file)
    times = sent.times_per_year if usual == was else usual
    draft = _draft(found, file, keep(content), times, at)
    with one_writer():
        still()
        change_draft(sent.number, draft)
        keep_screening(sent.number, found, at)
        then(sent)


def _read(issuer: Unit, file: str, content: bytes, at: datetime) -> Screening:
    """Hold a draft against all that is known, its own earlier round left out."""
    lessons, seen = lessons_of(issuer), readable(file, content)
    read = partial(read_form, file, seen, lessons=lessons)
    others = admitted_but(issuer, file, hashlib.sha256(content).hexdigest(), at.date(), read)
    posts = len(posts_of(issuer))
    law = _court(at.date(), places_on(issuer))
    return screen(file, seen, Around(law, desk_on(at.date()), posts, others, at, lessons))


def note_unadmitted(issuer: Unit, file: str, content: bytes, posts: Sequence[Unit], at: datetime) -> Sent:
    """Note a demand that came to posts without admission, whoever notes it: an issuer or a post that received it. A file
    that cannot be read is noted all the same."""
    try:
        sent = bring_draft(issuer, file, content, at)
    except ProblemError:
        sent = bring(issuer, Draft(file.rpartition(".")[0] or file, file, keep(content)), at)
    return reach(sent.number, posts, at)


def apply(number: int, said: Application, at: datetime, reasons: Mapping[str, str] | None = None) -> Sent:
    """Ask for admission, with reasons for what was found and stays; minutes follow what was said of how often. Raises
    ProblemError as `submit` does, QZ-W106 for a form that no post could fill."""
    draft = demand(number)
    if draft and asks_only(draft):
        raise ProblemError(_asks_only(draft))
    with one_writer():
        sent = submit(number, said, at)
        found = screening_of(number)
        if found is None:
            return sent
        give_reasons(number, reasons or {})
        before, after = _minutes(found, said.times_per_year, at.date())
        DemandRow.objects.filter(pk=number).update(before=before, after=after)
    return sent


def asks_only(sent: Sent) -> bool:
    """Tell whether a draft is an XLSForm: questions without cells for answers. What cannot be read is none."""
    try:
        return form_of(sent.file, sent.blob).kind is FileKind.XLSFORM
    except (ProblemError, OSError):
        return False


def _asks_only(sent: Sent) -> Problem:
    return Problem(
        "QZ-W106",
        sent.title,
        _("这是一份 XLSForm，没有填写的格子，村里收到了也填不了，没有送去。"),
        _("请在稿子那一页按“换成 Excel 表”，或者用 qz read --as xlsx 排成表再放一次。"),
    )


def withdraw(number: int) -> None:
    """Take an application back before anybody has decided: it stands where it stood. Raises ProblemError QZ-W102."""
    with one_writer():
        row = staged(number, Stage.SUBMITTED)
        before = (
            Stage.DRAFT if row.decided_at is None else Stage.RETURNED if row.decision else Stage.UNADMITTED
        )
        row.stage, row.submitted_at = before.value, None
        row.save(update_fields=["stage", "submitted_at"])


def discard(number: int) -> None:
    """Throw away a draft that no village has answered: not sent yet, or sent back. Raises ProblemError QZ-W102."""
    with one_writer():
        row = staged(number, Stage.DRAFT, Stage.RETURNED)
        if TaskRow.objects.filter(demand=row.pk).exclude(said=Answer.OPEN.value).exists():
            raise ProblemError(moved_on(row.title))
        TaskRow.objects.filter(demand=row.pk).delete()
        CheckRow.objects.filter(demand=row.pk).delete()
        row.delete()


def waiting() -> tuple[Sent, ...]:
    """Return what waits for a decision, the oldest first."""
    return tuple(sorted(demands(Stage.SUBMITTED), key=lambda each: (str(each.submitted_at), each.number)))


def handed_over(numbers: Iterable[int]) -> dict[int, tuple[int, int]]:
    """For each demand: how many posts have handed over, and how many are asked."""
    rows = TaskRow.objects.filter(demand__in=list(numbers)).values("demand")
    handed = Count("pk", filter=Q(said=Answer.HANDED.value))
    return {
        each["demand"]: (each["handed"], each["all"])
        for each in rows.annotate(handed=handed, all=Count("pk"))
    }


def _draft(found: Screening, file: str, blob: str, times: float, at: datetime) -> Draft:
    before, after = _minutes(found, times, at.date())
    known = len(found.facts) - len(found.asked)
    return Draft(found.title, file, blob, len(found.facts), known, len(found.by_rule), before, after, times)


def _minutes(found: Screening, times: float, day: date) -> tuple[float, float]:
    """A year's minutes at one post."""
    one = cost(found, 1, times, day)
    return one.before.minutes.likely, one.after.minutes.likely


@lru_cache(maxsize=_COURTS)
def _court(day: date, places: tuple[str, ...]) -> Court:
    """The national rules, and those of the places that the issuer's unit, or one above it, switched on."""
    return court(day, places)
