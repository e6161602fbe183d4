"""An issuer's acts: bring a draft, change it, ask for admission, take that back, say what the data was used for, end."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Annotated

from django.http import HttpResponse
from ninja import File, Schema, Status, UploadedFile
from pydantic import Field

from qingzhuang.check.saying.empty import BASIS, PURPOSE, says_nothing
from qingzhuang.language import later
from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Sent as Demand
from qingzhuang.model.work import Stage
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import apply, bring_again, bring_draft, discard, posts_of, withdraw
from qingzhuang.store.gate.screenings import screening_of
from qingzhuang.store.tasks.demands import Application, end, tell_use
from qingzhuang.store.trail import Act
from qingzhuang.store.writing import one_writer
from qingzhuang.web.api import routers
from qingzhuang.web.api.door import Called, note
from qingzhuang.web.api.files import brought
from qingzhuang.web.api.mine import as_seen, my_demand
from qingzhuang.web.api.parts import LAST, Needed, Number, Sent, Version, Words, answers
from qingzhuang.web.api.problems import RefusedError, unfit
from qingzhuang.web.api.reading import LATER, ReadingOut, beside, read_beside
from qingzhuang.web.api.shapes import DemandOut, demand_out
from qingzhuang.web.gate.forms import NO_DEED, NO_DOCUMENT

_DUE = time(18, 0)
_MOST_TIMES = 366


class Applied(Sent):
    """What an issuer says when it asks for admission; without `posts` all that it may ask."""

    purpose: Needed
    basis: Needed
    personal_purpose: Words = ""
    times_per_year: Annotated[float, Field(gt=0, le=_MOST_TIMES)] = 1.0
    deadline: date | None = None
    posts: Annotated[list[Annotated[int, Field(ge=1, le=LAST)]], Field(max_length=5_000)] | None = None
    reasons: Annotated[dict[str, Words], Field(default_factory=dict, max_length=200)]


class Used(Sent):
    """What the data was used for."""

    used_for: Needed
    end: bool = False


class Done(Schema):
    """It was done; there is nothing more to show."""

    number: int


@routers.demands.post("", response={**answers(DemandOut, 201), **LATER}, summary=later("放一份稿子"))
def bring_demand(
    request: Called, response: HttpResponse, file: Annotated[UploadedFile, File()]
) -> Status[DemandOut] | Status[ReadingOut]:
    """Read a draft form or notice and keep it with what was found; nobody else sees it yet. A large one, or a Word file of
    the old format, is read beside: 202 and where to ask."""
    name, content = brought(request, file)
    if beside(name, content):
        return _later(response, read_beside(request, name, content))
    sent = bring_draft(request.auth.seat.unit, name, content, clock.now())
    _note(request, Act.DRAFTED, sent)
    return Status(201, demand_out(sent))


@routers.demands.post(
    "/{int:number}/form", response={**answers(DemandOut), **LATER}, summary=later("换一份稿子")
)
def change_form(
    request: Called,
    response: HttpResponse,
    number: Number,
    file: Annotated[UploadedFile, File()],
    if_match: Version = None,
) -> Status[DemandOut] | Status[ReadingOut]:
    """Put a changed draft in its place: its items are read anew; a large one beside, as a new one is."""
    seat = request.auth.seat
    sent, (name, content) = my_demand(seat, number), brought(request, file)
    still = _still(seat, sent, if_match, {"file": name})
    if beside(name, content):
        return _later(response, read_beside(request, name, content, sent, if_match))
    bring_again(sent, name, content, clock.now(), still)
    _note(request, Act.DRAFTED, sent, "again")
    return Status(200, demand_out(my_demand(seat, number)))


def _later(response: HttpResponse, reading: ReadingOut) -> Status[ReadingOut]:
    response["Location"] = reading.address
    return Status(202, reading)


@routers.demands.post("/{int:number}/application", response=answers(DemandOut), summary=later("申请准入"))
def apply_for(request: Called, number: Number, said: Applied, if_match: Version = None) -> DemandOut:
    """Ask for admission: what for, on what basis, of whom, how often."""
    sent, now = my_demand(request.auth.seat, number), clock.now()
    application = _application(request.auth.seat, said, now)
    found = screening_of(number)
    if found is not None and found.personal and not said.personal_purpose:
        raise RefusedError(422, unfit("personal_purpose"))
    _says_something(said)
    with one_writer():
        as_seen(request.auth.seat, sent, if_match, said.model_dump(mode="json", exclude={"reasons"}))
        done = apply(number, application, now, said.reasons)
    _note(request, Act.SUBMITTED, done)
    return demand_out(done)


@routers.demands.delete("/{int:number}/application", response=answers(DemandOut), summary=later("撤回申请"))
def withdraw_it(request: Called, number: Number, if_match: Version = None) -> DemandOut:
    """Take an application back before anybody has decided."""
    sent = my_demand(request.auth.seat, number)
    with one_writer():
        as_seen(request.auth.seat, sent, if_match, {"stage": Stage.DRAFT.value})
        withdraw(number)
    _note(request, Act.WITHDRAWN, sent)
    return demand_out(my_demand(request.auth.seat, number))


@routers.demands.delete("/{int:number}", response=answers(Done), summary=later("丢掉一份没有送出的稿子"))
def discard_it(request: Called, number: Number, if_match: Version = None) -> Done:
    """Throw away a draft that nobody else has seen."""
    sent = my_demand(request.auth.seat, number)
    with one_writer():
        as_seen(request.auth.seat, sent, if_match, None)
        discard(number)
    _note(request, Act.DISCARDED, sent)
    return Done(number=number)


@routers.demands.post("/{int:number}/use", response=answers(DemandOut), summary=later("说这些数用来做了什么"))
def say_use(request: Called, number: Number, said: Used, if_match: Version = None) -> DemandOut:
    """Say what the data was used for; with `end`, end the demand too."""
    sent = my_demand(request.auth.seat, number)
    with one_writer():
        as_seen(request.auth.seat, sent, if_match, said.model_dump(mode="json"))
        done = end(number, clock.now(), said.used_for) if said.end else tell_use(number, said.used_for)
    _note(request, Act.ENDED if said.end else Act.TOLD_USE, done)
    return demand_out(done)


def _application(seat: Seat, said: Applied, now: datetime) -> Application:
    """Raises RefusedError for posts that are not the office's to ask, or a day that is past."""
    may = {each.number: each for each in posts_of(seat.unit)}
    asked = list(may) if said.posts is None else said.posts
    if not set(asked) <= set(may):
        raise RefusedError(422, unfit("posts"))
    if said.deadline is not None and said.deadline <= now.date():
        raise RefusedError(422, unfit("deadline"))
    return Application(
        purpose=said.purpose,
        basis=said.basis,
        times_per_year=said.times_per_year,
        deadline=datetime.combine(said.deadline, _DUE, clock.CHINA) if said.deadline else None,
        posts=tuple(each for number, each in may.items() if number in set(asked)),
        personal_purpose=said.personal_purpose,
    )


def _says_something(said: Applied) -> None:
    """Raises RefusedError for a basis that names no document, or a purpose that names no deed."""
    for name, about, cure in (
        ("basis", BASIS, NO_DOCUMENT),
        ("purpose", PURPOSE, NO_DEED),
        ("personal_purpose", PURPOSE, NO_DEED),
    ):
        words = getattr(said, name)
        if words and says_nothing(words, about):
            raise RefusedError(422, unfit(name), errors=[{"where": name, "says": str(cure)}])


def _still(seat: Seat, sent: Demand, version: str | None, yours: object) -> Callable[[], None]:
    """Ask now, before a draft is read, and once more when it is put in its place."""
    as_seen(seat, sent, version, yours)
    return lambda: as_seen(seat, sent, version, yours)


def _note(request: Called, act: Act, sent: Demand, detail: str = "") -> None:
    thing = f"{sent.title}（{sent.mark or sent.number}）"
    note(request, act, thing, purpose=sent.purpose, detail=detail)
