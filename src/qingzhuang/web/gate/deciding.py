"""Views of an overseer: what waits, and one page to decide."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.law.admission import admission
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Sent, Stage
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import handed_over, waiting
from qingzhuang.store.gate.editions import edition_of
from qingzhuang.store.tasks.demands import admit, demand, demands, send_back, tasks
from qingzhuang.store.trail import Act
from qingzhuang.web.access import serves
from qingzhuang.web.gate.at_hand import note, page_of, tells
from qingzhuang.web.gate.decide_page import decide_page
from qingzhuang.web.gate.edition_words import edition_words
from qingzhuang.web.gate.forms import Admit, SendBack
from qingzhuang.web.gate.page import waiting_page


@serves(Role.OVERSEER)
@require_safe
def waiting_room(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What waits, the oldest first; what was admitted."""
    asked = waiting()
    page = waiting_page(
        asked, demands(Stage.ADMITTED), handed_over(each.number for each in asked), clock.now()
    )
    return render(request, "gate/waiting.html", {"page": page})


@serves(Role.OVERSEER)
@require_safe
def deciding(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """One demand, to decide on."""
    return _shown(request, _waits(number), Admit(None, clock.today()), SendBack(None))


@serves(Role.OVERSEER)
@require_POST
@tells
def admitting(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Admit a demand until a day."""
    sent, now = _waits(number), clock.now()
    form = Admit(request.POST, now.date())
    if not form.is_valid():
        return _shown(request, sent, form, SendBack(None))
    note(seat, Act.ADMITTED, admit(number, form.cleaned_data["until"], now))
    return HttpResponseRedirect(reverse("waiting"))


@serves(Role.OVERSEER)
@require_POST
@tells
def returning(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Send a demand back with a reason."""
    sent, form = _waits(number), SendBack(request.POST)
    if not form.is_valid():
        return _shown(request, sent, Admit(None, clock.today()), form)
    note(seat, Act.RETURNED, send_back(number, form.cleaned_data["reason"], clock.now()))
    return HttpResponseRedirect(reverse("waiting"))


def _waits(number: int) -> Sent:
    """Return a demand that waits. Raises Http404, also when somebody has decided already."""
    found = demand(number)
    if found is None or found.stage is not Stage.SUBMITTED:
        raise Http404
    return found


def _shown(request: HttpRequest, sent: Sent, until: Admit, back: SendBack) -> HttpResponse:
    today = clock.today()
    asked = [each.unit.name for each in tasks(demand_number=sent.number)]
    page = decide_page(page_of(sent, today), asked, admission().on(today), clock.now())
    edition = edition_words(edition_of(sent))
    shown = {"page": page, "admit": until, "back": back, "edition": edition}
    return render(request, "gate/decide.html", shown, status=400 if until.is_bound or back.is_bound else 200)
