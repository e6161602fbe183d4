"""Signing in where one is known already: out to the provider, back with proof. Nobody gets an account by that."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from qingzhuang.store.models import Account
from qingzhuang.store.organisation.identities import Identity, account_of
from qingzhuang.web.access import public
from qingzhuang.web.door.entering import let_in, wanted
from qingzhuang.web.door.forms import SignIn
from qingzhuang.web.door.provider import Provider
from qingzhuang.web.door.trouble import Trouble, TroubleError, status, words


@public
@never_cache
@require_GET
def go_out(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider."""
    provider = _provider()
    from qingzhuang.web.door.openid import way_out

    try:
        return HttpResponseRedirect(
            way_out(request, provider, _absolute(request, "come_back"), wanted(request))
        )
    except TroubleError as error:
        return _stays_out(request, provider, error.trouble)


@public
@never_cache
@require_GET
def come_back(request: HttpRequest) -> HttpResponse:
    """Let in who comes back with proof, if an administrator bound them to an account."""
    provider = _provider()
    from qingzhuang.web.door import openid

    try:
        identity, where = openid.come_back(request, provider)
    except TroubleError as error:
        return _stays_out(request, provider, error.trouble)
    known = account_of(identity)
    account = authenticate(request, username=_called(known, identity), identity=identity)
    if isinstance(account, Account):
        return let_in(request, account, where, provider.name)
    return _stays_out(request, provider, Trouble.CLOSED if known else Trouble.UNKNOWN, identity.value)


@public
@never_cache
@require_GET
def left(request: HttpRequest) -> HttpResponse:
    """Say that one is out here, and offer to sign out over there too."""
    provider = _provider()
    from qingzhuang.web.door.openid import way_off

    page = {"name": provider.name, "off": way_off(provider, _absolute(request, "home"))}
    return render(request, "door/left.html", page)


def _provider() -> Provider:
    provider = settings.OIDC
    if not isinstance(provider, Provider):
        raise Http404
    return provider


def _called(known: Account | None, identity: Identity) -> str:
    """By what name lock-out counts: the account's, so that all ways in count together."""
    return known.username if known else f"{identity.issuer} {identity.value}"


def _absolute(request: HttpRequest, view: str) -> str:
    """Where the provider sends people back to: what was registered there."""
    path = reverse(view)
    return f"{settings.ADDRESS}{path}" if settings.ADDRESS else request.build_absolute_uri(path)


def _stays_out(request: HttpRequest, provider: Provider, trouble: Trouble, value: str = "") -> HttpResponse:
    page = {
        "form": SignIn(),
        "refused": words(trouble, provider.name),
        "identity": value if trouble is Trouble.UNKNOWN else "",
        "outside": outside(""),
    }
    return render(request, "door/sign_in.html", page, status=status(trouble))


def outside(where: str) -> dict[str, str] | None:
    """What the door shows of the provider: its name and the way there; None without one."""
    provider = settings.OIDC
    if provider is None:
        return None
    query = f"?{urlencode({'next': where})}" if where else ""
    return {"name": provider.name, "href": reverse("go_out") + query}
