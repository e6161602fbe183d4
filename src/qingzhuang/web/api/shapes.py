"""What the machine door tells of demands and of what posts did with them. No shape holds a person."""

from datetime import date, datetime

from ninja import Schema
from pydantic import Field

from qingzhuang.language import later
from qingzhuang.model.finding import Finding
from qingzhuang.model.gate import Column
from qingzhuang.model.organisation import Unit
from qingzhuang.model.work import Sent, Task
from qingzhuang.privacy.shown import veiled
from qingzhuang.web.api.parts import version_of
from qingzhuang.web.gate.columns import name_of


class UnitOut(Schema):
    """A unit."""

    number: int
    name: str
    kind: str


class DemandOut(Schema):
    """A demand; minutes are a year's at one post, `version` is what a change has to name."""

    number: int
    version: str
    title: str
    file: str
    issuer: UnitOut
    stage: str = Field(description="draft · submitted · admitted · returned · unadmitted · ended")
    mark: str = Field(description=later("准入编号"))
    purpose: str
    basis: str
    personal_purpose: str
    times_per_year: float
    deadline: datetime | None
    expires_on: date | None
    decision: str
    used_for: str
    columns: int
    known: int
    findings: int
    minutes_before: float
    minutes_after: float


class ItemOut(Schema):
    """One item that a demand asks; `cells` is what one post fills each time, `open` how many nobody knows yet."""

    name: str
    unit: str
    place: str
    standing: str = Field(
        description="asked · partly · unread · known · derived · repeated · silent",
    )
    cells: int
    open: int
    source: str
    since: date | None
    personal: str
    photo: bool


class FindingOut(Schema):
    """One finding in a demand's draft, what is personal in it masked."""

    code: str
    title: str
    gravity: str = Field(description="breach · duty · reason · advice · ask")
    instrument: str
    article: str
    where: str
    message: str
    rewrite: str
    text: str


class SubmissionOut(Schema):
    """One demand at one post, as the post sees it; minutes are those of one time."""

    number: int
    version: str
    demand: int
    title: str
    mark: str
    deadline: datetime | None
    unit: UnitOut
    said: str = Field(description="open · handed · not_ours · reported · none")
    reason: str
    cells: int
    filled: int
    questions: int
    minutes_before: float
    minutes_after: float
    counted_at: datetime | None = Field(description=later("这些数是什么时候数的；还没数过是空的"))
    answered_at: datetime | None
    receipt: str


class FollowedOut(Schema):
    """One post's answer as the issuer sees it, in the order of the directory."""

    number: int
    unit: UnitOut
    said: str
    reason: str
    answered_on: date | None
    receipt: str
    file: bool


def unit_out(unit: Unit) -> UnitOut:
    """A unit."""
    return UnitOut(number=unit.number, name=unit.name, kind=unit.kind.value)


def demand_version(sent: Sent) -> str:
    """The mark of a demand as it stands."""
    said = (sent.purpose, sent.basis, sent.personal_purpose, sent.times_per_year, sent.deadline)
    return version_of(sent.number, sent.stage, sent.blob, sent.mark, *said, sent.expires_on, sent.used_for)


def demand_out(sent: Sent) -> DemandOut:
    """A demand."""
    return DemandOut(
        number=sent.number,
        version=demand_version(sent),
        title=veiled(sent.title),
        file=veiled(sent.file),
        issuer=unit_out(sent.issuer),
        stage=sent.stage.value,
        mark=sent.mark,
        purpose=sent.purpose,
        basis=sent.basis,
        personal_purpose=sent.personal_purpose,
        times_per_year=sent.times_per_year,
        deadline=sent.deadline,
        expires_on=sent.expires_on,
        decision=sent.decision,
        used_for=sent.used_for,
        columns=sent.columns,
        known=sent.known,
        findings=sent.findings,
        minutes_before=sent.before,
        minutes_after=sent.after,
    )


def item_out(column: Column) -> ItemOut:
    """An item."""
    return ItemOut(
        name=veiled(name_of(column)),
        unit=column.unit,
        place=column.place,
        standing=column.standing.value,
        cells=column.cells,
        open=column.open,
        source=column.source,
        since=column.since,
        personal=column.personal,
        photo=column.photo,
    )


def finding_out(found: Finding) -> FindingOut:
    """A finding."""
    return FindingOut(
        code=found.code,
        title=found.title,
        gravity=found.gravity.value,
        instrument=found.instrument,
        article=found.article,
        where=found.where,
        message=found.message,
        rewrite=found.rewrite,
        text=veiled(found.text),
    )


def submission_version(task: Task) -> str:
    """The mark of what a post said to a demand."""
    return version_of(
        task.number, task.said, task.reason, task.receipt, task.answered_at and task.answered_at.timestamp()
    )


def submission_out(task: Task) -> SubmissionOut:
    """What a post sees of its own."""
    return SubmissionOut(
        number=task.number,
        version=submission_version(task),
        demand=task.demand.number,
        title=veiled(task.demand.title),
        mark=task.demand.mark,
        deadline=task.demand.deadline,
        unit=unit_out(task.unit),
        said=task.said.value,
        reason=task.reason,
        cells=task.cells,
        filled=task.filled,
        questions=task.questions,
        minutes_before=task.before,
        minutes_after=task.after,
        counted_at=task.planned_at,
        answered_at=task.answered_at,
        receipt=task.receipt,
    )
