"""Every page of every role is read by axe: narrow in both lights and wide, in Chinese; narrow in English. Kept as a picture where asked."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.blobs import keep
from qingzhuang.store.board.months import note_month
from qingzhuang.store.board.shares import realm
from qingzhuang.store.models import SubjectRow
from qingzhuang.store.organisation.units import units
from qingzhuang.store.tasks.demands import Draft, bring
from tests.pipeline.drafts import sheet
from tests.web.album import whole
from tests.web.board.work import send, villages
from tests.web.browser import NARROW, WIDE, browser, cookie_of, fits, page_of, violations
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known, sent, task_of

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
As = Callable[[Seat | None], Client]
PAGES = {
    "post": (
        "/desk/", "/desk/{task}/", "/desk/{task}/sheet",  "/desk/{task}/letter", "/desk/calendar", "/desk/year",
        "/ledger/", "/ledger/?q=田", "/ledger/{person}/", "/ledger/{person}/rights", "/ledger/{person}/wrong", "/ledger/recheck",
        "/ledger/odd", "/ledger/out", "/ledger/list", "/ledger/sheet", "/review/",
    ),
    "issuer": ("/gate/", "/gate/{draft}", "/gate/{draft}/apply", "/gate/{demand}/follow", "/gate/due", "/gate/year"),
    "overseer": (
        "/board/", "/board/months", "/board/year", "/board/cut", "/board/registers", "/board/clues", "/board/monthly", "/gate/waiting",
        "/gate/due",
    ),
    "admin": (
        "/admin/", "/admin/accounts", "/admin/units/{unit}", "/admin/identities", "/admin/programs", "/admin/switches",
        "/admin/health", "/admin/trail", "/review/", "/door/own",
    ),
    "nobody": (
        "/about", "/rules/", "/rules/APP26-P2", "/rules/coverage", "/rules/changes", "/rules/own", "/board/tip", "/api/",
        "/door/in", "/nowhere",
    ),
}  # fmt: skip

_TURNS = 250  # milliseconds in which a button takes its other colour
_WIDE = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 120))"
_OPENED = "document.querySelectorAll('details').forEach(each => { each.open = true })"


@pytest.fixture
def numbers(people: People) -> dict[str, object]:
    """A little work in every room, and the numbers its pages go by."""
    known("柳湾村", TIAN, QIU)
    demand = sent(people)
    draft = bring(
        people.issuer.unit,
        Draft("走访花名册", "走访.xlsx", keep(sheet("走访花名册", ["姓名", "身份证号", "走访照片"]))),
        clock.now(),
    )
    town = next(each for each in units() if each.name == "青禾镇")
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))
    note_month(realm(people.overseer.unit), clock.now() - timedelta(days=40))
    return {
        "task": task_of(people, demand).number,
        "person": SubjectRow.objects.filter(kind="person").earliest("pk").pk,
        "unit": people.post.unit.number,
        "demand": demand.number,
        "draft": draft.number,
    }


VIEWS: dict[str, dict[int, tuple[str, ...]]] = {
    "zh": {
        NARROW: ("light", "dark"),
        WIDE: ("light", "dark") if os.environ.get("QZ_PICTURES") else ("light",),
    },
    "en": {NARROW: ("light",)},
}


def _faults(page: Page, who: str, path: str, base: str, language: str) -> Iterator[tuple[str, str, str]]:
    for width, schemes in VIEWS[language].items():
        page.set_viewport_size(ViewportSize(width=width, height=800))
        page.emulate_media(color_scheme="light")
        answer = page.goto(base + path)
        if answer is None or answer.status != (404 if path == "/nowhere" else 200):
            yield path, str(width), f"status {answer.status if answer else 0}"
            return
        for scheme in schemes:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.wait_for_timeout(_TURNS)
            whole(page, who)
            page.evaluate(_OPENED)
            yield from ((path, f"{width} {scheme}", each) for each in violations(page))
            if not fits(page):
                wide = page.evaluate(_WIDE)
                yield path, f"{width} {scheme}", f"wider than the page: {wide}"


@pytest.mark.parametrize("who", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_hinders_anybody_in_any_width_light_or_language(
    who: str, language: str, people: People, numbers: dict[str, object], as_: As, live_server: LiveServer
) -> None:
    seat = None if who == "nobody" else people.all()[who]
    with browser() as opened:
        page = page_of(opened, live_server.url, cookie_of(as_(seat)) if seat else "nobody")
        if language == "en":
            page.context.add_cookies([{"name": "qz_language", "value": "en", "url": live_server.url}])
        label = who if language == "zh" else f"{who}-en"
        told = [
            fault
            for path in PAGES[who]
            for fault in _faults(page, label, path.format(**numbers), live_server.url, language)
        ]
    assert told == []
