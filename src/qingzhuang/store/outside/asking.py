"""Asking an address on the net that somebody typed: only https, only public addresses, nothing followed; so that nobody
reaches by way of this machine what stands behind it. `QZ_HOOK_HOSTS` names the hosts that an administrator allows all the
same (`host` or `host:port`, comma between)."""

import http.client
import ipaddress
import os
import socket
import ssl
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError

ALLOWED = "QZ_HOOK_HOSTS"
TIMEOUT = 10.0
_LONGEST = 500
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class UnreachableError(Exception):
    """The address could not be asked; the words say why."""


def require_address(url: str) -> SplitResult:
    """Return the parts of an address that may be asked. Raises ProblemError QZ-A120."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ProblemError(_not_asked(url)) from None
    odd = not host or len(url) > _LONGEST or not url.isascii() or any(sign.isspace() for sign in url)
    if odd or parts.username or parts.password or parts.fragment or port == 0:
        raise ProblemError(_not_asked(url))
    allowed = _is_allowed(parts) and parts.scheme in ("http", "https")
    if not allowed and not (parts.scheme == "https" and _may_be_public(host or "")):
        raise ProblemError(_not_asked(url))
    return parts


def post(url: str, headers: Mapping[str, str], body: bytes) -> int:
    """Send a message and return the status that is answered; nothing of the answer is read, no other address followed.
    Raises UnreachableError."""
    try:
        parts = require_address(url)
    except ProblemError as error:
        raise UnreachableError(error.problem.message) from error
    link = _Pinned(parts)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        link.request("POST", path, body, {**headers, "User-Agent": "qingzhuang"})
        return link.getresponse().status
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise UnreachableError(str(error)[:120] or type(error).__name__) from error
    finally:
        link.close()


class _Pinned(http.client.HTTPConnection):
    """Goes to the very address that was found public, whatever a name means a moment later."""

    def __init__(self, parts: SplitResult) -> None:
        self._secure = parts.scheme == "https"
        self._public_only = not _is_allowed(parts)
        super().__init__(parts.hostname or "", parts.port or (443 if self._secure else 80), timeout=TIMEOUT)

    def connect(self) -> None:
        """Find the host, look at where it stands, go there."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        places = [str(each[4][0]) for each in found]
        if self._public_only and not all(map(is_public, places)):
            raise UnreachableError(_("这个地址不在公网上，没有去。"))
        self.sock = socket.create_connection((places[0], self.port), self.timeout)
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def is_public(place: str) -> bool:
    """Tell whether an IP address stands on the public net, also one that another kind of address carries within."""
    found = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is None and found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            found = inner
    return found.is_global and not found.is_multicast


def _may_be_public(host: str) -> bool:
    """A name may; a number only when it is public; a name without a dot never."""
    try:
        return is_public(host)
    except ValueError:
        return "." in host.rstrip(".") and not host.rstrip(".").endswith(
            (".local", ".internal", ".localhost")
        )


def _is_allowed(parts: SplitResult) -> bool:
    allowed = {each.strip().lower() for each in os.environ.get(ALLOWED, "").split(",")} - {""}
    host = parts.hostname or ""
    return host in allowed or f"{host}:{parts.port}" in allowed


def _not_asked(url: str) -> Problem:
    return Problem(
        "QZ-A120",
        url[:80],
        _("这个地址不能登记：只认公网上的 https 地址。"),
        _("要通知本单位里面的机器，请在服务器上用 QZ_HOOK_HOSTS 写明允许哪一台。"),
    )
