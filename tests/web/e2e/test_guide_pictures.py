"""What the guides show of the ledger and of the administrator's room, walked through as their readers would."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Seat
from tests.web.album import picture
from tests.web.browser import NARROW, browser, cookie_of, fits, follow, page_of
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
As = Callable[[Seat | None], Client]


def test_a_person_is_found_and_says_who_looked(people: People, as_: As, live_server: LiveServer) -> None:
    known("柳湾村", TIAN, QIU, SHI, person__mobile="13900000001")
    with browser() as opened:
        page = page_of(opened, live_server.url, cookie_of(as_(people.post)), NARROW)
        page.goto(f"{live_server.url}/ledger/?q=田一禾")
        page.get_by_role("link", name="田一禾").first.click()
        expect(page.locator("h1")).to_contain_text("田一禾")
        picture(page, "post-person")
        page.goto(page.url.rstrip("/") + "/rights")
        picture(page, "post-rights")
        assert fits(page)


def test_the_administrator_goes_through_the_room(people: People, as_: As, live_server: LiveServer) -> None:
    with browser() as opened:
        page = page_of(opened, live_server.url, cookie_of(as_(people.admin)))
        page.goto(f"{live_server.url}/admin/")
        picture(page, "admin-units")
        follow(page, page.get_by_role("link", name="账号和位子"))
        picture(page, "admin-accounts")
        follow(page, page.get_by_role("link", name="地方规定"))
        picture(page, "admin-switches")
        page.get_by_role("button", name="打开").first.click()
        page.get_by_role("link", name="谁做过什么").click()
        page.get_by_role("button", name="验一遍").click()
        picture(page, "admin-trail")
        assert fits(page)
