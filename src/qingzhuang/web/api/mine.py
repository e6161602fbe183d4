"""Only one's own: which demands, submissions and subjects a seat may see. What it may not is not there."""

from datetime import date

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Answer, Sent, Stage, Task
from qingzhuang.store import clock
from qingzhuang.store.board.shares import realm
from qingzhuang.store.ledger.numbered import subject_numbered
from qingzhuang.store.memory.directory import directory_of
from qingzhuang.store.tasks.demands import demand, demands, task, tasks
from qingzhuang.web.api.parts import require
from qingzhuang.web.api.problems import RefusedError, missing
from qingzhuang.web.api.shapes import demand_out, demand_version
from qingzhuang.web.ledger.mine import Found

REACHED = (Stage.ADMITTED, Stage.UNADMITTED, Stage.ENDED)
_TO_OVERSEE = (Stage.SUBMITTED, *REACHED)


def my_demands(seat: Seat) -> tuple[Sent, ...]:
    """Return the demands that a seat may see, the latest first."""
    if seat.role is Role.ISSUER:
        return tuple(each for each in demands(issuer=seat.unit) if each.issuer.number == seat.unit.number)
    if seat.role is Role.OVERSEER:
        below = realm(seat.unit)
        return tuple(each for each in demands(*_TO_OVERSEE) if each.issuer.path.startswith(below))
    found = {each.demand.number: each.demand for each in my_tasks(seat)}
    return tuple(sorted(found.values(), key=lambda each: -each.number))


def my_demand(seat: Seat, number: int) -> Sent:
    """Return one demand that a seat may see. Raises RefusedError."""
    found = demand(number)
    if found is None or not _sees(seat, found):
        raise RefusedError(404, missing(f"demands/{number}"))
    return found


def as_seen(seat: Seat, sent: Sent, version: str | None, yours: object) -> None:
    """The demand must stand as it was read, at this very moment. Raises RefusedError with both."""
    now = my_demand(seat, sent.number)
    current = demand_out(now).model_dump(mode="json")
    require(version, demand_version(now), f"demands/{sent.number}", yours=yours, current=current)


def _sees(seat: Seat, found: Sent) -> bool:
    if seat.role is Role.ISSUER:
        return found.issuer.number == seat.unit.number
    if seat.role is Role.OVERSEER:
        return found.stage in _TO_OVERSEE and found.issuer.path.startswith(realm(seat.unit))
    asked = tasks(seat.unit, demand_number=found.number)
    return seat.role is Role.POST and found.stage in REACHED and bool(asked)


def my_tasks(seat: Seat) -> tuple[Task, ...]:
    """Return what was asked of a post, whatever became of it."""
    return tuple(each for each in tasks(seat.unit) if each.demand.stage in REACHED)


def tasks_to_do(seat: Seat, day: date) -> list[Task]:
    """Return what a post still has to answer: its demand has neither ended nor run out."""
    return [each for each in tasks(seat.unit, live_on=day) if each.said is Answer.OPEN]


def my_task(seat: Seat, number: int) -> Task:
    """Return one task of a post's own. Raises RefusedError."""
    found = task(number)
    if found is None or found.unit.number != seat.unit.number or found.demand.stage not in REACHED:
        raise RefusedError(404, missing(f"submissions/{number}"))
    return found


def handed_to_me(seat: Seat, number: int) -> Task:
    """Return one task that was handed over to an issuer. Raises RefusedError."""
    found = task(number)
    if found is None or found.demand.issuer.number != seat.unit.number or found.said is not Answer.HANDED:
        raise RefusedError(404, missing(f"submissions/{number}"))
    return found


def my_subject(seat: Seat, number: int) -> Found:
    """Return one subject of the villages whose ledger a seat keeps. Raises RefusedError."""
    subject = subject_numbered(number)
    held = directory_of(seat.unit, clock.today())
    if subject is None or not held.holds(subject):
        raise RefusedError(404, missing(f"subjects/{number}"))
    return Found(number, held.desk.view.canonical(subject), held)
