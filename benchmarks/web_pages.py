"""Every page, each in a copy of a process that has just started: its first request, ten more, three that each come just after
an answer was written in the same village."""

import json
import os
import statistics
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

WARM, WRITES, AIM = 10, 3, 300
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
    at, who, asked = f"/desk/{task.pk}/", f"/ledger/{subject.pk}/", f"/gate/{demand.pk}"
    rooms = {
        "post-0": (
            ("今天", "/desk/"), ("答问", at), ("样子", f"{at}sheet"), ("文件", f"{at}file"), ("原件", f"{at}original"),
            ("不归我管", f"{at}no/not_ours"), ("日历", "/desk/calendar"), ("今天的单子", "/desk/list.xlsx"),
            ("台账", "/ledger/"), ("找人", "/ledger/?q=安"), ("一个人", who), ("给本人看", f"{who}rights"),
            ("该核的", "/ledger/recheck"), ("说法不一", "/ledger/odd"), ("不知哪村", "/ledger/unplaced"), ("取名册", "/ledger/list"),
            ("交给过谁", "/ledger/out"), ("对一对", "/review/"),
        ),
        "issuer": (
            ("送出前", "/gate/"), ("一张表", asked), ("交齐没有", f"{asked}/follow"), ("收到的", f"{asked}/papers.zip"),
            ("到期的", "/gate/due"), ("单子", "/gate/list.xlsx"),
        ),
        "overseer": (
            ("看板", "/board/"), ("现在称", "/board/cut"), ("这几个月", "/board/months"), ("登记", "/board/registers"),
            ("线索", "/board/clues"), ("月报", "/board/monthly"), ("准入", "/gate/waiting"),
        ),
        "admin": (
            ("单位", "/admin/"), ("账号", "/admin/accounts"), ("程序", "/admin/programs"), ("开关", "/admin/switches"),
            ("体检", "/admin/health"), ("记录", "/admin/trail"), ("对一对", "/review/"),
        ),
        "": (
            ("首页", "/"), ("规则", "/rules/"), ("覆盖", "/rules/coverage"), ("改动", "/rules/changes"), ("自称", "/rules/own"),
            ("进门", "/door/in"),
        ),
    }  # fmt: skip
    return [Page(name, who, address) for who, room in rooms.items() for name, address in room]


def client(who: str) -> Any:
    """A browser in which somebody is signed in."""
    from django.test import Client

    from qingzhuang.store.models import Account

    browser = Client(SERVER_NAME="localhost")
    if who:
        browser.force_login(Account.objects.get(username=who), SERVER)
    return browser


def measure(only: str) -> None:
    """Print the table of all pages, and which of them miss the aim."""
    _start()
    wanted = [each for each in pages() if only in each.address]
    print(
        "| page | who | status | kB | queries first / warm | CPU ms first / warm / after a write | wall ms first / warm / after |"
    )
    print("|---|---|---|---|---|---|---|")
    late = []
    for page in wanted:
        got = _copied(page)
        if got is None:
            print(f"| {page.name} `{page.address}` | {page.who} | broke |", flush=True)
            continue
        cpu, wall = got["cpu"], got["wall"]
        print(
            f"| {page.name} `{page.address}` | {page.who or '-'} | {got['status']} | {got['kB']:.0f} | {got['queries']} / {got['warm']} "
            f"| {_line(cpu)} | {_line(wall)} |",
            flush=True,
        )
        if max(wall) > AIM:
            late.append(f"{page.name} ({max(wall):.0f})")
    print(f"\nover {AIM} ms on the clock: {', '.join(late) or 'none'}\n", flush=True)


def _line(times: list[float]) -> str:
    return " / ".join(f"{each:.0f}" for each in times)


def _start() -> None:
    """What the server does before its first visitor comes, and what somebody beside it has counted by then."""
    import qingzhuang.web.wsgi  # noqa: F401
    from qingzhuang.store import clock
    from qingzhuang.store.memory.parts import forget
    from qingzhuang.store.models import UnitRow
    from qingzhuang.store.organisation.units import unit
    from qingzhuang.store.tasks.counting import refresh
    from qingzhuang.store.tasks.demands import tasks
    from qingzhuang.store.tasks.planning import form_of
    from qingzhuang.web import ahead

    ahead.ready.wait()
    post = unit(UnitRow.objects.get(seats__account__username="post-0").pk)
    assert post is not None
    refresh(tasks(post, live_on=clock.today()), clock.now())
    forget()  # what counting has made is in another process
    for cache in ("_form", "_understood"):
        form_of.__globals__[cache].cache_clear()
    from qingzhuang.store.tasks.asked import forget as forget_asked

    forget_asked()
    ahead.read_ledger(clock.today())


def _copied(page: Page) -> dict[str, Any] | None:
    """Measure one page in a copy of this process; no connection is shared with it."""
    from django.db import connections  # noqa: TID251 - none may be open while the process is copied

    from qingzhuang.store import clock
    from qingzhuang.store.memory.parts import read_ahead

    read_ahead(clock.today())
    connections.close_all()
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writes, json.dumps(_one(page)).encode())
        finally:
            sys.stdout.flush()
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads, "rb") as told:
        said = told.read()
    os.waitpid(child, 0)
    return json.loads(said) if said else None


def _one(page: Page) -> dict[str, Any]:
    browser = client(page.who)
    cpu, wall, queries, status, size = _ask(browser, page.address)
    warm = [_ask(browser, page.address) for _ in range(WARM)]
    after = []
    for number in range(WRITES):
        _write(number)
        after.append(_ask(browser, page.address))
    return {
        "status": status, "kB": size / 1000, "queries": queries, "warm": warm[-1][2],
        "cpu": [cpu, statistics.median(each[0] for each in warm), max(each[0] for each in after)],
        "wall": [wall, statistics.median(each[1] for each in warm), max(each[1] for each in after)],
    }  # fmt: skip


def _ask(browser: Any, address: str) -> tuple[float, float, int, int, int]:
    from django.db import connection  # noqa: TID251 - counts what is asked
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        start, clock = time.process_time(), time.perf_counter()
        answer = browser.get(address)
        content = answer.content if not answer.streaming else b"".join(answer.streaming_content)
        spent, waited = (time.process_time() - start) * 1000, (time.perf_counter() - clock) * 1000
    return spent, waited, len(asked), answer.status_code, len(content)


def _write(number: int) -> None:
    """Somebody of the village answers one question."""
    from qingzhuang.model.element import SubjectKind
    from qingzhuang.model.fact import Fact, Source, Subject
    from qingzhuang.store import clock
    from qingzhuang.store.ledger.commands import record
    from qingzhuang.store.models import SubjectRow

    row = SubjectRow.objects.order_by("pk")[number + 3]
    subject, now = Subject(SubjectKind.PERSON, row.key, row.name), clock.now()
    value = f"1990099{int(time.time()) % 10000:04d}"
    until = now.date() + timedelta(days=300)
    record([Fact(subject, "person.phone", value, now.date(), Source(""), "示例村", now, until)])
