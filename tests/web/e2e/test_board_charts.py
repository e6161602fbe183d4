"""The charts of the board in a real browser: drawn by the library once the page stands, by the server where it is not there,
under the strict policy, in any light, on paper; few bytes."""

from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Seat
from qingzhuang.store.organisation.units import units
from tests.web.board.work import send, villages
from tests.web.browser import violations
from tests.web.conftest import People

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
MOST_BYTES = 150 * 1024
CHARTS = "figure .chart__lib canvas"
INK = """([x, y]) => { const canvas = document.querySelector('figure .chart__lib canvas');
  const scale = canvas.width / canvas.clientWidth;
  return [...canvas.getContext('2d').getImageData(x * scale, y * scale, 1, 1).data].slice(0, 3); }"""


def _board(context: BrowserContext, people: People, come_in: Callable[[Page, Seat], None]) -> Page:
    town = next(each for each in units() if each.name == "青禾镇")
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 60.0))
    page = context.new_page()
    come_in(page, people.overseer)
    return page


def _see_all(page: Page) -> None:
    for figure in page.locator("figure[data-chart]").all():
        figure.scroll_into_view_if_needed()


@pytest.fixture
def library() -> str:
    """The library's file, where `qz charts` was run."""
    if not settings.CHARTS:
        pytest.skip("no library: run `qz charts`")
    return str(settings.CHARTS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_library_draws_under_the_strict_policy_with_the_colours_of_the_page(
    library: str, scheme: str, people: People, phone: BrowserContext, come_in: Callable[[Page, Seat], None]
) -> None:
    page = _board(phone, people, come_in)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("/board/")
    _see_all(page)
    expect(page.locator(CHARTS)).to_have_count(4)
    drawn = page.evaluate(INK, [12, 60])
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert ink == f"rgb({drawn[0]}, {drawn[1]}, {drawn[2]})"
    assert said == []
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    other = "light" if scheme == "dark" else "dark"
    page.emulate_media(color_scheme="light" if other == "light" else "dark")
    page.wait_for_timeout(200)
    assert page.evaluate(INK, [12, 60]) != drawn


def test_the_first_look_costs_little_and_the_library_is_asked_for_afterwards(
    library: str, people: People, phone: BrowserContext, come_in: Callable[[Page, Seat], None]
) -> None:
    _board(phone, people, come_in).close()
    page = phone.new_page()
    sizes: dict[str, float] = {}
    wire = phone.new_cdp_session(page)
    asked: dict[str, str] = {}
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.on(
        "Network.requestWillBeSent", lambda told: asked.update({told["requestId"]: told["request"]["url"]})
    )
    wire.on(
        "Network.loadingFinished", lambda told: sizes.update({told["requestId"]: told["encodedDataLength"]})
    )
    page.goto("/board/", wait_until="load")
    at_first = sum(size for each, size in sizes.items() if library not in asked.get(each, ""))
    assert at_first <= MOST_BYTES
    _see_all(page)
    expect(page.locator(CHARTS)).to_have_count(4)
    late = [size for each, size in sizes.items() if library in asked.get(each, "")]
    assert len(late) == 1


def test_without_script_or_without_the_library_the_drawing_stands(
    people: People,
    chromium: Browser,
    live_server: LiveServer,
    phone: BrowserContext,
    come_in: Callable[[Page, Seat], None],
) -> None:
    page = _board(phone, people, come_in)
    page.route("**/library/**", lambda route: route.abort())
    page.goto("/board/")
    _see_all(page)
    expect(page.locator("figure .chart__own").first).to_be_visible()
    expect(page.locator(".chart__lib")).to_have_count(0)
    bare = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    bare.add_cookies(
        [{"name": each["name"], "value": each["value"], "url": live_server.url} for each in phone.cookies()]
    )
    still = bare.new_page()
    still.goto("/board/")
    expect(still.locator("figure .chart__own").first).to_be_visible()
    bare.close()


def test_paper_shows_the_drawing(
    library: str, people: People, phone: BrowserContext, come_in: Callable[[Page, Seat], None]
) -> None:
    page = _board(phone, people, come_in)
    page.goto("/board/")
    _see_all(page)
    expect(page.locator(CHARTS)).to_have_count(4)
    page.emulate_media(media="print")
    expect(page.locator("figure .chart__own").first).to_be_visible()
    expect(page.locator("figure .chart__lib").first).to_be_hidden()
