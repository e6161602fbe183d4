"""A real browser on a real server; skips with the reason where there is no Chromium."""

import os
import re
import shutil
from collections.abc import Callable, Generator, Iterator

import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import blocking_manager_key

from qingzhuang.model.organisation import Seat
from qingzhuang.store.guard import APPEND_ONLY, TRAIL, guard
from qingzhuang.store.models import Account

NARROW = ViewportSize(width=360, height=740)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    """A live server's tables are emptied after a test, which those that only grow refuse: they are let go for that moment."""
    tables = (*APPEND_ONLY, *TRAIL)
    if not re.search("memory|test", str(connection.settings_dict["NAME"])):
        return (yield)  # nothing was set up: this is nobody's test database
    with item.config.stash[blocking_manager_key].unblock():
        with connection.schema_editor() as editor:
            for table in tables:
                on = f" ON {table}" if connection.vendor == "postgresql" else ""
                for event in ("update", "delete"):
                    editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}{on}")
        try:
            return (yield)
        finally:
            with connection.schema_editor() as editor:
                guard(editor, tables)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser once."""
    path = os.environ.get("QZ_CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.skip("needs Chromium: install it, or name it in QZ_CHROMIUM")
    with sync_playwright() as playwright:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright keeps an event loop in this thread
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def phone(chromium: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A phone of 360 pixels."""
    context = chromium.new_context(viewport=NARROW, base_url=live_server.url)
    yield context
    context.close()


OWN_WORDS = "清早去河边走一圈再回来"


@pytest.fixture
def come_in() -> Callable[[Page, Seat], None]:
    """Let somebody come in by the door."""

    def by_the_door(page: Page, seat: Seat) -> None:
        account = Account.objects.get(pk=seat.holder)
        account.set_password(OWN_WORDS)
        account.save()
        page.goto("/door/in")
        page.fill("#id_username", account.username)
        page.fill("#id_password", OWN_WORDS)
        page.click("main form button")
        page.wait_for_load_state()

    return by_the_door
