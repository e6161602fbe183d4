"""In a real browser, at both widths: a clerk places whom nobody can place, and two people delete what is known of one."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Role, Seat, UnitKind
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.organisation.units import give_seat, open_account, units
from qingzhuang.store.rights.erasing import open_of
from tests.web.browser import NARROW, WIDE, browser, follow
from tests.web.conftest import SINCE, People
from tests.web.desk.village import SHI, TIAN, known

pytestmark = pytest.mark.e2e


@pytest.fixture
def server(people: People) -> Iterator[LiveServer]:
    """A server on the test's own connection: nothing is committed."""
    started = LiveServer("127.0.0.1")
    yield started
    started.stop()


def _page(opened: Browser, width: int, server: LiveServer, client: Client) -> Page:
    context = opened.new_context(viewport={"width": width, "height": 800})
    key = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": key, "url": server.url}])
    return context.new_page()


def _look(page: Page, name: str, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    folder = os.environ.get("QZ_SHOTS")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)


def test_a_clerk_places_and_two_delete(
    people: People, as_: Callable[[Seat | None], Client], server: LiveServer
) -> None:
    known("柳湾村", TIAN)
    known("不知哪个村", SHI)
    county = next(each for each in units(kinds=(UnitKind.COUNTY,)))
    clerk = give_seat(open_account("clerk", "编名县里", None), county, Role.POST, SINCE)
    number = numbers({TIAN})[TIAN]
    mine, theirs = as_(clerk), as_(people.post)
    with browser() as opened:
        for width in (WIDE, NARROW):
            page = _page(opened, width, server, mine)
            page.goto(f"{server.url}/ledger/unplaced")
            _look(page, "unplaced", width)
        page.select_option("select", label="柳湾村")
        follow(page, page.get_by_role("button", name=f"{SHI.name}就是这个村的"))
        assert "都知道是哪个村的" in page.content()
        post = _page(opened, NARROW, server, theirs)
        post.goto(f"{server.url}/ledger/{number}/rights")
        post.get_by_label("本人要求删除").check()
        follow(post, post.get_by_role("button", name="提出删除"))
        page.goto(f"{server.url}/ledger/")
        _look(page, "ledger", NARROW)
        follow(page, page.get_by_role("link", name=TIAN.name))
        _look(page, "rights", NARROW)
        follow(page, page.get_by_role("button", name="同意，全部删掉"))
        assert "删除记录第" in page.content()
        _look(page, "erased", NARROW)
    assert not open_of(f"subject {number}")
