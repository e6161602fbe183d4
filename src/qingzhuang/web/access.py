"""Who may open which page: every view declares its audience, and nothing is served without one."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.organisation.units import seat, seats

P = ParamSpec("P")
SEAT = "seat"  # the session's key for the seat that is taken
LOOPBACK = ("127.0.0.1", "::1")
_PASSED_ON = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")


class Open(StrEnum):
    """Audiences that need no seat."""

    PUBLIC = "public"  # everybody
    MACHINE = "machine"  # whoever sits at this machine
    SIGNED_IN = "signed_in"  # anybody with a seat, whatever the role
    TOKEN = "token"  # noqa: S105 - programs with a token of a seat of these roles
    SECRET = "secret"  # noqa: S105 - whoever knows the secret address


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a view serves: by role, or one of the open audiences."""

    roles: frozenset[Role] = frozenset()
    open: Open | None = None


def public(view: Callable[Concatenate[HttpRequest, P], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Serve everybody."""
    view.audience = Audience(open=Open.PUBLIC)  # type: ignore[attr-defined]
    return view


def secret_address(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Serve whoever knows the address; the view itself answers 404 to all others."""
    view.audience = Audience(open=Open.SECRET)  # type: ignore[attr-defined]
    return view


def this_machine(
    view: Callable[Concatenate[HttpRequest, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Serve whoever sits at this machine: the shelf of files lies on it anyway."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not at_this_machine(request):
            return elsewhere(request)
        return view(request, *args, **kwargs)

    guarded.audience = Audience(open=Open.MACHINE)  # type: ignore[attr-defined]
    return guarded


def at_this_machine(request: HttpRequest) -> bool:
    """Tell whether somebody sits at this machine; what another server passes on comes from elsewhere."""
    passed_on = any(name in request.META for name in _PASSED_ON) or _at_address(request)
    return request.META.get("REMOTE_ADDR") in LOOPBACK and not passed_on


def _at_address(request: HttpRequest) -> bool:
    """Tell whether the site was opened at the address that a server before it has."""
    return bool(settings.ADDRESS) and request.get_host() == urlsplit(settings.ADDRESS).netloc


def serves(
    *roles: Role, once: bool = False
) -> Callable[
    [Callable[Concatenate[HttpRequest, Seat, P], HttpResponseBase]], Callable[..., HttpResponseBase]
]:
    """Serve these roles (none given: whoever is signed in); the view gets the seat that is taken. Whoever came with a
    password for once is led to choose an own one first, except where the view is open to them (`once`)."""

    def mark(
        view: Callable[Concatenate[HttpRequest, Seat, P], HttpResponseBase],
    ) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            taken = taken_seat(request)
            if taken is None:
                query = urlencode({"next": request.get_full_path()})
                return HttpResponseRedirect(f"{reverse('sign_in')}?{query}")
            if roles and taken.role not in roles:
                return elsewhere(request)
            if not once and getattr(request.user, "once", False):
                return HttpResponseRedirect(reverse("own_password"))
            return view(request, taken, *args, **kwargs)

        guarded.audience = Audience(frozenset(roles), None if roles else Open.SIGNED_IN)  # type: ignore[attr-defined]
        return guarded

    return mark


def taken_seat(request: HttpRequest) -> Seat | None:
    """Return the seat that is taken in this session: the one chosen, else the account's first."""
    if not hasattr(request, "_seat"):
        request._seat = _find_seat(request)  # type: ignore[attr-defined]
    found: Seat | None = request._seat  # type: ignore[attr-defined]
    return found


def _find_seat(request: HttpRequest) -> Seat | None:
    account = getattr(request, "user", None)
    if account is None or not account.is_authenticated:
        return None
    day = clock.today()
    chosen = request.session.get(SEAT)
    found = seat(chosen, account.pk, day) if chosen else None
    return found or next(iter(seats(account.pk, day)), None)


def elsewhere(request: HttpRequest, whose: str = "") -> HttpResponse:
    """Say whose page this is and what one may see instead."""
    return render(request, "door/elsewhere.html", {"whose": whose}, status=403)


def is_example() -> bool:
    """Tell whether this server shows the example township, where one may try every seat."""
    return bool(getattr(settings, "EXAMPLE", False))
