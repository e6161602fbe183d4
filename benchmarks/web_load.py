"""Fifty posts at once, each in its own village, over `qz serve` as it is shipped: desk, one form's questions, ledger, by turns."""

import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from benchmarks.web import client, percentile

CLIENTS = 50


def load(folder: Path, seconds: int) -> None:
    """Start the server, let everybody come, print throughput and waiting."""
    cookies = [_cookie(f"post-{number}") for number in range(CLIENTS)]
    port = _free_port()
    words = [
        sys.executable,
        "-c",
        "from qingzhuang.cli.main import main; main()",
        "serve",
        str(folder),
        "--port",
        str(port),
    ]
    with subprocess.Popen(words, env=dict(os.environ), stdout=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            spent, wrong = _everybody(port, cookies, seconds)
        finally:
            server.terminate()
    flat = [each for one in spent for each in one]
    print(
        f"{CLIENTS} clients, {seconds} s: {len(flat) / seconds:.0f} pages/s, p50 {percentile(flat, 0.5):.0f} ms, "
        f"p95 {percentile(flat, 0.95):.0f} ms, {wrong} failed"
    )


def _cookie(who: str) -> str:
    return f"sessionid={client(who).cookies['sessionid'].value}"


def _everybody(port: int, cookies: list[str], seconds: int) -> tuple[list[list[float]], int]:
    spent: list[list[float]] = [[] for _ in cookies]
    wrong: list[int] = []
    end = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_one, args=(port, cookie, end, spent[at], wrong))
        for at, cookie in enumerate(cookies)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return spent, len(wrong)


def _one(port: int, cookie: str, end: float, spent: list[float], wrong: list[int]) -> None:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    turn = ["/desk/", "/ledger/"]
    while time.monotonic() < end:
        for address in list(turn):
            start = time.monotonic()
            link.request("GET", address, headers={"Cookie": cookie})
            answer = link.getresponse()
            body = answer.read().decode()
            spent.append((time.monotonic() - start) * 1000)
            if answer.status != 200:
                wrong.append(answer.status)
            found = re.search(r"/desk/\d+/", body)
            if len(turn) == 2 and found:
                turn.append(found[0])


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
