"""Nobody reaches by way of this machine what stands behind it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from qingzhuang.model.problem import ProblemError
from qingzhuang.store.outside.asking import UnreachableError, is_public, post, require_address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://",
        "http://example.com/x",
        "ftp://example.com/x",
        "file:///etc/passwd",
        "https://localhost/x",
        "https://gateway/x",
        "https://printer.local/x",
        "https://127.0.0.1/x",
        "https://10.1.2.3/x",
        "https://169.254.169.254/latest",
        "https://[::1]/x",
        "https://[::ffff:10.0.0.1]/x",
        "https://[fd00::1]/x",
        "https://user:word@example.com/x",
        "https://example.com:99999/x",
        "https://example.com/x#part",
        "https://example.com/ x",
        "https://例子.com/x",
        "https://" + "a" * 500 + ".com/",
    ],
)
def test_only_public_https_addresses_are_kept(url: str) -> None:
    with pytest.raises(ProblemError) as told:
        require_address(url)
    assert told.value.problem.code == "QZ-A120"


@pytest.mark.parametrize(
    "url", ["https://example.com/x", "https://example.com:8443/x?y=1", "https://1.1.1.1/"]
)
def test_a_public_https_address_is_kept(url: str) -> None:
    assert require_address(url).scheme == "https"


@pytest.mark.parametrize(
    ("place", "public"),
    [
        ("1.1.1.1", True),
        ("2606:4700::1111", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to be refused
        ("224.0.0.1", False),
        ("::ffff:192.168.1.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
    ],
)
def test_an_address_within_an_address_counts(place: str, public: bool) -> None:
    assert is_public(place) is public


def test_a_public_name_that_means_a_private_place_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are looked at where they lead, at the moment of going there, and all of their places must be public."""
    for places in (["127.0.0.1"], ["1.1.1.1", "10.0.0.1"]):
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 443)) for place in places]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, found=found, **_k: found)
        monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: pytest.fail("went there"))
        with pytest.raises(UnreachableError):
            post("https://example.com/x", {}, b"{}")


@contextmanager
def listener(
    status: int = 204, **headers: str
) -> Iterator[tuple[str, list[tuple[str, dict[str, str], bytes]]]]:
    """A server on this machine that keeps what it hears."""
    heard: list[tuple[str, dict[str, str], bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}", heard
    finally:
        server.shutdown()
        server.server_close()


def test_a_host_that_the_administrator_allows_is_asked_and_nothing_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with listener() as (other, missed), listener(302, Location=f"http://{other}/next") as (host, heard):
        with pytest.raises(UnreachableError):
            post(f"http://{host}/x?y=1", {}, b"{}")
        monkeypatch.setenv("QZ_HOOK_HOSTS", f"intern.example, {host}")
        assert post(f"http://{host}/x?y=1", {"webhook-id": "1"}, b"{}") == 302
        assert [(path, body) for path, _headers, body in heard] == [("/x?y=1", b"{}")]
        assert missed == []


def test_nobody_there_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_HOOK_HOSTS", "127.0.0.1")
    with pytest.raises(UnreachableError):
        post("http://127.0.0.1:9/x", {}, b"{}")
