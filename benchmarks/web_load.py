"""A thousand posts, fifty of them at once, over `qz serve` as it is shipped: desk, one form's questions, ledger, by turns, nobody ever
pausing. First the morning: each post comes for the first time since the start and its forms are counted beside; then fifty posts
again and again."""

import http.client
import os
import re
import resource
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from benchmarks.web_pages import client

CLIENTS, POSTS = 50, 600
QUIET_SECONDS = 40


def load(folder: Path, seconds: int) -> None:
    """Start the server, let everybody come, print throughput and waiting."""
    _rest()
    cookies = [_cookie(f"post-{number}") for number in range(POSTS)]
    port = _free_port()
    go = "from qingzhuang.cli.main import main; main()"
    words = [sys.executable, "-c", go, "serve", str(folder), "--port", str(port)]
    print(
        "| fifty at once | pages/s | p50 ms | p95 ms | worst ms | failed | CPU ms a page, counting and start with it |"
    )
    print("|---|---|---|---|---|---|---|")
    before = _children()
    with subprocess.Popen(words, env=dict(os.environ), stdout=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            time.sleep(3)
            morning = _everybody(port, cookies, seconds)
            _count_out()
            steady = _everybody(port, cookies[:CLIENTS], seconds)
        finally:
            server.terminate()
    spent = (_children() - before) * 1000 / max(1, len(morning[0]) + len(steady[0]))
    _tell("the morning, each post new", morning, seconds, "")
    _tell("the same fifty posts", steady, seconds, f"{spent:.0f}")


def _tell(what: str, came: tuple[list[float], int], seconds: int, cpu: str) -> None:
    flat, wrong = came
    shares = " | ".join(f"{percentile(flat, share):.0f}" for share in (0.5, 0.95, 1.0))
    print(f"| {what} | {len(flat) / seconds:.1f} | {shares} | {wrong} | {cpu} |", flush=True)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of them lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else 0.0


def _rest() -> None:
    """Nothing that an earlier run asked for is waiting."""
    from qingzhuang.store.models import JobRow

    JobRow.objects.all().delete()


def _count_out() -> None:
    """Wait until whoever works beside the pages has counted all forms, but not for ever."""
    from qingzhuang.store.models import JobRow

    end = time.monotonic() + QUIET_SECONDS
    while time.monotonic() < end and JobRow.objects.filter(state__in=("waiting", "running")).exists():
        time.sleep(0.5)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _cookie(who: str) -> str:
    return f"sessionid={client(who).cookies['sessionid'].value}"


def _everybody(port: int, cookies: list[str], seconds: int) -> tuple[list[float], int]:
    """Let fifty browsers go through the posts, each through its own share."""
    spent: list[float] = []
    wrong: list[int] = []
    end = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_one, args=(port, cookies[at::CLIENTS], end, spent, wrong))
        for at in range(CLIENTS)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return spent, len(wrong)


def _one(port: int, cookies: list[str], end: float, spent: list[float], wrong: list[int]) -> None:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    for cookie in cycle(cookies):
        form = "/desk/"
        for address in ("/desk/", "form", "/ledger/"):
            if time.monotonic() >= end:
                return
            start = time.monotonic()
            link.request("GET", form if address == "form" else address, headers={"Cookie": cookie})
            answer = link.getresponse()
            body = answer.read().decode()
            spent.append((time.monotonic() - start) * 1000)
            if answer.status != 200:
                wrong.append(answer.status)
            found = re.search(r"/desk/\d+/", body) if address == "/desk/" else None
            form = found[0] if found else form


def _wait(port: int) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
