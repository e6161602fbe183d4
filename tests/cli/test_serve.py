"""`qz serve` never says that a page is open when it is not."""

import os
import socket
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from qingzhuang.cli import serve
from qingzhuang.cli.serve import HOST, command


def test_a_port_that_another_program_has_is_told_before_anything_starts(tmp_path: Path) -> None:
    """Two servers on one port would show now this folder, now that."""
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        done = CliRunner().invoke(command, [str(tmp_path), "--port", str(port)])
    assert done.exit_code == 1
    assert "QZ-C005" in done.stderr
    assert "已被别的程序占用" in done.stderr
    assert "请用浏览器打开" not in done.stdout


@pytest.mark.parametrize("port", ["0", "65536", "八千"])
def test_a_port_that_cannot_be_is_a_wrong_call(port: str, tmp_path: Path) -> None:
    assert CliRunner().invoke(command, [str(tmp_path), "--port", port]).exit_code == 2


def test_pages_know_that_somebody_works_beside_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings are read when the ledger opens: it must be known by then, else pages would do all themselves."""
    for name in ("QZ_ROOMS", "QZ_WORKER", "QZ_HOME", "QZ_EXAMPLE"):
        monkeypatch.setenv(name, "")
    known: list[str] = []
    monkeypatch.setattr("qingzhuang.store.home.has_ledger", lambda: True)
    monkeypatch.setattr("qingzhuang.store.setup.open_ledger", lambda: known.append(os.environ["QZ_WORKER"]))
    serve._open_rooms(tmp_path)
    assert known == ["1"]


@pytest.mark.parametrize(("wished", "made"), [("3", 3), ("0", 1), ("许多", None), ("", None)])
def test_each_core_makes_pages_unless_somebody_says_how_many(
    wished: str, made: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QZ_PROCESSES", wished)
    assert serve.processes() == made or (made is None and 1 <= serve.processes() <= serve.MOST_PROCESSES)


def test_where_the_pages_are_is_told_when_they_answer_not_before(capsys: pytest.CaptureFixture[str]) -> None:
    server = HTTPServer((HOST, 0), BaseHTTPRequestHandler, bind_and_activate=False)
    server.server_bind()
    port = server.server_address[1]
    serve.tell_when_open(port, patience=0.3)
    assert "请用浏览器打开" not in capsys.readouterr().out, "nobody listens yet"
    server.server_activate()
    answering = Thread(target=server.handle_request)
    answering.start()
    serve.tell_when_open(port, patience=10)
    answering.join()
    server.server_close()
    assert f"请用浏览器打开 http://{HOST}:{port}/" in capsys.readouterr().out
