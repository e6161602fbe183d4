"""Views of an issuer after sending: who has handed over what, what it was used for, the end."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Answer, Sent, Stage
from qingzhuang.store import clock
from qingzhuang.store.organisation.units import above
from qingzhuang.store.rights.looks import notices
from qingzhuang.store.rights.taken import leave_taken
from qingzhuang.store.tasks.demands import end, task, tasks, tell_use
from qingzhuang.store.tasks.parcel import paper_of, parcel
from qingzhuang.store.trail import Act
from qingzhuang.web.access import serves
from qingzhuang.web.gate.at_hand import download, note, own, step_of, tells
from qingzhuang.web.gate.follow_page import follow_page, notice_lines
from qingzhuang.web.gate.forms import Use

_LIVE = (Stage.ADMITTED, Stage.UNADMITTED)
_SENT = (*_LIVE, Stage.ENDED)


@serves(Role.ISSUER)
@require_safe
def follow(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Which posts have answered, in the order of the directory."""
    sent = own(seat, number, *_SENT)
    return _shown(request, sent, Use(None, initial={"used_for": sent.used_for}))


def _shown(request: HttpRequest, sent: Sent, form: Use) -> HttpResponse:
    asked = tasks(demand_number=sent.number)
    page = follow_page(sent, asked, above(each.unit for each in asked), clock.now())
    told = notice_lines(notices([each.number for each in asked]))
    shown = {"page": page, "form": form, "notices": told}
    return render(request, "gate/follow.html", shown, status=400 if form.is_bound else 200)


@serves(Role.ISSUER)
@require_safe
def paper(request: HttpRequest, seat: Seat, number: int, task_number: int) -> HttpResponse:
    """What one post handed over."""
    sent, found = own(seat, number, *_SENT), task(task_number)
    if found is None or found.demand.number != number or found.said is not Answer.HANDED or not found.blob:
        raise Http404
    try:
        name, content = paper_of(found)
    except (OSError, ValueError) as error:
        raise Http404 from error
    leave_taken(step_of(seat, Act.FETCHED, sent, found.unit.name), clock.now(), [found])
    return download(name, content)


@serves(Role.ISSUER)
@require_safe
def papers(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """All that was handed over."""
    sent = own(seat, number, *_SENT)
    try:
        handed = tasks(demand_number=number)
        content = parcel(handed)
    except (OSError, ValueError) as error:
        raise Http404 from error
    leave_taken(step_of(seat, Act.FETCHED, sent, "all"), clock.now(), handed)
    return download(f"{sent.title}.zip", content)


@serves(Role.ISSUER)
@require_POST
@tells
def use(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Say what the data was used for; with `end`, end the demand too."""
    ending = "end" in request.POST
    sent, form = own(seat, number, *(_LIVE if ending else _SENT)), Use(request.POST)
    if not form.is_valid():
        return _shown(request, sent, form)
    said = form.cleaned_data["used_for"]
    if ending:
        note(seat, Act.ENDED, end(number, clock.now(), said))
    else:
        note(seat, Act.TOLD_USE, tell_use(number, said))
    return HttpResponseRedirect(reverse("follow", args=[number]))
