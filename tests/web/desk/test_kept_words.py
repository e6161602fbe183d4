"""What is typed is not lost: without net, with the session gone, after a browser's error page. In a real browser."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store.models import Account
from tests.web.browser import browser as opened_browser
from tests.web.browser import follow
from tests.web.conftest import People
from tests.web.desk.test_story import sit
from tests.web.desk.village import QIU, TIAN, known, sent, task_of

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
As = Callable[[Seat | None], Client]
SAVED = re.compile(r"^已存 \d\d:\d\d$")
KEPT = "Object.keys(localStorage).filter(name => name.startsWith('qz-keep:')).length"


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Chromium."""
    with opened_browser() as opened:
        yield opened


@pytest.fixture
def task(people: People) -> Task:
    """Two party members without a telephone."""
    known(people.post.unit.name, TIAN, QIU)
    return task_of(people, sent(people))


def _first(page: Page) -> str:
    return page.get_by_label("田一禾：联系电话").last.input_value()


def test_without_net_the_page_says_so_and_handing_over_loses_no_word(
    browser: Browser, live_server: LiveServer, people: People, task: Task, as_: As
) -> None:
    phone = sit(browser, live_server, as_(people.post))
    page = phone.new_page()
    page.goto(f"{live_server.url}/desk/{task.number}/")
    phone.set_offline(True)
    page.locator("#net").wait_for()
    page.get_by_label("田一禾：联系电话").last.fill("13900000001")
    page.get_by_role("button", name="交给县民政局").click()
    page.get_by_text("1 条写在这台机器上").wait_for()
    assert page.url.endswith(f"/desk/{task.number}/")
    with page.expect_download() as taken:
        page.get_by_role("button", name="存成文件").click()
    assert "13900000001" in taken.value.path().read_text("utf-8")
    phone.set_offline(False)
    page.get_by_text(SAVED).first.wait_for()
    assert page.evaluate(KEPT) == 0


def test_words_are_there_again_after_the_page_was_left_without_net(
    browser: Browser, live_server: LiveServer, people: People, task: Task, as_: As
) -> None:
    phone = sit(browser, live_server, as_(people.post))
    page = phone.new_page()
    page.goto(f"{live_server.url}/desk/{task.number}/")
    phone.set_offline(True)
    page.get_by_label("田一禾：联系电话").last.fill("13900000001")
    phone.set_offline(False)
    page.evaluate("htmx.config.timeout = 1")
    page.goto(f"{live_server.url}/rules/")
    page.goto(f"{live_server.url}/desk/{task.number}/")
    page.get_by_text(SAVED).first.wait_for()
    assert _first(page) == "13900000001"
    assert page.evaluate(KEPT) == 0


def test_words_are_there_again_after_signing_in_anew(
    browser: Browser, live_server: LiveServer, people: People, task: Task, as_: As
) -> None:
    account = Account.objects.get(pk=people.post.holder)
    account.set_password("一句自己记得住的话")
    account.save()
    phone = sit(browser, live_server, as_(people.post))
    page = phone.new_page()
    page.goto(f"{live_server.url}/desk/{task.number}/")
    phone.clear_cookies()
    page.get_by_label("田一禾：联系电话").last.fill("13900000001")
    page.get_by_role("button", name="交给县民政局").click()
    page.get_by_role("heading", name="没有收下").wait_for()
    assert "CSRF" not in page.content()
    page.get_by_role("link", name="回去接着写").click()
    page.get_by_label("登录名").fill("post")
    page.get_by_label("口令").fill("一句自己记得住的话")
    page.get_by_role("button", name="进去").click()
    page.get_by_text(SAVED).first.wait_for()
    assert _first(page) == "13900000001"


def test_who_signs_out_leaves_no_word_behind(
    browser: Browser, live_server: LiveServer, people: People, task: Task, as_: As
) -> None:
    phone = sit(browser, live_server, as_(people.post))
    page = phone.new_page()
    page.goto(f"{live_server.url}/desk/{task.number}/")
    phone.set_offline(True)
    page.get_by_label("田一禾：联系电话").last.fill("13900000001")
    assert page.evaluate(KEPT) == 1
    phone.set_offline(False)
    page.goto(f"{live_server.url}/rules/")
    follow(page, page.get_by_role("button", name="离开"))
    other = as_(people.colleague)
    phone.add_cookies(
        [{"name": "sessionid", "value": other.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(f"{live_server.url}/desk/")
    page.wait_for_load_state()
    assert page.evaluate(KEPT) == 0


def test_what_takes_the_focus_never_lies_under_the_bar(
    browser: Browser, live_server: LiveServer, people: People, as_: As
) -> None:
    columns = ("姓名", "公民身份号码", "联系电话", "家庭住址", "民族", "文化程度", "是否党员", "健康状况")
    known(people.post.unit.name, TIAN, QIU)
    task = task_of(people, sent(people, "党员情况花名册", columns))
    page = sit(browser, live_server, as_(people.post)).new_page()
    page.goto(f"{live_server.url}/desk/{task.number}/")
    page.locator("#pic table").wait_for()
    hidden = []
    for _step in range(60):
        page.keyboard.press("Tab")
        hidden.append(page.evaluate(UNDER))
    assert not [each for each in hidden if each]


UNDER = """() => {
  const at = document.activeElement, bar = document.querySelector('.bar').getBoundingClientRect();
  if (!at || at === document.body || at.closest('.bar')) return '';
  const box = (at.closest('.opt') || at).getBoundingClientRect();
  return box.bottom > bar.top + 1 && box.top < bar.bottom ? `${at.name || at.textContent} ${box.bottom} ${bar.top}` : '';
}"""
