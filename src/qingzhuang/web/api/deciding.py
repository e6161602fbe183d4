"""An overseer's acts: admit a demand until a day, or send it back with a reason. And what all demands weigh."""

from datetime import date

from ninja import Schema

from qingzhuang.language import later
from qingzhuang.model.work import Sent as Demand
from qingzhuang.pipeline.overview import Counted, Overview, overview
from qingzhuang.privacy.small import Safe
from qingzhuang.store import clock
from qingzhuang.store.board.shares import realm, summed
from qingzhuang.store.tasks.demands import admit, send_back
from qingzhuang.store.trail import Act
from qingzhuang.store.writing import one_writer
from qingzhuang.web.api import routers
from qingzhuang.web.api.door import Called, note
from qingzhuang.web.api.mine import my_demand
from qingzhuang.web.api.parts import Needed, Number, Sent, Version, answers, require
from qingzhuang.web.api.shapes import DemandOut, demand_out, demand_version


class Until(Sent):
    """Until when a demand is admitted."""

    until: date


class Because(Sent):
    """Why it goes back."""

    reason: Needed


class GroupOut(Schema):
    """Minutes a month of one group that is large enough to be shown."""

    name: str
    before: float
    after: float


class DivisionOut(Schema):
    """One way to divide the whole, by kind of post, office or way, never by person; small groups are put together."""

    by: str
    groups: list[GroupOut]
    joined: list[str]
    hidden: bool


class MonthOut(Schema):
    """Minutes a month as things stood on a day."""

    day: date
    before: float
    after: float


class MinutesOut(Schema):
    """Minutes a month over all posts; where too few stand behind the whole, nothing is told (`hidden`)."""

    day: date
    least: int
    hidden: bool
    posts: int | None
    demands: int | None
    before: float | None
    after: float | None
    divisions: list[DivisionOut]
    months: list[MonthOut]
    rates: list[str]


@routers.demands.post(
    "/{int:number}/admission", response=answers(DemandOut), auth=routers.OVERSEERS, summary=later("准入")
)
def admit_it(request: Called, number: Number, said: Until, if_match: Version = None) -> DemandOut:
    """Admit a demand until a day (included) and give it its number."""
    with one_writer():
        _require(request, number, if_match, said)
        done = admit(number, said.until, clock.now())
    _note(request, Act.ADMITTED, done)
    return demand_out(done)


@routers.demands.post(
    "/{int:number}/return", response=answers(DemandOut), auth=routers.OVERSEERS, summary=later("退回")
)
def return_it(request: Called, number: Number, said: Because, if_match: Version = None) -> DemandOut:
    """Send a demand back to its issuer with a reason."""
    with one_writer():
        _require(request, number, if_match, said)
        done = send_back(number, said.reason, clock.now())
    _note(request, Act.RETURNED, done)
    return demand_out(done)


@routers.minutes.get("", response=answers(MinutesOut), summary=later("一个月用掉多少分钟"))
def minutes(request: Called) -> MinutesOut:
    """What everything weighs, before and after, and in a few divisions."""
    sums = summed(realm(request.auth.seat.unit))
    return _minutes(overview(sums.shares, Counted(sums.by_kind, sums.by_office), clock.today()))


def _minutes(seen: Overview) -> MinutesOut:
    told = not seen.hidden
    divisions = (("kind", seen.kinds), ("way", seen.ways), ("office", seen.offices)) if told else ()
    course = seen.course if told else ()
    return MinutesOut(
        day=seen.day,
        least=seen.least,
        hidden=seen.hidden,
        posts=seen.posts if told else None,
        demands=seen.demands if told else None,
        before=seen.before if told else None,
        after=seen.after if told else None,
        divisions=[_division(by, each) for by, each in divisions],
        months=[MonthOut(day=each.day, before=each.before, after=each.after) for each in course],
        rates=[each.text for each in seen.rates.all],
    )


def _division(by: str, safe: Safe) -> DivisionOut:
    shown = (*safe.groups, *((safe.rest,) if safe.rest else ()))
    return DivisionOut(
        by=by,
        groups=[GroupOut(name=each.name, before=each.figures[0], after=each.figures[1]) for each in shown],
        joined=list(safe.joined),
        hidden=safe.hidden,
    )


def _require(request: Called, number: int, version: str | None, said: Sent) -> None:
    now = my_demand(request.auth.seat, number)
    current = demand_out(now).model_dump(mode="json")
    yours = said.model_dump(mode="json")
    require(version, demand_version(now), f"demands/{number}", yours=yours, current=current)


def _note(request: Called, act: Act, sent: Demand) -> None:
    note(request, act, f"{sent.title}（{sent.mark or sent.number}）", purpose=sent.purpose)
