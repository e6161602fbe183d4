"""A clerk says whether two columns are one: by a key, by a finger, without script; nothing hinders anybody."""

from collections.abc import Callable

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Seat
from qingzhuang.model.review import Reply
from qingzhuang.store.pairs.reviewing import said_until
from tests.web.browser import follow
from tests.web.conftest import People
from tests.web.desk.village import sent
from tests.web.e2e.conftest import NARROW

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
PAIRS = (("夜间看护安排", "夜间看护工作安排"), ("技能专长打算", "技能专长下步打算"))
SIZES = "() => [...document.querySelectorAll('#pick button')].map(e => e.getBoundingClientRect().height)"


def _forms(people: People) -> None:
    for number, (one, other) in enumerate(PAIRS):
        sent(people, f"困难群众{number}花名册", ("姓名", "公民身份号码", one))
        sent(people, f"高龄老人{number}花名册", ("姓名", "公民身份号码", other))


def test_one_key_answers_and_the_next_pair_comes(
    people: People, phone: BrowserContext, come_in: Callable[[Page, Seat], None]
) -> None:
    _forms(people)
    page = phone.new_page()
    come_in(page, people.post)
    page.goto("/review/")
    first = page.locator(".duel__v").all_inner_texts()
    assert min(page.evaluate(SIZES)) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert Axe().run(page)["violations"] == []
    with page.expect_navigation():
        page.keyboard.press("4")
    assert [each.reply for each in said_until()] == [Reply.DIFFERENT]
    assert page.locator(".duel__v").all_inner_texts() != first
    with page.expect_navigation():
        page.get_by_role("button", name="甲更宽").click()
    assert "没有要对的了" in page.content()
    assert Axe().run(page)["violations"] == []
    with page.expect_navigation():
        page.get_by_role("button", name="撤回").first.click()
    assert [each.reply for each in said_until()] == [Reply.DIFFERENT]


def test_without_script_the_buttons_answer(
    people: People,
    chromium: Browser,
    live_server: LiveServer,
    come_in: Callable[[Page, Seat], None],
) -> None:
    _forms(people)
    context = chromium.new_context(viewport=NARROW, base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    come_in(page, people.post)
    page.goto("/review/")
    follow(page, page.get_by_role("button", name="同一项"))
    assert [each.reply for each in said_until()] == [Reply.SAME]
    context.close()
