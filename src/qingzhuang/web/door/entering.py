"""The last step of every way in: sit down, leave a step on the trail, go where one wanted."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from qingzhuang.store import clock
from qingzhuang.store.models import Account
from qingzhuang.store.organisation.units import seats
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import SEAT
from qingzhuang.web.frame import first_room

THROUGH = "through"  # the session's key for the provider that one came by
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def let_in(request: HttpRequest, account: Account, wanted: str, through: str = "") -> HttpResponse:
    """Let an account in that holds a seat; `through` names the provider that vouched for it."""
    login(request, account, backend=_BACKEND)
    seat = seats(account.pk, clock.today())[0]
    request.session[SEAT] = seat.number
    if through:
        request.session[THROUGH] = through
    else:
        request.session.pop(THROUGH, None)
    where = f"{seat.unit.name} · {through}" if through else seat.unit.name
    leave(Step(account.pk, Act.SIGNED_IN, where, seat.number), clock.now())
    return HttpResponseRedirect(wanted if is_here(request, wanted) else first_room(seat.role))


def wanted(request: HttpRequest) -> str:
    """Where one wanted to go, if that is here."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return asked if is_here(request, asked) else ""


def is_here(request: HttpRequest, address: str) -> bool:
    """Tell whether an address is one of this site."""
    return url_has_allowed_host_and_scheme(address, {request.get_host()})
