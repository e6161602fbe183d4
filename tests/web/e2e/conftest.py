"""A real browser on a real server; skips with the reason where there is no Chromium."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Seat
from qingzhuang.store.models import Account
from tests.web.browser import browser

NARROW = ViewportSize(width=360, height=740)


@pytest.fixture
def chromium() -> Iterator[Browser]:
    """Start the browser."""
    with browser() as opened:
        yield opened


@pytest.fixture
def phone(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A phone of 360 pixels."""
    context = chromium.new_context(viewport=NARROW, base_url=live_server.url)
    yield context
    context.close()


PASSWORD = "清早去河边走一圈再回来"  # noqa: S105 - an invented account's


@pytest.fixture
def come_in() -> Callable[[Page, Seat], None]:
    """Let somebody come in by the door."""

    def by_the_door(page: Page, seat: Seat) -> None:
        account = Account.objects.get(pk=seat.holder)
        account.set_password(PASSWORD)
        account.save()
        page.goto("/door/in")
        page.fill("#id_username", account.username)
        page.fill("#id_password", PASSWORD)
        page.click("main form button")
        page.wait_for_load_state()

    return by_the_door
