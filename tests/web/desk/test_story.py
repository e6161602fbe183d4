"""A cadre with a phone answers a demand: typed, saved, cut off, saved again, handed over. In a real browser."""

from collections.abc import Callable, Iterator

import pytest
from axe_core_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.browser import browser as opened_browser
from tests.web.browser import follow
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known, sent, task_of

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
As = Callable[[Seat | None], Client]


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Chromium."""
    with opened_browser() as opened:
        yield opened


def sit(browser: Browser, live_server: LiveServer, client: Client, *, script: bool = True) -> BrowserContext:
    """A phone in which somebody is signed in."""
    phone = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=script)
    phone.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    return phone


def no_barrier(page: Page) -> None:
    """Nothing that WCAG 2.2 AA forbids, and no sideways scroll."""
    tags = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options=tags)["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.fixture
def task(people: People) -> Task:
    """Two party members without a telephone."""
    known(people.post.unit.name, TIAN, QIU)
    return task_of(people, sent(people))


def test_a_demand_is_answered_on_a_phone_and_nothing_typed_is_lost(
    browser: Browser, live_server: LiveServer, people: People, task: Task, as_: As
) -> None:
    phone = sit(browser, live_server, as_(people.post))
    page = phone.new_page()
    page.goto(f"{live_server.url}/desk/")
    no_barrier(page)
    page.get_by_role("link", name="答这 2 问").click()
    page.locator("#pic table").wait_for()
    no_barrier(page)
    first, second = page.get_by_label("田一禾：联系电话").last, page.get_by_label("邱二水：联系电话").last
    first.fill("139")
    first.blur()
    page.get_by_text("电话位数不对").wait_for()
    first.fill("13900000001")
    first.blur()
    page.get_by_text("已存").wait_for()
    page.locator("#pic td.is-new", has_text="*******0001").wait_for()
    page.get_by_role("heading", name="还差 1 问").wait_for()
    page.get_by_text("缺 1 格也能交").wait_for()
    assert page.title().startswith("还差 1 问")
    phone.set_offline(True)
    second.fill("13900000002")
    second.blur()
    page.get_by_text("没有存上，现在没有网").wait_for()
    assert second.input_value() == "13900000002"
    phone.set_offline(False)
    page.get_by_role("button", name="交给县民政局").click()
    page.get_by_role("heading", name="县民政局已收到《党员花名册》").wait_for()
    no_barrier(page)
    done = task_numbered(task.number)
    assert done is not None
    assert (done.said, done.filled, done.cells) == (Answer.HANDED, done.cells, done.cells)


def test_two_phones_that_answer_one_thing_meet_in_a_choice(
    browser: Browser, live_server: LiveServer, people: People, task: Task, as_: As
) -> None:
    one, two = (sit(browser, live_server, as_(people.post)).new_page() for _each in range(2))
    for page in (one, two):
        page.goto(f"{live_server.url}/desk/{task.number}/")
    one.get_by_label("田一禾：联系电话").last.fill("13900000001")
    one.get_by_label("田一禾：联系电话").last.blur()
    one.get_by_text("已存").wait_for()
    two.get_by_label("田一禾：联系电话").last.fill("13900000002")
    two.get_by_label("田一禾：联系电话").last.blur()
    two.get_by_text("请选一个").wait_for()
    follow(two, two.get_by_role("button", name="用我写的"))
    assert two.get_by_label("田一禾：联系电话").last.input_value() == "13900000002"


def test_all_of_it_works_without_script(
    browser: Browser, live_server: LiveServer, people: People, task: Task, as_: As
) -> None:
    page = sit(browser, live_server, as_(people.post), script=False).new_page()
    page.goto(f"{live_server.url}/desk/{task.number}/")
    page.get_by_label("田一禾：联系电话").last.fill("13900000001")
    page.locator(".row").nth(1).get_by_role("checkbox").check()
    page.get_by_role("button", name="都存下").last.click()
    page.get_by_text("已存").wait_for()
    assert page.get_by_text("记下了：不知道").is_visible()
    follow(page, page.get_by_role("button", name="交给县民政局"))
    assert page.get_by_text("1 格待核").is_visible()
