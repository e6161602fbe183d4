"""Who came by the provider is told on leaving that they are still signed in over there, and may end that too."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from qingzhuang.store.models import Account
from tests.web.conftest import People
from tests.web.door.op import CLIENT, Op
from tests.web.door.test_outside import _sign_in


def _off(page: str) -> dict[str, list[str]]:
    href = next(each for each in page.split('href="') if "/end?" in each).partition('"')[0]
    return parse_qs(urlsplit(href.replace("&amp;", "&")).query)


def test_leaving_ends_the_session_here_and_offers_to_end_it_there(bound: People, op: Op) -> None:
    browser = Client()
    _sign_in(browser)
    assert browser.post("/door/out")["Location"] == "/door/left"
    assert browser.get("/desk/").status_code == 302
    page = browser.get("/door/left").content.decode()
    assert "也从政务通退出" in page
    query = _off(page)
    assert query["client_id"] == [CLIENT]
    assert query["post_logout_redirect_uri"] == ["http://testserver/"]
    assert "id_token_hint" not in query, "no token is kept for this"


@pytest.mark.parametrize("end", [None, "http://evil.example/end"])
def test_where_it_is_not_offered_one_is_told_to_do_it_there(bound: People, op: Op, end: str | None) -> None:
    op.described = {"end_session_endpoint": end}
    page = Client().get("/door/left").content.decode()
    assert "也从政务通退出" not in page
    assert "请到政务通里退出" in page
    assert "evil.example" not in page


def test_who_came_with_a_password_is_not_sent_anywhere(people: People, op: Op) -> None:
    browser = Client()
    browser.force_login(
        Account.objects.get(username="post"), backend="django.contrib.auth.backends.ModelBackend"
    )
    assert browser.post("/door/out")["Location"] == "/"
