"""Every page of the board, the rulebook, the administrator's room and the interface: read by axe, at 360 pixels, in the dark, without script."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.organisation.tokens import Order, Scope, make_token
from qingzhuang.store.organisation.units import units
from qingzhuang.store.outside.hooks import make_hook
from tests.web.board.work import send, villages
from tests.web.conftest import People

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
PAGES = {
    "overseer": ("/board/", "/board/cut", "/board/registers", "/board/clues", "/board/monthly"),
    "admin": (
        "/admin/",
        "/admin/accounts",
        "/admin/programs",
        "/admin/switches",
        "/admin/health",
        "/admin/trail",
        "/review/",
        "/door/own",
    ),
    "post": ("/desk/calendar",),
    "": (
        "/about",
        "/rules/",
        "/rules/APP26-P3a",
        "/rules/coverage",
        "/rules/changes",
        "/rules/own",
        "/board/tip",
        "/api/",
    ),
}
SMALL = """() => [...document.querySelectorAll('a.btn, button, input:not([type=hidden]), select, textarea, summary')]
  .filter(e => e.offsetParent && !e.classList.contains('linkish') && e.getBoundingClientRect().height < 43.5)
  .map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("who", PAGES, ids=lambda who: who or "nobody")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_hinders_anybody(
    who: str, scheme: str, people: People, phone: BrowserContext, come_in: Callable[[Page, Seat], None]
) -> None:
    town = next(each for each in units() if each.name == "青禾镇")
    until = clock.today() + timedelta(days=9)
    make_token(Order(people.post, "台账同步", Scope.READ, until), None, clock.now())
    make_hook(people.issuer, "https://example.com/" + "qz" * 40, clock.now())
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))
    page = phone.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    if who:
        come_in(page, people.all()[who])
    told = []
    for path in PAGES[who]:
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        found = Axe().run(page)
        assert found["passes"], path
        told += [
            (path, each["id"], node["html"][:90]) for each in found["violations"] for node in each["nodes"]
        ]
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert page.evaluate(SMALL) == [], path
    assert told == []
