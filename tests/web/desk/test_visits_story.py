"""A cadre fills the fire check of a shop on a phone; the gas check's shared points are there, with where they come from."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.browser import browser as opened_browser
from tests.web.conftest import People
from tests.web.desk.lists import FIRE, GAS, SHOP, check_list, shop_known
from tests.web.desk.test_story import no_barrier, sit
from tests.web.desk.village import sent, task_of

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
As = Callable[[Seat | None], Client]
FIRE_LIST, GAS_LIST = "商铺消防安全检查表", "餐饮场所燃气安全检查表"


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Chromium."""
    with opened_browser() as opened:
        yield opened


def begin(page: Page, live_server: LiveServer, task: Task) -> None:
    """Open a list and say which shop it is about."""
    page.goto(f"{live_server.url}/desk/{task.number}/")
    page.get_by_placeholder("店名").fill("小吃")
    page.get_by_role("button", name="找", exact=True).click()
    page.get_by_role("button", name=f"填{SHOP.name}").click()


def choose(page: Page, point: str, word: str) -> None:
    row = page.get_by_role("group", name=f"{SHOP.name}：{SHOP.name}：{point}")
    row.get_by_text(word, exact=True).click()
    row.get_by_text("已存").wait_for()


def test_one_round_answers_two_offices(
    browser: Browser, live_server: LiveServer, people: People, as_: As
) -> None:
    shop_known()
    fire = task_of(people, sent(people, FIRE_LIST, content=check_list(FIRE_LIST, FIRE)))
    gas = task_of(people, sent(people, GAS_LIST, content=check_list(GAS_LIST, GAS)))
    page = sit(browser, live_server, as_(people.post)).new_page()
    begin(page, live_server, fire)
    no_barrier(page)
    day = clock.today() - timedelta(days=2)
    field = page.get_by_label("检查日期").last
    field.fill(day.isoformat())
    field.blur()
    page.get_by_text("已存").first.wait_for()
    choose(page, FIRE[0], "是")
    choose(page, FIRE[1], "否")
    begin(page, live_server, gas)
    page.get_by_text(f"来自 {day.month} 月 {day.day} 日 《{FIRE_LIST}》").first.wait_for()
    page.locator("#pic table").wait_for()
    no_barrier(page)
    choose(page, GAS[2], "否")
    page.get_by_role("button", name="交给县民政局").click()
    page.get_by_role("heading", name="交出去了").wait_for()
    done = task_numbered(gas.number)
    assert done is not None
    assert done.said is Answer.HANDED
