"""What came in for demands that are over: to be deleted, by two persons."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.language import gettext as _
from qingzhuang.law.retention import kept_days
from qingzhuang.model.organisation import Role, Seat, Unit
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Sent
from qingzhuang.store import clock
from qingzhuang.store.rights.erasing import ENDED, agree, due, due_on, erasures, open_of, propose, take_back
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves


@serves(Role.ISSUER, Role.OVERSEER)
@require_safe
@never_cache
def due_list(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What is due, and what was deleted."""
    return _shown(request, seat)


@serves(Role.ISSUER, Role.OVERSEER)
@require_POST
@never_cache
def erase_demand(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Propose, agree or delete nothing."""
    sent, now = _due(seat, number), clock.now()
    thing = f"demand {number}"
    wish = open_of(thing).get(thing)
    said = request.POST.get("agree")
    try:
        if said is None:
            propose(thing, sent.issuer, ENDED, seat.holder, now)
            act = Act.ASKED_ERASURE
        elif wish is None:
            return _shown(request, seat, _("这一条已经办完或者收回了。"), 409)
        else:
            agreed = said == "1"
            (agree if agreed else take_back)(wish.number, seat.holder, now)
            act = Act.ERASED if agreed else Act.KEPT
    except ProblemError as error:
        return _shown(request, seat, f"{error.problem.message}{error.problem.cure}", 409)
    leave(Step(seat.holder, act, thing, seat.number), now)
    if act is Act.ERASED and wish is not None:
        return HttpResponseRedirect(reverse("erased", args=[wish.number]))
    return HttpResponseRedirect(reverse("due"))


def _whose(seat: Seat) -> Unit | None:
    return seat.unit if seat.role is Role.ISSUER else None


def _due(seat: Seat, number: int) -> Sent:
    found = next((each for each in due(clock.today(), _whose(seat)) if each.number == number), None)
    if found is None:
        raise Http404
    return found


def _shown(request: HttpRequest, seat: Seat, told: str = "", status: int = 200) -> HttpResponse:
    found = due(clock.today(), _whose(seat))
    wishes = open_of(*(f"demand {each.number}" for each in found))
    rows = [(each, due_on(each), wishes.get(f"demand {each.number}")) for each in found]
    below = seat.unit.path if seat.role is Role.ISSUER else "/"
    done = [each for each in erasures(below) if each.thing.startswith("demand ")]
    shown = {"rows": rows, "done": done, "told": told, "me": seat.holder, "days": kept_days(clock.today())}
    return render(request, "gate/due.html", shown, status=status)
