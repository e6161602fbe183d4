"""A draft that is too slow to be read within a request: taken in, read beside, asked about at an address of its own."""

from typing import Any

from django.conf import settings
from ninja import Schema
from pydantic import Field

from qingzhuang.language import later
from qingzhuang.model.organisation import Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Sent as Demand
from qingzhuang.store import clock
from qingzhuang.store.beside.errands import Errand, over, put_by, slow, taken_up
from qingzhuang.store.beside.jobs import About, Job, State, Step, ahead, ask, handles, job
from qingzhuang.store.gate.acts import bring_again, bring_draft
from qingzhuang.store.organisation.units import seat as seat_held
from qingzhuang.store.trail import Act, leave
from qingzhuang.store.trail import Step as Left
from qingzhuang.web.api import routers
from qingzhuang.web.api.door import Called
from qingzhuang.web.api.mine import as_seen, my_demand
from qingzhuang.web.api.parts import Number, answers
from qingzhuang.web.api.problems import RefusedError, missing
from qingzhuang.web.reading import no_seat

KIND = "api_draft"


class ReadingOut(Schema):
    """A draft that is being read beside the requests; `address` is where to ask again, `demand` what came of it."""

    number: int
    address: str
    state: str = Field(description="waiting · running · done · failed")
    before: int = Field(description=later("前面还有几件"))
    demand: int | None
    told: str = Field(description=later("没有读成的缘由"))


LATER: dict[Any, Any] = {
    202: ReadingOut
}  # what an operation answers that leaves the reading to somebody beside


@routers.demands.get("/readings/{int:number}", response=answers(ReadingOut), summary=later("大稿子读到哪了"))
def one_reading(request: Called, number: Number) -> ReadingOut:
    """How far the reading of a draft is; kept for a week."""
    found = job(number)
    if found is None or found.kind != KIND or found.about["unit"] != request.auth.seat.unit.number:
        raise RefusedError(404, missing(f"demands/readings/{number}"))
    return _told(found)


def beside(file: str, content: bytes) -> bool:
    """Tell whether a file is to be read beside the request."""
    return settings.WORKER and slow(file, content)


def read_beside(
    request: Called, file: str, content: bytes, before: Demand | None = None, version: str | None = None
) -> ReadingOut:
    """Have a draft read, in the place of another one of this version where that is named."""
    seat, now = request.auth.seat, clock.now()
    about = {
        "errand": put_by(Errand(file, content, {"version": version}), now),
        "seat": seat.number,
        "holder": seat.holder,
        "unit": seat.unit.number,
        "draft": before.number if before else 0,
        "token": request.auth.token.number,
    }
    return _told(ask(KIND, about, now))


def _told(found: Job) -> ReadingOut:
    return ReadingOut(
        number=found.number,
        address=f"{routers.PREFIX}/demands/readings/{found.number}",
        state=found.state.value,
        before=ahead(found.number) if found.state is State.WAITING else 0,
        demand=found.result if found.state is State.DONE else None,
        told=found.told,
    )


@handles(KIND)
def _read(about: About, step: Step) -> int:
    seat = seat_held(about["seat"], about["holder"], clock.today())
    if seat is None:
        raise ProblemError(no_seat())
    errand = taken_up(about["errand"])
    step(0, 2)
    try:
        number = _bring(seat, errand, about, step)
    except RefusedError as error:
        raise ProblemError(error.problem) from error
    over(about["errand"])
    return number


def _bring(seat: Seat, errand: Errand, about: About, step: Step) -> int:
    def then(sent: Demand) -> None:
        detail = f"token {about['token']}{' again' if about['draft'] else ''}"
        thing = f"{sent.title}（{sent.mark or sent.number}）"
        leave(Left(seat.holder, Act.DRAFTED, thing, seat.number, detail=detail), clock.now())
        step.settle(sent.number)

    if not about["draft"]:
        return bring_draft(seat.unit, errand.file, errand.content, clock.now(), then=then).number
    sent, said = my_demand(seat, about["draft"]), errand.said

    def still() -> None:
        as_seen(seat, sent, said["version"], yours={"file": errand.file})

    bring_again(sent, errand.file, errand.content, clock.now(), still, then)
    return sent.number
