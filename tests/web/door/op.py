"""A small OpenID provider of our own on this machine: real keys, real signatures, real HTTP; and knobs to make it lie.

It keeps the rules that a client must be held to: registered addresses, PKCE, a code that works once, the client's secret."""

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "qingzhuang", "a secret of the test"


@dataclass
class Op:
    """One provider. `person` is whoever is signed in over there; `lies` are claims put in place of the true ones (None:
    left out); `forged` signs with a key that is not its own; `alg` how the token is signed."""

    person: dict[str, Any] = field(default_factory=lambda: {"sub": "u-1001"})
    lies: dict[str, Any] = field(default_factory=dict)
    described: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)  # what /userinfo says
    forged: bool = False
    alg: str = "RS256"
    broken: str = ""  # a path that answers 500
    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one", "use": "sig"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    ended: int = 0  # how often somebody signed out over there
    asked: list[dict[str, str]] = field(default_factory=list)  # requests to authorize

    def description(self) -> dict[str, Any]:
        """What stands in the well-known place."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "end_session_endpoint": f"{self.issuer}/end",
            "id_token_signing_alg_values_supported": ["RS256", "none", "HS256"],
            "code_challenge_methods_supported": ["S256"],
            **self.described,
        }

    def authorize(self, query: dict[str, str]) -> str:
        """Return the address to which the browser is sent back."""
        assert query["response_type"] == "code"
        assert query["client_id"] == CLIENT
        assert query["code_challenge_method"] == "S256"
        assert "openid" in query["scope"].split()
        self.asked.append(query)
        code = secrets.token_urlsafe(16)
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def token(self, form: dict[str, str], who: str) -> tuple[int, dict[str, Any]]:
        """Give a token for a code: once, to the client that can show its secret and the verifier."""
        query = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if who != f"{CLIENT}:{SECRET}":
            return 401, {"error": "invalid_client"}
        if not query or query["code_challenge"] != challenge or query["redirect_uri"] != form["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        answer = {"access_token": "at-1", "token_type": "Bearer", "id_token": self.id_token(query["nonce"])}
        return 200, answer

    def id_token(self, nonce: str) -> str:
        """Sign who is here."""
        now = int(time.time())
        true = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            **self.person,
        }
        claims = {name: value for name, value in {**true, **self.lies}.items() if value is not None}
        if self.alg == "none":
            return f"{_b64({'alg': 'none'})}.{_b64(claims)}."
        if self.alg == "HS256":  # the public key taken for a shared secret
            text = f"{_b64({'alg': 'HS256', 'kid': 'one'})}.{_b64(claims)}"
            mark = hmac.new(self.key.as_pem(private=False), text.encode(), hashlib.sha256).digest()
            return f"{text}.{base64.urlsafe_b64encode(mark).rstrip(b'=').decode()}"
        key = RSAKey.generate_key(2048, {"kid": "one"}) if self.forged else self.key
        return jwt.encode({"alg": self.alg, "kid": str(key.kid)}, claims, key)


def _b64(content: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


class _Handler(BaseHTTPRequestHandler):
    op: Op

    def log_message(self, *_words: object) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        path, query = urlsplit(self.path).path, _flat(urlsplit(self.path).query)
        if path == self.op.broken:
            self._answer(500, {})
        elif path == "/.well-known/openid-configuration":
            self._answer(200, self.op.description())
        elif path == "/jwks":
            self._answer(200, {"keys": [self.op.key.as_dict(private=False)]})
        elif path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.op.authorize(query))
            self.end_headers()
        elif path == "/userinfo" and self.headers["Authorization"] == "Bearer at-1":
            self._answer(200, self.op.told)
        elif path == "/end" and query["client_id"] == CLIENT:
            self.op.ended += 1
            self._answer(200, {})
        else:
            self._answer(404, {})

    def do_POST(self) -> None:
        form = _flat(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if urlsplit(self.path).path == self.op.broken:
            self._answer(500, {})
            return
        scheme, _, code = self.headers.get("Authorization", "").partition(" ")
        who = unquote(base64.b64decode(code).decode()) if scheme == "Basic" else ""
        if not who and "client_secret" in form:
            who = f"{form['client_id']}:{form['client_secret']}"
        self._answer(*self.op.token(form, who))

    def _answer(self, status: int, content: dict[str, Any]) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


@contextmanager
def running() -> Iterator[Op]:
    """Start a provider and stop it afterwards."""
    op = Op()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"op": op}))
    op.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield op
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
