"""Demands on their way: drafted, submitted, admitted or returned, answered by posts. Every change is one command."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max, QuerySet

from qingzhuang.language import gettext as _
from qingzhuang.law.admission import longest_days
from qingzhuang.model.organisation import Unit
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.work import Answer, Sent, Stage, Task
from qingzhuang.store.models import DemandRow, TaskRow
from qingzhuang.store.organisation.units import unit_of
from qingzhuang.store.outside.hooks import Event, announce
from qingzhuang.store.writing import one_writer

LIVE = (Stage.ADMITTED, Stage.UNADMITTED)


@dataclass(frozen=True, slots=True)
class Draft:
    """What an issuer brings to the gate: the file's bytes are kept under `blob`."""

    title: str
    file: str
    blob: str
    columns: int = 0
    known: int = 0
    findings: int = 0
    before: float = 0.0
    after: float = 0.0
    times_per_year: float = 1.0


@dataclass(frozen=True, slots=True)
class Application:
    """What an issuer says when it asks for admission."""

    purpose: str
    basis: str
    times_per_year: float
    deadline: datetime | None
    posts: tuple[Unit, ...]
    personal_purpose: str = ""


def bring(issuer: Unit, draft: Draft, at: datetime) -> Sent:
    """Keep a draft and return it."""
    row = DemandRow.objects.create(
        issuer_id=issuer.number, stage=Stage.DRAFT.value, made_at=at, **_drafted(draft)
    )
    return sent_of(DemandRow.objects.select_related("issuer").get(pk=row.pk))


def change_draft(number: int, draft: Draft) -> None:
    """Put another draft in the place of one that is not on its way. Raises ProblemError QZ-W102."""
    with one_writer():
        row = staged(number, Stage.DRAFT, Stage.RETURNED)
        DemandRow.objects.filter(pk=row.pk).update(**_drafted(draft))


def _drafted(draft: Draft) -> dict[str, Any]:
    return {**asdict(draft), "title": draft.title[:200], "file": draft.file[:200]}


def submit(number: int, said: Application, at: datetime) -> Sent:
    """Ask for admission. Raises ProblemError QZ-W102 when the demand is past that stage, QZ-W103 without purpose, basis
    or posts."""
    if not (said.purpose.strip() and said.basis.strip() and said.posts):
        raise ProblemError(_incomplete(number))
    with one_writer():
        row = staged(number, Stage.DRAFT, Stage.RETURNED, Stage.UNADMITTED)
        row.purpose, row.basis = said.purpose.strip(), said.basis.strip()
        row.times_per_year, row.deadline = said.times_per_year, said.deadline
        row.personal_purpose = said.personal_purpose.strip()
        row.stage, row.submitted_at = Stage.SUBMITTED.value, at
        row.save()
        gone = TaskRow.objects.filter(demand=row, said=Answer.OPEN.value)
        gone.exclude(unit__in=[each.number for each in said.posts]).delete()
        _address(row, said.posts)
        return sent_of(row)


def admit(number: int, expires_on: date, at: datetime, reason: str = "") -> Sent:
    """Admit a demand until a day (included) and give it its number. Raises ProblemError QZ-W102, QZ-W105 when the day is
    past or farther than a demand may be admitted for."""
    latest = at.date() + timedelta(days=longest_days(at.date()))
    if not at.date() <= expires_on <= latest:
        raise ProblemError(_no_such_day(number, latest))
    with one_writer():
        row = staged(number, Stage.SUBMITTED)
        row.stage, row.decided_at, row.expires_on, row.decision = (
            Stage.ADMITTED.value,
            at,
            expires_on,
            reason,
        )
        row.number = _next_number(at.year)
        row.save()
        announce(Event.ADMITTED, row, at)
        return sent_of(row)


def send_back(number: int, reason: str, at: datetime) -> Sent:
    """Return a demand to its issuer with a reason. Raises ProblemError QZ-W102."""
    with one_writer():
        row = staged(number, Stage.SUBMITTED)
        row.stage, row.decided_at, row.decision = Stage.RETURNED.value, at, reason
        row.save()
        return sent_of(row)


