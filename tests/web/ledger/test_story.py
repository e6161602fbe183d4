"""The room's story in a real browser, on a phone: find, choose, keep, bring a sheet, see a number for a purpose."""

import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.fact import Fact, Source
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.models import Account
from tests.web.browser import follow
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known
from tests.web.ledger.test_sheets import NEW, sheet

CHROMIUM = os.environ.get("QZ_CHROMIUM") or shutil.which("chromium")
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; QZ_CHROMIUM names one"),
]


def _session(people: People) -> str:
    account = Account.objects.get(pk=people.post.holder)
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return session.session_key or ""


@pytest.fixture
def server(people: People) -> Iterator[LiveServer]:
    """A server on the test's own connection: the ledger's tables cannot be emptied, so nothing may be committed."""
    started = LiveServer("127.0.0.1")
    yield started
    started.stop()


@pytest.fixture
def phone(people: People, server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A phone of 360 points in the hand of the village's post."""
    known(people.post.unit.name, TIAN, QIU, person__phone="13900000001")
    known(people.post.unit.name, TIAN, file="医保名册.xlsx", person__phone="13900000002")
    past = clock.today() - timedelta(days=200)
    until = past + timedelta(days=180)
    record([Fact(QIU, "person.health", "健康", past, Source(""), "编名走访", clock.now(), until)])
    key = _session(people)
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's driver runs a loop in this thread
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 360, "height": 800})
        context.add_cookies([{"name": "sessionid", "value": key, "url": server.url}])
        page = context.new_page()
        page.goto(f"{server.url}/ledger/")
        yield page
        browser.close()


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_post_keeps_its_ledger_on_a_phone(phone: Page, tmp_path: Path) -> None:
    _fits(phone)
    phone.fill("#q", "tyh")
    phone.press("#q", "Enter")
    follow(phone, phone.locator("text=田一禾").first)
    _fits(phone)
    follow(phone, phone.locator("text=“*******0002”对"))
    assert phone.locator(".duel").count() == 0
    phone.get_by_label("要联系本人").check()
    follow(phone, phone.get_by_role("button", name="显示号码"))
    assert TIAN.key in phone.content()
    phone.click("text=← 台账")
    follow(phone, phone.locator("text=只核这几条"))
    _fits(phone)
    follow(phone, phone.get_by_role("button", name="没有变"))
    assert "没有要核的" in phone.content()
    phone.click("text=← 台账")
    phone.click("text=放一份进来")
    file = tmp_path / "通讯录.xlsx"
    file.write_bytes(sheet((NEW, "13900000005", "柳湾村"), (QIU, "13900000001", "柳湾村")))
    phone.set_input_files("#sheet", str(file))
    follow(phone, phone.get_by_role("button", name="看会改什么"))
    assert "账里没有的 1 个" in phone.content()
    _fits(phone)
    follow(phone, phone.locator("main").get_by_role("button", name="记进台账"))
    assert "记进台账了" in phone.content()
    follow(phone, phone.get_by_role("link", name="撤回这次放进来的"))
    assert "台账里不再有" in phone.content()
    _fits(phone)
    follow(phone, phone.get_by_role("button", name="撤回这次放进来的"))
    _fits(phone)
    follow(phone, phone.locator("text=← 放过的表"))
    assert "日撤回了" in phone.content()
