"""Views of the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.demands import tasks, used
from qingzhuang.store.planning import given_back, refresh, told_before
from qingzhuang.web.access import serves
from qingzhuang.web.desk.margin import MOST_USES
from qingzhuang.web.desk.page import desk_page


@serves(Role.POST)
@require_safe
def desk(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Today."""
    now = clock.now()
    today = now.date()
    refresh(tasks(seat.unit, live_on=today), now)
    mine = tasks(seat.unit, live_on=today)
    page = desk_page(
        seat, mine, now, given_back(seat.unit, today), told_before(mine, today), used(seat.unit, MOST_USES)
    )
    return render(request, "desk/desk.html", {"page": page})
