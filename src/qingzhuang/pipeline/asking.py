"""What a post is asked for one task: fields in the order of the form, each about one subject, with all that is known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta, timezone

from qingzhuang.answer.ask import Question
from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.of_a_day import is_of_a_day
from qingzhuang.answer.plan_cell import Cell, State
from qingzhuang.answer.select import is_village
from qingzhuang.answer.values import Shape
from qingzhuang.answer.ways import on_day, ways_of
from qingzhuang.language import gettext as _
from qingzhuang.match.checklist.keys import DAY, POINT, of_one_visit
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.form import Form, ItemType
from qingzhuang.model.thing import thing
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.check_doubts import seen_alike
from qingzhuang.pipeline.check_points import list_of, whence
from qingzhuang.pipeline.form_day import form_day, stated_day
from qingzhuang.pipeline.paid_when import is_of_a_time
from qingzhuang.pipeline.tasks import TaskPlan

_YES_NO = ("是", "否")
_A_WHILE = timedelta(days=7)  # a list that is filled over several days keeps its own day and names
CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an answer goes in the ledger: whose element, true as of when, good until when; `settles` ends what other
    sources say; `whence` is the check list that asks it, and its sentence; `dated`: the form prints as of which day it wants it."""

    subject: Subject
    key: str
    as_of: date
    until: date | None = None
    settles: bool = False
    whence: str = ""
    dated: bool = False

    @property
    def asks(self) -> str:
        """What is asked, spelt with its day."""
        return on_day(self.key, self.as_of if self.dated else None)


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `shape` is what may be answered, `facts` the last known or contradicting ones, `given` what this post
    answered today; `cells` how many cells wait for it, `holder` the kind of office that has it, `like` what was
    seen that may be the same and may not."""

    spot: Spot
    name: str
    called: str
    shape: Shape
    unit: str = ""
    state: State = State.KNOWN
    facts: tuple[Fact, ...] = ()
    given: Fact | None = None
    cells: int = 0
    holder: str = ""
    like: Fact | None = None


@dataclass(frozen=True, slots=True)
class _Days:
    """What decides until when an answer serves: today, the form's deadline and its own day, and what it asks by photograph,
    the day of the visit that it tells of, from which list its points come, and as of which day it prints that it wants figures."""

    today: date
    deadline: date | None
    form: date
    photographed: frozenset[str]
    visited: Mapping[Subject, date] = field(default_factory=dict)
    whence: Mapping[str, str] = field(default_factory=dict)
    stated: date | None = None


def fields(
    plan: TaskPlan, desk: Desk, post: str, deadline: date | None, more: Iterable[Spot] = ()
) -> tuple[Field, ...]:
    """Return what is missing and what the post answered today (it may think again), in the order of the form; `more` are
    spots that a person is just busy with, whatever became of them meanwhile."""
    items = _items(plan)
    days = _Days(
        desk.view.as_of,
        deadline,
        form_day(plan.plans[0].form, desk.view.as_of),
        _photographed(plan),
        _visited(plan),
        _whence(plan),
        stated_day(plan.plans[0].form, desk.view.as_of),
    )
    busy = [_field(each, desk, items) for each in more]
    given = {(each.subject, each.element): each for each in _given(plan, post, desk.view.as_of)}
    answered = [
        replace(_field(_spot(*pair, State.UNKNOWN, days), desk, items), given=fact)
        for pair, fact in given.items()
    ]
    asked = [
        replace(
            _field(_spot(each.subject, _spelt(each), each.state, days), desk, items),
            name=each.name,
            state=each.state,
            facts=each.facts,
            given=given.get((each.subject, _spelt(each))),
            cells=each.cells,
            like=seen_alike(each.subject, each.key, desk) if each.state is State.UNKNOWN else None,
        )
        for each in plan.questions
    ]
    seen = [
        replace(
            _field(
                replace(_spot(who, fact.element, State.KNOWN, days), settles=fact.recorder != post),
                desk,
                items,
            ),
            facts=(fact,),
        )
        for who, fact in _seen(plan)
    ]
    found = {(each.spot.subject, each.spot.key): each for each in (*seen, *busy, *answered, *asked)}
    order = _order(plan)
    last = max(order.values(), default=0) + 1
    return tuple(sorted(found.values(), key=lambda each: order.get((each.spot.subject, each.spot.key), last)))


def _spelt(asked: Question) -> str:
    """What is asked; with the day where a column of its own has one."""
    own = (key for key in asked.answers if thing(key).day is not None)
    return next((key for key in own if thing(key)._replace(day=None).spelt == asked.key), asked.key)


def wants(plan: TaskPlan) -> frozenset[tuple[Subject, str]]:
    """Return whom and what an answer would serve: each blank with all that it may be filled from, spelt with its day and side."""
    missing = ((each, ways_of(each)) for made in plan.plans for each in made.missing)
    return frozenset((each.subject, way) for each, (own, ways) in missing for way in (own, *ways))


def _order(plan: TaskPlan) -> Mapping[tuple[Subject, str], int]:
    """The place of each cell in the form: column by column, so that one question is asked for all its people at once; the day of
    a visit comes first."""
    found: dict[tuple[Subject, str], int] = {}
    columns: dict[tuple[str, int, int], int] = {}
    for made in plan.plans:
        for each in made.cells:
            place = (each.item.place.sheet, each.item.place.column, each.item.place.row)
            is_day = (each.key or "").startswith(DAY)
            column = -1 if is_day else columns.setdefault(place, len(columns) * 1_000_000)
            for owner, key in _asked_by(each):
                found.setdefault((owner, key), column + (each.row or 0))
        for need in made.missing:
            first = found.get((need.subject, need.key), 0)
            for route in need.routes:
                found.setdefault((need.subject, route), first)
    return found


def _asked_by(cell: Cell) -> Iterable[tuple[Subject, str]]:
    owner = cell.origin.owner or cell.subject
    if owner is not None and cell.key is not None:
        yield owner, cell.key
    for fact in cell.origin.facts:
        yield fact.subject, fact.element


def _items(plan: TaskPlan) -> Mapping[str, Cell]:
    """The first cell that asks for a thing: its label, its item, its words."""
    found: dict[str, Cell] = {}
    for made in plan.plans:
        for each in made.cells:
            if each.key:
                found.setdefault(each.key, each)
    return found


def _seen(plan: TaskPlan) -> Iterable[tuple[Subject, Fact]]:
    """The points that a visit answered already: whoever fills the list may see it otherwise today."""
    for made in plan.plans:
        for each in made.cells:
            if each.words and each.value is not None and each.subject is not None:
                yield from ((each.subject, fact) for fact in each.origin.facts if fact.element == each.key)


def _whence(plan: TaskPlan) -> Mapping[str, str]:
    return {
        each.key: whence(made.form, each.label or each.item.label)
        for made in plan.plans
        for each in made.cells
        if each.key and (each.words or thing(each.key).side)
    }


def _visited(plan: TaskPlan) -> Mapping[Subject, date]:
    """The day of the visit, where the list says it already."""
    said = (each for made in plan.plans for each in made.cells if (each.key or "").startswith(DAY))
    days = ((each.subject, as_date(each.value)) for each in said)
    return {who: day for who, day in days if who is not None and day is not None}


def _given(plan: TaskPlan, post: str, day: date) -> tuple[Fact, ...]:
    """What the post answered today; of a visit, on this list: the others' answers are told apart."""
    facts = (
        (made.form, _under(each, fact))
        for made in plan.plans
        for each in made.cells
        for fact in each.origin.facts
    )
    mine = ((form, each) for form, each in facts if _is_of(each, post, day))
    return tuple(
        dict.fromkeys(
            each
            for form, each in mine
            if not _of_another_day(form, each, day)
            if not each.element.startswith(POINT) or list_of(each.source.place) == list_of(whence(form, ""))
        )
    )


