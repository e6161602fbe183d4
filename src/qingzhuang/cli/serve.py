"""`qz serve`: the web shell on this machine only."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from gettext import gettext as _
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread

import click

from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import PROBLEMS, complain, examples, reason, say
from qingzhuang.model.problem import Problem, Severity

HOST = "127.0.0.1"
LAST_PORT = 65535
EXAMPLE_LEDGER = "账本"
_WORK = "from qingzhuang.cli.main import main; main()"
MOST_PROCESSES = 4  # each holds the ledger's outline in memory
CORES_FOR_TWO = 4  # with so many, a second worker takes nothing from the pages
PATIENCE, _STEP = 120.0, 0.1  # seconds to wait for the first answer, and between two tries
THREADS = 4  # of each process: more only get in each other's way, and each has a connection of its own


def _claim(port: int) -> None:
    """Leave with a word when the port is taken: the server itself would share it with another in silence."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            complain([_taken(port, error)])
            raise SystemExit(PROBLEMS) from error


def _taken(port: int, error: OSError) -> Problem:
    return Problem(
        "QZ-C005",
        f"http://{HOST}:{port}/",
        _("网页没有打开：这个端口用不了（{reason}）。").format(reason=reason(error)),
        _("请用 --port 换一个，比如 --port {other}；或先停下占着它的那个。").format(
            other=port % LAST_PORT + 1
        ),
    )


def processes() -> int:
    """How many processes make pages: one for each core, unless QZ_PROCESSES says otherwise."""
    return _wished("QZ_PROCESSES") or min(MOST_PROCESSES, _cores())


def workers() -> int:
    """How many processes do what pages should not wait for: one, from four cores on two, unless QZ_WORKERS says otherwise."""
    return _wished("QZ_WORKERS") or (2 if _cores() >= CORES_FOR_TWO else 1)


def _wished(name: str) -> int:
    """Return what the environment asks for; 0 where it says nothing that can be done."""
    said = os.environ.get(name, "")
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 4 else 0


def _cores() -> int:
    return max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)


def _open_rooms(folder: Path) -> None:
    """Open the ledger behind the rooms: the example township's own, else this machine's; looking at a folder of filled
    files begins none."""
    from qingzhuang.store.home import has_ledger, is_example

    if is_example(folder / EXAMPLE_LEDGER):
        os.environ.setdefault("QZ_HOME", str((folder / EXAMPLE_LEDGER).resolve()))
    if is_example():
        os.environ["QZ_EXAMPLE"] = "1"
    os.environ["QZ_ROOMS"] = os.environ["QZ_WORKER"] = (
        "1" if has_ledger() else "0"
    )  # before settings are read
    if has_ledger():
        opened()


def _half_set_up() -> list[Problem]:
    """What keeps the button of the provider from the door, though one was named."""
    from qingzhuang.web.door.provider import lacking

    lacks = _("；").join(lacking())
    if not lacks:
        return []
    return [
        Problem(
            "QZ-C006",
            "QZ_OIDC_ISSUER",
            _("写了统一登录，门口还没有它：{lacks}。").format(lacks=lacks),
            _("补上再开；网页照开，登录名和口令照用。"),
            Severity.NOTE,
        )
    ]


def _files_away() -> list[Problem]:
    """Why the place of files does not let us in; the rooms open all the same, it may come later."""
    if os.environ.get("QZ_ROOMS") != "1":
        return []
    from qingzhuang.store.health import reached

    found = reached()
    return [replace(found, severity=Severity.NOTE)] if found else []


@click.command(
    help=_("在本机打开网页：看称一称的结果，看填好的表，取走。只有这台电脑能看到。"),
    epilog=examples("qz serve 青禾镇"),
)
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("."),
    metavar=_("文件夹"),
)
@click.option(
    "--port",
    type=click.INT,
    default=8080,
    show_default=True,
    metavar=_("数"),
    help=_("网页的端口，被占了就换一个。"),
)
def command(folder: Path, port: int) -> None:
    """Serve the folder until stopped."""
    if not 1 <= port <= LAST_PORT:
        raise click.BadParameter(_("端口要在 1 到 65535 之间。"), param_hint="--port")
    _claim(port)
    from granian import Granian
    from granian.constants import Interfaces

    os.environ["QZ_FOLDER"] = str(folder.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "qingzhuang.web.settings"
    _open_rooms(folder)
    complain([*_half_set_up(), *_files_away()])
    say(_("正在打开网页……"))
    Thread(target=tell_when_open, args=(port,), daemon=True).start()
    server = Granian(
        "qingzhuang.web.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes(),
        blocking_threads=THREADS,
        log_access=False,
        log_enabled=False,
    )
    with _workers():
        server.serve()


def tell_when_open(port: int, patience: float = PATIENCE) -> None:
    """Say where the pages are as soon as they answer; after so many seconds no longer wait."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        asking = HTTPConnection(HOST, port, timeout=patience)
        try:
            asking.request("HEAD", "/")
            asking.getresponse()
        except (OSError, HTTPException):
            time.sleep(_STEP)
        else:
            say(_("请用浏览器打开 http://{host}:{port}/ ，按 Ctrl+C 停下。").format(host=HOST, port=port))
            return
        finally:
            asking.close()


@contextmanager
def _workers() -> Iterator[None]:
    """Let processes of their own do what pages should not wait for; without rooms there is nothing to do."""
    with ExitStack() as stack:
        for number in range(workers()) if os.environ.get("QZ_ROOMS") == "1" else ():
            words = [sys.executable, "-c", _WORK, "work", "--parent", str(os.getpid())]
            words += ["--number", str(number), "--of", str(workers())]
            started = subprocess.Popen(words, stdin=subprocess.DEVNULL)  # noqa: S603 - this very program
            worker = stack.enter_context(started)
            stack.callback(worker.terminate)
        yield