def reach(number: int, posts: Sequence[Unit], at: datetime) -> Sent:
    """Note that a demand reached posts without being admitted: they see it as such. Raises ProblemError QZ-W102."""
    with one_writer():
        row = staged(number, Stage.DRAFT, Stage.RETURNED)
        row.stage, row.decided_at = Stage.UNADMITTED.value, at
        row.save()
        _address(row, posts)
        return sent_of(row)


def end(number: int, at: datetime, used_for: str = "") -> Sent:
    """End a demand; the issuer says what the data was used for."""
    with one_writer():
        row = staged(number, *LIVE)
        row.stage, row.used_for, row.ended_at = Stage.ENDED.value, used_for or row.used_for, at
        row.save()
        announce(Event.ENDED, row, at)
        return sent_of(row)


def tell_use(number: int, used_for: str) -> Sent:
    """Note what the data was used for; the demand goes on."""
    with one_writer():
        row = staged(number, *LIVE, Stage.ENDED)
        row.used_for = used_for
        row.save(update_fields=["used_for"])
        return sent_of(row)


def demand(number: int) -> Sent | None:
    """Return a demand."""
    row = DemandRow.objects.select_related("issuer").filter(pk=number).first()
    return sent_of(row) if row else None


def demands(*stages: Stage, issuer: Unit | None = None) -> tuple[Sent, ...]:
    """Return the demands at these stages (none given: all), the latest first; of one issuer, or of all."""
    rows = DemandRow.objects.select_related("issuer").order_by("-made_at", "-pk")
    if stages:
        rows = rows.filter(stage__in=[each.value for each in stages])
    if issuer is not None:
        rows = rows.filter(issuer__path__startswith=issuer.path)
    return tuple(sent_of(row) for row in rows)


def tasks(
    unit: Unit | None = None, *, demand_number: int | None = None, live_on: date | None = None
) -> tuple[Task, ...]:
    """Return tasks: of a post, of a demand, or all; `live_on` leaves out those whose demand is not in force that day."""
    rows = _tasks()
    if unit is not None:
        rows = rows.filter(unit=unit.number)
    if demand_number is not None:
        rows = rows.filter(demand=demand_number)
    if live_on is not None:
        rows = rows.filter(demand__stage__in=[each.value for each in LIVE]).exclude(
            demand__expires_on__lt=live_on
        )
    return tasks_of(rows.order_by("demand__deadline", "demand", "unit__order"))


def tasks_of(rows: QuerySet[TaskRow]) -> tuple[Task, ...]:
    """Return the tasks of rows."""
    return tuple(task_of(row) for row in rows.select_related("demand__issuer", "unit"))


def used(unit: Unit, most: int) -> tuple[Task, ...]:
    """Return what a post handed over and its issuer said what it was used for, the latest first."""
    rows = _tasks().filter(unit=unit.number, said=Answer.HANDED.value).exclude(demand__used_for="")
    return tuple(task_of(row) for row in rows.order_by("-answered_at")[:most])


def task(number: int) -> Task | None:
    """Return a task."""
    row = _tasks().filter(pk=number).first()
    return task_of(row) if row else None


def require_live(number: int) -> None:
    """Raise ProblemError QZ-W104 unless a task's demand is in force."""
    row = TaskRow.objects.filter(pk=number).select_related("demand").first()
    if row is None or Stage(row.demand.stage) not in LIVE:
        raise ProblemError(_over(number))


def answer(
    number: int, said: Answer, at: datetime, *, reason: str = "", receipt: str = "", blob: str = ""
) -> Task:
    """Note what a post answered. Raises ProblemError QZ-W104 when its demand is no longer in force."""
    with one_writer():
        row = _tasks().select_for_update(of=("self",)).filter(pk=number).first()
        if row is None or Stage(row.demand.stage) not in LIVE:
            raise ProblemError(_over(number))
        row.said, row.reason, row.answered_at, row.receipt, row.blob = said.value, reason, at, receipt, blob
        row.save()
        announce(Event.ANSWERED, row.demand, at, row)
        return task_of(row)