def _under(cell: Cell, fact: Fact) -> Fact:
    """A fact under the key that the form asks, with what stands beside it."""
    asked = cell.key or ""
    return replace(fact, element=asked) if thing(asked).key == fact.element != asked else fact


def _of_another_day(form: Form, fact: Fact, day: date) -> bool:
    """Tell whether a figure was answered on a form that states another day."""
    own = thing(fact.element).day
    stated = own or stated_day(form, day)
    moves = own is not None or is_of_a_day(fact.subject, element(fact.element))
    return moves and stated is not None and fact.as_of != stated


def _is_of(fact: Fact, post: str, day: date) -> bool:
    return fact.recorder == post and not fact.source.file and fact.recorded_at.astimezone(CHINA).date() == day


def _field(spot: Spot, desk: Desk, items: Mapping[str, Cell]) -> Field:
    known = element(spot.key)
    cell = items.get(spot.key)
    label, item = (cell.label or cell.item.label, cell.item) if cell is not None else ("", None)
    unread = known.object_class is None and known.type is ItemType.TEXT
    shown = item is not None and (unread or item.type is ItemType.PHOTO)
    kind = item.type if item is not None and shown else known.type
    codes = known.codes or (item.codes if item is not None and kind is ItemType.CODE else ())
    printed = cell.words if cell is not None else ()
    return Field(
        spot=spot,
        name=label if label and ("~" in spot.key or not known.name) else known.name,
        called=called(spot.subject, desk),
        shape=Shape(
            kind,
            tuple(word for _kept, word in printed) or (_YES_NO if kind is ItemType.YESNO else codes),
            printed=printed,
        ),
        unit=known.unit or "",
        holder=known.holder or "" if "@" not in spot.key else "",
    )


