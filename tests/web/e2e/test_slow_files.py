"""Somebody brings a large file: the page answers at once, waits by itself and leads on, with and without script."""

import re
from collections.abc import Callable

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.fixtures import Settings as DjangoSettings
from pytest_django.live_server_helper import LiveServer

import qingzhuang.web.jobs  # noqa: F401 - who does what
from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.beside import errands
from qingzhuang.store.beside.jobs import work_one
from tests.pipeline.drafts import sheet
from tests.web.conftest import People
from tests.web.e2e.conftest import NARROW

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
DRAFT = sheet("冬季走访花名册", ["姓名", "身份证号", "走访照片"])
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(autouse=True)
def _slow(settings: DjangoSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WORKER = True
    monkeypatch.setattr(errands, "SLOW_BYTES", 10)


def _drop(page: Page) -> None:
    page.goto("/gate/")
    page.set_input_files("#id_draft", {"name": "走访.xlsx", "mimeType": KIND, "buffer": DRAFT})
    page.get_by_role("button", name="看一眼").click()
    page.wait_for_url("**/gate/reading/*")


def test_the_page_waits_by_itself_and_leads_on(
    people: People, phone: BrowserContext, come_in: Callable[[Page, Seat], None]
) -> None:
    page = phone.new_page()
    come_in(page, people.issuer)
    _drop(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert Axe().run(page)["violations"] == []
    assert work_one(clock.now())
    page.wait_for_url(re.compile(r"/gate/\d+$"), timeout=20_000)
    assert "走访照片" in page.inner_text("main")


def test_without_script_it_leads_on_as_well(
    people: People,
    chromium: Browser,
    live_server: LiveServer,
    come_in: Callable[[Page, Seat], None],
) -> None:
    context = chromium.new_context(viewport=NARROW, base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    come_in(page, people.issuer)
    _drop(page)
    assert work_one(clock.now())
    page.wait_for_url(re.compile(r"/gate/\d+$"), timeout=20_000)
    assert "走访照片" in page.inner_text("main")
    context.close()