def sent_of(row: DemandRow) -> Sent:
    """Return the demand of a row whose issuer is loaded."""
    return Sent(
        number=row.pk,
        title=row.title,
        file=row.file,
        blob=row.blob,
        issuer=unit_of(row.issuer),
        stage=Stage(row.stage),
        mark=row.number,
        purpose=row.purpose,
        basis=row.basis,
        times_per_year=row.times_per_year,
        deadline=row.deadline,
        expires_on=row.expires_on,
        decided_at=row.decided_at,
        decision=row.decision,
        columns=row.columns,
        known=row.known,
        findings=row.findings,
        before=row.before,
        after=row.after,
        used_for=row.used_for,
        personal_purpose=row.personal_purpose,
        submitted_at=row.submitted_at,
        ended_at=row.ended_at,
        erased_on=row.erased_on,
    )


def task_of(row: TaskRow) -> Task:
    """Return the task of a row whose demand, issuer and unit are loaded."""
    return Task(
        number=row.pk,
        demand=sent_of(row.demand),
        unit=unit_of(row.unit),
        said=Answer(row.said),
        reason=row.reason,
        cells=row.cells,
        filled=row.filled,
        questions=row.questions,
        before=row.before,
        after=row.after,
        answered_at=row.answered_at,
        receipt=row.receipt,
        blob=row.blob,
        planned=row.ledger,
        planned_at=row.planned_at,
        how=tuple(row.how.splitlines()),
        about=tuple(int(each) for each in row.about.split()),
        unknown=frozenset(row.unknown.split()),
    )


def _tasks() -> QuerySet[TaskRow]:
    return TaskRow.objects.select_related("demand__issuer", "unit")


def staged(number: int, *stages: Stage) -> DemandRow:
    """Return the row of a demand that stands at one of these stages. Raises ProblemError QZ-W102."""
    row = DemandRow.objects.select_related("issuer").filter(pk=number).first()
    if row is None or Stage(row.stage) not in stages:
        raise ProblemError(moved_on(row.title if row else str(number)))
    return row


def moved_on(title: str) -> Problem:
    """A demand is not where it was thought to be."""
    return Problem(
        "QZ-W102", title, _("这件事现在不在这一步，没有改动。"), _("请刷新页面看它现在到了哪一步。")
    )


def _address(row: DemandRow, posts: Iterable[Unit]) -> None:
    TaskRow.objects.bulk_create(
        [TaskRow(demand=row, unit_id=each.number, said=Answer.OPEN.value) for each in posts],
        ignore_conflicts=True,
    )


def _next_number(year: int) -> str:
    """Numbers count from 1 each year, like those of official documents."""
    mark = f"减准〔{year}〕"
    last = DemandRow.objects.filter(number__startswith=mark).aggregate(last=Max("pk"))["last"]
    given = DemandRow.objects.filter(number__startswith=mark).count() if last else 0
    return f"{mark}{given + 1}号"


def _incomplete(number: int) -> Problem:
    return Problem(
        "QZ-W103",
        str(number),
        _("申请准入要写明用途、依据和发给谁，缺一样就没有提交。"),
        _("请补上再提交；没有依据的，先不要发。"),
    )


def _no_such_day(number: int, latest: date) -> Problem:
    return Problem(
        "QZ-W105",
        str(number),
        _("准入最长到 {latest}，从今天算起，没有准入。").format(latest=latest.isoformat()),
        _("请换一个日子；到期还要用的，到时再申请一次。"),
    )


def _over(number: int) -> Problem:
    return Problem(
        "QZ-W104",
        str(number),
        _("这件事已经结束或者还没有准入，没有记下回答。"),
        _("请刷新页面；填过的内容都在台账里，没有丢。"),
    )
