"""Talks to the OpenID provider through Authlib: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0).

Loaded only when a provider is set up. No token outlives the request that brought it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.base_client.errors import MismatchingStateError
from authlib.integrations.django_client import DjangoOAuth2App, OAuth, OAuthError
from django.http import HttpRequest
from joserfc.errors import JoseError
from requests import RequestException

from qingzhuang.store.organisation.identities import Identity, usable
from qingzhuang.web.door.provider import Provider, safe
from qingzhuang.web.door.trouble import Trouble, TroubleError

PATIENCE_SECONDS = 5
_FRESH_SECONDS = 600  # after that, addresses and keys are asked for anew
_LEEWAY_SECONDS = 60
_ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_OPTIONAL = ("userinfo_endpoint", "end_session_endpoint")
# signatures that only the provider can make: never "none", never a secret that both sides know
_SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
_SCOPES = {"sub": "openid", "email": "openid email", "phone_number": "openid phone"}
_REST_SECONDS = 15  # who was not there is left alone for so long: nobody else waits for it meanwhile
_kept: dict[Provider, tuple[float, DjangoOAuth2App]] = {}
_gone: dict[Provider, float] = {}


def way_out(request: HttpRequest, provider: Provider, back: str, wanted: str) -> str:
    """Return the provider's address to go to; this browser remembers what must come back, and where one wanted to go.
    Raises TroubleError."""
    with _in_words():
        app = _app(provider)
        way = app.create_authorization_url(back)
        app.save_authorize_data(request, redirect_uri=back, wanted=wanted, **way)
        return str(way["url"])


def come_back(request: HttpRequest, provider: Provider) -> tuple[Identity, str]:
    """Return who came back, proven, and where they wanted to go. Raises TroubleError."""
    with _in_words():
        app = _app(provider)
        known = app.framework.get_state_data(request.session, request.GET.get("state"))
        if known is None:
            raise TroubleError(Trouble.NOT_BEGUN_HERE)
        redeem: Callable[..., dict[str, Any]] = app.authorize_access_token
        token = redeem(request, claims_options=_claims(provider), leeway=_LEEWAY_SECONDS)
        claims = token.get("userinfo")
        if not claims:
            raise TroubleError(Trouble.UNPROVEN)
        if provider.claim not in claims and "userinfo_endpoint" in app.server_metadata:
            claims = _asked(app, token, claims)
        return Identity(provider.issuer, _name(claims, provider.claim)), str(known["wanted"])


def way_off(provider: Provider, home: str) -> str:
    """Return the address where one signs out over there too, empty where that is not offered or not known now."""
    try:
        with _in_words():
            app = _app(provider)
            if "end_session_endpoint" not in app.server_metadata:
                return ""
            return str(app.create_logout_url(home, client_id=provider.client_id)["url"])
    except TroubleError:
        return ""


def forget() -> None:
    """Forget what providers said of themselves."""
    _kept.clear()
    _gone.clear()


def _app(provider: Provider) -> DjangoOAuth2App:
    """Return the client of a provider, its addresses known and held against the settings."""
    since, known = _kept.get(provider, (0.0, None))
    if known is not None and time.monotonic() - since < _FRESH_SECONDS:
        return known
    app: DjangoOAuth2App = OAuth().register(
        "outside",
        client_id=provider.client_id,
        client_secret=provider.secret,
        server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": _SCOPES.get(provider.claim, "openid profile"),
            "code_challenge_method": "S256",
            "default_timeout": PATIENCE_SECONDS,
        },
    )
    said = _description(app, provider)
    app.server_metadata = _held(said, provider)
    methods = said.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    if "client_secret_basic" not in methods and "client_secret_post" in methods:
        app.client_kwargs["token_endpoint_auth_method"] = "client_secret_post"  # noqa: S105 - a method's name
    _kept[provider] = (time.monotonic(), app)
    return app


def _description(app: DjangoOAuth2App, provider: Provider) -> dict[str, Any]:
    """Ask a provider how to talk to it, unless it was gone a moment ago."""
    gone = _gone.get(provider)
    if gone is not None and time.monotonic() - gone < _REST_SECONDS:
        raise TroubleError(Trouble.DOWN)
    try:
        return app.load_server_metadata()
    except RequestException:
        _gone[provider] = time.monotonic()
        raise


def _held(said: dict[str, Any], provider: Provider) -> dict[str, Any]:
    """Return what is used of a provider's own description, once it is the right one's and all its addresses are safe."""
    addresses = {name: said[name] for name in (*_ADDRESSES, *_OPTIONAL) if said.get(name)}
    complete = all(name in addresses for name in _ADDRESSES)
    signatures = said.get("id_token_signing_alg_values_supported") or ["RS256"]
    usable_ones = [each for each in signatures if each in _SIGNATURES]
    if said.get("issuer") != provider.issuer or not complete or not usable_ones:
        raise TroubleError(Trouble.UNPROVEN)
    if not all(map(safe, addresses.values())):
        raise TroubleError(Trouble.UNPROVEN)
    known = {"issuer": provider.issuer, "id_token_signing_alg_values_supported": usable_ones}
    return {**addresses, **known, "_loaded_at": said["_loaded_at"]}


def _claims(provider: Provider) -> dict[str, dict[str, Any]]:
    return {
        "iss": {"essential": True, "value": provider.issuer},
        "aud": {"essential": True, "value": provider.client_id},
        "exp": {"essential": True},
    }


def _asked(app: DjangoOAuth2App, token: dict[str, Any], claims: dict[str, Any]) -> dict[str, Any]:
    """Return what the provider says of the person when asked; it must speak of the one whom the token names."""
    said = dict(app.userinfo(token=token))
    if said.get("sub") != claims["sub"]:
        raise TroubleError(Trouble.UNPROVEN)
    return said


def _name(claims: dict[str, Any], claim: str) -> str:
    """Return the value that names the account. An address or a telephone number counts only when the provider vouches
    for it: anybody can write another's into a form."""
    value = claims.get(claim)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    vouched = claim not in ("email", "phone_number") or claims.get(f"{claim}_verified") is True
    if not isinstance(value, str) or not usable(value) or not vouched:
        raise TroubleError(Trouble.NO_NAME)
    return value


@contextmanager
def _in_words() -> Iterator[None]:
    """Whatever a provider does wrong ends in a trouble that has words."""
    try:
        yield
    except MismatchingStateError as error:
        raise TroubleError(Trouble.NOT_BEGUN_HERE) from error
    except OAuthError as error:
        no = error.error == "access_denied"
        raise TroubleError(Trouble.SAID_NO if no else Trouble.UNPROVEN) from error
    except RequestException as error:
        raise TroubleError(Trouble.DOWN) from error
    except (AuthlibBaseError, JoseError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise TroubleError(Trouble.UNPROVEN) from error
