"""Signing in and out. Wrong guesses are slowed down by django-axes; who came in is on the trail."""

from django.conf import settings
from django.contrib.auth import authenticate, logout, update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.models import Account
from qingzhuang.store.organisation.accounts import choose_password
from qingzhuang.store.organisation.units import seats
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import SEAT, is_example, public, serves
from qingzhuang.web.door.entering import THROUGH, let_in, wanted
from qingzhuang.web.door.forms import OwnPassword, SignIn
from qingzhuang.web.door.outside import outside
from qingzhuang.web.frame import first_room
from qingzhuang.web.kept import leave_nothing


@public
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for name and password; let in who has both and a seat."""
    form = SignIn(request.POST or None)
    refused = ""
    if request.method == "POST" and form.is_valid():
        account = authenticate(request, **form.cleaned_data)
        if isinstance(account, Account) and seats(account.pk, clock.today()):
            return let_in(request, account, wanted(request))
        refused = _("登录名或口令不对。连错几次要等一会儿，找管理员可以重设。")
    where = wanted(request)
    page = {"form": form, "refused": refused, "next": where, "outside": outside(where)}
    return render(request, "door/sign_in.html", page, status=403 if refused else 200)


@serves(once=True)
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def own_password(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Let one choose a password of one's own; one made by somebody else opens nothing but this page."""
    form = OwnPassword(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "door/own.html", {"form": form}, status=400 if form.is_bound else 200)
    choose_password(seat.holder, form.cleaned_data["password"])
    update_session_auth_hash(request, Account.objects.get(pk=seat.holder))
    leave(Step(seat.holder, Act.PASSWORD, "", seat.number), clock.now())
    return HttpResponseRedirect(first_room(seat.role))


@serves(once=True)
@require_POST
def sign_out(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Leave."""
    leave(Step(seat.holder, Act.SIGNED_OUT, "", seat.number), clock.now())
    through = request.session.get(THROUGH)
    logout(request)
    response = HttpResponseRedirect(reverse("left" if through and settings.OIDC else "home"))
    leave_nothing(response, seat)
    return response


@serves()
@require_POST
def take_seat(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Take another seat of the same account."""
    held = {each.number: each for each in seats(seat.holder, clock.today())}
    if number not in held:
        raise Http404
    request.session[SEAT] = number
    return HttpResponseRedirect(first_room(held[number].role))


@public
@require_POST
def try_seat(request: HttpRequest, role: str) -> HttpResponse:
    """In the example township only: sit down as one of its invented people."""
    account = Account.objects.filter(username=f"example-{role}").first()
    if not is_example() or role not in list(Role) or account is None:
        raise Http404
    return let_in(request, account, wanted(request))