def called(subject: Subject, desk: Desk) -> str:
    """How somebody is called: a household by its head."""
    if subject.kind is SubjectKind.HOUSEHOLD and not subject.name:
        head = desk.head(subject)
        return (
            _("{name}户").format(name=head.name) if head else _("户号尾 {tail}").format(tail=subject.key[-4:])
        )
    return subject.name or _("尾号 {tail}").format(tail=subject.key[-4:])


def _photographed(plan: TaskPlan) -> frozenset[str]:
    """What is said of a photograph is said of this form's occasion alone."""
    return frozenset(
        each.key
        for made in plan.plans
        for each in made.cells
        if each.key and each.item.type is ItemType.PHOTO
    )


def _spot(subject: Subject, key: str, state: State, days: _Days) -> Spot:
    """A village's figure is that of the form's own day, so is what was paid in its month or year; what only this form knows (its
    period, a word nobody reads, a photograph) serves no later than the form."""
    day = days.today
    known = element(key)
    of_post = subject.kind is SubjectKind.PLACE
    as_of = min(day, days.form) if (of_post and is_village(subject)) or is_of_a_time(key) else day
    until = max(day, as_of + timedelta(days=known.lasts_days)) if known.lasts_days is not None else None
    dated, this_form = False, of_post and known.object_class is None and key.startswith(("form.", "~"))
    own = thing(key).day  # a column's, before the form's
    stated = own or days.stated
    if stated is not None and (own or is_of_a_day(subject, known)):
        as_of, dated = min(day, stated), True
        until = as_of + timedelta(days=known.lasts_days or 0)  # elsewhere; as of its day it is for good
    elif of_one_visit(key):
        until = max(day + _A_WHILE, days.deadline or day)
    elif this_form or key in days.photographed:
        until = max(day, days.deadline or day)
    elif key.startswith(POINT) and known.lasts_days is not None:
        as_of = min(day, days.visited.get(subject, day))
        until = max(day, as_of + timedelta(days=known.lasts_days))
    settles = state in (State.CONFLICT, State.DOUBTFUL)
    return Spot(subject, key, as_of, until, settles, days.whence.get(key, ""), dated)
