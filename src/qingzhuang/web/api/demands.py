"""Reading demands, what they ask, what was found in them, and which posts have answered."""

from typing import Annotated, Any

from ninja import Query

from qingzhuang.language import later
from qingzhuang.model.organisation import Role
from qingzhuang.model.work import Answer, Stage, Task
from qingzhuang.store.clock import CHINA
from qingzhuang.store.gate.screenings import screening_of
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.web.api import routers
from qingzhuang.web.api.door import Bearer, Called
from qingzhuang.web.api.mine import my_demand, my_demands
from qingzhuang.web.api.parts import Listed, Number, Paging, Part, answers, part_of
from qingzhuang.web.api.shapes import (
    DemandOut,
    FindingOut,
    FollowedOut,
    ItemOut,
    demand_out,
    finding_out,
    item_out,
    unit_out,
)


class _Asked(Paging):
    """Which demands."""

    stage: Stage | None = None


_SEERS = Bearer(Role.ISSUER, Role.OVERSEER, Role.POST)


@routers.demands.get(
    "", response=answers(Listed[DemandOut]), auth=_SEERS, summary=later("看得到的事，新的在前")
)
def list_demands(request: Called, part: Annotated[_Asked, Query()]) -> dict[str, Any]:
    """An issuer sees its own, an overseer those that were sent to it or to posts, a post those that reached it."""
    found = [each for each in my_demands(request.auth.seat) if part.stage in (None, each.stage)]
    return part_of(request, part, found, demand_out)


@routers.demands.get("/{int:number}", response=answers(DemandOut), auth=_SEERS, summary=later("一件事"))
def one_demand(request: Called, number: Number) -> DemandOut:
    """One demand; its version is what a change has to name."""
    return demand_out(my_demand(request.auth.seat, number))


@routers.demands.get(
    "/{int:number}/items",
    response=answers(Listed[ItemOut]),
    auth=_SEERS,
    summary=later("问哪些项，各在哪里已有"),
)
def list_items(request: Called, number: Number, part: Part) -> dict[str, Any]:
    """The items of a demand's form, with where each is known already."""
    found = screening_of(my_demand(request.auth.seat, number).number)
    return part_of(request, part, found.columns if found else (), item_out)


@routers.demands.get(
    "/{int:number}/findings",
    response=answers(Listed[FindingOut]),
    auth=_SEERS,
    summary=later("稿子里查到什么"),
)
def list_findings(request: Called, number: Number, part: Part) -> dict[str, Any]:
    """What the gate found in a demand's draft, with the article and a lawful way."""
    found = screening_of(my_demand(request.auth.seat, number).number)
    return part_of(request, part, found.findings if found else (), finding_out)


@routers.demands.get(
    "/{int:number}/submissions",
    response=answers(Listed[FollowedOut]),
    summary=later("哪些村答了，按机构目录排"),
)
def list_followed(request: Called, number: Number, part: Part) -> dict[str, Any]:
    """What each post answered, in the order of the directory: nobody is first or last."""
    sent = my_demand(request.auth.seat, number)
    return part_of(request, part, tasks(demand_number=sent.number), _followed)


def _followed(task: Task) -> FollowedOut:
    handed = task.said is Answer.HANDED
    return FollowedOut(
        number=task.number,
        unit=unit_out(task.unit),
        said=task.said.value,
        reason="" if handed else task.reason,
        answered_on=task.answered_at.astimezone(CHINA).date() if task.answered_at else None,
        receipt=task.receipt,
        file=handed and bool(task.blob),
    )
