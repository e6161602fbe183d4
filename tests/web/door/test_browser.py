"""In a real browser: out by the button, in at the desk, and out again here and there. No policy of ours stands in the way."""

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.web.browser import NARROW, browser, fits, violations
from tests.web.conftest import People
from tests.web.door.op import Op

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


def test_in_by_the_button_and_out_here_and_there(live_server: LiveServer, bound: People, op: Op) -> None:
    refused: list[str] = []
    with browser() as opened:
        page = opened.new_page(viewport={"width": NARROW, "height": 780})
        page.on(
            "console", lambda line: refused.append(line.text) if "Content Security" in line.text else None
        )
        page.goto(f"{live_server.url}/desk/")
        assert fits(page)
        page.get_by_role("link", name="用政务通登录").click()
        page.wait_for_url(f"{live_server.url}/desk/")
        page.get_by_role("button", name="离开").click()
        page.wait_for_url(f"{live_server.url}/door/left")
        assert fits(page)
        page.get_by_role("link", name="也从政务通退出").click()
        page.wait_for_url(f"{op.issuer}/end?**")
    assert op.ended == 1
    assert not refused


def test_the_door_is_plain_to_everybody(live_server: LiveServer, people: People, op: Op) -> None:
    op.person = {"sub": "u-2002-" + "x" * 80}
    with browser() as opened:
        page = opened.new_context(bypass_csp=True, viewport={"width": NARROW, "height": 780}).new_page()
        for address in ("/door/in", "/door/left", "/door/outside"):
            page.goto(f"{live_server.url}{address}")
            assert fits(page), address
            assert violations(page) == [], address
