"""A post's deadlines as a calendar on its own telephone: the page where its address is made, and the calendar itself."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.letters.calendar import Deadline, calendar
from qingzhuang.model.organisation import Role, Seat, Unit
from qingzhuang.model.work import Stage, Task
from qingzhuang.privacy.shown import veiled
from qingzhuang.store import clock
from qingzhuang.store.outside.feeds import end_feed, feed_made, feed_of, make_feed, open_tasks, uid_of
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import secret_address, serves
from qingzhuang.web.words import day


@serves(Role.POST)
@require_http_methods(["GET", "HEAD", "POST"])
def calendar_page(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Say what the calendar is for; make its address, or another one, and show it this once."""
    address = ""
    if request.method == "POST":
        secret = make_feed(seat.unit, clock.now())
        address = _absolute(request, reverse("feed", args=[secret]))
        leave(Step(seat.holder, Act.MADE_FEED, seat.unit.name, seat.number), clock.now())
    made = feed_made(seat.unit)
    shown = {"address": address, "made": day(made) if made else "", "whose": seat.unit.name}
    response = render(request, "desk/calendar.html", shown)
    response["Cache-Control"] = "no-store"
    return response


@serves(Role.POST)
@require_POST
def calendar_end(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Let the address open nothing any more."""
    if end_feed(seat.unit):
        leave(Step(seat.holder, Act.MADE_FEED, f"{seat.unit.name} -", seat.number), clock.now())
    return HttpResponseRedirect(reverse("desk_calendar"))


@secret_address
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar: what is due, from whom, when; nobody's name, nothing of any answer."""
    unit = feed_of(secret)
    if unit is None:
        raise Http404
    found = (_deadline(request, each) for each in open_tasks(unit, clock.today()))
    content = calendar(_name(unit), [each for each in found if each is not None])
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=600"
    response["X-Robots-Tag"] = "noindex"
    return response


def _name(unit: Unit) -> str:
    return _("{whose}的期限").format(whose=unit.name)


def _deadline(request: HttpRequest, task: Task) -> Deadline | None:
    sent = task.demand
    what = _("《{title}》到期").format(title=veiled(sent.title))
    mark = sent.mark if sent.stage is Stage.ADMITTED else _("没有准入")
    more = _("{issuer}发的，{mark}。还要答 {count} 问。").format(
        issuer=sent.issuer.name, mark=mark, count=task.questions
    )
    due, changed = sent.deadline, sent.decided_at or sent.submitted_at or sent.deadline
    if due is None or changed is None:
        return None
    url = _absolute(request, reverse("answer", args=[task.number]))
    return Deadline(uid_of(task), what, more, due, changed, url)


def _absolute(request: HttpRequest, path: str) -> str:
    return f"{settings.ADDRESS}{path}" if settings.ADDRESS else request.build_absolute_uri(path)
