"""The ledger of a post's own villages: whom and what it holds, its facts, what is right instead. Numbers are masked; whole
ones only for a purpose that stays on the trail."""

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Query, Schema
from pydantic import Field

from qingzhuang.answer.of_a_day import held_now
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import Problem
from qingzhuang.pipeline.seeking import LONGEST
from qingzhuang.store import clock
from qingzhuang.store.ledger.keeping import correct_since
from qingzhuang.store.ledger.mark import mark
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.memory.directory import directory_of
from qingzhuang.store.trail import Act
from qingzhuang.web.api import routers
from qingzhuang.web.api.door import Called, note
from qingzhuang.web.api.mine import my_subject
from qingzhuang.web.api.parts import (
    Listed,
    Needed,
    Number,
    Paging,
    Sent,
    Version,
    Words,
    answers,
    part_of,
    seen,
)
from qingzhuang.web.api.problems import RefusedError, missing, stale, unfit
from qingzhuang.web.ledger.forms import OTHER, PURPOSES
from qingzhuang.web.ledger.mine import Found
from qingzhuang.web.ledger.page import Line, SubjectPage
from qingzhuang.web.ledger.shown import name_of, tail_of, value_words
from qingzhuang.web.ledger.views import page_of
from qingzhuang.web.ledger.wrong_page import righted


class _Asked(Paging):
    """Whom and what."""

    q: Annotated[str, Field(max_length=LONGEST, description=later("名字、拼音首字母、号码末四位"))] = ""
    kind: SubjectKind | None = None


class SubjectOut(Schema):
    """A person, household, place, organisation or event; `tail` tells it from its namesakes."""

    number: int
    kind: str
    name: str
    village: str
    tail: str


class FactOut(Schema):
    """What is known of one element, as of when, good until when (None: always); `state` is stale, soon, odd (sources disagree) or empty."""

    element: str
    name: str
    value: str
    source: str
    as_of: date | None
    valid_until: date | None
    state: str


class FactsOut(Schema):
    """All that is known of a subject; `version` is how far this list has seen the ledger."""

    subject: SubjectOut
    version: int
    whole: bool
    facts: list[FactOut]


class Purpose(Sent):
    """What whole numbers are needed for."""

    why: Literal["reach", "check", "form", "other"]
    words: Words = ""


class Right(Sent):
    """What is right, and how one knows."""

    element: Annotated[str, Field(min_length=1, max_length=300)]
    value: Annotated[str, Field(min_length=1, max_length=200)]
    reason: Needed


@routers.subjects.get(
    "", response=answers(Listed[SubjectOut]), summary=later("台账里的人、户、地点、单位、事")
)
def list_subjects(request: Called, part: Annotated[_Asked, Query()]) -> dict[str, Any]:
    """Find by name, initials or the end of a number; without words, a list by kind."""
    held = directory_of(request.auth.seat.unit, clock.today())
    found = (
        held.seek(part.q)
        if part.q.strip()
        else tuple(sorted(held.subjects, key=lambda each: (each.name, each)))
    )
    kept = [each for each in found if part.kind in (None, each.kind)]
    known = numbers(set(kept[part.offset : part.offset + part.limit]))
    note(request, Act.LOOKED, "ledger list")
    return part_of(
        request, part, kept, lambda each: _subject(each, held.desk.village(each), known.get(each, 0))
    )


@routers.subjects.get(
    "/{int:number}/facts", response=answers(FactsOut), summary=later("一个主体的事实，号码遮住")
)
def list_facts(request: Called, number: Number) -> FactsOut:
    """What is known of one subject, numbers masked."""
    found = my_subject(request.auth.seat, number)
    note(request, Act.LOOKED, f"subject {number}")
    return _facts(found, page_of(found))


@routers.subjects.post(
    "/{int:number}/facts/whole", response=answers(FactsOut), summary=later("号码不遮，要写用途，留痕")
)
def list_whole_facts(request: Called, number: Number, said: Purpose) -> FactsOut:
    """The same with whole numbers, for a purpose that stays on the trail."""
    found = my_subject(request.auth.seat, number)
    if said.why == OTHER and not said.words:
        raise RefusedError(422, unfit("words"))
    purpose = "：".join(each for each in (dict(PURPOSES)[said.why], said.words) if each)
    note(request, Act.UNMASKED, f"subject {number}", purpose=purpose)
    return _facts(found, page_of(found, purpose=purpose))


@routers.subjects.put("/{int:number}/facts", response=answers(FactsOut), summary=later("改一条事实"))
def put_right(request: Called, number: Number, said: Right, if_match: Version = None) -> FactsOut:
    """State what is right instead of what is known. `If-Match` holds the version that was read; when another value came
    since, nothing is written and both come back."""
    found, now = my_subject(request.auth.seat, number), clock.now()
    if said.element not in found.directory.desk.view.elements(found.subject):
        raise RefusedError(404, missing(said.element[:80]))
    value, wrong = righted(said.value, said.element, now.date())
    if value is None:
        complaint = wrong or _("这一项不能这样改。")
        raise RefusedError(422, Problem("QZ-A422", "value", complaint, _("请改好再送。")))
    signed = Signed(request.auth.seat.unit.name, now, said.reason)
    rival = correct_since(found.subject, said.element, value, signed, _version(if_match))
    if rival is not None:
        current = value_words(rival.value, found.subject, said.element)
        raise RefusedError(409, stale(said.element), yours=said.value, current=current)
    note(request, Act.SETTLED, f"subject {number}", purpose=said.reason, detail=said.element)
    again = my_subject(request.auth.seat, number)
    return _facts(again, page_of(again))


def _version(if_match: str | None) -> int:
    said = seen(if_match)
    if not (said.isascii() and said.isdigit() and len(said) < 19):
        raise RefusedError(422, unfit("If-Match"))
    return int(said)


def _subject(subject: Subject, village: str, number: int) -> SubjectOut:
    return SubjectOut(
        number=number, kind=subject.kind.value, name=name_of(subject), village=village, tail=tail_of(subject)
    )


def _fact(found: Found, line: Line) -> FactOut:
    view = found.directory.desk.view
    known = held_now(view, found.subject, line.key, element(line.key)).fact if line.on else None
    return FactOut(
        element=line.key,
        name=line.name,
        value=line.value,
        source=line.source,
        as_of=known.as_of if known else None,
        valid_until=known.valid_until if known else None,
        state=line.look,
    )


def _facts(found: Found, page: SubjectPage) -> FactsOut:
    facts = [_fact(found, each) for each in page.lines]
    subject = _subject(found.subject, page.village, found.number)
    return FactsOut(subject=subject, version=mark().facts, whole=page.whole, facts=facts)
