"""Every page of every room over a county of 100,000 facts, 2,000 demands and 1,000 posts, then fifty people at once:
`python -m benchmarks.web FOLDER [--pages] [--load SECONDS] [--only NAME]`. QZ_DATABASE_URL chooses PostgreSQL.

Each page gets a process of its own: its first request after the server opened, then ten more, then three that each come just
after an answer was written in the same village; somebody works beside the pages, as `qz serve` has it. Times are those of this process's CPU from
request to response, SQLite's work in it; on a shared machine the clock on the wall tells who else works.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

WARM, WRITES = 10, 3
SERVER = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Page:
    """One page: who opens which address."""

    name: str
    who: str
    address: str


def pages() -> list[Page]:
    """The pages of every room, with numbers that the ledger has."""
    from qingzhuang.store.models import DemandRow, SubjectRow, TaskRow, UnitRow

    post = UnitRow.objects.get(seats__account__username="post-0").pk
    task = TaskRow.objects.filter(unit=post, demand__stage="admitted").order_by("pk").first()
    office = UnitRow.objects.get(seats__account__username="issuer").pk
    demand = DemandRow.objects.filter(issuer=office, stage="admitted").order_by("pk").first()
    subject = SubjectRow.objects.order_by("pk").first()
    assert task is not None
    assert demand is not None
    assert subject is not None
    at = f"/desk/{task.pk}/"
    desk = [
        ("今天", "/desk/"),
        ("答问", at),
        ("样子", f"{at}sheet"),
        ("文件", f"{at}file"),
        ("不归我管", f"{at}no/not-ours"),
    ]
    book = [
        ("台账", "/ledger/"),
        ("找人", "/ledger/?q=安"),
        ("一个人", f"/ledger/{subject.pk}/"),
        ("该核的", "/ledger/recheck"),
        ("说法不一", "/ledger/odd"),
        ("取名册", "/ledger/list"),
    ]
    gate = [("送出前", "/gate/"), ("一张表", f"/gate/{demand.pk}"), ("交齐没有", f"/gate/{demand.pk}/follow")]
    board = [
        ("看板", "/board/"),
        ("现在称", "/board/cut"),
        ("登记", "/board/registers"),
        ("线索", "/board/clues"),
        ("月报", "/board/monthly"),
        ("准入", "/gate/waiting"),
    ]
    admin = [
        ("单位", "/admin/"),
        ("账号", "/admin/accounts"),
        ("开关", "/admin/switches"),
        ("体检", "/admin/health"),
        ("记录", "/admin/trail"),
    ]
    rules = [("规则", "/rules/"), ("覆盖", "/rules/coverage"), ("自称", "/rules/own")]
    of = [
        ("post-0", desk),
        ("post-0", book),
        ("issuer", gate),
        ("overseer", board),
        ("admin", admin),
        ("", rules),
    ]
    return [Page(name, who, address) for who, room in of for name, address in room]  # fmt: skip


def client(who: str) -> Any:
    """A browser in which somebody is signed in."""
    from django.test import Client

    from qingzhuang.store.models import Account

    browser = Client()
    if who:
        browser.force_login(Account.objects.get(username=who), SERVER)
    return browser


def one(page: Page) -> dict[str, Any]:
    """Time one page in this process."""
    import qingzhuang.web.wsgi  # noqa: F401 - what the server does before it opens

    for each in threading.enumerate():
        if each.name == "qz-outline":  # read before the first visitor comes
            each.join()
    browser = client(page.who)
    first, queries, status, size = _ask(browser, page.address)
    warm = sorted(_ask(browser, page.address)[0] for _ in range(WARM))
    after = []
    for number in range(WRITES):
        _write(number)
        after.append(_ask(browser, page.address)[0])
    return {
        "page": page.name, "status": status, "kB": size / 1000, "queries": queries, "first": first,
        "warm_queries": _ask(browser, page.address)[1], "p50": statistics.median(warm), "p95": warm[-2], "after": max(after),
    }  # fmt: skip


def _ask(browser: Any, address: str) -> tuple[float, int, int, int]:
    from django.db import connection  # noqa: TID251 - counts what is asked
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        start = time.process_time()
        answer = browser.get(address)
        content = answer.content if not answer.streaming else b"".join(answer.streaming_content)
        spent = (time.process_time() - start) * 1000
    return spent, len(asked), answer.status_code, len(content)


def _write(number: int) -> None:
    """Somebody of the village answers one question."""
    from qingzhuang.model.element import SubjectKind
    from qingzhuang.model.fact import Fact, Source, Subject
    from qingzhuang.store import clock
    from qingzhuang.store.commands import record
    from qingzhuang.store.models import SubjectRow

    row = SubjectRow.objects.order_by("pk")[number + 3]
    subject, now = Subject(SubjectKind.PERSON, row.key, row.name), clock.now()
    value = f"1990099{int(time.time()) % 10000:04d}"
    record(
        [
            Fact(
                subject,
                "person.phone",
                value,
                now.date(),
                Source(""),
                "示例村",
                now,
                now.date() + timedelta(days=300),
            )
        ]
    )


def measure(folder: Path, only: str) -> None:
    """Print the table of all pages, each from a process of its own."""
    print("| page | status | kB | queries first / warm | first ms | p50 | p95 | just after a write |")
    print("|---|---|---|---|---|---|---|---|")
    for number, page in enumerate(pages()):
        if only and only not in page.address:
            continue
        words = [sys.executable, "-m", "benchmarks.web", str(folder), "--page", str(number)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"| {page.name} | {done.stderr.strip().splitlines()[-1]} |")
            continue
        got = json.loads(done.stdout)
        print(
            f"| {page.name} `{page.address}` | {got['status']} | {got['kB']:.0f} | {got['queries']} / {got['warm_queries']} "
            f"| {got['first']:.0f} | {got['p50']:.0f} | {got['p95']:.0f} | {got['after']:.0f} |",
            flush=True,
        )


def main() -> None:
    """Build the county where there is none, then measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--page", type=int)
    parser.add_argument("--only", default="")
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--load", type=int, default=0)
    said = parser.parse_args()
    said.folder.mkdir(exist_ok=True)
    os.environ |= {
        "QZ_HOME": str(said.folder),
        "QZ_WORKER": "1",
        "DJANGO_SETTINGS_MODULE": "qingzhuang.web.settings",
    }
    _open(said.folder)
    if said.page is not None:
        print(json.dumps(one(pages()[said.page])))
        return
    if said.pages or said.only:
        measure(said.folder, said.only)
    if said.load:
        from benchmarks.web_load import load

        load(said.folder, said.load)


def _open(folder: Path) -> None:
    from qingzhuang.store import clock
    from qingzhuang.store.setup import open_ledger

    open_ledger()
    from benchmarks.web_county import build

    from qingzhuang.store.models import UnitRow

    if not UnitRow.objects.exists():
        _timed("built", lambda: build(clock.today(), random.Random(7)))  # noqa: S311 - a fixed county


def _timed(what: str, act: Callable[[], None]) -> None:
    start = time.perf_counter()
    act()
    print(f"{what} in {time.perf_counter() - start:.0f} s", file=sys.stderr)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share of them lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


if __name__ == "__main__":
    main()
