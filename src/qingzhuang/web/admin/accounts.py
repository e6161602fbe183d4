"""Views of accounts and seats. What ends something takes two persons."""

from axes.utils import reset as forgive
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store import clock
from qingzhuang.store.board.shares import realm
from qingzhuang.store.organisation import accounts as books
from qingzhuang.store.organisation.units import seats as seats_of
from qingzhuang.store.organisation.units import unit, units
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.admin import page
from qingzhuang.web.admin.forms import OpenAccount


@serves(Role.ADMIN)
@require_safe
def accounts(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Seats and their accounts."""
    return _list(request, seat, OpenAccount())


@serves(Role.ADMIN)
@require_POST
def open_account(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Open an account and show its password for once."""
    form = OpenAccount(request.POST)
    at = unit(form.cleaned_data["unit"]) if form.is_valid() else None
    if at is None or not at.path.startswith(realm(seat.unit)):
        return _list(request, seat, form, status=400)
    said = form.cleaned_data
    try:
        made, password = books.open_seat(
            said["username"], said["name"], at, Role(said["role"]), clock.today()
        )
    except ProblemError as error:
        return _list(request, seat, form, error.problem, status=409)
    leave(Step(seat.holder, Act.OPENED_ACCOUNT, f"{said['username']} · {at.name}", seat.number), clock.now())
    return _once(request, made.name, said["username"], password)


@serves(Role.ADMIN)
@require_POST
def reset_password(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Make a password for once; an administrator's only at the server, or one could play the second person."""
    held = _held(seat, number)
    if any(each.role is Role.ADMIN for each in seats_of(held.seat.holder, clock.today())):
        raise Http404
    password = books.reset_password(held.seat.holder)
    forgive(username=held.username)
    leave(Step(seat.holder, Act.PASSWORD, held.username, seat.number), clock.now())
    return _once(request, held.seat.name, held.username, password)


@serves(Role.ADMIN)
@require_POST
def wish(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Ask to end a seat."""
    held = _held(seat, number)
    try:
        books.wish_to_end(held, seat.holder, clock.now())
    except ProblemError as error:
        return _list(request, seat, OpenAccount(), error.problem, status=409)
    leave(Step(seat.holder, Act.WISHED, f"{held.username} · {held.seat.unit.name}", seat.number), clock.now())
    return HttpResponseRedirect(reverse("admin_accounts"))


@serves(Role.ADMIN)
@require_POST
def settle(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Agree to what another administrator asked for, or take it back."""
    agreed = request.POST.get("agree") == "1"
    settled, act = (books.agree, Act.AGREED) if agreed else (books.take_back, Act.TOOK_BACK)
    try:
        done = settled(number, realm(seat.unit), seat.holder, clock.now())
    except ProblemError as error:
        return _list(request, seat, OpenAccount(), error.problem, status=409)
    leave(Step(seat.holder, act, f"{done.username} · {done.seat.unit.name}", seat.number), clock.now())
    return HttpResponseRedirect(reverse("admin_accounts"))


def _held(seat: Seat, number: int) -> books.Held:
    held = books.held_seat(number, realm(seat.unit), clock.today())
    if held is None:
        raise Http404
    return held


def _list(
    request: HttpRequest, seat: Seat, form: OpenAccount, problem: Problem | None = None, status: int = 200
) -> HttpResponse:
    below, text = realm(seat.unit), request.GET.get("q", "").replace("\0", "").strip()[:60]
    shown = {
        "lines": page.seat_lines(books.held_seats(below, clock.today(), text)),
        "wishes": books.wishes(below),
        "units": [each for each in units() if each.path.startswith(below)],
        "form": form,
        "problem": problem,
        "q": text,
        "me": seat.holder,
    }
    return render(request, "admin/accounts.html", shown, status=status)


def _once(request: HttpRequest, name: str, username: str, password: str) -> HttpResponse:
    response = render(request, "admin/once.html", {"name": name, "username": username, "password": password})
    response["Cache-Control"] = "no-store"
    return response
