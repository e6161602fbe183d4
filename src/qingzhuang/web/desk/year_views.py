"""The view of a post's own year."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import again
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.store.tasks.year_ahead import Ahead, ahead_for
from qingzhuang.web.access import serves
from qingzhuang.web.desk.year_page import desk_year_page
from qingzhuang.web.scripts import own_scripts
from qingzhuang.web.words import number
from qingzhuang.web.work import Work


@own_scripts
@serves(Role.POST)
@require_safe
def year(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What the coming twelve months ask of this post."""
    now = clock.now()
    ahead = ahead_for(seat.unit, now, closely=True)
    page, mine = None, tasks(seat.unit, live_on=now.date()) if ahead is not None else ()
    if ahead is not None and ahead.year is not None:
        page = desk_year_page(ahead.year, mine, charts=settings.CHARTS)
    shown = {"page": page, "work": _work(ahead), "works": ahead is not None, "forms": number(len(mine))}
    return render(request, "desk/year.html", shown)


@serves(Role.POST)
@require_POST
def year_again(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Reckon once more what could not be reckoned."""
    del request
    ahead = ahead_for(seat.unit, clock.now())
    if ahead is not None and ahead.job is not None:
        again(ahead.job.number, clock.now())
    return HttpResponseRedirect(reverse("desk_year"))


def _work(ahead: Ahead | None) -> Work | None:
    if ahead is None or ahead.job is None:
        return None
    if not ahead.job.open:
        return Work(False, ahead.job.told, "", 0)
    older = _("下面是上次算好的。") if ahead.year else ""
    return Work(True, _("正在旁边算，页面不用等着。"), older, 0)
