"""Views of the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.demands import tasks
from qingzhuang.store.planning import refresh
from qingzhuang.web.access import serves
from qingzhuang.web.desk.page import desk_page


@serves(Role.POST)
@require_safe
def desk(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Today."""
    now = clock.now()
    refresh(tasks(seat.unit, live_on=now.date()), now)
    page = desk_page(seat, tasks(seat.unit, live_on=now.date()), now)
    return render(request, "desk/desk.html", {"page": page})
