"""A thousand posts, fifty of them at once, over `qz serve` as it is shipped: desk, one form's questions, ledger, by turns, nobody ever
pausing. First the worst morning: the server has just started, nobody ever counted a form, each post comes for the first time. Then
fifty posts again and again. Then, when all has been counted as it is in a night, the server starts anew and each post comes again."""

import http.client
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import cycle
from pathlib import Path

from benchmarks.web_pages import client

CLIENTS, POSTS = 50, 600
START_SECONDS, QUIET_SECONDS, NIGHT_SECONDS = 10, 40, 900


def load(folder: Path, seconds: int) -> None:
    """Let everybody come, print throughput and waiting."""
    _nothing_counted()
    cookies = [_cookie(f"post-{number}") for number in range(POSTS)]
    print(
        f"load average {os.getloadavg()[0]:.1f} before, {len(os.sched_getaffinity(0))} cores, {seconds} s each\n"
    )
    print(
        "| fifty at once | pages/s | p50 ms | p95 ms | worst ms | failed | the server's CPU ms a page, counting with it |"
    )
    print("|---|---|---|---|---|---|---|")
    with _server(folder) as server:
        _measure("just started, no form ever counted, each post new", server, cookies, seconds)
        _count_out()
        _measure("the same fifty posts", server, cookies[:CLIENTS], seconds)
        _count_out(ahead=True)
    with _server(folder) as server:
        _measure("just started, counted in the night, each post new", server, cookies, seconds)


@contextmanager
def _server(folder: Path) -> Iterator[tuple[int, int]]:
    """Start the server and yield its process and port once it has read what it reads at the start."""
    port = _free_port()
    go = "from qingzhuang.cli.main import main; main()"
    words = [sys.executable, "-c", go, "serve", str(folder), "--port", str(port)]
    with subprocess.Popen(words, env=dict(os.environ), stdout=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            time.sleep(START_SECONDS)
            yield server.pid, port
        finally:
            server.terminate()


def _measure(what: str, server: tuple[int, int], cookies: list[str], seconds: int) -> None:
    pid, port = server
    before = _spent(pid)
    came = _everybody(port, cookies, seconds)
    spent = (_spent(pid) - before) * 1000 / max(1, len(came[0]))
    _tell(what, came, seconds, f"{spent:.0f}")


def _tell(what: str, came: tuple[list[float], int], seconds: int, cpu: str) -> None:
    flat, wrong = came
    shares = " | ".join(f"{percentile(flat, share):.0f}" for share in (0.5, 0.95, 1.0))
    print(f"| {what} | {len(flat) / seconds:.1f} | {shares} | {wrong} | {cpu} |", flush=True)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of them lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else 0.0


def _nothing_counted() -> None:
    """As if no form had ever been counted, and nothing that an earlier run asked for were waiting."""
    from qingzhuang.store.models import AskedRow, JobRow, TaskRow

    JobRow.objects.all().delete()
    AskedRow.objects.all().delete()
    TaskRow.objects.update(planned_at=None, ledger=-1, how="", cells=0, filled=0, questions=0)


def _count_out(*, ahead: bool = False) -> None:
    """Wait until whoever works beside the pages has done what was asked for, or also what is counted ahead; but not for ever."""
    from qingzhuang.store import clock
    from qingzhuang.store.models import JobRow
    from qingzhuang.store.tasks.counting_ahead import due_at

    end = time.monotonic() + (NIGHT_SECONDS if ahead else QUIET_SECONDS)
    while time.monotonic() < end:
        open_ones = JobRow.objects.filter(state__in=("waiting", "running")).exists()
        if not open_ones and not (ahead and due_at(clock.now())):
            return
        time.sleep(1)


def _spent(server: int) -> float:
    """Seconds of CPU of the server and all that it started."""
    parents, used = dict[int, int](), dict[int, int]()
    for each in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            told = each.read_text().rpartition(")")[2].split()
            parents[int(each.parent.name)] = int(told[1])
            used[int(each.parent.name)] = int(told[11]) + int(told[12])
    mine = {server}
    while more := {pid for pid, parent in parents.items() if parent in mine} - mine:
        mine |= more
    return sum(used.get(pid, 0) for pid in mine) / os.sysconf("SC_CLK_TCK")


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
