"""Views of programs: the tokens with which they come in, the addresses that are told what happens."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store import clock
from qingzhuang.store.board.shares import realm
from qingzhuang.store.organisation.accounts import held_seats
from qingzhuang.store.organisation.tokens import Order, Scope, make_token, tokens, withdraw_token
from qingzhuang.store.outside.hooks import end_hook, hooks, make_hook
from qingzhuang.store.trail import Act, Step, leave
from qingzhuang.web.access import serves
from qingzhuang.web.admin.forms import MakeHook, MakeToken
from qingzhuang.web.admin.page import hook_lines, seat_choices, token_lines

_MOST_SEATS = 5_000
_USUAL_DAYS = 180


@serves(Role.ADMIN)
@require_safe
def programs(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Tokens and addresses."""
    return _list(request, seat)


@serves(Role.ADMIN)
@require_POST
def make_a_token(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Make a token and show it this once."""
    seats = _seats(seat)
    form = MakeToken(request.POST, seats)
    if not form.is_valid():
        return _list(request, seat, token=form, status=400)
    said = form.cleaned_data
    order = Order(seats[said["seat"]], said["label"], Scope(said["scope"]), said["until"])
    try:
        made, secret = make_token(order, seat.holder, clock.now())
    except ProblemError as error:
        return _list(request, seat, token=form, problem=error.problem, status=409)
    _note(seat, Act.MADE_TOKEN, f"{made.username} · {made.seat.unit.name} · {made.label}（{made.scope}）")
    return _once(request, made.seat, secret, made.label)


@serves(Role.ADMIN)
@require_POST
def withdraw_a_token(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Let a token open nothing any more, from now on."""
    try:
        gone = withdraw_token(number, realm(seat.unit), clock.now())
    except ProblemError as error:
        return _list(request, seat, problem=error.problem, status=409)
    _note(seat, Act.WITHDREW_TOKEN, f"{gone.username} · {gone.seat.unit.name} · {gone.label}")
    return HttpResponseRedirect(reverse("admin_programs"))


@serves(Role.ADMIN)
@require_POST
def make_a_hook(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Keep an address and show its key this once."""
    seats = _seats(seat)
    form = MakeHook(request.POST, seats)
    if not form.is_valid():
        return _list(request, seat, hook=form, status=400)
    said = form.cleaned_data
    try:
        made, key = make_hook(seats[said["seat"]], said["url"], clock.now())
    except ProblemError as error:
        return _list(request, seat, hook=form, problem=error.problem, status=409)
    _note(seat, Act.MADE_HOOK, f"{made.seat.unit.name} · {made.url}")
    return _once(request, made.seat, key, made.url)


@serves(Role.ADMIN)
@require_POST
def end_a_hook(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Tell an address nothing more."""
    try:
        gone = end_hook(number, realm(seat.unit), clock.now())
    except ProblemError as error:
        return _list(request, seat, problem=error.problem, status=409)
    _note(seat, Act.ENDED_HOOK, f"{gone.seat.unit.name} · {gone.url}")
    return HttpResponseRedirect(reverse("admin_programs"))


def _seats(seat: Seat) -> dict[int, Seat]:
    """The seats in which a program may sit, below the administrator's own units."""
    held = held_seats(realm(seat.unit), clock.today(), most=_MOST_SEATS)
    return {each.seat.number: each.seat for each in held if each.seat.role is not Role.ADMIN}


def _list(
    request: HttpRequest,
    seat: Seat,
    *,
    token: MakeToken | None = None,
    hook: MakeHook | None = None,
    problem: Problem | None = None,
    status: int = 200,
) -> HttpResponse:
    below, today, seats = realm(seat.unit), clock.today(), _seats(seat)
    until = today + timedelta(days=_USUAL_DAYS)
    shown = {
        "tokens": token_lines(tokens(below, today)),
        "hooks": hook_lines(hooks(below, today)),
        "seats": seat_choices(seats.values()),
        "token": token or MakeToken(None, seats, {"until": until, "scope": Scope.READ.value}),
        "hook": hook or MakeHook(None, seats),
        "problem": problem,
    }
    return render(request, "admin/programs.html", shown, status=status)


def _note(seat: Seat, act: Act, thing: str) -> None:
    leave(Step(seat.holder, act, thing, seat.number), clock.now())


def _once(request: HttpRequest, of: Seat, secret: str, label: str) -> HttpResponse:
    shown = {"name": of.unit.name, "label": label, "secret": secret}
    response = render(request, "admin/secret.html", shown)
    response["Cache-Control"] = "no-store"
    return response
