"""Views of the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.tasks.demands import tasks, used
from qingzhuang.store.tasks.planning import told_before
from qingzhuang.store.tasks.recounting import back_for, counted
from qingzhuang.store.tasks.year_ahead import ahead_for
from qingzhuang.web.access import serves
from qingzhuang.web.desk.margin import MOST_USES, Margin
from qingzhuang.web.desk.page import desk_page
from qingzhuang.web.kept import keep_name
from qingzhuang.web.scripts import own_scripts


@serves(Role.POST)
@require_safe
@own_scripts
def desk(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Today."""
    now = clock.now()
    today = now.date()
    counting = counted(seat.unit, tasks(seat.unit, live_on=today), now)
    mine = tasks(seat.unit, live_on=today)
    back = back_for(seat.unit, today)
    told = {} if counting else told_before(mine, today)
    margin = Margin(back, used(seat.unit, MOST_USES), None if counting else ahead_for(seat.unit, now))
    page = desk_page(seat, mine, now, margin, told, counting)
    return render(request, "desk/desk.html", {"page": page, "keep": keep_name(seat)})
