"""Who else may say who somebody is: the sign-in of 政务钉钉, 企业微信 and the like, set up by the environment.

Nothing of the OpenID library is loaded here: without these settings the door never needs it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from qingzhuang.language import gettext as _
from qingzhuang.language import later

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SECRET = "QZ_OIDC_CLIENT_SECRET"  # noqa: S105 - the name of a setting
_CLAIM, _NAME = "sub", later("统一身份")
_LIBRARIES = ("authlib", "requests")


@dataclass(frozen=True, slots=True)
class Provider:
    """One OpenID provider. `claim` names accounts, `name` stands on the button: 用…登录."""

    issuer: str
    client_id: str
    secret: str = field(repr=False)
    claim: str = _CLAIM
    name: str = _NAME


def provider(environ: Mapping[str, str] = os.environ) -> Provider | None:
    """Return the provider that is set up, None when there is none or something is lacking."""
    if not environ.get("QZ_OIDC_ISSUER") or lacking(environ):
        return None
    return Provider(
        issuer=environ["QZ_OIDC_ISSUER"],
        client_id=environ["QZ_OIDC_CLIENT_ID"],
        secret=_secret(environ),
        claim=environ.get("QZ_OIDC_CLAIM") or _CLAIM,
        name=environ.get("QZ_OIDC_NAME") or _NAME,
    )


def lacking(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return what a provider that was named still lacks; nothing when none was named."""
    issuer = environ.get("QZ_OIDC_ISSUER")
    if not issuer:
        return ()
    wanted = (
        (safe(issuer), _("QZ_OIDC_ISSUER 要是 https 地址")),
        (bool(environ.get("QZ_OIDC_CLIENT_ID")), _("没有 QZ_OIDC_CLIENT_ID")),
        (bool(_secret(environ)), _("没有 QZ_OIDC_CLIENT_SECRET，或 QZ_OIDC_CLIENT_SECRET_FILE 读不出")),
        (all(map(find_spec, _LIBRARIES)), _("没有装 qingzhuang[oidc]")),
    )
    return tuple(words for there, words in wanted if not there)


def safe(address: object) -> bool:
    """Tell whether what is sent to an address stays between the two: https, or this very machine."""
    try:
        parts = urlsplit(address) if isinstance(address, str) else urlsplit("")
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK))


def _secret(environ: Mapping[str, str]) -> str:
    path = environ.get(f"{_SECRET}_FILE")
    if environ.get(_SECRET) or not path:
        return environ.get(_SECRET, "")
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
