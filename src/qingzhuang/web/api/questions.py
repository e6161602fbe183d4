"""The questions that a demand leaves to a post, and its answers, one at a time, never over somebody else's."""

from typing import Annotated

from ninja import Schema
from pydantic import Field

from qingzhuang.answer.accept import accept
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.problem import Problem
from qingzhuang.model.work import Task
from qingzhuang.pipeline.asking import Field as Asked
from qingzhuang.pipeline.asking import Spot, fields
from qingzhuang.store import clock
from qingzhuang.store.tasks.answering import Outcome, note_unknown, save, take_back
from qingzhuang.store.tasks.demands import require_live
from qingzhuang.store.tasks.planning import desk_of, plan_of
from qingzhuang.store.trail import Act
from qingzhuang.web.api import routers
from qingzhuang.web.api.door import Called, note
from qingzhuang.web.api.mine import my_task
from qingzhuang.web.api.parts import LAST, Number, Sent, answers
from qingzhuang.web.api.problems import RefusedError, stale, unfit
from qingzhuang.web.desk.spots import field_id, spot_of, tokens
from qingzhuang.web.ledger.shown import value_words

_MOST = 400


class QuestionOut(Schema):
    """One question. `spot` goes back with the answer; `called` says of whom it is, `known` what the ledger has heard so
    far, numbers masked; `yours` what this post answered today."""

    spot: str
    name: str
    called: str
    type: str
    choices: list[str]
    unit: str
    cells: int
    known: list[str]
    yours: str | None
    unknown: bool


class QuestionsOut(Schema):
    """What is left; `version` is how far this list has seen the ledger and goes back with each answer."""

    version: int
    questions: list[QuestionOut]
    total: int


class AnswerIn(Sent):
    """One answer: a value as one would type it, None to take one's own back; or that one does not know."""

    spot: Annotated[str, Field(min_length=1, max_length=4_000)]
    value: Annotated[str | None, Field(max_length=2_000)] = None
    unknown: bool = False
    version: Annotated[int, Field(ge=0, le=LAST)]


class AnswerOut(Schema):
    """What became of an answer: saved, cleared or unknown; `version` is what the next one names."""

    said: str
    version: int


@routers.submissions.get(
    "/{int:number}/questions", response=answers(QuestionsOut), summary=later("还要问什么")
)
def list_questions(request: Called, number: Number) -> QuestionsOut:
    """The fewest questions that complete the form, at most 400 of them."""
    task, now = my_task(request.auth.seat, number), clock.now()
    seen, desk = desk_of(task.unit, now.date())
    deadline = task.demand.deadline.astimezone(clock.CHINA).date() if task.demand.deadline else None
    found = fields(plan_of(task, now.date()), desk, task.unit.name, deadline)
    shown = found[:_MOST]
    spots = tokens(number, shown)
    note(request, Act.LOOKED, f"task {number}")
    asked = [_question(task, each, spots[each.spot]) for each in shown]
    return QuestionsOut(version=seen, questions=asked, total=len(found))


@routers.submissions.post("/{int:number}/answers", response=answers(AnswerOut), summary=later("答一问"))
def answer_one(request: Called, number: Number, said: AnswerIn) -> AnswerOut:
    """Keep one answer, unless somebody answered otherwise since `version`: then nothing is written and both values come
    back."""
    task, now = my_task(request.auth.seat, number), clock.now()
    require_live(number)
    found = spot_of(number, said.spot)
    if found is None:
        raise RefusedError(422, unfit("spot"))
    spot, shape = found
    mark = frozenset((field_id(number, spot),))
    if said.unknown:
        note_unknown(number, mark, frozenset())
        note(request, Act.ANSWERED, f"task {number}", detail=f"unknown: {spot.key}")
        return AnswerOut(said="unknown", version=said.version)
    text = (said.value or "").strip()
    if not text:
        outcome = take_back(spot, task.unit, said.version, now)
    else:
        read = accept(text, shape, now.date())
        if read.wrong:
            raise RefusedError(422, Problem("QZ-A422", "value", read.wrong, _("请改好再送。")))
        outcome = save(spot, read.value, task.unit, said.version, now)
    _nobody_else(outcome, spot, said)
    if mark & task.unknown:
        note_unknown(number, frozenset(), mark)
    note(request, Act.ANSWERED, f"task {number}", detail=f"1: {spot.key}")
    return AnswerOut(said="saved" if text else "cleared", version=outcome.seen)


def _nobody_else(outcome: Outcome, spot: Spot, said: AnswerIn) -> None:
    if outcome.rival is not None:
        current = value_words(outcome.rival.value, spot.subject, spot.key)
        raise RefusedError(409, stale(spot.key), yours=said.value, current=current)


def _question(task: Task, field: Asked, token: str) -> QuestionOut:
    spot = field.spot
    words = (value_words(each.value, spot.subject, spot.key) for each in field.facts)
    return QuestionOut(
        spot=token,
        name=field.name,
        called=field.called,
        type=field.shape.type.value,
        choices=list(field.shape.codes),
        unit=field.unit,
        cells=field.cells,
        known=list(dict.fromkeys(words)),
        yours=value_words(field.given.value, spot.subject, spot.key) if field.given else None,
        unknown=field_id(task.number, spot) in task.unknown,
    )
