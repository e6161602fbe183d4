"""A real browser for the stories of the rooms, where there is one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_core_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, sync_playwright

WIDE, NARROW = 1280, 360


def chromium() -> str:
    """Where the browser is; a test without one skips and says so."""
    found = os.environ.get("QZ_CHROMIUM") or shutil.which("chromium")
    if not found:
        pytest.skip("no chromium: install Debian's package or name one in QZ_CHROMIUM")
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """Open the browser."""
    program = chromium()
    with sync_playwright() as play, _beside_django():
        opened = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@contextmanager
def _beside_django() -> Iterator[None]:
    """Playwright keeps an event loop in this thread; Django must know that its calls are none of it."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    try:
        yield
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def page_of(opened: Browser, base: str, cookie: str, width: int = WIDE) -> Page:
    """A page in which somebody is signed in, by the session's cookie."""
    context = opened.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": base}])
    return context.new_page()


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page for those who cannot see it, hear it or hold a mouse."""
    found = Axe().run(page)["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


def follow(page: Page, link: Locator) -> None:
    """Click what leads to another page and wait until that page stands: a slow machine is no other product."""
    with page.expect_navigation(wait_until="load"):
        link.click()


def fits(page: Page) -> bool:
    """Tell whether nothing is wider than the page."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def cookie_of(client: Client) -> str:
    """The session of a test client."""
    return client.cookies["sessionid"].value
